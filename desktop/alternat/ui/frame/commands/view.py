"""The commands of the View menu: pages, panels, language, theme and the size of text."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.settings import TEXT_SCALES, Theme
from alternat.ui.frame.commands.command import Command, Frame, Menu, always
from alternat.ui.frame.pages import PAGES, PageDescriptor
from alternat.ui.look.wording import spoken


def toggle_sidebar(frame: Frame) -> None:
    """Fold the sidebar to icons, or unfold it."""
    if frame.workbench is not None:
        frame.workbench.sidebar.toggle()


def toggle_inspector(frame: Frame) -> None:
    """Show or hide the inspector."""
    if frame.workbench is not None:
        frame.workbench.toggle_inspector()


def toggle_findings(frame: Frame) -> None:
    """Open or close the findings."""
    if frame.workbench is not None:
        frame.workbench.toggle_findings()


def larger_text(frame: Frame) -> None:
    """Show text one size larger."""
    _step_text(frame, 1)


def smaller_text(frame: Frame) -> None:
    """Show text one size smaller."""
    _step_text(frame, -1)


def usual_text(frame: Frame) -> None:
    """Show text in its usual size."""
    frame.screen.set_text_scale(TEXT_SCALES[0])


def is_sidebar_open(frame: Frame) -> bool:
    """Return whether the sidebar shows words."""
    return not frame.settings.current.sidebar_collapsed


def is_inspector_shown(frame: Frame) -> bool:
    """Return whether the inspector is wanted."""
    return not frame.settings.current.inspector_hidden


def has_inspector(frame: Frame) -> bool:
    """Return whether the page in view has an inspector."""
    return frame.workbench is not None and frame.workbench.has_inspector


def are_findings_open(frame: Frame) -> bool:
    """Return whether the findings panel is open."""
    return frame.workbench is not None and not frame.workbench.findings.isHidden()


def _step_text(frame: Frame, by: int) -> None:
    at = TEXT_SCALES.index(frame.settings.current.text_scale) + by
    frame.screen.set_text_scale(TEXT_SCALES[max(0, min(len(TEXT_SCALES) - 1, at))])


_KEYS = 9
"""How many pages have a digit as their key; Ctrl+0 is the usual size of text."""


def _page_command(number: int, page: PageDescriptor) -> Command:
    def show(frame: Frame) -> None:
        if frame.workbench is not None:
            frame.workbench.show_page(page.id)

    def is_shown(frame: Frame) -> bool:
        return frame.workbench is not None and frame.workbench.page_id == page.id

    keys = f"Ctrl+{number}" if number <= _KEYS else ""
    return Command(f"page-{page.id}", Menu.VIEW, page.title, show, keys, page.icon, 0, is_on=is_shown)


def _language_command(language: Language, name: str) -> Command:
    return _choice(
        f"language-{language}",
        spoken(name),
        LANGUAGE,
        lambda frame: frame.screen.set_language(language),
        lambda frame: frame.screen.language is language,
    )


def _theme_command(theme: Theme, title: Message) -> Command:
    return _choice(
        f"theme-{theme}",
        title,
        THEME,
        lambda frame: frame.screen.set_theme(theme),
        lambda frame: frame.screen.theme is theme,
    )


def _scale_command(percent: int) -> Command:
    return _choice(
        f"text-{percent}",
        message("{percent} %", percent=percent),
        TEXT_SIZE,
        lambda frame: frame.screen.set_text_scale(percent),
        lambda frame: frame.settings.current.text_scale == percent,
    )


def _choice(
    command: str,
    title: Message,
    submenu: Message,
    choose: Callable[[Frame], None],
    is_chosen: Callable[[Frame], bool],
) -> Command:
    return Command(
        command, Menu.VIEW, title, choose, group=2, submenu=submenu, is_available=always, is_on=is_chosen
    )


LANGUAGE = message("Language")
THEME = message("Theme")
TEXT_SIZE = message("Text size")

VIEW_COMMANDS = (
    *(_page_command(number, page) for number, page in enumerate(PAGES, 1)),
    Command(
        "sidebar",
        Menu.VIEW,
        message("Sidebar with words"),
        toggle_sidebar,
        "Ctrl+Shift+B",
        "panel-left",
        1,
        is_on=is_sidebar_open,
    ),
    Command(
        "inspector",
        Menu.VIEW,
        message("Inspector"),
        toggle_inspector,
        "Ctrl+I",
        "panel-right",
        1,
        is_available=has_inspector,
        is_on=is_inspector_shown,
    ),
    Command(
        "findings",
        Menu.VIEW,
        message("Findings"),
        toggle_findings,
        "Ctrl+J",
        "panel-bottom",
        1,
        is_on=are_findings_open,
    ),
    _language_command(Language.EN, "English"),
    _language_command(Language.FR, "Français"),
    _language_command(Language.ZH, "中文"),
    _theme_command(Theme.SYSTEM, message("As the system")),
    _theme_command(Theme.LIGHT, message("Light")),
    _theme_command(Theme.DARK, message("Dark")),
    *(_scale_command(percent) for percent in TEXT_SCALES),
    Command(
        "text-larger",
        Menu.VIEW,
        message("Larger text"),
        larger_text,
        QKeySequence.StandardKey.ZoomIn,
        "zoom-in",
        3,
        TEXT_SIZE,
        always,
    ),
    Command(
        "text-smaller",
        Menu.VIEW,
        message("Smaller text"),
        smaller_text,
        QKeySequence.StandardKey.ZoomOut,
        "zoom-out",
        3,
        TEXT_SIZE,
        always,
    ),
    Command("text-usual", Menu.VIEW, message("Usual text"), usual_text, "Ctrl+0", "", 3, TEXT_SIZE, always),
)
