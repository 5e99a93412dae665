"""The dialog that corrects an outcome whose record is closed: the new text, the day and the reason."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.outcomes import OUTCOME, OUTCOME_CORRECTION
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.inspector.field_rows import DescribedRow, row_of
from alternat.ui.parts.inspector.rows import Reason
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.text_fields import finish_typing


class Correcting(QDialog):
    """Asks for what the record should say, since when and why; nothing is written before one agrees."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, plan: OutcomePlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._verbs, self._plan, screen = verbs, plan, desk.screen
        self._today = desk.today()
        self._fields: dict[str, object] = {}
        self._said: dict[str, object] = {"made_on": desk.today(), "reason": Label(), "document": ""}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = message("Correct the outcome {code}", code=plan.code)
        self.setWindowTitle(screen.say(title))
        hint = message(
            "The record is closed. What it said stays there, with the day and the reason of the correction."
        )
        self._rows = [
            self._text_row(desk, "text", plan.text),
            self._text_row(desk, "short", plan.short),
            self._said_row(desk, "reason"),
            self._said_row(desk, "made_on"),
            self._said_row(desk, "document"),
        ]
        self.refused = Reason(screen)
        self.agree = Button(screen, message("Correct"), icon="pencil", kind="primary")
        self.agree.clicked.connect(self._agree)
        cancel = Button(screen, message("Cancel"))
        cancel.clicked.connect(self.reject)
        body = QWidget()
        surface(body, "page")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, Space.S, 0)
        inside.setSpacing(Space.M)
        for row in self._rows:
            inside.addWidget(row)
        inside.addStretch()
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(screen.say(title))
        buttons, column = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.agree)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("title", screen.say(title)))
        column.addWidget(label("muted", screen.say(hint), wrap=True))
        column.addWidget(area, 1)
        column.addWidget(self.refused)
        column.addLayout(buttons)
        screen.give_size(self, 520, 560)

    def _text_row(self, desk: Desk, field: str, held: Label) -> DescribedRow:
        caption = message("Text") if field == "text" else message("Short name")
        control = LabelEdit(desk.screen, caption, multiline=True, required=field == "text")
        described = OUTCOME.field(field)
        return row_of(described, caption, held, desk.screen, self._keep, control=control)

    def _said_row(self, desk: Desk, field: str) -> DescribedRow:
        captions = {
            "reason": message("Reason of the correction"),
            "made_on": message("Corrected on"),
            "document": message("Document"),
        }
        described, caption = OUTCOME_CORRECTION.field(field), captions[field]
        control = LabelEdit(desk.screen, caption, multiline=True) if field == "reason" else None
        return row_of(described, caption, self._said[field], desk.screen, self._keep_said, control=control)

    def _keep(self, fields: Mapping[str, object]) -> None:
        self._fields.update(fields)

    def _keep_said(self, fields: Mapping[str, object]) -> None:
        self._said.update(fields)

    def _agree(self) -> None:
        finish_typing(self)
        refused = next((row for row in self._rows if row.is_refused), None)
        if refused is not None:
            refused.setFocus()
            return
        on, reason, document = (self._said[each] for each in ("made_on", "reason", "document"))
        assert isinstance(reason, Label)
        on = on if isinstance(on, date) else self._today
        error = self._verbs.correct(self._plan, self._fields, on, reason, str(document))
        self.refused.show_error(error)
        if error is None:
            self.accept()
