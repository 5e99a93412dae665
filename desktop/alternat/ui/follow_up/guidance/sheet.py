"""The sheet beside the requests for guidance: the question, the answer of each co-chair, the joint one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.nouns.guidance import GUIDANCE, GUIDANCE_ANSWER
from alternat.planning.guidance import GuidancePlan, Standing
from alternat.planning.roster import roster
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.existing import existing_dialogues
from alternat.ui.follow_up.guidance.verbs import GuidanceVerbs
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import DescribedRow, Write, row_of
from alternat.ui.parts.inspector.rows import NOTHING
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.inspector.ways import Way
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit


@dataclass(frozen=True, slots=True)
class _SideRows:
    """The rows of the answer of one side's co-chair."""

    text: DescribedRow
    given: DescribedRow
    document: DescribedRow

    @property
    def all(self) -> tuple[DescribedRow, ...]:
        """Return them from top to bottom."""
        return (self.text, self.given, self.document)


class GuidanceSheet(Sheet[GuidancePlan]):
    """One request for guidance."""

    def __init__(self, desk: Desk, verbs: GuidanceVerbs) -> None:
        super().__init__(desk.screen, message("Request for guidance"), GUIDANCE, verbs.change)
        self._desk, self._verbs = desk, verbs
        self.add_row("question", message("Question"), self._texts(message("Question"), required=True))
        self._comparing = Way(
            desk,
            message("Compare the texts side by side"),
            "guidance",
            lambda: self.values[0].id if len(self.values) == 1 else None,
            field="concordance.question",
            icon="languages",
        )
        self._comparing.stand_beside(self.rows["question"])
        self.add_row(
            "dialogue",
            message("Existing dialogue"),
            choices=lambda: [
                Choice(each.dialogue, self.screen_of.read(each.dialogue_name)) for each in self.values[:1]
            ],
            all_choices=self._dialogues,
        )
        self.add_row(
            "asked_by", message("Asked by"), choices=self._nobody_or_official, all_choices=self._people
        )
        self.add_row("asked_on", message("Asked on"))
        self.add_row("background", message("Background"), self._texts(message("Background")))
        sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
        self._answers = {side.code: self._add_answer(side.code, side.country) for side in sides}
        self.add_row("answer", message("Joint answer"), self._texts(message("Joint answer")))
        self.add_row("answered_on", message("Day of the joint answer"))
        self.add_row("reference", message("Document of the joint answer"))
        self.add_row("note", message("Private note"))
        self.closing = Button(desk.screen, message("Close the request"), icon="check")
        """Closes what is selected, or opens it again."""
        self.column.addSpacing(Space.S)
        self.column.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self.show_values(())

    def heading(self) -> Message:
        """Return what is selected, or how to select something."""
        count = len(self.values)
        if not count:
            return message("Select a request to see its question and answers.")
        if count == 1:
            return message("Request for guidance")
        return counted("{count} request selected", "{count} requests selected", count)

    def show_values(self, values: Sequence[GuidancePlan]) -> None:
        """Show the requests, and what each co-chair has answered to a single one."""
        is_other = [each.id for each in values] != [each.id for each in self.values]
        super().show_values(values)
        self._comparing.follow()
        self.closing.say(message("Reopen the request") if self.is_closed else message("Close the request"))
        answers = {each.side: each for each in values[0].answers} if len(values) == 1 else {}
        for side, rows in getattr(self, "_answers", {}).items():
            answer = answers.get(side)
            rows.text.show_value(answer.text if answer else Label(), is_other=is_other)
            rows.given.show_value(answer.given if answer else NOTHING, is_other=is_other)
            rows.document.show_value(answer.document if answer else "", is_other=is_other)
            for row in (rows.text, rows.document):
                row.setVisible(len(values) == 1)
            rows.given.setVisible(answer is not None)

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field such as `answer`, `question.fr` or `answers.CN.fr`."""
        name, _, rest = field.partition(".")
        row = self.rows.get(name)
        if name == "answers":
            side, _, rest = rest.partition(".")
            row = self._answers[side].text
        if row is None or not isinstance(row.control, LabelEdit):
            self.focus_first()
        else:
            row.control.focus_language(Language(rest) if rest else self.screen_of.language)

    @property
    def is_closed(self) -> bool:
        """Return whether all that is selected is closed."""
        return bool(self.values) and all(each.standing is Standing.CLOSED for each in self.values)

    def _add_answer(self, side: str, country: Label) -> _SideRows:
        def write(fields: Mapping[str, object]) -> AlternatError | None:
            return self._verbs.answer(self.values[0], side, fields)

        caption = message("Answer of the co-chair of {country}", country=country)
        return _SideRows(
            self._answer_row("text", caption, write, self._texts(caption)),
            self._answer_row("given", message("Day of the answer of {country}", country=country), write),
            self._answer_row(
                "document", message("Document of the answer of {country}", country=country), write
            ),
        )

    def _answer_row(
        self, field: str, caption: Message, write: Write, control: LabelEdit | None = None
    ) -> DescribedRow:
        described = GUIDANCE_ANSWER.field(field)
        row = row_of(described, caption, NOTHING, self.screen_of, write, control=control)
        self.place(row)
        return row

    def _texts(self, caption: Message, *, required: bool = False) -> LabelEdit:
        return LabelEdit(self.screen_of, caption, multiline=True, required=required)

    def _dialogues(self) -> Sequence[Choice]:
        names = existing_dialogues(self._desk.tables)
        return [Choice(key, self.screen_of.read(name)) for key, name in names.items()]

    def _nobody_or_official(self) -> Sequence[Choice]:
        """Return nobody, and who asks."""
        read = self.screen_of.read
        asking = [
            Choice(each.asked_by, read(each.asked_by_name)) for each in self.values[:1] if each.asked_by
        ]
        return [Choice(None, self.screen_of.say(message("Nobody"))), *asking]

    def _people(self) -> Sequence[Choice]:
        """Return nobody, who asks, and those who take part in the meeting in view."""
        tables, meeting = self._desk.tables, self._desk.meeting
        delegates = roster(tables, meeting) if meeting is not None else ()
        people = [Choice(each.person, self.screen_of.read(shown_name(each))) for each in delegates]
        among = {each.value for each in people}
        return [*(each for each in self._nobody_or_official() if each.value not in among), *people]
