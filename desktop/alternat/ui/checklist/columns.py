"""The columns of the checklist and of its template: what each shows, and how it is edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from alternat.language.catalogs import Catalog
from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.countdown import TASK, TASK_TEMPLATE, TaskOwner
from alternat.ui.checklist.lines import TaskLine, TemplateLine
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.tables.columns import Column, Look, field_column

OWNERS = {
    TaskOwner.HOST: message("Host"),
    TaskOwner.GUEST: message("Guest"),
    TaskOwner.BOTH: message("Both"),
}
"""Which side a line of the template falls to, in words."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a cell's text and its choices depend on besides its line."""

    catalog: Catalog
    countries: Mapping[str, Label]
    """The countries by the code of their side, in the order of the sides."""
    people: Callable[[TaskLine], Sequence[Choice]]
    """Who can see to a task."""


def _standing(line: TaskLine, reader: Reader) -> str:
    if line.is_done:
        return reader.catalog.say(message("Done"))
    if line.is_overdue:
        return reader.catalog.say(message("Overdue"))
    return reader.catalog.say(message("To do") if line.due else message("No date"))


def _standing_in_full(line: TaskLine, reader: Reader) -> str:
    return ": ".join(filter(None, (_standing(line, reader), _done(line, reader))))


def _due(line: TaskLine, reader: Reader) -> str:
    return short_date(line.due, reader.catalog.language) if line.due else "–"


def _side(line: TaskLine, reader: Reader) -> str:
    if line.owner_side is None:
        return reader.catalog.say(OWNERS[TaskOwner.BOTH])
    return reader.countries[line.owner_side].on_screen(reader.catalog.language)


def _sides(_line: TaskLine, reader: Reader) -> Sequence[Choice]:
    both = Choice(None, reader.catalog.say(OWNERS[TaskOwner.BOTH]))
    language = reader.catalog.language
    return [both, *(Choice(code, name.on_screen(language)) for code, name in reader.countries.items())]


def _person(line: TaskLine, reader: Reader) -> str:
    return line.owner_name.on_screen(reader.catalog.language)


def _people(line: TaskLine, reader: Reader) -> Sequence[Choice]:
    return reader.people(line)


def _done(line: TaskLine, reader: Reader) -> str:
    if line.done_on is None:
        return ""
    day = short_date(line.done_on, reader.catalog.language)
    return f"{day} · {line.done_by}" if line.done_by else day


def _part(line: TemplateLine, reader: Reader) -> str:
    return reader.catalog.say(OWNERS[line.owner])


def _parts(_line: TemplateLine, reader: Reader) -> Sequence[Choice]:
    return [Choice(owner, reader.catalog.say(word)) for owner, word in OWNERS.items()]


def _mark(line: TaskLine) -> Look:
    if line.is_done:
        return Look("good", icon="circle-check")
    if line.is_overdue:
        return Look("blocks", is_strong=True, icon="circle-alert")
    return Look("muted", icon="circle")


def _quiet(line: TaskLine) -> Look:
    return Look("muted" if line.is_done else "")


def _stressed(line: TaskLine) -> Look:
    return Look("muted" if line.is_done else "", is_strong=line.is_overdue)


TASK_COLUMNS: tuple[Column[TaskLine, Reader], ...] = (
    Column(message("Standing"), 106, _standing, look=_mark, tip=_standing_in_full, is_mark=True),
    Column(message("Due"), 92, _due, look=_quiet),
    field_column(TASK.field("days_before"), message("When"), 132, spared=1, look=_quiet),
    field_column(TASK.field("text"), message("Task"), 0, look=_stressed),
    field_column(TASK.field("owner_side"), message("Side"), 76, text=_side, choices=_sides, look=_quiet),
    field_column(TASK.field("owner"), message("Person"), 110, text=_person, choices=_people, look=_quiet),
    Column(message("Done on, by"), 150, _done, spared=2, look=_quiet),
)
TEMPLATE_COLUMNS: tuple[Column[TemplateLine, Reader], ...] = (
    field_column(TASK_TEMPLATE.field("days_before"), message("When"), 150),
    field_column(TASK_TEMPLATE.field("text"), message("Task"), 0),
    field_column(TASK_TEMPLATE.field("owner"), message("Falls to"), 100, text=_part, choices=_parts),
)
