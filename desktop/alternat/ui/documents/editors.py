"""The controls that options of a document are set with: each shows a value and tells when it is changed."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from alternat.actions.meetings import raise_revision
from alternat.actions.terms import change_side
from alternat.documents.contents.meeting import SideFacts
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.language_order import LanguageOrder
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.wheel import DayField


@dataclass(frozen=True, slots=True)
class Setting:
    """Where options are set: the desk, what notes reads, the sides, and what prints a test sheet."""

    desk: Desk
    reads: Reads
    sides: tuple[SideFacts, ...]
    print_test_sheet: Callable[[], None]

    def side(self, code: str) -> SideFacts:
        """Return the side of a code, the first one if there is none."""
        return next((side for side in self.sides if side.code == code), self.sides[0])


class Editor(QWidget):
    """A control for one option."""

    edited = Signal(object)
    """The new value that the person chose."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__()
        self.setting, self.title = setting, title
        self._screen = setting.desk.screen
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.XS)

    def show_value(self, value: Any, options: Any) -> None:
        """Show a value among all the options of the document, without telling anybody."""
        raise NotImplementedError

    def is_relevant(self, options: Any) -> bool:
        """Return whether there is anything to choose. Here, there always is."""
        del options
        return True

    def show_count(self, count: int) -> None:
        """Take how many badges or rows the document has. Here, nothing depends on it."""


class Switch(Editor):
    """A box that is ticked or not; its own text is the title."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._box = QCheckBox(self._screen.say(title))
        self._box.setAccessibleName(self._box.text())
        self._box.clicked.connect(lambda: self.edited.emit(self._box.isChecked()))
        self.column.addWidget(self._box)

    def show_value(self, value: Any, options: Any) -> None:
        """Tick the box or not."""
        del options
        self._box.setChecked(bool(value))


class Choice(Editor):
    """One of a few values, all in view."""

    def __init__(self, setting: Setting, title: Message, choices: Sequence[tuple[Hashable, Message]]) -> None:
        super().__init__(setting, title)
        self._choices = Segmented(self._screen, title, choices)
        self._choices.chosen.connect(self.edited)
        self.column.addWidget(self._choices)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the value as chosen."""
        del options
        self._choices.choose(value)


def choice_of(names: Mapping[Any, Message]) -> Callable[[Setting, Message], Editor]:
    """Return what makes a `Choice` among named values, such as the members of an enumeration."""
    return lambda setting, title: Choice(setting, title, list(names.items()))


def country(side: SideFacts) -> Message:
    """Return the name of a side's country as a sentence of its own."""
    return Message("{country}", {"country": side.country})


class CopyChoice(Choice):
    """The side whose copy it is."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title, [(side.code, country(side)) for side in setting.sides])


class SidesChoice(Editor):
    """The delegations that print: both, or one."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        single = [((side.code,), country(side)) for side in setting.sides]
        self._choices = Segmented(self._screen, title, [((), message("Both")), *single])
        self._choices.chosen.connect(self.edited)
        self.column.addWidget(self._choices)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the sides as chosen; all of them one by one are both."""
        del options
        every = len(value) == len(self.setting.sides)
        for choice in ((), *((side.code,) for side in self.setting.sides)):
            self._choices.button(choice).setChecked(choice == (() if every else tuple(value)))


class Languages(Editor):
    """The languages that print, in order, and the way to make that the order of the side's office."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._order = LanguageOrder(self._screen)
        self._order.setAccessibleName(self._screen.say(title))
        self._order.chosen.connect(self.edited)
        self._keep = Button(self._screen, message("Keep this order for every paper of the side"), kind="link")
        self._keep.clicked.connect(self._keep_for_side)
        self._copy_for = ""
        self.column.addWidget(self._order)
        self.column.addWidget(self._keep)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the languages; the order of the side is offered only where this is another one."""
        self._copy_for = options.copy_for
        self._order.show_languages(value)
        own = self.setting.side(options.copy_for).languages
        usual = (*own, *(language for language in Language if language not in own))
        self._keep.setVisible(tuple(value) != usual[: len(value)])

    def _keep_for_side(self) -> None:
        desk, side = self.setting.desk, self.setting.side(self._copy_for)
        order = {"languages": tuple(language.value for language in self._order.order)}
        desk.attempt(lambda: change_side(desk.workspace, side.id, order))


class Revision(Editor):
    """The revision of the list, which the meeting keeps, and the step to the next one."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._number = label()
        self._raise = Button(self._screen, message("Raise revision"), icon="plus")
        self._raise.clicked.connect(self._raise_revision)
        row = QHBoxLayout()
        row.addWidget(self._number)
        row.addStretch()
        row.addWidget(self._raise)
        self.column.addLayout(row)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the revision."""
        del options
        self._number.setText(self._screen.say(message("Revision {number}", number=value)))

    def _raise_revision(self) -> None:
        desk = self.setting.desk
        meeting = desk.meeting
        if meeting is not None:
            desk.attempt(lambda: raise_revision(desk.workspace, meeting))


class Day(Editor):
    """A date, with the way back to today."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._day = DayField()
        self._day.setCalendarPopup(True)
        self._day.setLocale(QLocale(self._screen.language.locale))
        self._day.setAccessibleName(self._screen.say(title))
        self._day.dateChanged.connect(self._tell)
        self._today = Button(self._screen, message("Today"), kind="link")
        self._today.clicked.connect(lambda: self.edited.emit(setting.desk.today()))
        row = QHBoxLayout()
        row.addWidget(self._day, 1)
        row.addWidget(self._today)
        self.column.addLayout(row)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the date."""
        del options
        with QSignalBlocker(self._day):
            self._day.setDate(QDate(value.year, value.month, value.day))
        self._today.setVisible(value != self.setting.desk.today())

    def _tell(self, day: QDate) -> None:
        self.edited.emit(date(day.year(), day.month(), day.day()))
