"""The row of a described field: its control by its kind, and how a value is shown there and heard from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message
from alternat.nouns import kinds
from alternat.nouns.kinds import Kind
from alternat.nouns.noun import Field, Noun
from alternat.ui.look.screen import Screen
from alternat.ui.parts.choices import Choice, members
from alternat.ui.parts.inspector.rows import NOTHING, ChoiceField, ValueRow
from alternat.ui.parts.typed import read_typed, typed
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.text_fields import GrowingField, LineField

Write = Callable[[Mapping[str, Any]], AlternatError | None]
"""Gives fields to what is shown, and answers with the error that refused them."""
Choices = Callable[[], Sequence[Choice]]


@dataclass(frozen=True, slots=True)
class _Hand:
    """How a row handles controls of a class: shows a value in one, and hears of another."""

    show: Callable[[Any, Any, bool], object]
    said: Callable[[Any], SignalInstance]
    nothing: Any = NOTHING
    """What is shown where there is no value to show."""


_TYPED_IN = _Hand(
    lambda field, text, over: field.show_text(text, over=over), lambda field: field.committed, ""
)
_HANDS: Mapping[type[QWidget], _Hand] = {
    LineField: _TYPED_IN,
    GrowingField: _TYPED_IN,
    LabelEdit: _Hand(
        lambda edit, label, over: edit.show_label(label, over=over), lambda edit: edit.committed, Label()
    ),
    DateField: _Hand(
        lambda field, day, over: field.show_day(day, over=over), lambda field: field.committed, None
    ),
    QCheckBox: _Hand(lambda box, is_so, _: box.setChecked(is_so), lambda box: box.clicked, nothing=False),
    Segmented: _Hand(lambda buttons, value, _: buttons.choose(value), lambda buttons: buttons.chosen),
    ChoiceField: _Hand(lambda field, value, _: field.choose(value), lambda field: field.chosen),
}

_CONTROLS: Mapping[type[Kind], Callable[[Screen, Message], QWidget]] = {
    kinds.Text: lambda *_: LineField(),
    kinds.Listed: lambda *_: LineField(),
    kinds.Texts: LabelEdit,
    kinds.Number: lambda *_: LineField(),
    kinds.Ahead: lambda *_: LineField(),
    kinds.Clock: lambda *_: LineField(),
    kinds.Day: DateField,
    kinds.YesNo: lambda *_: QCheckBox(),
    kinds.OneOf: lambda *_: ChoiceField(),
    kinds.RowOf: lambda *_: ChoiceField(),
}
"""The usual control of each kind."""


class DescribedRow(ValueRow):
    """The row of a field: what is typed is read by the kind of the field before it is written."""

    def __init__(
        self, field: Field, screen: Screen, caption: Message, control: QWidget, write: Write, choices: Choices
    ) -> None:
        super().__init__(screen, caption, control, lambda value: write({field.name: value}))
        self._described, self._choices = field, choices
        self._hand = _HANDS[type(control)]
        self._hand.said(control).connect(self.hear)
        if isinstance(control, DateField):
            control.tells_beside = False
            control.refused.connect(self.judge)

    def put(self, value: Any, *, over: bool) -> None:
        """Put a value into the control, with what it can be chosen from now."""
        if isinstance(self.control, ChoiceField):
            self.control.offer(self._choices())
        if value is NOTHING:
            value = self._hand.nothing
        elif isinstance(self.control, LineField | GrowingField):
            value = typed(self._described, value)
        self._hand.show(self.control, value, over)

    def hear(self, value: Any) -> None:
        """Write what was typed or chosen; what cannot be read is refused as well."""
        try:
            if isinstance(self.control, LineField | GrowingField):
                value = read_typed(self._described, value)
        except AlternatError as error:
            self.judge(error)
        else:
            super().hear(value)
            if self.is_refused and isinstance(self.control, DateField):
                self.control.take_back()


def row_of(
    field: Field,
    caption: Message,
    value: Any,
    screen: Screen,
    write: Write,
    *,
    control: QWidget | None = None,
    choices: Choices | None = None,
    all_choices: Choices | None = None,
) -> DescribedRow:
    """Return the row of a field that shows a value, and writes another as soon as its control is left.

    The control is the usual one of the kind unless the page gives another. `choices` are asked for whenever a
    value is shown: those of a member of an enumeration are its members; those of a row are the page's. Where
    reading them takes a while they are few, and `all_choices` are asked for once the list is opened.
    """
    row = _row(field, caption, screen, write, control, choices)
    if all_choices is not None:
        assert isinstance(row.control, ChoiceField), "only a list is filled when it is opened"
        row.control.fill_when_opened(all_choices)
    row.show_value(value, is_other=True)
    return row


class FieldRows:
    """The rows about one row of a noun: the page has them made one by one and lays them out."""

    def __init__(self, noun: Noun, screen: Screen, write: Write) -> None:
        self._noun, self._screen, self._write = noun, screen, write
        self._rows: dict[str, DescribedRow] = {}

    def make(
        self,
        field: str,
        caption: Message,
        control: QWidget | None = None,
        *,
        choices: Choices | None = None,
    ) -> DescribedRow:
        """Make the row of a field as `row_of` does; it is filled by what is shown next."""
        row = _row(self._noun.field(field), caption, self._screen, self._write, control, choices)
        self._rows[field] = row
        return row

    def show(self, value: object, *, is_other: bool = False) -> None:
        """Show a value, which has the fields by their names; `is_other` tells that it is of another row."""
        for field, row in self._rows.items():
            row.show_value(getattr(value, field), is_other=is_other)


def _row(
    field: Field,
    caption: Message,
    screen: Screen,
    write: Write,
    control: QWidget | None,
    choices: Choices | None,
) -> DescribedRow:
    def own_choices() -> Sequence[Choice]:
        assert isinstance(field.kind, kinds.OneOf), "only the page knows what a row is chosen from"
        return members(screen.catalog, field.kind.members)

    usual = control or _CONTROLS[type(field.kind)](screen, caption)
    return DescribedRow(field, screen, caption, usual, write, choices or own_choices)
