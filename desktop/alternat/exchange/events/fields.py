"""What a column of a list of sessions can mean, and what each meaning is called."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from alternat.exchange.people.fields import UnknownImportField
from alternat.language.label import Language
from alternat.language.messages import Message, message


class EventField(StrEnum):
    """What a column means; a title with a language at its end holds that language only."""

    DAY = "day"
    START = "start"
    END = "end"
    MINUTES = "minutes"
    ZONE = "zone"
    TITLE = "title"
    TITLE_EN = "title-en"
    TITLE_FR = "title-fr"
    TITLE_ZH = "title-zh"
    KIND = "kind"
    ROOM = "room"
    PEOPLE = "people"
    STATUS = "status"
    UID = "uid"
    WEEKDAY = "weekday"
    IGNORE = "ignore"

    @property
    def label(self) -> Message:
        """Return what the field is called in a list of choices."""
        return _LABELS[self]


TITLES: Mapping[EventField, Language | None] = MappingProxyType(
    {
        EventField.TITLE: None,
        EventField.TITLE_EN: Language.EN,
        EventField.TITLE_FR: Language.FR,
        EventField.TITLE_ZH: Language.ZH,
    }
)
"""The fields of a title with their language; None where each cell shows its own."""

_LABELS: Mapping[EventField, Message] = MappingProxyType(
    {
        EventField.DAY: message("Day"),
        EventField.WEEKDAY: message("Day of the week"),
        EventField.START: message("Start time"),
        EventField.END: message("End time"),
        EventField.MINUTES: message("Minutes"),
        EventField.ZONE: message("Time zone"),
        EventField.TITLE: message("Title"),
        EventField.TITLE_EN: message("Title (English)"),
        EventField.TITLE_FR: message("Title (French)"),
        EventField.TITLE_ZH: message("Title (Chinese)"),
        EventField.KIND: message("Kind"),
        EventField.ROOM: message("Room"),
        EventField.PEOPLE: message("Takes part"),
        EventField.STATUS: message("Status"),
        EventField.UID: message("Calendar key"),
        EventField.IGNORE: message("Leave out"),
    }
)


def title_in(language: Language | None) -> EventField:
    """Return the field of a title in a language."""
    return next(field for field, own in TITLES.items() if own == language)


def event_field_named(name: str) -> EventField:
    """Return the field of a name as typed on the command line; raises UnknownImportField."""
    plain = name.strip().casefold().replace("_", "-").replace(".", "-").replace(" ", "-")
    for each in EventField:
        if each.value == plain:
            return each
    raise UnknownImportField(field=name, choices=", ".join(EventField))
