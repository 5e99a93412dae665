"""The controls that choose some of many: people whose pages print, rooms, requests, outcomes."""

from collections.abc import Sequence
from typing import Any, ClassVar

from alternat.language.called import shown_name
from alternat.language.messages import Message, message
from alternat.planning.disclosure import may_show
from alternat.planning.guidance import guidance_requests
from alternat.planning.outcomes import outcomes
from alternat.planning.roster import roster
from alternat.ui.documents.editors import Editor, Setting
from alternat.ui.documents.ticked_list import Entry, TickedList
from alternat.ui.look.style import label
from alternat.ui.parts.widgets.segmented import Segmented

ALL, SOME = "all", "some"


class Picking(Editor):
    """All of some things, or only those that are ticked; nothing ticked is all of them.

    The things are read only while the list is open, since reading a large delegation takes a moment.
    """

    every: ClassVar[Message]
    some: ClassVar[Message]
    prompt: ClassVar[Message]
    hint: ClassVar[Message]

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._is_open = False
        self._options: Any = None
        self.choice = Segmented(self._screen, title, [(ALL, self.every), (SOME, self.some)])
        self.choice.chosen.connect(self._open)
        self.list = TickedList(self._screen, title, self.prompt)
        self.list.ticked.connect(self.edited)
        self._hint = label("caption", self._screen.say(self.hint), wrap=True)
        for widget in (self.choice, self.list, self._hint):
            self.column.addWidget(widget)

    def entries(self, meeting: int, options: Any) -> Sequence[Entry]:
        """Return what there is to choose from."""
        raise NotImplementedError

    def show_value(self, value: Any, options: Any) -> None:
        """Show all as chosen, or the list with those that are."""
        self._options = options
        self._is_open = self._is_open or bool(value)
        self.choice.choose(SOME if self._is_open else ALL)
        self.list.setVisible(self._is_open)
        self._hint.setVisible(self._is_open and not value)
        meeting = self.setting.desk.meeting
        if self._is_open and meeting is not None:
            with self.setting.reads.noting():
                entries = self.entries(meeting, options)
            self.list.show_entries(entries, value)

    def _open(self, wanted: object) -> None:
        self._is_open = wanted == SOME
        if self._is_open:
            self.show_value((), self._options)
        else:
            self.edited.emit(())


class PeopleChoice(Picking):
    """The people whose pages or badges print."""

    every, some = message("Everybody"), message("Some people")
    prompt = message("Find a person")
    hint = message("Tick the people to print. Until then, everybody prints.")

    def entries(self, meeting: int, options: Any) -> Sequence[Entry]:
        """Return the people of the delegations that print, by precedence."""
        found = []
        for each in roster(self.setting.desk.tables, meeting):
            if not options.sides or each.side in options.sides:
                name = shown_name(each)
                others = (name.en, name.zh, each.sort_key, self._screen.read(each.position))
                # Two people may have one name; the entity tells them apart.
                entity = self._screen.read(each.entity_acronym or each.entity_name)
                text = " · ".join(filter(None, (name.text(self._screen.language), entity)))
                found.append(Entry(each.person, text, others))
        return found


class RoomsChoice(Picking):
    """The rooms whose signs print."""

    every, some = message("All rooms"), message("Some rooms")
    prompt = message("Find a room")
    hint = message("Tick the rooms to print. Until then, all rooms print.")

    def entries(self, meeting: int, options: Any) -> Sequence[Entry]:
        """Return the rooms of the meeting's venues by their codes."""
        del options
        venue, room = self.setting.desk.tables.Venue, self.setting.desk.tables.Room
        query = room.select(room, venue).join(venue).where(venue.meeting == meeting)
        return [
            Entry(each.code, " · ".join(filter(None, (each.code, self._screen.read(each.name)))))
            for each in query.order_by(venue.id, room.number)
        ]


class RequestsChoice(Picking):
    """The requests for guidance whose letters print."""

    every, some = message("All that have an answer"), message("Some requests")
    prompt = message("Find a request")
    hint = message("Tick the requests whose letters to print. Until then, all letters print.")

    def entries(self, meeting: int, options: Any) -> Sequence[Entry]:
        """Return all requests, those that wait first."""
        del meeting, options
        return [
            Entry(each.id, self._screen.read(each.question), (each.question.en, each.question.zh))
            for each in guidance_requests(self.setting.desk.tables)
        ]


class OutcomesChoice(Picking):
    """The outcomes whose texts are compared: those that the paper may show."""

    every, some = message("All outcomes of the meeting"), message("Some outcomes")
    prompt = message("Find an outcome")
    hint = message("Tick the outcomes whose texts to compare. Until then, all are on the sheet.")

    def entries(self, meeting: int, options: Any) -> Sequence[Entry]:
        """Return the outcomes of the meeting in their order."""
        return [
            Entry(each.code, " · ".join((each.code, self._screen.read(each.name))), (each.name.zh,))
            for each in outcomes(self.setting.desk.tables, meeting=meeting)
            if may_show(each, options.audience)
        ]
