"""The dialog about the revisions of the programme: what has changed since, and publishing the next."""

import getpass
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from alternat.actions.revisions import publish
from alternat.language.formats import date_and_time
from alternat.language.messages import Message, counted, message
from alternat.planning.revision_wording import sentence
from alternat.planning.revisions import (
    ProgrammeChanges,
    Revision,
    changes_between,
    current_changes,
    next_number,
    revisions,
)
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceRow, TextRow
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.segmented import Segmented

BY_SESSION, BY_PERSON = "sessions", "people"


class Revisions(QDialog):
    """Lists what has changed, by session or by person, and publishes the programme as it stands."""

    def __init__(self, desk: Desk, meeting: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, meeting
        screen = desk.screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say(message("Revisions of the programme")))
        self.since = ChoiceRow(screen, message("What has changed since"), self._choose)
        self.view = Segmented(
            screen,
            message("How the changes are listed"),
            [(BY_SESSION, message("By session")), (BY_PERSON, message("By person"))],
        )
        self.view.choose(BY_SESSION)
        self.view.chosen.connect(self._choose)
        self.changes, self._count = QListWidget(), label("strong", wrap=True)
        self.changes.setWordWrap(True)
        self.changes.setAccessibleName(screen.say(message("What has changed")))
        self.by = TextRow(screen, message("Published by"), lambda _text: None)
        self.by.show_text(getpass.getuser(), is_other=True)
        self.publish = Button(screen, message("Publish"), icon="badge-check", kind="primary")
        self.publish.clicked.connect(self._publish)
        self._lay_out()
        self._reads = Reads(desk, self, self.load)
        self.load()

    def load(self) -> None:
        """Offer the revisions there are, the last one chosen, and list what has changed since."""
        with self._reads.noting():
            published = revisions(self._desk.tables, self._meeting)
            number = next_number(self._desk.tables, self._meeting)
            latest = current_changes(self._desk.tables, self._meeting)
        choices = [Choice(each.number, self._named(each)) for each in reversed(published)]
        self.since.field.show_choices(choices, published[-1].number if published else None)
        self.since.setVisible(bool(published))
        self.publish.say(message("Publish revision {number}", number=str(number)))
        self.publish.setEnabled(bool(latest))
        self._list(latest)

    def _choose(self, _value: object) -> None:
        since = self.since.field.value
        if isinstance(since, int):
            self._list(changes_between(self._desk.tables, self._meeting, since))
        else:
            self._list(current_changes(self._desk.tables, self._meeting))

    def _list(self, changes: ProgrammeChanges) -> None:
        say = self._desk.screen.say
        self.changes.clear()
        if self.view.value == BY_PERSON:
            self._list_people(changes)
        else:
            for each in changes.sessions:
                self.changes.addItem(say(sentence(each, changes.names)))
        self._count.setText(say(_summary(changes)))

    def _list_people(self, changes: ProgrammeChanges) -> None:
        say = self._desk.screen.say
        for person in changes.people:
            name = changes.names.get(person.person)
            if name is None:
                continue
            told = (sentence(each, changes.names) for each in person.changes)
            lines = "\n".join(f"    {say(each)}" for each in told)
            self.changes.addItem(f"{self._desk.screen.read(name.name)}\n{lines}")

    def _named(self, revision: Revision) -> str:
        screen = self._desk.screen
        at = revision.published.astimezone(ZoneInfo(revision.snapshot.time_zone))
        text = message(
            "Revision {number}, {moment}, {name}",
            number=str(revision.number),
            moment=date_and_time(at, screen.language),
            name=revision.published_by or "–",
        )
        return screen.say(text)

    def _publish(self) -> None:
        workspace, by = self._desk.workspace, self.by.field.text()
        done = self._desk.attempt(lambda: publish(workspace, self._meeting, by))
        if done is not None:
            self._desk.announce(message("The programme is published."))

    def _lay_out(self) -> None:
        screen = self._desk.screen
        close = Button(screen, message("Close"))
        close.clicked.connect(self.reject)
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.since, 1)
        head.addWidget(self.view, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.by, 1)
        for button in (close, self.publish):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._count)
        column.addWidget(self.changes, 1)
        column.addLayout(foot)
        screen.give_size(self, 680, 480)


def _summary(changes: ProgrammeChanges) -> Message:
    count = len(changes.sessions)
    if changes.since is None:
        if not count:
            return message("The programme has no sessions yet, so there is nothing to publish.")
        return message("Nothing has been published yet, so every session is new.")
    if not count:
        return message("Nothing has changed since this revision.")
    people = counted("{count} person", "{count} people", len(changes.people))
    return counted(
        "{count} change, which concerns {people}",
        "{count} changes, which concern {people}",
        count,
        people=people,
    )
