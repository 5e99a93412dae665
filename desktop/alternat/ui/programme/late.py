"""The dialog for a day that runs late, which shows what moves and what no longer fits beforehand."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from alternat.actions.programme import run_late
from alternat.language.formats import clock
from alternat.language.messages import counted, message
from alternat.nouns.programme import LATE, SESSION
from alternat.planning.programme import Programme, moment
from alternat.planning.running_late import Delay, run_late_by
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import row_of
from alternat.ui.parts.inspector.rows import ChoiceRow, FieldRow
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.wheel import NumberField


class RunningLate(QDialog):
    """Asks from when, by how much and where, and shows what that does; one button does it in one step."""

    def __init__(self, desk: Desk, programme: Programme, day: date, start: time, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._programme, self._day, self._start = desk, programme, day, start
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("Running late")))
        self.start = row_of(SESSION.field("start"), message("From"), start, screen, self._set_start)
        self.minutes = NumberField()
        self.minutes.setRange(LATE.least, LATE.most)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(15)
        self.minutes.valueChanged.connect(self.refresh)
        minutes = FieldRow(screen, message("Minutes late"), self.minutes)
        self.room = ChoiceRow(screen, message("Where"), lambda _value: self.refresh())
        rooms = [Choice(each.id, screen.read(each.name) or each.code) for each in programme.rooms.values()]
        everywhere = Choice(None, screen.say(message("In all rooms")))
        self.room.field.show_choices((everywhere, *rooms), None)
        self.moves, self.squeezes = QListWidget(), QListWidget()
        self._moving, self._squeezed = label("strong", wrap=True), label("strong", wrap=True)
        self.push = Button(screen, message("Push"), icon="timer", kind="primary")
        self.push.clicked.connect(self._push)
        close = Button(screen, message("Close"))
        close.clicked.connect(self.reject)
        fields, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (self.start, minutes, self.room):
            fields.addWidget(row, 1)
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.push)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addLayout(fields)
        for widget in (self._moving, self.moves, self._squeezed, self.squeezes):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.moves.setAccessibleName(screen.say(message("What moves")))
        self.squeezes.setAccessibleName(screen.say(message("What no longer fits")))
        screen.give_size(self, 560, 480)
        self.refresh()

    @property
    def delay(self) -> Delay:
        """What the delay as typed does."""
        room = self.room.field.value
        return run_late_by(
            self._programme,
            moment(self._day, self._start, self._programme.time_zone),
            self.minutes.value(),
            room=room if isinstance(room, int) else None,
        )

    def refresh(self) -> None:
        """Show what moves and what no longer fits."""
        screen, delay, sessions = self._desk.screen, self.delay, self._programme.sessions
        self.moves.clear()
        for move in delay.moves:
            session = sessions[move.session]
            old, new = (clock(each, screen.language, in_table=True) for each in (session.start, move.start))
            self.moves.addItem(f"{old} → {new}  {screen.read(session.title)}")
        self.squeezes.clear()
        for each in delay.squeezes:
            text = message(
                "{session} runs {minutes} min into {fixed}, which holds its time",
                session=sessions[each.session].title,
                minutes=each.minutes,
                fixed=sessions[each.fixed].title,
            )
            self.squeezes.addItem(screen.say(text))
        count = len(delay.moves)
        self._moving.setText(screen.say(counted("{count} session moves", "{count} sessions move", count)))
        tight = len(delay.squeezes)
        self._squeezed.setText(
            screen.say(counted("{count} no longer fits", "{count} no longer fit", tight))
            if tight
            else screen.say(message("Everything still fits"))
        )
        self.squeezes.setVisible(bool(tight))
        self.push.setEnabled(bool(count))
        self.push.say(counted("Push {count} session", "Push {count} sessions", count))

    def _set_start(self, fields: Mapping[str, Any]) -> None:
        self._start = fields["start"]
        self.refresh()

    def _push(self) -> None:
        room, workspace = self.room.field.value, self._desk.workspace
        after = moment(self._day, self._start, self._programme.time_zone)
        done = self._desk.attempt(
            lambda: run_late(
                workspace,
                self._programme.meeting,
                after,
                self.minutes.value(),
                room=room if isinstance(room, int) else None,
            )
        )
        if done is not None:
            self.accept()
