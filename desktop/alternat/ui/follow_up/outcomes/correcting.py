"""The dialog that corrects an outcome whose record is closed: the new text, the day and the reason."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.outcomes import OUTCOME, OUTCOME_CORRECTION
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.parts.dialogs.asked import AskedDialog
from alternat.ui.parts.inspector.field_rows import DescribedRow, row_of
from alternat.ui.parts.widgets.label_edit import LabelEdit


class Correcting(AskedDialog):
    """Asks for what the record should say, since when and why; nothing is written before one agrees."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, plan: OutcomePlan, parent: QWidget) -> None:
        title = message("Correct the outcome {code}", code=plan.code)
        super().__init__(desk.screen, title, message("Correct"), parent, width=520)
        self._verbs, self._plan = verbs, plan
        self._fields: dict[str, object] = {}
        self._said: dict[str, object] = {"made_on": desk.today(), "reason": Label(), "document": ""}
        hint = message(
            "The record is closed. What it said stays there, with the day and the reason of the correction."
        )
        self.tell(desk.screen.say(hint))
        self._on = self._said_row(desk, "made_on")
        self.add(self._text_row(desk, "text", plan.text), self._text_row(desk, "short", plan.short))
        self.add(self._due_row(desk, plan.due), may_be_empty=True)
        self.add(self._said_row(desk, "reason"), self._on, self._said_row(desk, "document"))

    def write(self) -> AlternatError | None:
        """Correct the outcome."""
        reason, document = self._said["reason"], self._said["document"]
        assert isinstance(reason, Label)
        on = self.day_of(self._on)
        return self._verbs.correct(self._plan, self._fields, on, reason, str(document))

    def _text_row(self, desk: Desk, field: str, held: Label) -> DescribedRow:
        caption = message("Text") if field == "text" else message("Short name")
        control = LabelEdit(desk.screen, caption, multiline=True, required=field == "text")
        described = OUTCOME.field(field)
        return row_of(described, caption, held, desk.screen, self._keep, control=control)

    def _due_row(self, desk: Desk, held: date | None) -> DescribedRow:
        return row_of(OUTCOME.field("due"), message("Due"), held, desk.screen, self._keep)

    def _said_row(self, desk: Desk, field: str) -> DescribedRow:
        captions = {
            "reason": message("Reason of the correction"),
            "made_on": message("Corrected on"),
            "document": message("Document"),
        }
        described, caption = OUTCOME_CORRECTION.field(field), captions[field]
        control = LabelEdit(desk.screen, caption, multiline=True) if field == "reason" else None
        row = row_of(described, caption, self._said[field], desk.screen, self._keep_said, control=control)
        if field == "made_on":
            row.column.setAlignment(row.control, Qt.AlignmentFlag.AlignLeft)
        return row

    def _keep(self, fields: Mapping[str, object]) -> None:
        self._fields.update(fields)

    def _keep_said(self, fields: Mapping[str, object]) -> None:
        self._said.update(fields)
