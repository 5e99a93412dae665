"""The inspector's section of names: every form, and what will print of it while one types."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.called import filed_under, latin_name, usual_latin_name
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.language.names import passport_question
from alternat.nouns.people import NameOrder
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.parts.inspector.rows import FieldRow, TextRow
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.person.pen import Pen
from alternat.ui.person.printed import PrintedForms, TypedName
from alternat.ui.person.record import Record
from alternat.ui.person.section import RecordSection

Write = Callable[[str], AlternatError | None]


class NamesSection(RecordSection):
    """Family and given name, the Chinese name, their order, the printed form and the sort key."""

    def __init__(self, screen: Screen, pen: Pen) -> None:
        super().__init__(screen, message("Name"))
        self._pen = pen
        self._record: Record | None = None
        self._rows = {
            "family": self._text_row("family", message("Family name")),
            "given": self._text_row("given", message("Given name")),
            "name_zh": self._text_row("name_zh", message("Chinese name")),
            "printed_name": self._text_row("printed_name", message("Printed form")),
            "sort_key": self._text_row("sort_key", message("Sort key")),
            "post_nominals": self._text_row("post_nominals", message("Letters after the name")),
        }
        orders = (
            (NameOrder.FAMILY_FIRST, message("FAMILY Given")),
            (NameOrder.GIVEN_FIRST, message("Given FAMILY")),
        )
        self._order = Segmented(screen, message("Order of names"), orders)
        self._order.chosen.connect(self._write_order)
        self._order_row = FieldRow(screen, message("Order of names"), self._order)
        self._question = label("caption", wrap=True)
        self._question.setProperty("severity", "notes")
        self._printed = PrintedForms(screen)
        self.add_pair(self._rows["family"], self._rows["given"])
        self.column.addWidget(self._rows["name_zh"])
        self.column.addWidget(self._order_row)
        self.add_pair(self._rows["printed_name"], self._rows["sort_key"])
        self.column.addWidget(self._rows["post_nominals"])
        self.column.addWidget(self._question)
        self.column.addWidget(self._printed)
        screen.language_changed.connect(self._preview)

    def _text_row(self, field: str, name: Message) -> TextRow:
        row = TextRow(self.screen_of, name, lambda text: self._pen.write_person({field: text}))
        row.field.textChanged.connect(self._preview)
        return row

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show the forms of the name."""
        self._record = record
        for field, row in self._rows.items():
            row.show_text(getattr(record, field), is_other=is_other)
        self._order.choose(record.name_order)
        self._order_row.judge(None)
        self._preview()

    def control(self, field: str) -> QWidget | None:
        """Return the control of a form of the name."""
        if field == "name_order":
            return self._order.button(NameOrder.FAMILY_FIRST)
        row = self._rows.get(field)
        return row.field if row is not None else None

    def _write_order(self, order: NameOrder) -> None:
        self._order_row.judge(self._pen.write_person({"name_order": order}))
        self._preview()

    def _typed(self) -> TypedName:
        texts = {field: row.field.text() for field, row in self._rows.items() if field != "post_nominals"}
        return TypedName(
            name_order=NameOrder(str(self._order.value)) if self._order.value else NameOrder.GIVEN_FIRST,
            honorific=self._record.honorific if self._record is not None else Label(),
            **texts,
        )

    def _preview(self) -> None:
        forms = self._typed()
        self._rows["printed_name"].field.setPlaceholderText(usual_latin_name(forms))
        self._rows["sort_key"].field.setPlaceholderText(filed_under(replace(forms, sort_key="")))
        self._printed.show_forms(forms)
        question = passport_question(latin_name(forms), forms.name_zh)
        self._question.setText(self.screen_of.say(question) if question is not None else "")
        self._question.setVisible(question is not None)
