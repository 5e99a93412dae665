"""What the person leads: existing dialogues, objectives and outcomes, each with a link that leads there."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from alternat.language.formats import short_date
from alternat.language.messages import Message, message
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.leading import Leading, LedProvision, leading
from alternat.planning.outcomes import state_words
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import hairline
from alternat.ui.parts.inspector.links import Link, LinksSection
from alternat.ui.person.record import Record
from alternat.ui.person.section import RecordSection

_KINDS = {
    ProvisionKind.EXISTING_DIALOGUE: message("Existing dialogue"),
    ProvisionKind.OBJECTIVE: message("Objective"),
}


class LeadsSection(RecordSection):
    """The links under a line of their own, out of sight for whoever leads nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.screen)
        self._desk = desk
        self.links = LinksSection(desk, message("Leads"), message("Leads nothing."))
        self.column.addWidget(hairline())
        self.column.addWidget(self.links)
        self.hide()

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show what the person leads."""
        found = Leading((), ())
        if record.id is not None:
            found = leading(self._desk.tables, record.id, self._desk.today())
        self.setVisible(bool(found))
        self.links.show_links(tuple(self._links(found)), is_other=is_other)

    def control(self, field: str) -> QWidget | None:
        """Return the first link, for whoever looks for what the person leads."""
        return self.links if field == "leads" else None

    def _links(self, found: Leading) -> Iterator[Link]:
        screen, today = self.screen_of, self._desk.today()
        for led in found.provisions:
            parts = (screen.read(led.name), screen.say(_days(led)) if led.since or led.until else "")
            text = " · ".join(filter(None, parts))
            kind = screen.say(_KINDS.get(led.kind, message("Topic")))
            yield Link(Place("holder", led.holder), kind, text, led.is_over(today))
        for each in found.outcomes:
            due = short_date(each.due, screen.language) if each.due and each.is_open else ""
            told = (screen.read(each.name), screen.say(state_words(each.kind, each.state)), due)
            text = " · ".join(filter(None, told))
            yield Link(Place("outcome", each.id), each.code, text, not each.is_open)


def _days(led: LedProvision) -> Message:
    if led.since and led.until:
        return message("{since} to {until}", since=_day(led.since), until=_day(led.until))
    if led.until:
        return message("until {until}", until=_day(led.until))
    return message("since {since}", since=_day(led.since))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
