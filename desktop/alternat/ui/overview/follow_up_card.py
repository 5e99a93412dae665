"""What of the follow-up is due, stuck or waiting, each line leading to what presses most."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.planning.findings import Severity
from alternat.planning.follow_up_care import Care, Matter, follow_up_care, has_follow_up
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.icons import pixmap
from alternat.ui.look.style import label
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

_LOOKS: Mapping[Matter, Severity] = {
    Matter.OVERDUE: Severity.BLOCKS,
    Matter.LAST_DAY: Severity.WARNS,
    Matter.DUE: Severity.NOTES,
    Matter.STUCK: Severity.WARNS,
    Matter.NO_NEWS: Severity.NOTES,
    Matter.GUIDANCE: Severity.WARNS,
}


def _overdue(care: Care) -> Message:
    return counted(
        "{count} outcome is overdue, since {day}: “{name}”",
        "{count} outcomes are overdue, the oldest since {day}: “{name}”",
        care.count,
        day=_day(care),
        name=care.name,
    )


def _due(care: Care) -> Message:
    return counted(
        "{count} outcome is due soon, by {day}: “{name}”",
        "{count} outcomes are due soon, the first by {day}: “{name}”",
        care.count,
        day=_day(care),
        name=care.name,
    )


def _stuck(care: Care) -> Message:
    return counted(
        "{count} outcome is stuck: “{name}”",
        "{count} outcomes are stuck, longest: “{name}”",
        care.count,
        name=care.name,
    )


def _no_news(care: Care) -> Message:
    return counted(
        "There is no news of {count} outcome: “{name}”",
        "There is no news of {count} outcomes, longest of: “{name}”",
        care.count,
        name=care.name,
    )


def _guidance(care: Care) -> Message:
    return counted(
        "{count} request for guidance waits, since {day}: “{name}”",
        "{count} requests for guidance wait, the oldest since {day}: “{name}”",
        care.count,
        day=_day(care),
        name=care.name,
    )


def _last_day(care: Care) -> Message:
    return counted(
        "{count} instrument has its last day to speak soon, {day}: “{name}”",
        "{count} instruments have their last day to speak soon, the first {day}: “{name}”",
        care.count,
        day=_day(care),
        name=care.name,
    )


_SAYS: Mapping[Matter, Callable[[Care], Message]] = {
    Matter.OVERDUE: _overdue,
    Matter.LAST_DAY: _last_day,
    Matter.DUE: _due,
    Matter.STUCK: _stuck,
    Matter.NO_NEWS: _no_news,
    Matter.GUIDANCE: _guidance,
}


class FollowUpCard(Card):
    """Lists what asks for care; calm where nothing does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._care: tuple[Care, ...] | None = None
        self.wording = Wording(desk.screen)
        self.wording.put(self.title.setText, message("Follow-up"))
        self._nothing = label("muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        show = Button(desk.screen, message("Show the follow-up"), kind="link")
        show.clicked.connect(lambda: desk.show_page("follow-up"))
        only_reads(show)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._rows)
        self.column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def told(self) -> tuple[str, ...]:
        """Return what the lines say, from top to bottom."""
        return tuple(self._desk.screen.say(_SAYS[each.matter](each)) for each in self._care or ())

    def load(self) -> None:
        """Show what asks for care today."""
        desk, say = self._desk, self._desk.screen.say
        self._care = follow_up_care(desk.tables, desk.today())
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in self._care:
            self._rows.addWidget(self._row(each))
        calm = message("Nothing is due, stuck or waiting.")
        if not self._care and not has_follow_up(desk.tables):
            calm = message(
                "What the meetings agree, and what is asked of the co-chairs, is followed up there."
            )
        self._nothing.setText(say(calm))
        self._nothing.setHidden(bool(self._care))

    def _row(self, care: Care) -> QWidget:
        screen, severity = self._desk.screen, _LOOKS[care.matter]
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.S)
        mark, sentence = QLabel(), label(text=screen.say(_SAYS[care.matter](care)), wrap=True)
        for part in (mark, sentence):
            part.setContentsMargins(0, Space.XS, 0, 0)
        look = SEVERITY_LOOKS[severity]
        mark.setPixmap(pixmap(look.icon, severity_colour(severity, screen.palette), screen.px(ICON)))
        show = Button(screen, message("Show"), kind="link")
        show.setAccessibleDescription(sentence.text())
        show.clicked.connect(lambda: self._desk.show_place(Place(care.table, care.row)))
        only_reads(show)
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(sentence, 1)
        across.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _day(care: Care) -> str:
    return care.day.isoformat() if care.day else "–"
