"""Who hosts in the years to come, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.planning.hosting import MOST_AHEAD, ForecastYear, coming_year, forecast
from alternat.ui.calendar.sheet import Sheet, emptied
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.tag import SideTag, Tag
from alternat.ui.parts.widgets.wheel import NumberField

AT_FIRST = 6
"""How many years are foretold until another number is asked for."""


class HostsPanel(QWidget):
    """The forecast of hosts, one row a year."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.wording = Wording(desk.screen)
        self.count = NumberField()
        self.count.setRange(1, MOST_AHEAD)
        self.count.setValue(AT_FIRST)
        self.count.valueChanged.connect(lambda _: self.load())
        caption, row = label("muted"), QHBoxLayout()
        self.wording.put(caption.setText, message("Years to look ahead"))
        self.wording.put(self.count.setAccessibleName, message("Years to look ahead"))
        row.addWidget(caption)
        row.addWidget(self.count)
        row.addStretch()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.M)
        sheet = Sheet(self.wording, message("Hosts"))
        sheet.column.addLayout(row)
        sheet.column.addLayout(self._rows)
        sheet.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)

    def load(self) -> None:
        """Foretell the hosts from the first year that has a meeting or can still get one."""
        year = coming_year(self._desk.tables, self._desk.today())
        rows = emptied(self._rows)
        for entry in forecast(self._desk.tables, year, year + self.count.value() - 1):
            rows.addWidget(self._row(entry))

    def _row(self, entry: ForecastYear) -> QWidget:
        screen, tables = self._desk.screen, self._desk.tables
        side = tables.Side.get(tables.Side.code == entry.side)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(label("strong", str(entry.year)))
        head.addWidget(SideTag(screen, screen.read(side.country), side.colour))
        head.addStretch()
        if entry.is_override:
            head.addWidget(Tag(screen.say(message("Out of turn")), "warns"))
        elif entry.meeting is None:
            head.addWidget(Tag(screen.say(message("Expected"))))
        column.addLayout(head)
        reason = label("caption", screen.say(entry.reason), wrap=True)
        reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(reason)
        return row
