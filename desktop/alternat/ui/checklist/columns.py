"""The columns of the checklist and of its template: what each shows, and how it is edited."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from alternat.language.catalogs import Catalog
from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.countdown import TaskOwner
from alternat.ui.checklist.lines import Line, distance

OWNERS = {
    TaskOwner.HOST: message("Host"),
    TaskOwner.GUEST: message("Guest"),
    TaskOwner.BOTH: message("Both"),
}
"""Which side a line of the template falls to, in words."""


class Editing(Enum):
    """How a cell is edited."""

    NONE = auto()
    TICK = auto()
    DISTANCE = auto()
    TEXT = auto()
    OWNER = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Reader:
    """What a cell's text depends on besides its line."""

    catalog: Catalog
    countries: dict[str, Label]
    """The countries by the code of their side."""


@dataclass(frozen=True, slots=True)
class LineColumn:
    """One column; `width` is in logical pixels at 100 % text, 0 takes what is left.

    Of the columns that can be spared, the highest `spared` goes first where the text would be cut short; what
    they tell stands in the inspector as well.
    """

    title: Message
    width: int
    text: Callable[[Line, Reader], str]
    editing: Editing = Editing.NONE
    spared: int = 0


def standing(line: Line) -> Message:
    """Return the word for how a task stands."""
    if line.is_done:
        return message("Done")
    if line.is_overdue:
        return message("Overdue")
    return message("To do") if line.due else message("No date")


def _standing(line: Line, reader: Reader) -> str:
    return reader.catalog.say(standing(line))


def _due(line: Line, reader: Reader) -> str:
    return short_date(line.due, reader.catalog.language) if line.due else "–"


def _distance(line: Line, reader: Reader) -> str:
    return reader.catalog.say(distance(line.days_before))


def _text(line: Line, reader: Reader) -> str:
    return line.text.on_screen(reader.catalog.language)


def _owner(line: Line, reader: Reader) -> str:
    if isinstance(line.owner, TaskOwner):
        return reader.catalog.say(OWNERS[line.owner])
    if line.owner is None:
        return reader.catalog.say(OWNERS[TaskOwner.BOTH])
    return reader.countries[line.owner].on_screen(reader.catalog.language)


def _person(line: Line, reader: Reader) -> str:
    return line.person_name.on_screen(reader.catalog.language) if line.person_name else ""


def done(line: Line, reader: Reader) -> str:
    """Return on which day a task was done, and by whom."""
    if line.done_on is None:
        return ""
    day = short_date(line.done_on, reader.catalog.language)
    return f"{day} · {line.done_by}" if line.done_by else day


TASK_COLUMNS = (
    LineColumn(message("Standing"), 106, _standing, Editing.TICK),
    LineColumn(message("Due"), 92, _due),
    LineColumn(message("When"), 132, _distance, Editing.DISTANCE, spared=1),
    LineColumn(message("Task"), 0, _text, Editing.TEXT),
    LineColumn(message("Side"), 76, _owner, Editing.OWNER),
    LineColumn(message("Person"), 110, _person, Editing.PERSON),
    LineColumn(message("Done on, by"), 150, done, spared=2),
)
TEMPLATE_COLUMNS = (
    LineColumn(message("When"), 150, _distance, Editing.DISTANCE),
    LineColumn(message("Task"), 0, _text, Editing.TEXT),
    LineColumn(message("Falls to"), 100, _owner, Editing.OWNER),
)
