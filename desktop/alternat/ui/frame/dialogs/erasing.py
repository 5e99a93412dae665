"""The dialog that lets people go for good: whom, what would go with them, and only then the deed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from alternat.actions.erasure import (
    Erased,
    ErasurePlan,
    erase_people,
    people_of_meetings_before,
    plan_erasure,
    shown_text,
)
from alternat.language.called import filed_under, shown_name
from alternat.language.collation import collation_key
from alternat.language.messages import Message, counted, message
from alternat.storage.erasure.erasing import Manner
from alternat.storage.faults import Stopped
from alternat.storage.naming import table_name
from alternat.storage.workspace import open_workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.opening.opener import Opener
from alternat.ui.parts.dialogs.lists import ListDialog
from alternat.ui.parts.dialogs.waiting import wait_for
from alternat.ui.parts.inspector.rows import FieldRow
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField


class Erasing(ListDialog):
    """Lists all people to choose from, or those only of meetings before a day; shows the plan; erases."""

    def __init__(self, desk: Desk, opener: Opener, parent: QWidget, people: Sequence[int] = ()) -> None:
        screen = desk.screen
        super().__init__(screen, message("Erase people for good"), parent)
        self._desk, self._opener, self._window = desk, opener, parent
        self._plan: ErasurePlan | None = None
        self.before = DateField(screen, message("Only of meetings before"))
        self.before.committed.connect(self._choose_before)
        self.people = QListWidget()
        self.people.setAccessibleName(screen.say(message("People")))
        self.numbers = QCheckBox(screen.say(message("Leave a number in the place of each")))
        self.sure = QCheckBox(screen.say(message("I know that this cannot be taken back")))
        self.erase = Button(screen, message("Erase"), kind="danger")
        self.erase.clicked.connect(self._erase)
        self.show_plan = Button(screen, message("Show what would go"))
        self.show_plan.clicked.connect(self._show_plan)
        before = FieldRow(screen, message("Only of meetings before"), self.before)
        day = QHBoxLayout()
        day.addWidget(before)
        day.addStretch()
        self.above.addLayout(day)
        for widget in (self.people, self.numbers):
            self.above.addWidget(widget)
        self.buttons.insertWidget(1, self.sure)
        self.buttons.addWidget(self.show_plan)
        self.buttons.addWidget(self.erase)
        self.people.itemChanged.connect(lambda _item: self._forget_plan())
        self.numbers.toggled.connect(lambda _on: self._forget_plan())
        self.sure.toggled.connect(lambda _on: self._tell_buttons())
        self._list_people(people)
        screen.give_size(self, 640, 620)

    def choose(self, people: Sequence[int]) -> None:
        """Tick these people and nobody else, and show what would go with them."""
        self._list_people(people)

    def _list_people(self, ticked: Sequence[int]) -> None:
        tables = self._desk.tables
        self.people.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.people.clear()
        language = self._desk.screen.language
        for row in sorted(
            tables.Person.select(), key=lambda each: collation_key(filed_under(each), language)
        ):
            item = QListWidgetItem(self._desk.screen.read(shown_name(row)))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            is_on = row.id in ticked
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self.people.addItem(item)
        self.people.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._forget_plan()

    def _choose_before(self, day: date | None) -> None:
        if day is not None:
            self._list_people(people_of_meetings_before(self._desk.tables, day))

    def _ticked(self) -> list[int]:
        items = (self.people.item(at) for at in range(self.people.count()))
        return [
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _forget_plan(self) -> None:
        self._plan = None
        self.sure.setChecked(False)
        self.lines.clear()
        self.say(message("Tick whom to erase; what would go with them is shown before anything goes."))
        self._tell_buttons()

    def _show_plan(self) -> None:
        people = self._ticked()
        manner = Manner.PSEUDONYMISE if self.numbers.isChecked() else Manner.PURGE
        self._plan = self._desk.attempt(lambda: self._planned(people, manner))
        if self._plan is not None:
            self.say(counted("{count} person would go:", "{count} people would go:", len(people)))
            self.lines.addItems([self._desk.screen.say(each) for each in plan_lines(self._plan)])
        self._tell_buttons()

    def _tell_buttons(self) -> None:
        self.show_plan.setEnabled(self._plan is None and bool(self._ticked()))
        self.sure.setEnabled(self._plan is not None)
        self.erase.setEnabled(self._plan is not None and self.sure.isChecked())

    def _planned(self, people: Sequence[int], manner: Manner) -> ErasurePlan | None:
        stop, workspace = Event(), self._desk.workspace

        def plan() -> ErasurePlan:
            with workspace.beside(stop.is_set) as second:
                return plan_erasure(second, people, manner)

        try:
            words = message("The dialogue and its backups are being searched…")
            return wait_for(self._desk.screen, self, words, plan, stop)
        except Stopped:
            return None

    def _erase(self) -> None:
        plan, desk, opener = self._plan, self._desk, self._opener
        if plan is None:
            return
        if not desk.workspace.is_writable:
            desk.attempt(lambda: erase_people(desk.workspace, plan))
            return
        if "://" in desk.workspace.address:
            self._erase_on_server(plan)
            return
        actor, window, words = desk.workspace.actor, self._window, message("People are being erased…")

        def erase(file: Path, password: str | None) -> str | None:
            with open_workspace(file, actor=actor, password=password) as workspace:
                erase_people(workspace, plan)
            return password

        self.accept()
        opener.with_file_closed(erase, plan.label, lambda job: wait_for(desk.screen, window, words, job))

    def _erase_on_server(self, plan: ErasurePlan) -> None:
        """Erase beside the window, over a connection of its own: there are no backups to write anew."""
        desk = self._desk

        def erase() -> Erased:
            with desk.workspace.beside(lambda: False, write=True) as second:
                return erase_people(second, plan)

        words = message("People are being erased…")
        done = desk.attempt(lambda: wait_for(desk.screen, self, words, erase))
        if done is not None:
            desk.catch_up()
            desk.announce(plan.label)
            self.accept()


def plan_lines(plan: ErasurePlan) -> list[Message]:
    """Return what a plan would do, one sentence a kind, and what has to be seen to by hand."""
    traces = plan.traces
    kinds = [
        *((table_name(table), count) for table, count in traces.counts.items()),
        (message("photographs"), len(traces.photos)),
        (message("entries of the history"), len(traces.images)),
        (message("sentences of the history"), len(traces.steps)),
        (message("backups to be written anew"), sum(each.is_touched for each in plan.backups)),
    ]
    lines = [message("{what}: {count}", what=what, count=count) for what, count in kinds if count]
    lines += plan.taken_out
    lines += [
        message(
            "Changed, since it names them: {what} – {text}",
            what=table_name(each.table),
            text=shown_text(plan, each),
        )
        for each in traces.mentions
    ]
    lines += [
        message(
            "May name them, look yourself: {what} – {text}",
            what=table_name(each.table),
            text=shown_text(plan, each),
        )
        for each in traces.doubts
    ]
    lines += [
        message("Cannot be opened and stays: backup {file}", file=each.backup.path.name)
        for each in plan.unreadable
    ]
    lines += [
        message(
            "Was shared, ask for its deletion: {file} ({by}, {day})",
            file=each.name,
            by=each.by,
            day=each.at.date(),
        )
        for each in plan.releases
    ]
    return lines
