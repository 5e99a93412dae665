"""The inspector of the checklist: the selected line in three languages, or several lines at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.nouns.countdown import TaskOwner
from alternat.ui.checklist.columns import OWNERS
from alternat.ui.checklist.lines import Line, read_distance, written
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, restyle, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.text_fields import LineField


class LineInspector(QWidget):
    """Edits what is selected; `changed` carries the fields, each field is written when it is left."""

    changed = Signal(object)
    done_wanted = Signal(bool)
    """The selected tasks are to be ticked off, or reopened."""
    done_changed = Signal(object)
    """The day and the name by which the selected task was done."""

    def __init__(self, desk: Desk, *, template: bool) -> None:
        super().__init__()
        screen = desk.screen
        self._screen, self._is_template = screen, template
        self._lines: tuple[Line, ...] = ()
        self.wording = Wording(screen)
        self._title = label("title", wrap=True)
        self.text = LabelEdit(screen, message("Task"), multiline=True)
        self.distance = LineField()
        self.owner = Segmented(screen, *_owners(desk, template=template))
        self.follow_up = QCheckBox()
        self.done = Button(screen, message("Tick off"), icon="circle-check")
        self.done_on, self.done_by = DateField(screen, message("Done on")), LineField()
        self.note = LineField()
        self._single: list[QWidget] = []
        self._when_done: list[QWidget] = []
        self._lay_out()
        self._connect()
        screen.language_changed.connect(self.wording.say_again)
        screen.language_changed.connect(self._respeak)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show one line, what several share, or how to choose one."""
        self._lines = tuple(lines)
        self._title.setText(self._screen.say(self._heading()))
        self._body.setVisible(bool(lines))
        is_single = len(lines) == 1
        for widget in self._single:
            widget.setVisible(is_single)
        if not lines:
            return
        self._show_shared()
        if is_single:
            self._show_one(lines[0])

    def focus_text(self) -> None:
        """Put the cursor into the text, in the screen language."""
        self.text.focus_language(self._screen.language)

    def _respeak(self) -> None:
        self.show_lines(self._lines)

    def _heading(self) -> Message:
        count = len(self._lines)
        if not count:
            return message("Select a line to edit it in all three languages.")
        if count == 1:
            return message("Line of the template") if self._is_template else message("Task")
        return counted("{count} line selected", "{count} lines selected", count)

    def _show_shared(self) -> None:
        distances = {line.days_before for line in self._lines}
        self.distance.show_text(written(distances.pop()) if len(distances) == 1 else "")
        restyle(self.distance, "refused", "")
        owners = {line.owner for line in self._lines}
        self.owner.choose(owners.pop() if len(owners) == 1 else "")
        is_done = all(line.is_done for line in self._lines)
        self.done.say(message("Reopen") if is_done else message("Tick off"))
        for widget in self._when_done:
            widget.setVisible(is_done and len(self._lines) == 1)

    def _show_one(self, line: Line) -> None:
        self.text.show_label(line.text)
        self.follow_up.setChecked(line.is_follow_up)
        self.done_on.show_day(line.done_on)
        self.done_by.show_text(line.done_by)
        self.note.show_text(line.note)

    def _lay_out(self) -> None:
        self._body = QWidget()
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.XS)
        self._rows = rows
        self.wording.put(self.follow_up.setText, message("Carry over while it is not done"))
        self._single += [self._row(message("Text"), self.text)]
        self._row(message("Weeks before the meeting"), self.distance)
        hint = label("caption", wrap=True)
        self.wording.put(hint.setText, message("26, or 10 d for days; with a minus for after the last day"))
        rows.addWidget(hint)
        self._row(message("Falls to") if self._is_template else message("Side"), self.owner)
        if not self._is_template:
            self._when_done += [
                self._row(message("Done on"), self.done_on),
                self._row(message("Done by"), self.done_by),
            ]
            self._single += [self.follow_up, self._row(message("Note"), self.note)]
            rows.addSpacing(Space.S)
            rows.addWidget(self.follow_up)
            rows.addSpacing(Space.S)
            rows.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch()
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
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(area.setAccessibleName, message("Task"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _row(self, caption: Message, control: QWidget) -> QWidget:
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, Space.S, 0, 0)
        inside.setSpacing(Space.XS)
        name = label("caption-strong")
        self.wording.put(name.setText, caption)
        if isinstance(control, LineField):
            self.wording.put(control.setAccessibleName, caption)
        inside.addWidget(name)
        is_narrow = isinstance(control, Segmented | DateField)
        inside.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag(0))
        self._rows.addWidget(row)
        return row

    def _connect(self) -> None:
        self.text.committed.connect(lambda text: self._write(text=text))
        self.distance.committed.connect(self._write_distance)
        self.owner.chosen.connect(lambda owner: self._write(owner=owner))
        self.note.committed.connect(lambda note: self._write(note=note))
        self.follow_up.clicked.connect(lambda is_carried: self._write(is_follow_up=is_carried))
        self.done.clicked.connect(
            lambda: self.done_wanted.emit(not all(each.is_done for each in self._lines))
        )
        self.done_on.committed.connect(self._write_day)
        self.done_by.committed.connect(lambda name: self._write_done(done_by=name))

    def _write(self, **fields: Any) -> None:
        self.changed.emit(fields)

    def _write_distance(self, text: str) -> None:
        days = read_distance(text)
        restyle(self.distance, "refused", "true" if days is None else "")
        if days is not None:
            self._write(days_before=days)

    def _write_day(self, day: Any) -> None:
        if day is None:
            self.done_wanted.emit(False)  # noqa: FBT003 - what the signal carries
        else:
            self._write_done(done_on=day)

    def _write_done(self, **fields: Any) -> None:
        line = self._lines[0]
        self.done_changed.emit({"done_on": line.done_on, "done_by": line.done_by, **fields})


def _owners(desk: Desk, *, template: bool) -> tuple[Message, list[tuple[Any, Message]]]:
    """Return the name of the choice of side, and its choices."""
    if template:
        return message("Falls to"), list(OWNERS.items())
    sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
    return message("Side"), [
        (None, OWNERS[TaskOwner.BOTH]),
        *((side.code, spoken(side.country)) for side in sides),
    ]
