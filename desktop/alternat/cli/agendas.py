"""Commands about the agenda of a session: its items in order, and who speaks first on each for a side."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from alternat.cli import next_agenda, shapes
from alternat.cli.agenda_places import ITEM, item_at, session_of
from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.noun_commands import Beside, heading, told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_parameters import SESSION
from alternat.cli.syntax import Group, UsageError, command, option
from alternat.cli.values import NumberOrNone, within
from alternat.language.label import Label
from alternat.language.messages import mark, message
from alternat.nouns.kinds import KEYS, PLACES
from alternat.nouns.programme import AGENDA_ITEM

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.dropped_items import DroppedItem
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


class NeitherTextNorTopic(UsageError):
    """An agenda item was to be added that says nothing."""

    template = mark("An agenda item needs a --text or a --topic; neither is given. See {path} --help.")


@command("add", message("Add an item at the end of the agenda of a session."))
@FILE
@SESSION
@ONE_MEETING
@options(AGENDA_ITEM, is_new=True, without=("text?",))
@AS_JSON
def add(face: Face, file: str, number: int, meeting: str, *, as_json: bool, **typed: Any) -> Exit:
    """Add an item at the end of an agenda."""
    from alternat.actions.agendas import add_agenda_item

    with face.writing(file) as workspace:
        session = session_of(workspace.tables, meeting, number)
        fields = _fields(face, workspace.tables, typed)
        if not fields.keys() & {"text", "topic"}:
            raise NeitherTextNorTopic(path="alternat agenda add")
        changes = add_agenda_item(workspace, session, fields)
        _tell(face, workspace, session, changes, changes.inserted("agenda_item"), as_json=as_json)
    return Exit.DONE


@command("set", message("Change the text, the minutes or the topic of an agenda item."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@options(AGENDA_ITEM, is_new=False)
@AS_JSON
def change(
    face: Face, file: str, number: int, item: int, meeting: str, *, as_json: bool, **typed: Any
) -> Exit:
    """Change fields of an agenda item."""
    from alternat.actions.agendas import change_agenda_item

    with face.writing(file) as workspace:
        tables = workspace.tables
        session = session_of(tables, meeting, number)
        key = item_at(tables, session, item)
        typed_fields = _fields(face, tables, typed, tables.AgendaItem.get_by_id(key))
        fields = given(typed_fields, spellings(AGENDA_ITEM))
        changes = change_agenda_item(workspace, key, fields)
        _tell(face, workspace, session, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("move", message("Put an agenda item at another place of its agenda."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@option(
    "--to",
    metavar="PLACE",
    type=within(PLACES),
    required=True,
    explains=message("The new place, counted from 1."),
)
@AS_JSON
def move(face: Face, file: str, number: int, item: int, meeting: str, to: int, *, as_json: bool) -> Exit:
    """Put an agenda item at another place."""
    from alternat.actions.agendas import move_agenda_item

    with face.writing(file) as workspace:
        session = session_of(workspace.tables, meeting, number)
        key, place = item_at(workspace.tables, session, item), item_at(workspace.tables, session, to)
        row = workspace.tables.AgendaItem.get_by_id(place)
        changes = move_agenda_item(workspace, key, row.number)
        _tell(face, workspace, session, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("remove", message("Remove an agenda item with its lead speakers."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@AS_JSON
def remove(face: Face, file: str, number: int, item: int, meeting: str, *, as_json: bool) -> Exit:
    """Remove an agenda item."""
    from alternat.actions.agendas import remove_agenda_items

    with face.writing(file) as workspace:
        session = session_of(workspace.tables, meeting, number)
        key = item_at(workspace.tables, session, item)
        rows = _told(workspace.tables, session, (key,)) if as_json else ()
        face.tell_done(remove_agenda_items(workspace, [key]), as_json=as_json, rows=rows)
    return Exit.DONE


@command("lead", message("Say who speaks first on an agenda item for a side, or that nobody does."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@option("--side", metavar="S", required=True, explains=message("The code of one side, such as CA."))
@option(
    "--person",
    metavar="NUMBER",
    required=True,
    type=NumberOrNone(KEYS.least, KEYS.most),
    explains=message("The number of the person who speaks first; a single minus means nobody."),
)
@AS_JSON
def lead(
    face: Face, file: str, number: int, item: int, meeting: str, side: str, person: int, *, as_json: bool
) -> Exit:
    """Let a person speak first on an agenda item for a side."""
    from alternat.actions.agendas import set_lead
    from alternat.actions.people import person_id

    with face.writing(file) as workspace:
        session = session_of(workspace.tables, meeting, number)
        key = item_at(workspace.tables, session, item)
        chosen = person_id(workspace.tables, person) if person else None
        changes = set_lead(workspace, key, side, chosen)
        _tell(face, workspace, session, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("list", message("List the agenda of a session in its order."))
@FILE
@SESSION
@ONE_MEETING
@AS_JSON
def list_items(face: Face, file: str, number: int, meeting: str, *, as_json: bool) -> Exit:
    """List the agenda of a session."""
    from alternat.planning.dropped_items import dropped_items

    with face.reading(file) as workspace:
        session = session_of(workspace.tables, meeting, number)
        listed = _told(workspace.tables, session)
        dropped = dropped_items(workspace.tables, [session])
    if as_json:
        face.tell_json(listed)
        return Exit.DONE
    headings = (
        message("Number"),
        message("Text"),
        message("Length"),
        heading(face, AGENDA_ITEM.field("topic")),
        message("Deals with"),
    )
    rows = [
        (each["number"], face.read(Label(**each["text"])), each["minutes"], each["topic"] or "", _link(each))
        for each in listed
        if not each["is_dropped"]
    ]
    face.tell_table(headings, rows)
    next_agenda.tell_dropped(face, dropped)
    return Exit.DONE


def _link(item: Mapping[str, Any]) -> str:
    """Return the record that an item deals with, by its name on the command line; empty for none."""
    links = ("outcome", "guidance", "objective")
    return next((f"{name}:{item[name]}" for name in links if item[name] is not None), "")


def _fields(face: Face, tables: "Tables", typed: dict[str, Any], row: Any = None) -> dict[str, Any]:
    """Return the fields that were given; a topic is found among the topics, by its number or its code."""
    from alternat.actions.topics import topic_id

    finders = {"topic": partial(topic_id, tables)}
    return read(face, tables, AGENDA_ITEM, typed, row=row, finders=finders)


def _told(tables: "Tables", session: int, keys: Collection[int] | None = None) -> list[dict[str, Any]]:
    """Return the agenda of a session for JSON, or some of its items."""
    item: Any = tables.AgendaItem
    own = {row.id for row in item.select(item.id).where(item.session == session)}
    meeting = tables.Session.get_by_id(session).meeting_id
    wanted = own if keys is None else own.intersection(keys)
    return told(AGENDA_ITEM, tables, meeting, wanted, Beside(partial(_leads, session)))


def _leads(session: int, tables: "Tables", meeting: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.dropped_items import dropped_items
    from alternat.planning.programme import read_sessions

    plan = read_sessions(tables, meeting or 0, only=[session])[session]
    dropped = {each.id: _became(each) for each in dropped_items(tables, [session])}
    return {each.id: {"leads": dict(each.leads), "became": dropped.get(each.id)} for each in plan.agenda}


def _became(item: "DroppedItem") -> dict[str, Any]:
    """Return for JSON what became of an item that was dropped."""
    return {
        "fate": item.fate.value,
        "meeting": item.of_meeting or None,
        "parked_on": item.parked_on.isoformat() if item.parked_on else None,
        "reason": item.reason,
    }


def beside_shape() -> Mapping[str, shapes.Shape]:
    """Return what `agenda list` tells of an item beside its fields as JSON."""
    from alternat.planning.dropped_items import Fate

    became = shapes.record(
        fate=shapes.one_of(Fate),
        meeting=shapes.or_none(shapes.text()),
        parked_on=shapes.or_none(shapes.day()),
        reason=shapes.text(),
    )
    return {"leads": shapes.by_name(shapes.key()), "became": shapes.or_none(became)}


def _tell(
    face: Face,
    workspace: "Workspace",
    session: int,
    changes: "Changes",
    items: Collection[int],
    *,
    as_json: bool,
) -> None:
    """Write what a verb did: the name of its step, or as JSON the items as they are now."""
    rows = _told(workspace.tables, session, items) if as_json else ()
    face.tell_done(changes, as_json=as_json, rows=rows)


COMMANDS = (
    Group(
        "agenda",
        (add, change, move, remove, lead, list_items, *next_agenda.COMMANDS),
        message(
            "Add, change, order or remove agenda items, name who speaks first, and prepare the next agenda."
        ),
    ),
)
