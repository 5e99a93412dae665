"""What cannot be said of an outcome: pure rules over plain values, for verbs and for workbooks alike.

Each rule yields what it breaks: the field that would mend it, and the error that a verb raises, whose words
stand beside the row of a workbook.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, series
from alternat.nouns.noun import Field
from alternat.nouns.outcomes import OUTCOME, Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.outcome_states import NEEDS_REASON, next_states
from alternat.planning.outcomes import STATES

K = TypeVar("K", bound=Hashable)


class BeforeMeeting(AlternatError):
    """Nothing is due, asked, heard or changed before the meeting that agreed the outcome."""

    template = mark(
        "The {field} of the outcome {outcome} would be {day}, before the meeting {meeting} that agreed it "
        "began on {starts}. Give a later day."
    )


class StateNotAllowed(AlternatError):
    """An outcome cannot go from its state to that one."""

    template = mark(
        "The outcome {outcome} is “{now}” and cannot become “{wanted}”. From here it can become: {choices}."
    )


class NotedHasNoState(AlternatError):
    """What was only noted asks for nothing, and has no progress."""

    template = mark(
        "The outcome {outcome} was noted and asks for nothing, so that it cannot become “{wanted}”. Change "
        "its kind first, if it was agreed."
    )


class StateNeedsReason(AlternatError):
    """An outcome that is stuck or dropped says why."""

    template = mark("Say why the outcome {outcome} is “{wanted}”: give the reason.")


class StateBeforeLast(AlternatError):
    """A state would begin before the one that it follows."""

    template = mark(
        "The outcome {outcome} has been “{now}” since {since}; it cannot have become “{wanted}” on {day}, "
        "which is before. Give a later day, or correct the other one first."
    )


class NotedAsksForNothing(AlternatError):
    """What was only noted has nobody who carries it out or leads."""

    template = mark(
        "The outcome {outcome} was noted and asks for nothing: nobody carries it out or leads it. Change its "
        "kind first, if it was agreed."
    )


class ConsentBeforeAsked(AlternatError):
    """The other side would have agreed before it was asked."""

    template = mark(
        "The other side was asked on {asked} whether the outcome {outcome} may be shown; it cannot have "
        "agreed on {given}, which is before. Correct one of the two days."
    )


class ConsentNotNeeded(AlternatError):
    """Consent is on record for a text that is shown, or withheld, without it."""

    template = mark(
        "The outcome {outcome} has a day on which the other side agreed that it be shown, but its disclosure "
        "is “{disclosure}”. Take that day away, or let it be shown with consent."
    )


class RecordClosed(AlternatError):
    """The record of a meeting is closed: its words are corrected with a date, never changed unseen."""

    template = mark(
        "The record of the meeting {meeting} was closed on {day}; the outcome {outcome} is corrected in it "
        "with a date and a reason (field: {field})."
    )


class RecordTakesNone(AlternatError):
    """The record of a meeting is closed: nothing is added to it or taken out."""

    template = mark(
        "The record of the meeting {meeting} was closed on {day}: no outcome is added to it or removed from "
        "it. Add it to the next meeting, or correct what stands in the record."
    )


class LinkToItself(AlternatError):
    """An outcome neither continues nor replaces itself."""

    template = mark("The outcome {outcome} cannot follow itself. Choose an earlier one.")


class LinkToLater(AlternatError):
    """An outcome follows one of an earlier meeting."""

    template = mark(
        "The outcome {outcome} of the meeting {meeting} cannot follow {other}, which the later meeting "
        "{later} agreed. Link them the other way round."
    )


class LinkToLaterNumber(AlternatError):
    """An outcome follows one of its own meeting only where that stands before it."""

    template = mark(
        "The outcome {outcome} cannot follow {other}, which stands behind it in the record of the same "
        "meeting. Link them the other way round."
    )


class LinkedOtherwise(AlternatError):
    """A link of the other kind stands between two outcomes."""

    template_continues = mark(
        "The outcome {outcome} continues {other} already. Unlink the two first, if it is to replace it."
    )
    template_replaces = mark(
        "The outcome {outcome} replaces {other} already. Unlink the two first, if it is to continue it."
    )

    def __init__(self, standing: LinkKind, **arguments: object) -> None:
        is_continued = standing is LinkKind.CONTINUES
        self.template = self.template_continues if is_continued else self.template_replaces
        super().__init__(**arguments)


class LinksInACircle(AlternatError):
    """Outcomes would follow each other in a circle."""

    template = mark(
        "The outcome {outcome} cannot follow {other}, since that would be a circle: {codes}. Remove one of "
        "these links first."
    )


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that is broken."""

    field: str
    """The field that would mend it, as the noun names it; of a link its kind."""
    error: AlternatError

    @property
    def reason(self) -> Message:
        """Return what is said of it."""
        return Message(self.error.template, self.error.arguments)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the rules ask of the meeting that agreed an outcome."""

    reference: str
    year: int
    starts: date | None
    record_closed: date | None


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """What the rules ask of an outcome as it stands."""

    code: str
    number: int
    kind: OutcomeKind
    state: OutcomeState
    state_on: date | None
    meeting: MeetingFacts


def refuse(broken: Iterable[Broken]) -> None:
    """Raise the first error of what is broken, if anything is."""
    for each in broken:
        raise each.error


def before_meeting(meeting: MeetingFacts, code: str, field: Field, day: date | None) -> Iterator[Broken]:
    """Yield a day before the first one of the meeting, where that is set."""
    if day is not None and meeting.starts is not None and day < meeting.starts:
        error = BeforeMeeting(
            field=field.title, outcome=code, day=day, meeting=meeting.reference, starts=meeting.starts
        )
        yield Broken(field.name, error)


def recorded(meeting: MeetingFacts, code: str, changed: Iterable[str]) -> Iterator[Broken]:
    """Yield the fields that would be changed although the record is closed; `changed` are recorded ones."""
    for name in changed if meeting.record_closed is not None else ():
        error = RecordClosed(
            meeting=meeting.reference,
            day=meeting.record_closed,
            outcome=code,
            field=OUTCOME.title(name),
        )
        yield Broken(name, error)


def record_takes(meeting: MeetingFacts) -> Iterator[Broken]:
    """Yield why an outcome is neither added to a meeting nor removed from it."""
    if meeting.record_closed is not None:
        yield Broken("meeting", RecordTakesNone(meeting=meeting.reference, day=meeting.record_closed))


def state_limits(
    outcome: OutcomeFacts, wanted: OutcomeState, on: date | None, *, has_reason: bool
) -> Iterator[Broken]:
    """Yield why a state does not follow from the one in which an outcome is; the same one is put right."""
    now, code = outcome.state, outcome.code
    if outcome.kind is OutcomeKind.NOTED:
        yield Broken("state", NotedHasNoState(outcome=code, wanted=STATES[wanted]))
        return
    choices = next_states(outcome.kind, now)
    if wanted is not now and wanted not in choices:
        error = StateNotAllowed(
            outcome=code,
            now=STATES[now],
            wanted=STATES[wanted],
            choices=series(STATES[each] for each in choices),
        )
        yield Broken("state", error)
    if wanted in NEEDS_REASON and not has_reason:
        yield Broken("state_reason", StateNeedsReason(outcome=code, wanted=STATES[wanted]))
    yield from before_meeting(outcome.meeting, code, OUTCOME.by_name["state_on"], on)
    since = outcome.state_on
    if wanted is not now and since is not None and on is not None and on < since:
        late = StateBeforeLast(outcome=code, now=STATES[now], since=since, wanted=STATES[wanted], day=on)
        yield Broken("state_on", late)


def consent_limits(
    code: str, disclosure: Disclosure, asked: date | None, given: date | None
) -> Iterator[Broken]:
    """Yield what does not go together in whether an outcome may be shown."""
    if given is not None and asked is not None and given < asked:
        yield Broken("consent_given", ConsentBeforeAsked(outcome=code, asked=asked, given=given))
    if given is not None and disclosure is not Disclosure.WITH_CONSENT:
        error = ConsentNotNeeded(outcome=code, disclosure=DISCLOSURES[disclosure])
        yield Broken("consent_given", error)


def link_limits(
    outcome: OutcomeFacts, earlier: OutcomeFacts, kind: LinkKind, standing: LinkKind | None
) -> Iterator[Broken]:
    """Yield why an outcome cannot follow another; `standing` is the kind of link that is there already."""
    if outcome.code == earlier.code:
        yield Broken(kind.value, LinkToItself(outcome=outcome.code))
    elif _begins(earlier.meeting, date.min) > _begins(outcome.meeting, date.max):
        error = LinkToLater(
            outcome=outcome.code,
            meeting=outcome.meeting.reference,
            other=earlier.code,
            later=earlier.meeting.reference,
        )
        yield Broken(kind.value, error)
    elif outcome.meeting.reference == earlier.meeting.reference and earlier.number > outcome.number:
        yield Broken(kind.value, LinkToLaterNumber(outcome=outcome.code, other=earlier.code))
    elif standing is not None and standing is not kind:
        yield Broken(kind.value, LinkedOtherwise(standing, outcome=outcome.code, other=earlier.code))


def way_back(
    start: K, first: K, earlier: Callable[[K], Iterable[K]] | Mapping[K, Iterable[K]]
) -> tuple[K, ...]:
    """Return how `start` leads back to itself by way of `first`; nothing where it does not.

    `earlier` gives the outcomes that each one follows, by whatever names them.
    """
    before = earlier if callable(earlier) else lambda key: earlier.get(key, ())
    came_from: dict[K, K] = {}
    seen, waiting = {first}, [first]
    while waiting:
        at = waiting.pop()
        if at == start:
            path = [at]
            while path[-1] != first:
                path.append(came_from[path[-1]])
            return (start, *reversed(path))
        for each in before(at):
            if each not in seen:
                seen.add(each)
                came_from[each] = at
                waiting.append(each)
    return ()


def _begins(meeting: MeetingFacts, unknown: date) -> tuple[int, date]:
    """Return when a meeting begins, to compare; `unknown` stands for a first day that is not set."""
    return meeting.year, meeting.starts or unknown
