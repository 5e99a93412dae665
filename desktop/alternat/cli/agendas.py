"""Commands about the agenda of a session: its items in order, and who speaks first on each for a side."""

from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import OrNone, given, with_texts
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_parameters import SESSION
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import NumberOrNone, WholeNumber
from alternat.language.label import Label
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_HIGHEST = 2**31 - 1
_LONGEST = 24 * 60
_MOST_ITEMS = 1000

ITEM = argument(
    "item",
    metavar="ITEM",
    type=WholeNumber(1, _MOST_ITEMS),
    explains=message("The place of the item in the agenda, as “agenda list” shows it."),
)
_TEXT_EN = option("--text-en", metavar="TEXT", explains=message("The text in English."))
_TEXT_FR = option("--text-fr", metavar="TEXT", explains=message("The text in French."))
_TEXT_ZH = option("--text-zh", metavar="TEXT", explains=message("The text in Chinese."))
_MINUTES = option(
    "--minutes",
    metavar="N",
    type=WholeNumber(0, _LONGEST),
    explains=message("How long it lasts, in minutes."),
)
_TOPIC = option(
    "--topic",
    metavar="N",
    type=OrNone(WholeNumber(1, _MOST_ITEMS)),
    explains=message("The number of its topic, as “topic list” shows it; a single minus means none."),
)


@command("add", message("Add an item at the end of the agenda of a session."))
@FILE
@SESSION
@ONE_MEETING
@_TEXT_EN
@_TEXT_FR
@_TEXT_ZH
@_MINUTES
@_TOPIC
@AS_JSON
def add(face: Face, file: str, number: int, meeting: str, *, as_json: bool, **words: Any) -> Exit:
    """Add an item at the end of an agenda."""
    from alternat.actions.agendas import add_agenda_item

    with face.writing(file) as workspace:
        session = _session(workspace.tables, meeting, number)
        fields = _fields(workspace.tables, Label(), words)
        _tell(face, workspace, session, add_agenda_item(workspace, session, fields), as_json=as_json)
    return Exit.DONE


@command("set", message("Change the text, the minutes or the topic of an agenda item."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@_TEXT_EN
@_TEXT_FR
@_TEXT_ZH
@_MINUTES
@_TOPIC
@AS_JSON
def change(
    face: Face, file: str, number: int, item: int, meeting: str, *, as_json: bool, **words: Any
) -> Exit:
    """Change fields of an agenda item."""
    from alternat.actions.agendas import change_agenda_item

    with face.writing(file) as workspace:
        tables = workspace.tables
        session = _session(tables, meeting, number)
        key = _item(tables, session, item)
        fields = _fields(tables, tables.AgendaItem.get_by_id(key).text, words)
        _tell(face, workspace, session, change_agenda_item(workspace, key, fields), as_json=as_json)
    return Exit.DONE


@command("move", message("Put an agenda item at another place of its agenda."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@option(
    "--to",
    metavar="PLACE",
    type=WholeNumber(1, _MOST_ITEMS),
    required=True,
    explains=message("The new place, counted from 1."),
)
@AS_JSON
def move(face: Face, file: str, number: int, item: int, meeting: str, to: int, *, as_json: bool) -> Exit:
    """Put an agenda item at another place."""
    from alternat.actions.agendas import move_agenda_item

    with face.writing(file) as workspace:
        session = _session(workspace.tables, meeting, number)
        key, place = _item(workspace.tables, session, item), _item(workspace.tables, session, to)
        row = workspace.tables.AgendaItem.get_by_id(place)
        _tell(face, workspace, session, move_agenda_item(workspace, key, row.number), as_json=as_json)
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
        session = _session(workspace.tables, meeting, number)
        key = _item(workspace.tables, session, item)
        _tell(face, workspace, session, remove_agenda_items(workspace, [key]), as_json=as_json)
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
    type=NumberOrNone(1, _HIGHEST),
    explains=message("The number of the person who speaks first; a single minus means nobody."),
)
@AS_JSON
def lead(
    face: Face, file: str, number: int, item: int, meeting: str, side: str, person: int, *, as_json: bool
) -> Exit:
    """Let a person speak first on an agenda item for a side."""
    from alternat.actions.agendas import set_lead
    from alternat.cli.assignments import person_id

    with face.writing(file) as workspace:
        session = _session(workspace.tables, meeting, number)
        key = _item(workspace.tables, session, item)
        chosen = person_id(workspace.tables, person) if person else None
        _tell(face, workspace, session, set_lead(workspace, key, side, chosen), as_json=as_json)
    return Exit.DONE


@command("list", message("List the agenda of a session in its order."))
@FILE
@SESSION
@ONE_MEETING
@AS_JSON
def list_items(face: Face, file: str, number: int, meeting: str, *, as_json: bool) -> Exit:
    """List the agenda of a session."""
    with face.reading(file) as workspace:
        listed = _as_json(workspace.tables, _session(workspace.tables, meeting, number))
    if as_json:
        face.tell_json(listed)
        return Exit.DONE
    headings = (message("Number"), message("Text"), message("Length"), message("topic"))
    rows = [
        (each["number"], face.read(Label(**each["text"])), each["minutes"], each["topic"] or "")
        for each in listed
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


def _session(tables: "Tables", meeting: str, number: int) -> int:
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import session_id

    return session_id(tables, meeting_id(tables, meeting), number)


def _item(tables: "Tables", session: int, place: int) -> int:
    """Return the id of the item at a place of an agenda, counted from 1; else an `UnknownRow`."""
    from alternat.nouns.programme import AGENDA_ITEM
    from alternat.planning.rows import UnknownRow

    item: Any = tables.AgendaItem
    ids = [row.id for row in item.select().where(item.session == session).order_by(item.number, item.id)]
    if not 1 <= place <= len(ids):
        raise UnknownRow(AGENDA_ITEM, str(place), str(len(ids)))
    return int(ids[place - 1])


def _fields(tables: "Tables", text: Label, words: dict[str, Any]) -> dict[str, Any]:
    from alternat.actions.topics import topic_id

    texts = (words["text_en"], words["text_fr"], words["text_zh"])
    values = {"text": with_texts(text, texts), "minutes": words["minutes"], "topic": words["topic"]}
    fields = given(values, ("--text-en", "--text-fr", "--text-zh", "--minutes", "--topic"))
    if fields.get("topic") is not None:
        fields["topic"] = topic_id(tables, str(fields["topic"]))
    return fields


def _as_json(tables: "Tables", session: int) -> list[dict[str, Any]]:
    from alternat.planning.programme import read_sessions

    meeting = tables.Session.get_by_id(session).meeting_id
    plan = read_sessions(tables, meeting, only=[session])[session]
    codes = {row.id: row.code for row in tables.Provision.select()}
    return [
        {
            "number": place,
            "text": each.text.as_mapping(),
            "minutes": each.minutes,
            "topic": codes[each.topic] if each.topic is not None else None,
            "is_dropped": each.is_dropped,
            "leads": dict(each.leads),
        }
        for place, each in enumerate(plan.agenda, 1)
    ]


def _tell(face: Face, workspace: "Workspace", session: int, changes: "Changes", *, as_json: bool) -> None:
    """Write what a verb did: the name of its step, or as JSON the agenda as it is now."""
    if as_json:
        face.tell_json(_as_json(workspace.tables, session))
    else:
        face.tell_done(changes)


COMMANDS = (
    Group(
        "agenda",
        (add, change, move, remove, lead, list_items),
        message("Add, change, order or remove the agenda items of a session, and name who speaks first."),
    ),
)
