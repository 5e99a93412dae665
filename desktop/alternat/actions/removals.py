"""What goes along when something is removed, and what of it has left the desk; told before it is done."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.base import Row
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS
from alternat.planning.releases import read_releases
from alternat.planning.told import CALENDARS
from alternat.storage.naming import table_name

_NAMED = 5
"""How many sessions a sentence names before it counts the others."""
_UNSAID = frozenset({"contact", "party"})
"""What is a part of a row that is named already."""


@dataclass(slots=True)
class _Along:
    """The rows that go with others, and those that stay without them, by table."""

    removed: Counter[str] = field(default_factory=Counter)
    sessions: set[int] = field(default_factory=set)
    """The sessions that stay and lose a room or a sub-group."""
    chaired: set[int] = field(default_factory=set)
    """The sessions that lose a chair or a lead speaker."""
    cleared: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    """The rows that referred to them, by table and field; those that go as well are still among them."""
    seen: set[tuple[str, int]] = field(default_factory=set)
    """Every row that goes."""


def rooms_removal(tables: Tables, rooms: Collection[int]) -> tuple[Message, ...]:
    """Return what is told of removing rooms: which sessions are without a room then."""
    along = _walked(tables, tables.Room, rooms)
    return (*_without_room(tables, along.sessions), *_without_it(tables, along))


def venue_removal(tables: Tables, venue: int) -> tuple[Message, ...]:
    """Return what is told of removing a venue: its rooms and ways, and which sessions have no room then."""
    along = _walked(tables, tables.Venue, [venue])
    return (*_with_it(along), *_without_room(tables, along.sessions), *_without_it(tables, along))


def meeting_removal(tables: Tables, meeting: int) -> tuple[Message, ...]:
    """Return what is told of removing a meeting: all that goes with it, and the calendars that have left."""
    left = read_releases(tables, meeting=tables.Meeting.get_by_id(meeting).reference)
    calendars = sum(each.kind in CALENDARS for each in left)
    along = _walked(tables, tables.Meeting, [meeting])
    sentences = [*_with_it(along), *_without_it(tables, along)]
    if calendars:
        sentences.append(
            counted(
                "{count} calendar file of it has left. Cancel the meeting and share it again first, so that "
                "the sessions are struck out in people’s calendars.",
                "{count} calendar files of it have left. Cancel the meeting and share them again first, so "
                "that the sessions are struck out in people’s calendars.",
                calendars,
            )
        )
    if len(left) > calendars:
        sentences.append(_papers(len(left) - calendars))
    return tuple(sentences)


def people_removal(tables: Tables, people: Collection[int]) -> tuple[Message, ...]:
    """Return what is told of removing people: their parts, what they chair, and what of them has left."""
    along = _walked(tables, tables.Person, people)
    left = {each.id: each for person in people for each in read_releases(tables, person=person)}
    own = sum(each.subject in people and each.kind in CALENDARS for each in left.values())
    sentences = [*_with_it(along)]
    if along.chaired:
        sentences.append(
            counted(
                "{count} session loses a chair or a lead speaker: {names}",
                "{count} sessions lose a chair or a lead speaker: {names}",
                len(along.chaired),
                names=_titles(tables, along.chaired),
            )
        )
    sentences += _without_it(tables, along)
    if own:
        sentences.append(
            counted(
                "{count} personal calendar has left, which cannot be struck out any more. Take the person "
                "off the sessions and share it again first.",
                "{count} personal calendars have left, which cannot be struck out any more. Take the people "
                "off the sessions and share them again first.",
                own,
            )
        )
    if len(left) > own:
        sentences.append(_papers(len(left) - own))
    return tuple(sentences)


def subgroup_removal(tables: Tables, subgroup: int) -> tuple[Message, ...]:
    """Return what is told of removing a sub-group: its members, and which sessions are no longer its own."""
    along = _walked(tables, tables.SubGroup, [subgroup])
    sentences = [*_with_it(along)]
    if along.sessions:
        sentences.append(
            counted(
                "{count} session stays in the programme without a sub-group: {names}",
                "{count} sessions stay in the programme without a sub-group: {names}",
                len(along.sessions),
                names=_titles(tables, along.sessions),
            )
        )
    return (*sentences, *_without_it(tables, along))


def text_removal(tables: Tables, model: type[Row], key: int) -> tuple[Message, ...]:
    """Return what is told of removing an entity, or a text of the terms of reference such as a topic."""
    along = _walked(tables, model, [key])
    return (*_with_it(along), *_without_it(tables, along))


def outcomes_removal(tables: Tables, outcomes: Collection[int]) -> tuple[Message, ...]:
    """Return what is told of removing outcomes: their carriers, leads, links, notes, and what loses them."""
    along = _walked(tables, tables.Outcome, outcomes)
    return (*_with_it(along), *_without_it(tables, along))


def taken_out(tables: Tables, model: type[Row], keys: Collection[int]) -> tuple[Message, ...]:
    """Return what is told of the rows that stay when others go, and then refer to them no longer."""
    return tuple(_without_it(tables, _walked(tables, model, keys)))


def _walked(tables: Tables, model: type[Row], keys: Collection[int]) -> _Along:
    """Return what follows rows along the references to them, without the rows themselves."""
    along = _Along(seen={(model._meta.table_name, key) for key in keys})
    waiting: list[tuple[type[Row], frozenset[int]]] = [(model, frozenset(keys))]
    while waiting:
        gone, ids = waiting.pop()
        for table in tables.all():
            for reference in table._meta.refs:
                if reference.rel_model is gone:
                    waiting += _followed(tables, along, reference, ids)
    along.sessions -= {key for table, key in along.seen if table == "session"}
    return along


def _followed(
    tables: Tables, along: _Along, reference: Any, ids: Collection[int]
) -> Iterable[tuple[type[Row], frozenset[int]]]:
    table: Any = reference.model
    name = table._meta.table_name
    rows = list(table.select().where(reference.in_(list(ids))))
    if reference.null and not NOUNS[name].hangs_on(reference.name):
        along.cleared.setdefault((name, reference.name), set()).update(row.id for row in rows)
        along.sessions |= {row.id for row in rows if name == "session"}
        return
    new = frozenset(row.id for row in rows if (name, row.id) not in along.seen)
    along.seen |= {(name, key) for key in new}
    along.removed[name] += len(new)
    if name in {"chair", "lead"}:
        item: Any = tables.AgendaItem
        along.chaired |= {
            row.session_id if name == "chair" else item.get_by_id(row.item_id).session_id
            for row in rows
            if row.id in new
        }
    if new:
        yield table, new


def _with_it(along: _Along) -> Iterable[Message]:
    counts = {name: count for name, count in along.removed.items() if count and name not in _UNSAID}
    if not counts:
        return
    parts = tuple(
        message("{what}: {count}", what=table_name(name), count=count) for name, count in counts.items()
    )
    yield message("With it goes what belongs to it: {list}.", list=parts)


def _without_it(tables: Tables, along: _Along) -> Iterable[Message]:
    """Yield what stays and loses the reference to what goes; sessions have sentences of their own."""
    lost = dict.fromkeys(
        (*_called_row(tables, name, key), name, column)
        for (name, column), keys in along.cleared.items()
        if name != "session"
        for key in sorted(keys)
        if (name, key) not in along.seen
    )
    told = [
        message("{row} ({field})", row=_named(tables, shown, key), field=NOUNS[name].title(column))
        for shown, key, name, column in lost
    ]
    if told:
        rest = len(told) - _NAMED
        more = [counted("{count} other entry", "{count} other entries", rest)] if rest > 0 else []
        yield message("Taken out of what stays: {list}.", list=(*told[:_NAMED], *more))


def _called_row(tables: Tables, name: str, key: int) -> tuple[str, int]:
    """Return the row by which one is named: the one that it hangs on, where nothing calls it."""
    noun = NOUNS[name]
    if name == "person" or noun.called_by or not noun.above:
        return name, key
    row: Any = tables.named(name).get_by_id(key)
    return _called_row(tables, noun.above, getattr(row, f"{noun.column_above}_id"))


def _named(tables: Tables, name: str, key: int) -> Message:
    """Return a row in words."""
    noun, table = NOUNS[name], tables.named(name)
    row: Any = table.get_by_id(key)
    if name == "person":
        return Message(noun.named, {"name": shown_name(row)})
    return Message(noun.named, {"name": (getattr(row, noun.called_by, "") or str(key))})


def _without_room(tables: Tables, sessions: Collection[int]) -> Iterable[Message]:
    if sessions:
        yield counted(
            "{count} session stays in the programme without a room: {names}",
            "{count} sessions stay in the programme without a room: {names}",
            len(sessions),
            names=_titles(tables, sessions),
        )


def _titles(tables: Tables, sessions: Collection[int]) -> tuple[Label | Message, ...]:
    """Return the titles of the first sessions of the programme, and how many others there are."""
    table: Any = tables.Session
    rows = table.select().where(table.id.in_(list(sessions))).order_by(table.day, table.start, table.id)
    titles: list[Label | Message] = [row.title for row in rows]
    rest = len(titles) - _NAMED
    return (
        *titles[:_NAMED],
        *([counted("{count} other session", "{count} other sessions", rest)] if rest > 0 else ()),
    )


def _papers(count: int) -> Message:
    return counted(
        "{count} paper or file with this has left and stays out there; the releases list it.",
        "{count} papers or files with this have left and stay out there; the releases list them.",
        count,
    )
