"""The status bar: that everything is saved, the count of findings, the screen language and the theme."""

from PySide6.QtCore import QSize, QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from alternat.language.formats import clock
from alternat.language.label import Language
from alternat.language.messages import counted, message
from alternat.planning.findings import Severity
from alternat.settings import Theme
from alternat.storage.changes import Changes, Origin
from alternat.ui.desk.desk import Desk
from alternat.ui.look.icons import pixmap
from alternat.ui.look.style import surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import OWN_NAMES
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour
from alternat.ui.parts.widgets.short_label import ShortLabel

THEME_ICONS = {Theme.SYSTEM: "sun-moon", Theme.LIGHT: "sun", Theme.DARK: "moon"}
LANGUAGE_CAPTIONS = {Language.EN: "EN", Language.FR: "FR", Language.ZH: "中文"}


class StatusBar(QFrame):
    """Stands under every page; `findings_wanted` asks for the findings panel to open or close."""

    findings_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._screen, self._watch = desk, desk.screen, desk.findings
        surface(self, "side")
        self.setProperty("edge", "top")
        self._last: Changes | None = None
        self._at = QTime()
        self._saved = ShortLabel("caption")
        self.findings = QPushButton()
        self.findings.setProperty("kind", "status")
        self.findings.clicked.connect(self.findings_wanted)
        self._languages = {language: self._language_button(language) for language in Language}
        self._theme = IconButton(self._screen, message("Theme"), "sun-moon")
        self._theme.clicked.connect(self._next_theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 2, Space.S, 2)
        row.setSpacing(Space.XS)
        row.addWidget(self._saved, 1)
        row.addWidget(self.findings)
        row.addSpacing(Space.M)
        for button in self._languages.values():
            row.addWidget(button)
        row.addWidget(self._theme)
        desk.changed.connect(self._on_changes)
        desk.findings.found.connect(self._write)
        self._screen.language_changed.connect(self._write)
        self._screen.theme_changed.connect(self._write)
        self._write()

    def _language_button(self, language: Language) -> QPushButton:
        button = QPushButton(LANGUAGE_CAPTIONS[language])
        button.setProperty("kind", "status")
        button.setCheckable(True)
        button.setAccessibleName(OWN_NAMES[language])
        button.setToolTip(OWN_NAMES[language])
        button.clicked.connect(lambda: self._speak(language))
        return button

    def _speak(self, language: Language) -> None:
        self._screen.set_language(language)
        self._write()

    def _next_theme(self) -> None:
        themes = list(Theme)
        self._screen.set_theme(themes[(themes.index(self._screen.theme) + 1) % len(themes)])

    def _on_changes(self, changes: Changes) -> None:
        self._last, self._at = changes, QTime.currentTime()
        self._write()

    def _write(self) -> None:
        self._saved.setText(self._saved_text())
        counts = self._watch.counts()
        gravest = next((severity for severity in Severity if counts[severity]), None)
        palette = self._screen.palette
        name = "circle-check" if gravest is None else SEVERITY_LOOKS[gravest].icon
        colour = palette.good if gravest is None else severity_colour(gravest, palette)
        size = self._screen.px(14)
        self.findings.setIcon(pixmap(name, colour, size))
        self.findings.setIconSize(QSize(size, size))
        total = sum(counts.values())
        text = counted("{count} finding", "{count} findings", total) if total else message("No findings")
        self.findings.setText(self._screen.say(text))
        self.findings.setAccessibleName(self.findings.text())
        self.findings.setToolTip(self._screen.say(message("Open or close the findings")))
        for language, button in self._languages.items():
            button.setChecked(language is self._screen.language)
        self._theme.draw(THEME_ICONS[self._screen.theme])
        self._theme.say(THEME_WORDS[self._screen.theme])

    def _saved_text(self) -> str:
        if not self._desk.workspace.is_writable:
            return self._screen.say(message("Open for reading only"))
        if self._last is None:
            return self._screen.say(message("All changes are saved as you make them"))
        sentences = {
            Origin.DONE: message("Saved at {time}: {step}", time=self._time(), step=self._last.label),
            Origin.UNDONE: message("Undone: {step}", step=self._last.label),
            Origin.REDONE: message("Redone: {step}", step=self._last.label),
        }
        if self._last.is_remote:
            return self._screen.say(message("At another desk: {step}", step=sentences[self._last.origin]))
        return self._screen.say(sentences[self._last.origin])

    def _time(self) -> str:
        return clock(self._at.toPython(), self._screen.language, in_table=True)  # type: ignore[arg-type]


THEME_WORDS = {
    Theme.SYSTEM: message("Theme: as the system"),
    Theme.LIGHT: message("Theme: light"),
    Theme.DARK: message("Theme: dark"),
}
