"""What the marks of the calendar mean."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.planning.calendar import DayMark, MarkKind
from alternat.ui.calendar.day_painter import DayPainter
from alternat.ui.calendar.marks import SideLook
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.flow import FlowLayout

_ANY = date(2000, 1, 3)


class _Sample(QWidget):
    """A cell without a date that carries marks."""

    def __init__(self, screen: Screen, sides: Sequence[SideLook], marks: Sequence[DayMark]) -> None:
        super().__init__()
        self._screen, self._sides, self._marks = screen, sides, marks
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        screen.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of a cell."""
        return QSize(self._screen.px(22), self._screen.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell."""
        del event
        painter = QPainter(self)
        rect = QRect(0, 0, self.width(), self.height())
        DayPainter(painter, self._screen, self._sides).day(rect, None, self._marks, is_small=False)
        painter.end()


class Legend(QWidget):
    """The kinds of marks, each beside a cell that carries it."""

    def __init__(self, screen: Screen, sides: Sequence[SideLook]) -> None:
        super().__init__()
        self.wording = Wording(screen)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, Space.M)
        codes = [side.code for side in sides]
        for at, side in enumerate(sides):
            text = message("{country}, on the left edge", country=side.country)
            if at:
                text = message("{country}, on the right edge", country=side.country)
            self._add(flow, screen, sides, (_mark(side.code, MarkKind.HOLIDAY),), text)
        for kind, is_provisional, text in _KINDS:
            marks = tuple(_mark(code, kind, is_provisional=is_provisional) for code in codes)
            shown = marks if kind not in _OF_BOTH else marks[:1]
            self._add(flow, screen, sides, shown, text)

    def _add(
        self,
        flow: FlowLayout,
        screen: Screen,
        sides: Sequence[SideLook],
        marks: Sequence[DayMark],
        text: Message,
    ) -> None:
        item, words = QWidget(), label("caption")
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(_Sample(screen, sides, marks))
        row.addWidget(words)
        self.wording.put(words.setText, text)
        flow.addWidget(item)


_KINDS = (
    (MarkKind.HOLIDAY, False, message("Day off")),
    (MarkKind.HOLIDAY, True, message("Day off, provisional")),
    (MarkKind.MAKE_UP, False, message("Make-up working day")),
    (MarkKind.AVOID, False, message("To avoid")),
    (MarkKind.MEETING, False, message("Meeting")),
    (MarkKind.MEETING, True, message("Meeting, dates not agreed")),
    (MarkKind.DIALOGUE, False, message("An existing dialogue meets")),
)
_OF_BOTH = {MarkKind.MEETING, MarkKind.DIALOGUE}


def _mark(code: str, kind: MarkKind, *, is_provisional: bool = False) -> DayMark:
    side = None if kind in _OF_BOTH else code
    return DayMark(_ANY, side, kind, Label(), is_provisional)
