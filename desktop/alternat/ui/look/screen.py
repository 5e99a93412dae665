"""How the window speaks and looks: its language, its colours and the size of its text, all changed live."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSize, Qt, QTranslator, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from alternat.errors import AlternatError
from alternat.language.catalogs import Catalog, catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message
from alternat.settings import SettingsFile, Theme
from alternat.ui.look import icons, theme
from alternat.ui.look.fonts import load_bundled_fonts, window_font
from alternat.ui.look.tokens import DARK, ICON, LIGHT, Palette, Type

FRAME = (16, 48)
"""What the system may draw around a window: borders and a title, in logical pixels."""
QT_CATALOGS = {Language.EN: "qtbase_en", Language.FR: "qtbase_fr", Language.ZH: "qtbase_zh_CN"}


class Screen(QObject):
    """The screen's language and look; whatever shows text listens to its signals.

    It outlives every dialogue, so connect methods of the widgets themselves: Qt forgets those with the
    widget, while a lambda goes on being called after its widget is gone.
    """

    language_changed = Signal()
    theme_changed = Signal()
    """The colours or the size of text have changed: icons and painted things are drawn again."""

    def __init__(self, application: QApplication, settings: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._translator = QTranslator(self)
        load_bundled_fonts()
        self._catalog = catalog(settings.current.language or system_language())
        self._palette = self._choose_palette()
        application.setStyle("Fusion")
        self._install_qt_catalog()
        self._set_font()
        self._paint()
        application.styleHints().colorSchemeChanged.connect(self._system_theme_changed)

    @property
    def catalog(self) -> Catalog:
        """The catalog of the screen language."""
        return self._catalog

    @property
    def language(self) -> Language:
        """The language that the window speaks."""
        return self._catalog.language

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    @property
    def theme(self) -> Theme:
        """The chosen theme, which may be to follow the system."""
        return self._settings.current.theme

    @property
    def scale(self) -> float:
        """How many times its usual size text has, from 1.0 to 2.0."""
        return self._settings.current.text_scale / 100

    def px(self, size: float) -> int:
        """Return a measure that grows with the text, in logical pixels."""
        return round(size * self.scale)

    def give_size(self, widget: QWidget, width: float, height: float) -> None:
        """Give a window a size that grows with the text, never larger than its screen has room for."""
        room = widget.screen().availableGeometry().size() - QSize(*FRAME)
        widget.resize(QSize(self.px(width), self.px(height)).boundedTo(room))

    def say(self, message: Message) -> str:
        """Return a message in the screen language."""
        return self._catalog.say(message)

    def say_error(self, error: AlternatError) -> str:
        """Return what an error has to tell, in the screen language."""
        return self._catalog.say_error(error)

    def read(self, label: Label) -> str:
        """Return a label in the screen language; a stand-in carries the tag of its own language."""
        return label.on_screen(self.language)

    def icon(self, name: str, *, colour: str | None = None, size: int = ICON) -> QIcon:
        """Return a shipped icon tinted from the palette, at a size that grows with the text."""
        return icons.icon(name, self, colour=colour, size=self.px(size))

    def set_language(self, language: Language) -> None:
        """Speak another language at once and remember it."""
        if language is self.language:
            return
        self._settings.change(language=language)
        self._catalog = catalog(language)
        self._install_qt_catalog()
        self._set_font()
        self.language_changed.emit()

    def set_theme(self, chosen: Theme) -> None:
        """Use other colours at once and remember them."""
        self._settings.change(theme=chosen)
        self._repaint()

    def set_text_scale(self, percent: int) -> None:
        """Show text larger or smaller at once and remember it."""
        if percent != self._settings.current.text_scale:
            self._settings.change(text_scale=percent)
            self._repaint()

    def _repaint(self) -> None:
        self._palette = self._choose_palette()
        self._set_font()
        self._paint()
        self.theme_changed.emit()

    def _set_font(self) -> None:
        font = window_font(self.language, self.px(Type.BODY))
        # Setting it costs a visit to every widget, and only Chinese needs another one.
        if self._application.font() != font:
            self._application.setFont(font)

    def _paint(self) -> None:
        theme.apply_theme(self._application, self._palette, self.scale)

    def _choose_palette(self) -> Palette:
        if self.theme is Theme.SYSTEM:
            dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self.theme is Theme.DARK else LIGHT

    def _system_theme_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self._repaint()

    def _install_qt_catalog(self) -> None:
        """Let Qt's own dialogs speak the language too."""
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(QT_CATALOGS[self.language], folder):
            self._application.installTranslator(self._translator)
        QLocale.setDefault(QLocale(self.language.locale))


def system_language() -> Language:
    """Return the language of the operating system, English where it is none of ours."""
    code = QLocale.system().name().partition("_")[0]
    return Language(code) if code in set(Language) else Language.EN
