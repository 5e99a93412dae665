"""What a document leaves out and why: told in one line when it prints, for every kind in the same way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alternat.documents.contents.programme import ProgrammeFacts
from alternat.documents.contents.session_texts import title_of
from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.language.vocabulary import status_label
from alternat.nouns.programme import SessionKind
from alternat.planning.programme import SessionPlan
from alternat.planning.roster import Delegate

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
    WITHHELD = "withheld"
    NOTES_KEPT = "notes-kept"
    INSTRUMENT_WITHHELD = "instrument-withheld"
    UNANSWERED = "unanswered"
    BETWEEN_CHAIRS = "between-chairs"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Everything that one cause keeps off a document; each is called by a name, and a reason of its own."""

    cause: Cause
    names: tuple[Label | Message, ...]


def sentence(left_out: Sequence[LeftOut]) -> Message | None:
    """Return what is left out in one line, with numbers and names; None where nothing is."""
    groups = [_GROUPS[each.cause](len(each.names), _names(each.names)) for each in left_out if each.names]
    if not groups:
        return None
    together = groups[-1]
    for group in reversed(groups[:-1]):
        together = message("{first}; {rest}", first=group, rest=together)
    return message("Left out: {groups}", groups=together)


def sessions_apart(facts: ProgrammeFacts, sides: tuple[str, ...]) -> Iterator[LeftOut]:
    """Yield the sessions that are not on a programme of those sides, by what keeps them off."""
    shown = {session.id for session in facts.sessions_of(sides)}
    gone = [each for each in facts.programme.sessions.values() if each.id not in shown]
    held = [each for each in gone if not each.is_cancelled]
    if len(sides) == 1:
        yield titled(Cause.NOT_OF_SIDE, held)
    else:
        yield titled(Cause.INTERNAL, [each for each in held if each.kind is SessionKind.INTERNAL])
    yield cancelled(gone)


def cancelled(sessions: Iterable[SessionPlan]) -> LeftOut:
    """Return those of the sessions that are cancelled."""
    return titled(Cause.CANCELLED, [each for each in sessions if each.is_cancelled])


def titled(cause: Cause, sessions: Iterable[SessionPlan]) -> LeftOut:
    """Return sessions by their titles."""
    return LeftOut(cause, tuple(title_of(each) for each in sessions))


def not_taking_part(delegates: Iterable[Delegate], wanted: Sequence[int] = ()) -> LeftOut:
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


def grouped(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Return those causes that keep anything off."""
    return tuple(each for each in found if each.names)


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
    Cause.WITHHELD: lambda count, names: counted(
        "{count} outcome that may not be shown: {names}",
        "{count} outcomes that may not be shown: {names}",
        count,
        names=names,
    ),
    Cause.NOTES_KEPT: lambda count, names: counted(
        "progress notes on {count} outcome or objective that may not be shown: {names}",
        "progress notes on {count} outcomes or objectives that may not be shown: {names}",
        count,
        names=names,
    ),
    Cause.INSTRUMENT_WITHHELD: lambda count, names: counted(
        "{count} instrument that may not be shown: {names}",
        "{count} instruments that may not be shown: {names}",
        count,
        names=names,
    ),
    Cause.BETWEEN_CHAIRS: lambda count, names: counted(
        "{count} request for guidance, which is not for the public: {names}",
        "{count} requests for guidance, which are not for the public: {names}",
        count,
        names=names,
    ),
    Cause.UNANSWERED: lambda count, names: counted(
        "{count} request for guidance not answered by both co-chairs: {names}",
        "{count} requests for guidance not answered by both co-chairs: {names}",
        count,
        names=names,
    ),
}
