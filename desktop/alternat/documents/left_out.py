"""What a document leaves out and why: told in one line when it prints, for every kind in the same way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alternat.documents.badges import BadgeOptions, BadgeValues
from alternat.documents.checklist import ChecklistValues
from alternat.documents.delegation_list import DelegationListOptions, DelegationListValues
from alternat.documents.door_signs import DoorSignsOptions, DoorSignsValues
from alternat.documents.interpretation_roster import RosterValues
from alternat.documents.my_day import MyDayOptions, MyDayValues
from alternat.documents.named import named_in_session
from alternat.documents.programme_gathering import ProgrammeFacts
from alternat.documents.session_texts import title_of
from alternat.documents.sheet_options import SideSheetOptions
from alternat.documents.year_planner import YearPlannerOptions, YearPlannerValues
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.language.vocabulary import status_label
from alternat.models.delegations import Role
from alternat.models.programme import Interpretation, SessionKind
from alternat.planning.programme import SessionPlan
from alternat.planning.roster import Delegate, shown_name

_MOST_NAMES = 8
"""More of one cause than that are told by their number."""


class Cause(StrEnum):
    """Why something is not on a document."""

    INTERNAL = "internal"
    CANCELLED = "cancelled"
    NOT_OF_SIDE = "not-of-side"
    NO_ROOM = "no-room"
    NOT_INTERPRETED = "not-interpreted"
    NOT_TAKING_PART = "not-taking-part"
    IN_NO_SESSION = "in-no-session"
    TASK_OF_OTHERS = "task-of-others"
    NO_DATES = "no-dates"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Everything that one cause keeps off a document; each is called by a name, and a reason of its own."""

    cause: Cause
    names: tuple[Label | Message, ...]


def nothing(_values: object, _options: object) -> tuple[LeftOut, ...]:
    """Return nothing: the document has all there is."""
    return ()


def sentence(left_out: Sequence[LeftOut]) -> Message | None:
    """Return what is left out in one line, with numbers and names; None where nothing is."""
    groups = [_GROUPS[each.cause](len(each.names), _names(each.names)) for each in left_out if each.names]
    if not groups:
        return None
    together = groups[-1]
    for group in reversed(groups[:-1]):
        together = message("{first}; {rest}", first=group, rest=together)
    return message("Left out: {groups}", groups=together)


def left_out_of_badges(values: BadgeValues, options: BadgeOptions) -> tuple[LeftOut, ...]:
    """Return who of those asked for does not take part and so has no badge."""
    return _grouped([_absent(values.gathered.absent, options.people)])


def left_out_of_list(values: DelegationListValues, _options: DelegationListOptions) -> tuple[LeftOut, ...]:
    """Return who of the delegations does not take part."""
    return _grouped([_absent(values.gathered.absent)])


def left_out_of_programme(values: ProgrammeFacts, options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that are not on the programme, and who is named in one and does not take part."""
    named = {person for session in values.sessions_of(options.sides) for person in named_in_session(session)}
    absent = [each for each in values.gathered.absent if each.person in named]
    return _grouped([*_sessions_apart(values, options.sides), _absent(absent)])


def left_out_of_run_of_show(values: ProgrammeFacts, options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that are not on the run of show, and who is not expected anywhere."""
    return _grouped([*_sessions_apart(values, options.sides), _absent(values.gathered.absent)])


def left_out_of_days(values: MyDayValues, options: MyDayOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that are on nobody's page, and who has none."""
    facts = values.facts
    have = {person for person, _ in values.pages}
    idle = [
        shown_name(each)
        for key, each in facts.programme.people.items()
        if key not in have and not options.people and (not options.sides or each.side in options.sides)
    ]
    return _grouped(
        [
            _cancelled(facts.programme.sessions.values()),
            _absent(facts.gathered.absent, options.people),
            LeftOut(Cause.IN_NO_SESSION, tuple(idle)),
        ]
    )


def left_out_of_signs(values: DoorSignsValues, options: DoorSignsOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that no door tells of; with rooms asked for, only those of these rooms."""
    rooms = values.facts.programme.rooms
    wanted = {code.casefold() for code in options.rooms}
    keys = {key for key, room in rooms.items() if not wanted or room.code.casefold() in wanted}
    sessions = values.facts.programme.sessions.values()
    roomless = [each for each in sessions if each.room is None and not each.is_cancelled and not wanted]
    return _grouped(
        [
            _cancelled(each for each in sessions if each.room in keys or not wanted),
            _titled(Cause.NO_ROOM, roomless),
        ]
    )


def left_out_of_roster(values: RosterValues, _options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the sessions without interpretation, and the interpreters who do not take part."""
    sessions = values.facts.programme.sessions.values()
    assigned = {each.person for session in values.sessions for each in session.assignments}
    shown = {session.id for session in values.sessions}
    without = [
        each
        for each in sessions
        if each.id not in shown and not each.is_cancelled and each.interpretation is Interpretation.NONE
    ]
    absent = [
        each
        for each in values.facts.gathered.absent
        if each.role is Role.INTERPRETER or each.person in assigned
    ]
    return _grouped([_cancelled(sessions), _titled(Cause.NOT_INTERPRETED, without), _absent(absent)])


def left_out_of_checklist(values: ChecklistValues, _options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the tasks that fall to the other side."""
    return _grouped([LeftOut(Cause.TASK_OF_OTHERS, tuple(task.text for task in values.others))])


def left_out_of_years(values: YearPlannerValues, _options: YearPlannerOptions) -> tuple[LeftOut, ...]:
    """Return the meetings of these years that stand on no day."""
    return _grouped([LeftOut(Cause.NO_DATES, tuple(map(_as_it_is, values.without_dates)))])


def _sessions_apart(facts: ProgrammeFacts, sides: tuple[str, ...]) -> Iterator[LeftOut]:
    shown = {session.id for session in facts.sessions_of(sides)}
    gone = [each for each in facts.programme.sessions.values() if each.id not in shown]
    held = [each for each in gone if not each.is_cancelled]
    if len(sides) == 1:
        yield _titled(Cause.NOT_OF_SIDE, held)
    else:
        yield _titled(Cause.INTERNAL, [each for each in held if each.kind is SessionKind.INTERNAL])
    yield _cancelled(gone)


def _cancelled(sessions: Iterable[SessionPlan]) -> LeftOut:
    return _titled(Cause.CANCELLED, [each for each in sessions if each.is_cancelled])


def _titled(cause: Cause, sessions: Iterable[SessionPlan]) -> LeftOut:
    return LeftOut(cause, tuple(title_of(each) for each in sessions))


def _absent(delegates: Iterable[Delegate], wanted: Sequence[int] = ()) -> LeftOut:
    """Return those who do not take part, each with the word for why."""
    return LeftOut(
        Cause.NOT_TAKING_PART,
        tuple(
            message(
                "{name} ({status})",
                name=shown_name(each),
                status=status_label(each.status, each.gender),
            )
            for each in delegates
            if not wanted or each.person in wanted
        ),
    )


def _grouped(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(each for each in found if each.names)


def _as_it_is(text: str) -> Label:
    return Label(text, text, text)


def _names(names: tuple[Label | Message, ...]) -> object:
    if len(names) <= _MOST_NAMES:
        return names
    kept = names[: _MOST_NAMES - 1]
    return (*kept, counted("{count} more", "{count} more", len(names) - len(kept)))


_GROUPS: dict[Cause, Callable[[int, object], Message]] = {
    Cause.INTERNAL: lambda count, names: counted(
        "{count} internal meeting: {names}", "{count} internal meetings: {names}", count, names=names
    ),
    Cause.CANCELLED: lambda count, names: counted(
        "{count} cancelled session: {names}", "{count} cancelled sessions: {names}", count, names=names
    ),
    Cause.NOT_OF_SIDE: lambda count, names: counted(
        "{count} session without this delegation: {names}",
        "{count} sessions without this delegation: {names}",
        count,
        names=names,
    ),
    Cause.NO_ROOM: lambda count, names: counted(
        "{count} session without a room: {names}",
        "{count} sessions without a room: {names}",
        count,
        names=names,
    ),
    Cause.NOT_INTERPRETED: lambda count, names: counted(
        "{count} session without interpretation: {names}",
        "{count} sessions without interpretation: {names}",
        count,
        names=names,
    ),
    Cause.NOT_TAKING_PART: lambda count, names: counted(
        "{count} person who does not take part: {names}",
        "{count} people who do not take part: {names}",
        count,
        names=names,
    ),
    Cause.IN_NO_SESSION: lambda count, names: counted(
        "{count} person who is in no session: {names}",
        "{count} people who are in no session: {names}",
        count,
        names=names,
    ),
    Cause.TASK_OF_OTHERS: lambda count, names: counted(
        "{count} task of the other side: {names}",
        "{count} tasks of the other side: {names}",
        count,
        names=names,
    ),
    Cause.NO_DATES: lambda count, names: counted(
        "{count} meeting that has no dates or is called off: {names}",
        "{count} meetings that have no dates or are called off: {names}",
        count,
        names=names,
    ),
}
