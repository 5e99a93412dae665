"""The parts of the sheet about what was reported of an outcome, and how its record was corrected."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.outcomes import OUTCOME, PROGRESS_NOTE
from alternat.planning.outcomes import CorrectionPlan, NotePlan, OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.follow_up.records import Records
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.rows import Reason
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.arranged import arrange, read_in_order
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.text_fields import finish_typing

FEW = 4
"""How many notes are shown before all of them are asked for."""


class NoteLine(QWidget):
    """One note: when and from which side, its text, and whether the other side sees it."""

    def __init__(self, desk: Desk, note: NotePlan, country: Label) -> None:
        super().__init__()
        screen = desk.screen
        day = short_date(note.day, screen.language)
        head = message("{day}, {country}", day=day, country=country) if country else spoken(day)
        self._head = label("caption", screen.say(head))
        self._text = label(text=screen.read(note.text), wrap=True)
        self.share = QCheckBox(screen.say(message("Shared with the other side")))
        self.share.setChecked(note.is_shared)
        self.share.setAccessibleName(
            screen.say(message("Shared with the other side, note of {day}", day=day))
        )
        self.remove = IconButton(screen, message("Remove the note of {day}", day=day), "trash-2")
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line.addWidget(self._head, 1)
        line.addWidget(self.remove)
        column.addLayout(line)
        column.addWidget(self._text)
        if note.source:
            column.addWidget(
                label("caption", screen.say(message("Source: {source}", source=note.source)), wrap=True)
            )
        column.addWidget(self.share)


class Notes(Section):
    """The progress notes of one outcome, the newest first, and the form for another."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, records: Records) -> None:
        super().__init__(desk.screen, message("Progress notes"))
        self._desk, self._verbs, self._begun = desk, verbs, records.begun_notes
        self._plan: OutcomePlan | None = None
        self._shown: object = None
        self._is_whole = False
        sides = list(desk.tables.Side.select().order_by(desk.tables.Side.number))
        self._countries = {row.code: row.country for row in sides}
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self.more = Button(desk.screen, message("Show all notes"), kind="link")
        only_reads(self.more)
        self.more.clicked.connect(self._show_all)
        self._draft: dict[str, object] = {}
        screen = desk.screen
        self._rows = FieldRows(PROGRESS_NOTE, screen, self._keep)
        caption = message("New note")
        self.text = LabelEdit(screen, caption, multiline=True, required=False)
        text = self._rows.make("text", caption, self.text)
        day = self._rows.make("day", message("Day"))
        reported = message("Reported by")
        choices = [(None, message("Both")), *((row.id, spoken(row.country)) for row in sides)]
        by = self._rows.make("side", reported, Segmented(screen, reported, choices))
        shared = self._rows.make("is_shared", message("Shared with the other side"))
        self.add = Button(screen, message("Add the note"), icon="plus")
        self.add.clicked.connect(self._add)
        self.refused = Reason(screen)
        self.column.addLayout(self._list)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.form = QWidget()
        fields = QVBoxLayout(self.form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(Space.S)
        for row in (text, day, by, shared):
            fields.addWidget(row)
        self.column.addWidget(self.form)
        for row in (by, day):
            row.column.setAlignment(row.control, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.refused)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_plan(self, plan: OutcomePlan | None) -> None:
        """Show the notes of an outcome, and what is being written: that waits with each outcome."""
        if plan is None or self._plan is None or plan.id != self._plan.id:
            self._leave()
            self._is_whole, self._plan = False, plan
            self._begin()
        elif self._begun.get(plan.id) is not self._draft:
            self._begin()
        else:
            self._rows.show(_Draft(self._draft))
        self._plan = plan
        notes = tuple(reversed(plan.notes)) if plan is not None else ()
        shown = notes if self._is_whole else notes[:FEW]
        self.more.setVisible(len(shown) < len(notes))
        self.more.say(counted("Show all {count} note", "Show all {count} notes", len(notes)))
        if (shown, self._desk.screen.language) != self._shown:
            self._shown = (shown, self._desk.screen.language)
            lines = [self._line(each) for each in shown]
            arrange(self._list, lines)
            read_in_order([*lines, self.text])

    def is_begun(self) -> bool:
        """Return whether a note is being written that is not added yet."""
        return bool(self._draft.get("text"))

    def _line(self, note: NotePlan) -> NoteLine:
        line = NoteLine(self._desk, note, self._countries.get(note.side, Label()))
        line.share.clicked.connect(lambda on: self._verbs.share_note(note.id, is_shared=on))
        line.remove.clicked.connect(lambda: self._remove(note.id))
        return line

    def _leave(self) -> None:
        """Tell that a note is not added yet; one that says nothing is forgotten."""
        if self._plan is None:
            return
        if self.is_begun():
            words = message(
                "The note on {code} is not added yet. It waits with that outcome.", code=self._plan.code
            )
            self._desk.announce(words)
        elif self._begun.get(self._plan.id) is self._draft:
            del self._begun[self._plan.id]

    def _begin(self) -> None:
        new: dict[str, object]
        new = {"day": self._desk.today(), "side": None, "text": Label(), "is_shared": False}
        self._draft = self._begun.setdefault(self._plan.id, new) if self._plan is not None else new
        self.refused.show_error(None)
        self._rows.show(_Draft(self._draft), is_other=True)

    def _keep(self, fields: Mapping[str, object]) -> None:
        self._draft.update(fields)

    def _add(self) -> None:
        if self._plan is None:
            return
        finish_typing(self.form)
        error = self._verbs.note(self._plan, self._draft)
        self.refused.show_error(error)
        if error is None:
            self._begun.pop(self._plan.id, None)
            self._begin()
            self.text.focus_language(self._desk.screen.language)

    def _remove(self, note: int) -> None:
        self.text.focus_language(self._desk.screen.language)
        self._verbs.remove_note(note)

    def _show_all(self) -> None:
        self._is_whole = True
        self.text.focus_language(self._desk.screen.language)
        self.show_plan(self._plan)


class _Draft:
    """The fields of a note that is being written, by their names."""

    def __init__(self, fields: dict[str, object]) -> None:
        self.__dict__.update(fields)


class Corrections(Section):
    """What was corrected in a closed record, by day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.screen, message("Corrections"))
        self._desk = desk
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self.column.addLayout(self._list)

    def show_plan(self, plan: OutcomePlan | None) -> None:
        """Show the corrections of an outcome; without any, nothing at all."""
        corrections = plan.corrections if plan is not None else ()
        self.setVisible(bool(corrections))
        arrange(self._list, [label(text=self._words(each), wrap=True) for each in corrections])

    def _words(self, each: CorrectionPlan) -> str:
        return self._desk.screen.say(correction_words(each))


def correction_words(each: CorrectionPlan) -> Message:
    """Return a correction in one sentence."""
    facts = {
        "day": each.made_on.isoformat(),
        "field": OUTCOME.title(each.field),
        "before": each.before or "–",
        "after": each.after or "–",
        "reason": each.reason,
    }
    if each.document:
        return message(
            "{day}, {field}: “{before}” became “{after}”. {reason} ({document})",
            **facts,
            document=each.document,
        )
    return message("{day}, {field}: “{before}” became “{after}”. {reason}", **facts)
