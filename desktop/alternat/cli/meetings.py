"""Commands about the annual meetings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alternat.cli import shapes
from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.meeting_consents import accept, propose, withdraw
from alternat.cli.noun_commands import Beside, told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, within
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.meetings import MEETING, YEARS, MeetingStatus

if TYPE_CHECKING:
    from alternat.models.meetings import Meeting
    from alternat.models.sides import Side
    from alternat.models.tables import Tables
    from alternat.planning.editions import CarryOver
    from alternat.planning.roster import Delegate
    from alternat.storage.changes import Changes


STATUS = Choice(each.value for each in MeetingStatus)
"""The statuses of a meeting, in the order of the work."""
_LATER = (
    *("number", "region", "time_zone", "paper", "honour_side", "languages", "previous"),
    *("status_reason", "turn_passes"),
)
"""What a meeting is given only once it is there."""
HOST_REASON = option(
    "--host-reason",
    metavar="TEXT",
    default="",
    explains=message("Why the side hosts although it is the other one’s turn."),
)


@command("meetings", message("List the meetings."))
@FILE
@AS_JSON
def meetings(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the meetings."""
    return _list(face, file, as_json=as_json)


def _list(face: Face, file: str, *, as_json: bool) -> Exit:
    with face.reading(file) as workspace:
        rows = _meetings(workspace.tables)
        if as_json:
            face.tell_json(_told(workspace.tables))
        else:
            _tell_meetings(face, rows)
    return Exit.DONE


@command(
    "add",
    message(
        "Add the meeting of a year; unless something else is said, the side whose turn it is hosts it in its "
        "capital, and its reference is the year."
    ),
)
@FILE
@options(MEETING, is_new=True, without=("reference?", "host?", *_LATER))
@option(
    "--status",
    metavar="STATUS",
    type=STATUS,
    default=MeetingStatus.DRAFT.value,
    explains=message("For a past meeting, how it ended: held, postponed or cancelled."),
)
@AS_JSON
def add(face: Face, file: str, status: str, *, as_json: bool, **typed: Any) -> Exit:
    """Add the meeting of a year."""
    from alternat.actions.meetings import add_meeting
    from alternat.planning.hosting import turn_in

    with face.writing(file) as workspace:
        tables = workspace.tables
        host = typed.pop("host")
        fields = read(face, tables, MEETING, typed)
        if "city" in fields:
            fields["city"] = _city(tables, fields["city"])
        changes = add_meeting(
            workspace,
            **fields,
            host=turn_in(tables, fields["year"]).side if host is None else host,
            status=MeetingStatus(status),
        )
        _tell_new(face, tables, changes, as_json=as_json)
    return Exit.DONE


def _tell_new(
    face: Face, tables: "Tables", changes: "Changes", along: Sequence[Message] = (), *, as_json: bool
) -> None:
    (meeting,) = changes.inserted("meeting")
    face.tell_done(changes, as_json=as_json, along=along, rows=_told(tables, meeting))
    if not as_json:
        _tell_turn(face, tables, meeting)


def _proposed(tables: "Tables", meeting: int) -> Iterator[Message]:
    """Tell how many open records are proposed for the agenda of a new meeting."""
    from alternat.clock import this_day
    from alternat.planning.next_agenda import ProposalKind, proposed

    offered = [each for each in proposed(tables, meeting, this_day()) if each.is_offered]
    if count := sum(each.what is not ProposalKind.TOPIC for each in offered):
        yield counted(
            "{count} open record is proposed for its agenda; “agenda propose” shows it.",
            "{count} open records are proposed for its agenda; “agenda propose” shows them.",
            count,
        )


def _tell_turn(face: Face, tables: "Tables", meeting: int) -> None:
    """Tell of a new meeting whose host is not the side whose turn it is, as `check` will."""
    from alternat.planning.hosting import is_out_of_turn, turn_before

    row = tables.Meeting.get_by_id(meeting)
    if row.host_reason or not is_out_of_turn(tables, row):
        return
    turn = turn_before(tables, row)
    country = tables.Side.get(tables.Side.code == turn.side).country
    face.tell(message("It is the turn of {country}. {reason}", country=country, reason=turn.reason))


@command("set", message("Change fields of a meeting."))
@FILE
@ONE_MEETING
@options(MEETING, is_new=False)
@option(
    "--programme",
    metavar="WHAT",
    type=Choice(("move", "keep")),
    explains=message(
        "For another zone or other days: move takes the sessions along, keep leaves them; keep unless given."
    ),
)
@AS_JSON
def change(
    face: Face, file: str, meeting: str, programme: str | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Change fields of a meeting; its sessions go along or stay, in the same step."""
    from alternat.actions.meetings import change_meeting, meeting_id
    from alternat.actions.outlook import outlook
    from alternat.planning.programme_shifts import ProgrammeWish

    with face.writing(file) as workspace:
        tables = workspace.tables
        row = tables.Meeting.get_by_id(meeting_id(tables, meeting))
        fields = given(read(face, tables, MEETING, typed, row=row), spellings(MEETING))
        ahead = outlook(tables, row.id, fields)
        wish = ProgrammeWish(programme or "keep")
        changes = change_meeting(workspace, row.id, fields, programme=wish)
        face.tell_done(changes, as_json=as_json, rows=_told(tables, row.id))
        for sentence in (*ahead.left, *ahead.stays):
            face.warn(sentence)
        if ahead.shift is None and wish is ProgrammeWish.MOVE:
            face.warn(
                message("No session was moved: the first day and the time zone of the meeting are the same.")
            )
        if ahead.shift is not None and programme is None:
            face.warn(ahead.shift.sentence)
            face.warn(
                message(
                    "They stay as they are, and findings say so while they differ. To take them along, undo "
                    "this and say --programme move."
                )
            )
    return Exit.DONE


@command("list", message("List the meetings."))
@FILE
@AS_JSON
def list_meetings(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the meetings, as `meetings` does."""
    return _list(face, file, as_json=as_json)


@command("status", message("Take a meeting a step further, aside or back."))
@FILE
@ONE_MEETING
@argument(
    "status",
    metavar="STATUS",
    type=STATUS,
    explains=message("What it becomes: draft, proposed, agreed, confirmed, held, postponed or cancelled."),
)
@option(
    "--reason",
    metavar="TEXT",
    default="",
    explains=message("Why it is postponed or cancelled, or why a side hosts out of turn."),
)
@option(
    "--turn",
    metavar="WHAT",
    type=Choice(("passes", "stays")),
    explains=message("For a cancelled meeting: whether the turn to host passes or stays."),
)
@AS_JSON
def status(
    face: Face, file: str, meeting: str, status: str, reason: str, turn: str | None, *, as_json: bool
) -> Exit:
    """Take a meeting a step further, aside or back."""
    from alternat.actions.meetings import meeting_id, set_status

    passes = None if turn is None else turn == "passes"
    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        face.tell_done(set_status(workspace, key, MeetingStatus(status), reason, passes), as_json=as_json)
    return Exit.DONE


@command(
    "new-edition",
    message(
        "Make the next meeting from an earlier one, and tell who and what comes along and what does not."
    ),
)
@FILE
@ONE_MEETING
@option(
    "--year",
    metavar="YEAR",
    type=within(YEARS),
    explains=message("The year of the new meeting; the year after unless it is given."),
)
@option("--host", metavar="S", explains=message("The code of the side that hosts it, if it is not the next."))
@HOST_REASON
@option("--dry-run", is_flag=True, explains=message("Tell what would happen and write nothing."))
@AS_JSON
def new_edition(
    face: Face,
    file: str,
    meeting: str,
    year: int | None,
    host: str | None,
    host_reason: str,
    *,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Make the next meeting from an earlier one, and tell who and what came along, or would."""
    from alternat.actions import editions
    from alternat.actions.meetings import meeting_id
    from alternat.planning.editions import carry_over, carry_told

    with face.reading(file) if dry_run else face.writing(file) as workspace:
        tables, key = workspace.tables, meeting_id(workspace.tables, meeting)
        carried = carry_over(tables, key)
        sides = [(row.code, row.country) for row in tables.Side.select().order_by(tables.Side.number)]
        told = carry_told(carried, sides)
        if dry_run:
            _tell_beforehand(face, carried, told, as_json=as_json)
            return Exit.DONE
        changes = editions.new_edition(workspace, key, year=year, host=host, host_reason=host_reason)
        (new,) = changes.inserted("meeting")
        along = (*told, *_proposed(tables, new))
        if as_json:
            rows = [{**row, "carried": _carried_as_json(carried)} for row in _told(tables, new)]
            face.tell_done(changes, as_json=True, along=along, rows=rows)
        else:
            _tell_new(face, tables, changes, along, as_json=False)
    return Exit.DONE


def _tell_beforehand(face: Face, carried: "CarryOver", told: Sequence[Message], *, as_json: bool) -> None:
    """Write who and what would come along into a new edition."""
    if as_json:
        face.tell_json({"carried": _carried_as_json(carried), "along": [face.say(each) for each in told]})
        return
    for each in told:
        face.tell(each)
    face.tell(message("Nothing was written, as --dry-run asks."))


def _carried_as_json(carried: "CarryOver") -> dict[str, Any]:
    from dataclasses import asdict

    from alternat.language.called import shown_name

    def people(delegates: "Sequence[Delegate]") -> list[dict[str, Any]]:
        return [
            {
                "person": each.person,
                "side": each.side,
                "name": shown_name(each).as_mapping(),
                "status": each.status.value,
            }
            for each in delegates
        ]

    return {
        "people": people(carried.people),
        "not_carried": people(carried.absent),
        "topics": list(carried.topics),
        "topics_closed": [each.as_mapping() for each in carried.closed],
        "topics_dropped": [each.as_mapping() for each in carried.dropped],
        "tasks": len(carried.tasks),
        "records": asdict(carried.records),
    }


def edition_shape() -> shapes.Shape:
    """Return what `meeting new-edition --dry-run` tells as JSON."""
    from alternat.nouns.delegations import ParticipationStatus

    text, texts, number = shapes.text(), shapes.listed(shapes.texts()), shapes.number()
    people = shapes.listed(
        shapes.record(
            person=shapes.key(), side=text, name=shapes.texts(), status=shapes.one_of(ParticipationStatus)
        )
    )
    carried = shapes.record(
        people=people,
        not_carried=people,
        topics=shapes.listed(shapes.key()),
        topics_closed=texts,
        topics_dropped=texts,
        tasks=number,
        records=shapes.record(
            outcomes=number,
            guidance=number,
            objectives=number,
            dialogues=number,
            leads=number,
            marks=number,
            proposals=number,
        ),
    )
    return shapes.record(carried=carried, along=shapes.listed(text))


@command("remove", message("Remove a meeting with its delegations; the people stay in the dialogue."))
@FILE
@ONE_MEETING
@AS_JSON
def remove(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """Remove a meeting with its delegations."""
    from alternat.actions.meetings import meeting_id, remove_meeting
    from alternat.actions.removals import meeting_removal

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        along, rows = meeting_removal(workspace.tables, key), _told(workspace.tables, key)
        face.tell_done(remove_meeting(workspace, key), as_json=as_json, along=along, rows=rows)
    return Exit.DONE


@dataclass(frozen=True, slots=True)
class _Listed:
    """A meeting with the side that hosts it and the number of those who take part."""

    row: "Meeting"
    host: "Side"
    participants: int


def _meetings(tables: "Tables") -> list[_Listed]:
    part, side = tables.Participation, tables.Side
    counts = Counter(row.meeting_id for row in part.select(part.meeting))
    hosts = {row.id: row for row in side.select()}
    query = tables.Meeting.select().order_by(tables.Meeting.year, tables.Meeting.id)
    return [_Listed(row, hosts[row.host_id], counts[row.id]) for row in query]


def _told(tables: "Tables", meeting: int | None = None) -> list[dict[str, Any]]:
    """Return the meetings for JSON, or one of them."""
    return told(MEETING, tables, None, None if meeting is None else (meeting,), Beside(_beside))


def _beside(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.regions import region_of

    return {
        listed.row.id: {
            "region_counted": region_of(listed.row),
            "participants": listed.participants,
            **{name: getattr(listed.row, name) for name in MEETING.kept},
        }
        for listed in _meetings(tables)
    }


def _tell_meetings(face: Face, meetings: Iterable[_Listed]) -> None:
    from alternat.language.formats import date_span
    from alternat.language.vocabulary import meeting_status_label

    headings = (
        message("Reference"),
        message("Host"),
        message("City"),
        message("Dates"),
        message("Status"),
        message("Participants"),
    )
    rows = []
    for listed in meetings:
        row = listed.row
        dates = date_span(row.starts, row.ends, face.language) if row.starts else str(row.year)
        status = face.read(meeting_status_label(row.status))
        if row.status_reason:
            status = face.say(message("{status}: {reason}", status=status, reason=row.status_reason))
        host = face.read(listed.host.country)
        rows.append((row.reference, host, face.read(row.city), dates, status, listed.participants))
    face.tell_table(headings, rows)


def _city(tables: "Tables", city: Label) -> Label:
    """Return the typed city, in all languages where it is a capital that the dialogue knows."""
    typed = {text.casefold() for text in city.as_mapping().values()}
    for side in tables.Side.select():
        if typed <= {text.casefold() for text in side.capital.as_mapping().values()}:
            return side.capital
    return city


COMMANDS = (
    meetings,
    Group(
        "meeting",
        (add, change, propose, accept, withdraw, status, new_edition, list_meetings, remove),
        message("Add, change or remove a meeting, or make the next one from it (new-edition)."),
    ),
)
