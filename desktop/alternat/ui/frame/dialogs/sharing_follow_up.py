"""The dialog by which the follow-up leaves the desk as a workbook: for whom, and in what language."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from alternat.documents.press.saving import save
from alternat.exchange.follow_up.workbook import (
    FOLLOW_UP_TITLE,
    FollowUpExport,
    gather_follow_up,
    write_follow_up,
)
from alternat.language.label import Language
from alternat.language.messages import message, series
from alternat.language.vocabulary import heading, language_name
from alternat.planning.disclosure import AUDIENCES, Audience
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.leaving import note
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceRow
from alternat.ui.parts.widgets.buttons import Button

_SUFFIX = ".xlsx"
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
ChoosePlace = Callable[[QWidget, str, str, str], str]
"""Asks for a file: the parent, the title, the suggested path and the kind of file; empty for none."""


def choose_place(parent: QWidget, title: str, suggestion: str, kind: str) -> str:
    """Ask for the file with the platform's own dialog, which asks before it replaces one."""
    return QFileDialog.getSaveFileName(parent, title, suggestion, kind)[0]


class ShareFollowUp(QDialog):
    """Says beforehand how much leaves and what stays here; one button saves the file."""

    def __init__(self, desk: Desk, parent: QWidget, choose: ChoosePlace = choose_place) -> None:
        super().__init__(parent)
        self._desk, self._choose = desk, choose
        self._export: FollowUpExport | None = None
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("Share the follow-up")))
        self.audience = ChoiceRow(screen, message("For whom"), self._refresh)
        choices = [Choice(each, screen.say(words)) for each, words in AUDIENCES.items()]
        self.audience.field.show_choices(choices, Audience.BOTH)
        self.language = ChoiceRow(screen, message("Language of the headings"), self._refresh)
        languages = [Choice(each, screen.read(heading(language_name(each)))) for each in Language]
        self.language.field.show_choices(languages, screen.language)
        self.leaving, self.staying = label("strong", wrap=True), label("muted", wrap=True)
        self.save = Button(screen, message("Save…"), icon="file-down", kind="primary")
        self.save.clicked.connect(self._save)
        self._lay_out()
        self._refresh(None)

    def _refresh(self, _value: object) -> None:
        """Gather what would leave, and say so."""
        audience, language = self.audience.field.value, self.language.field.value
        assert isinstance(audience, Audience)
        assert isinstance(language, Language)
        tables = self._desk.tables
        export = self._desk.attempt(lambda: gather_follow_up(tables, audience, language))
        self._export = export
        say = self._desk.screen.say
        self.save.setEnabled(export is not None)
        if export is None:
            return
        counts = (
            message("{sheet}: {number}", sheet=sheet.title, number=export.counts[sheet.id])
            for sheet in export.shown.follow_up.sheets
        )
        self.leaving.setText(self._desk.screen.catalog.show(series(counts)))
        stays = (*export.told(), message("Private notes, sources and documents stay at the desk."))
        self.staying.setText("\n".join(say(each) for each in stays))

    def _save(self) -> None:
        export, desk = self._export, self._desk
        if export is None:
            return
        say = desk.screen.say
        kind = f"{say(FOLLOW_UP_TITLE)} (*{_SUFFIX})"
        folder = Path(desk.settings.current.export_folder or Path.home())
        name = say(message("Follow-up")).translate(_FORBIDDEN) + _SUFFIX
        suggestion = str((folder if folder.is_dir() else Path.home()) / name)
        title = say(message("Save the follow-up"))
        answer = self._choose(self, title, suggestion, kind)
        if not answer:
            return
        place = Path(answer if answer.casefold().endswith(_SUFFIX) else answer + _SUFFIX)
        if str(place) != answer and place.exists():
            # The dialog has asked about the name without its ending only.
            answer = self._choose(self, title, str(place), kind)
            if Path(answer or ".") != place:
                return

        def write() -> Path:
            save(place, write_follow_up(export, datetime.now(UTC)))
            return place

        if desk.attempt(write) is not None:
            desk.settings.change(export_folder=str(place.parent))
            desk.announce(message("Saved {file}.", file=str(place)))
            note(desk, [export.leaving(place.name)])
            self.accept()

    def _lay_out(self) -> None:
        close = Button(self._desk.screen, message("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (self.audience, self.language, self.leaving, self.staying):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(buttons)
        self._desk.screen.give_size(self, 560, 360)
