"""The dialog by which the programme leaves the desk: in which format, which part, and in what languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from alternat.documents.contents.meeting import printing_habits
from alternat.documents.press.saving import save
from alternat.exchange.exports.formats import EXPORTS, ExportFormat, export_format
from alternat.exchange.exports.gathering import ProgrammeExport, gather_export
from alternat.exchange.exports.public import WHOLE, ExportScope, PublicProgramme
from alternat.exchange.exports.telling import told_of
from alternat.language.called import shown_name
from alternat.language.formats import clock, short_date
from alternat.language.label import Language
from alternat.language.messages import counted, message
from alternat.planning.programme import read_programme
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.leaving import note
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceRow, FieldRow
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.language_order import LanguageOrder

FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
"""What no file name may contain on one system or another."""
ChoosePlace = Callable[[QWidget, str, str, str], str]
"""Asks for a file: the parent, the title, the suggested path and the kind of file; empty for none."""


def choose_place(parent: QWidget, title: str, suggestion: str, kind: str) -> str:
    """Ask for the file with the platform's own dialog, which asks before it replaces one."""
    return QFileDialog.getSaveFileName(parent, title, suggestion, kind)[0]


class ShareProgramme(QDialog):
    """Shows beforehand which sessions leave and what stays here; one button saves the file."""

    def __init__(self, desk: Desk, meeting: int, parent: QWidget, choose: ChoosePlace = choose_place) -> None:
        super().__init__(parent)
        self._desk, self._meeting, self._choose = desk, meeting, choose
        self._gathered: ProgrammeExport | None = None
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("Share the programme")))
        self.format = ChoiceRow(screen, message("File format"), self._refresh)
        self.format.field.show_choices(
            [Choice(each.id, screen.say(each.title)) for each in EXPORTS], EXPORTS[0].id
        )
        self.scope = ChoiceRow(screen, message("Which part"), self._refresh)
        self.scope.field.show_choices(_scopes(desk, meeting), WHOLE)
        self.languages = LanguageOrder(screen)
        self.languages.show_languages(printing_habits(desk.tables, meeting).languages)
        self.languages.chosen.connect(self._refresh)
        self.excel = ChoiceRow(screen, message("Opens in Excel"), self._refresh)
        self.excel.field.show_choices(_editions(desk), None)
        self.leaving, self._count = QListWidget(), label("strong", wrap=True)
        self.leaving.setAccessibleName(screen.say(message("Sessions that leave")))
        self.leaving.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._staying = label("muted", wrap=True)
        self.save = Button(screen, message("Save…"), icon="file-down", kind="primary")
        self.save.clicked.connect(self._save)
        self._lay_out()
        self._refresh(None)

    @property
    def chosen_format(self) -> ExportFormat:
        """The format in which the programme leaves."""
        return export_format(str(self.format.field.value))

    @property
    def staying(self) -> str:
        """What the dialog says stays here."""
        return self._staying.text()

    def _refresh(self, _value: object) -> None:
        """Gather what would leave, and say so."""
        screen, tables = self._desk.screen, self._desk.tables
        scope = self.scope.field.value
        assert isinstance(scope, ExportScope)
        workspace = self._desk.workspace
        self._gathered = export = self._desk.attempt(
            lambda: gather_export(
                tables,
                self._meeting,
                scope,
                self.languages.value,
                removals=workspace.removals(tables.Session, "uid"),
                last_written=workspace.last_written(tables.Session, "uid"),
            )
        )
        gathered = export.public if export is not None else None
        self.excel.setVisible(self.chosen_format.id == "csv")
        self.leaving.clear()
        sessions = gathered.sessions if gathered is not None else ()
        for each in sessions:
            day = short_date(each.day, screen.language)
            end = clock(each.local_end, screen.language, in_table=True)
            start = clock(each.start, screen.language, in_table=True)
            off = gathered.off_word(each) if gathered is not None else None
            title = message("{title} ({word})", title=each.title, word=off) if off else None
            title = message("{title} (cancelled)", title=each.title) if each.is_cancelled else title
            shown = screen.say(title) if title else screen.read(each.title)
            item = QListWidgetItem(f"{day}  {start}–{end}  {shown}", self.leaving)
            item.setToolTip(item.text())
        count = len(sessions)
        text = counted("{count} session leaves", "{count} sessions leave", count)
        self._count.setText(screen.say(text if count else message("No session leaves")))
        self._say_what_stays(gathered)
        self.save.setEnabled(bool(count or (gathered is not None and gathered.dropped)))

    def _say_what_stays(self, gathered: PublicProgramme | None) -> None:
        screen = self._desk.screen
        sentences = [
            self.chosen_format.leaves,
            message("Private notes, contacts, passport names, photographs, tasks and consents stay here."),
        ]
        if gathered is not None and gathered.internal_left_out:
            sentences.append(
                counted(
                    "{count} internal meeting stays here; it leaves only in a copy of a side or person.",
                    "{count} internal meetings stay here; they leave only in a copy of a side or person.",
                    gathered.internal_left_out,
                )
            )
        if self._gathered is not None:
            sentences += told_of(self._gathered.public, self._gathered.moved)
        self._staying.setText("\n".join(screen.say(each) for each in sentences))

    def _save(self) -> None:
        gathered, chosen, desk = self._gathered, self.chosen_format, self._desk
        if gathered is None:
            return
        say = desk.screen.say
        kind = f"{say(chosen.title)} (*{chosen.suffix})"
        suggestion = str(self._folder() / self._file_name(gathered.public, chosen))
        answer = self._choose(self, say(message("Save the programme")), suggestion, kind)
        if not answer:
            return
        place = Path(answer if answer.casefold().endswith(chosen.suffix) else answer + chosen.suffix)
        if str(place) != answer and place.exists():
            # The dialog has asked about the name without its ending only.
            answer = self._choose(self, say(message("Save the programme")), str(place), kind)
            if Path(answer or ".") != place:
                return

        def write() -> Path:
            edition = self.excel.field.value
            public = replace(gathered.public, excel=edition if isinstance(edition, Language) else None)
            save(place, chosen.write(public, datetime.now(UTC)))
            return place

        if desk.attempt(write) is not None:
            desk.settings.change(export_folder=str(place.parent))
            desk.announce(message("Saved {file}.", file=str(place)))
            note(desk, [chosen.leaving(gathered, place.name)])
            self.accept()

    def _file_name(self, gathered: PublicProgramme, chosen: ExportFormat) -> str:
        title = message("{meeting} – programme of the meeting", meeting=gathered.reference)
        if gathered.subject:
            title = message("{title} – {subject}", title=title, subject=gathered.subject)
        return self._desk.screen.say(title).translate(FORBIDDEN).strip(" .") + chosen.suffix

    def _folder(self) -> Path:
        kept = Path(self._desk.settings.current.export_folder or Path.home())
        return kept if kept.is_dir() else Path.home()

    def _lay_out(self) -> None:
        screen = self._desk.screen
        close = Button(screen, message("Close"))
        close.clicked.connect(self.reject)
        left, right, across = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        languages = FieldRow(screen, message("Languages"), self.languages)
        for row in (self.format, self.scope, languages, self.excel):
            left.addWidget(row)
        left.addStretch()
        right.addWidget(self._count)
        right.addWidget(self.leaving, 1)
        right.addWidget(self._staying)
        across.setSpacing(Space.L)
        across.addLayout(left, 2)
        across.addLayout(right, 3)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(across, 1)
        column.addLayout(buttons)
        screen.give_size(self, 800, 520)


def _editions(desk: Desk) -> list[Choice]:
    """Return for which edition of Excel a text file is meant; French ones part cells by semicolons."""
    say = desk.screen.say
    return [
        Choice(None, say(message("As the first language of the file"))),
        Choice(Language.FR, say(message("French Excel (semicolons)"))),
        Choice(Language.EN, say(message("English or Chinese Excel (commas)"))),
    ]


def _scopes(desk: Desk, meeting: int) -> list[Choice]:
    """Return the whole programme, then the sides, the rooms and the people, each under a heading."""
    say, read, tables = desk.screen.say, desk.screen.read, desk.tables
    programme = read_programme(tables, meeting)
    choices = [Choice(WHOLE, say(message("The whole programme")))]
    choices.append(Choice("sides", say(message("Sides")), is_heading=True))
    choices += [
        Choice(ExportScope(side=side.code), read(side.country))
        for side in tables.Side.select().order_by(tables.Side.number)
    ]
    if programme.rooms:
        choices.append(Choice("rooms", say(message("Rooms")), is_heading=True))
    choices += [
        Choice(ExportScope(room=room.code), f"{room.code} · {read(room.name)}")
        for room in programme.rooms.values()
    ]
    if programme.people:
        choices.append(Choice("people", say(message("People")), is_heading=True))
    choices += [
        Choice(ExportScope(person=person), read(shown_name(delegate)))
        for person, delegate in programme.people.items()
    ]
    return choices
