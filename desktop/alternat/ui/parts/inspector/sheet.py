"""The sheet beside a list: a column of named controls about what is selected, be it one row or several."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message
from alternat.nouns.noun import Noun
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.inspector.field_rows import Choices, DescribedRow, Write, row_of
from alternat.ui.parts.inspector.rows import NOTHING
from alternat.ui.parts.tables.list_model import Listed, WriteRows
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented

T = TypeVar("T", bound=Listed)

NARROWEST = 300
"""The least width of a sheet at 100 % text, in logical pixels: that of the longest check box in it."""


class Sheet(QWidget, Generic[T]):
    """Shows one value or what several share; each field is written for all of them when it is left.

    The page adds the rows from top to bottom; they show those fields of the values that they are named after.
    """

    given_up = Signal(object)
    """What was refused goes out of view with the value that it was meant for; carries the error."""

    def __init__(self, screen: Screen, name: Message, noun: Noun, write: WriteRows) -> None:
        super().__init__()
        self.screen_of, self._noun, self._write = screen, noun, write
        self.wording = Wording(screen)
        self.values: tuple[T, ...] = ()
        """What is shown."""
        self.rows: dict[str, DescribedRow] = {}
        self._of_one: list[QWidget] = []
        self._title, self._body = label("title", wrap=True), QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.XS)
        self._lay_out(name)
        screen.language_changed.connect(self._respeak)
        screen.theme_changed.connect(self._make_room)
        self._make_room()

    def heading(self) -> Message:
        """Return what stands above the rows."""
        raise NotImplementedError

    def add_row(
        self,
        field: str,
        caption: Message,
        control: QWidget | None = None,
        *,
        choices: Choices | None = None,
        all_choices: Choices | None = None,
        write: Write | None = None,
        of_several: bool = False,
    ) -> DescribedRow:
        """Add the row of a field; with `of_several` it is shown for several values at once as well."""
        row = row_of(
            self._noun.field(field),
            caption,
            NOTHING,
            self.screen_of,
            write or self.write,
            control=control,
            choices=choices,
            all_choices=all_choices,
        )
        self.rows[field] = row
        if not of_several:
            self._of_one.append(row)
        self.place(row)
        return row

    def place(self, row: DescribedRow) -> None:
        """Put a row below the last one."""
        if isinstance(row.control, QCheckBox):
            self.column.addSpacing(Space.S)
        else:
            row.stand_out()
        if isinstance(row.control, Segmented | DateField):
            row.column.setAlignment(row.control, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(row)

    def add_hint(self, text: Message) -> None:
        """Add a quiet sentence below the last row."""
        hint = label("caption", wrap=True)
        self.wording.put(hint.setText, text)
        self.column.addWidget(hint)

    def write(self, fields: Mapping[str, object]) -> AlternatError | None:
        """Give fields to all that is shown; the answer is the error that refused them."""
        return self._write([each.id for each in self.values], fields)

    def show_values(self, values: Sequence[T]) -> None:
        """Show one value, what several share, or how to choose one."""
        is_other = [each.id for each in values] != [each.id for each in self.values]
        if is_other:
            for row in self.rows.values():
                if row.error is not None:
                    self.given_up.emit(row.error)
        self.values = tuple(values)
        self._title.setText(self.screen_of.say(self.heading()))
        self._body.setVisible(bool(values))
        for widget in self._of_one:
            widget.setVisible(len(values) == 1)
        for field, row in self.rows.items():
            row.show_value(self._shared(field), is_other=is_other)

    def focus_first(self) -> None:
        """Put the cursor into the first row; of a text in three languages, into that of the screen."""
        control = next(iter(self.rows.values())).control
        if isinstance(control, LabelEdit):
            control.focus_language(self.screen_of.language)
        else:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_typing(self) -> None:
        """Let the field with the cursor commit before the sheet turns to something else."""
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()

    def _shared(self, field: str) -> Any:
        held = [getattr(each, field) for each in self.values]
        return held[0] if held and all(each == held[0] for each in held) else NOTHING

    def _respeak(self) -> None:
        self.wording.say_again()
        self.show_values(self.values)

    def _make_room(self) -> None:
        """Take the width that rows need at the size of the text; what needs more is scrolled to."""
        self.setMinimumWidth(self.screen_of.px(NARROWEST))

    def _lay_out(self, name: Message) -> None:
        sheet = QWidget()
        surface(sheet, "side")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._title)
        column.addWidget(self._body)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wording.put(area.setAccessibleName, name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
