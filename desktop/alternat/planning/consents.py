"""What the two sides have agreed on: who proposed, who accepted, and whose word is still missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from alternat.language.label import Label, Language
from alternat.models.base import tuples
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.consents import ConsentStep


class ConsentSubject(StrEnum):
    """What a side gives its word on; the value is the name of the field in `Consent`."""

    MEETING = "meeting"
    SUBGROUP = "subgroup"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Word:
    """The word of one side: `given` is a day in its own capital, `document` the note that says so."""

    id: int
    side: str
    step: ConsentStep
    given: date
    document: str


@dataclass(frozen=True, slots=True)
class OutdatedWord(Word):
    """A word on a meeting as it no longer is: other days, another host or another city."""

    starts: date | None = None
    ends: date | None = None
    host: str = ""
    city: Label = field(default_factory=Label)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the two sides have come on one subject."""

    sides: tuple[str, ...]
    """The codes of both sides, in the dialogue's own order."""
    words: tuple[Word, ...] = ()
    """The proposal first."""
    is_given_by_terms: bool = False
    """Whether the terms of reference themselves contain it, so that nobody has to give consent."""
    outdated: tuple[OutdatedWord, ...] = ()
    """Words that no longer count, since the meeting has moved since they were given."""

    @property
    def proposal(self) -> Word | None:
        """Return the word of the side that put it forward."""
        return next((word for word in self.words if word.step is ConsentStep.PROPOSED), None)

    @property
    def acceptance(self) -> Word | None:
        """Return the word of the side that accepted what the other put forward."""
        return next((word for word in self.words if word.step is ConsentStep.ACCEPTED), None)

    @property
    def proposed_by(self) -> str | None:
        """Return the code of the side that put it forward."""
        return self.proposal.side if self.proposal else None

    @property
    def accepted_by(self) -> str | None:
        """Return the code of the side that accepted it."""
        return self.acceptance.side if self.acceptance else None

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the codes of the sides that have not given their word."""
        if self.is_given_by_terms:
            return ()
        given = {word.side for word in self.words}
        return tuple(side for side in self.sides if side not in given)

    @property
    def is_complete(self) -> bool:
        """Return whether both sides agree: one has proposed and the other accepted."""
        return self.is_given_by_terms or (self.proposal is not None and self.acceptance is not None)

    def word_of(self, side: str) -> Word | None:
        """Return the word that a side has given."""
        return next((word for word in self.words if word.side == side), None)


def agreement(
    tables: Tables, *, meeting: int | None = None, subgroup: int | None = None, topic: int | None = None
) -> Agreement:
    """Return how far the sides have come on exactly one of a meeting, a sub-group or a topic."""
    subject, key = the_subject(meeting=meeting, subgroup=subgroup, topic=topic)
    return agreements(tables, subject, (key,))[key]


def agreements(tables: Tables, subject: ConsentSubject, keys: Iterable[int]) -> Mapping[int, Agreement]:
    """Return how far the sides have come on each of several subjects of one kind, in three queries at most.

    A topic of the terms of reference is agreed as it stands; one that was added needs both sides' consent
    (terms of reference, section IV: further topics by consultation).
    """
    wanted = tuple(keys)
    side = tables.Side
    codes = tuple(code for (code,) in tuples(side.select(side.code).order_by(side.number)))
    given = _words(tables, subject, wanted)
    terms = _topics_of_terms(tables, wanted) if subject is ConsentSubject.TOPIC else frozenset()
    if subject is ConsentSubject.MEETING:
        rows = {row.id: row for row in tables.Meeting.select().where(tables.Meeting.id.in_(wanted))}
        return {key: _on_meeting(tables, codes, given[key], rows[key]) for key in wanted}
    return {key: Agreement(codes, tuple(given[key]), key in terms) for key in wanted}


def agreement_as_changed(tables: Tables, meeting: Meeting) -> Agreement:
    """Return how far the sides have come on a meeting as that row has it, written yet or not."""
    codes = agreement(tables, meeting=meeting.id).sides
    return _on_meeting(
        tables, codes, _words(tables, ConsentSubject.MEETING, (meeting.id,))[meeting.id], meeting
    )


def has_moved(before: Meeting, after: Meeting) -> bool:
    """Return whether a meeting has other days, another host or another city than before."""
    return (before.starts, before.ends, before.host_id) != (
        after.starts,
        after.ends,
        after.host_id,
    ) or not is_same_city(before.city, after.city)


def is_same_city(one: Label, other: Label) -> bool:
    """Return whether two labels name one city: they share a name, or one of them is still to be filled in.

    So a missing translation or one that is put right moves no meeting.
    """
    names = [(one.text(language), other.text(language)) for language in Language]
    both = [(mine, theirs) for mine, theirs in names if mine and theirs]
    return not both or any(mine == theirs for mine, theirs in both)


def the_subject(
    *, meeting: int | None = None, subgroup: int | None = None, topic: int | None = None
) -> tuple[ConsentSubject, int]:
    """Return the one subject that is named and its id; none or several are a ValueError."""
    named = [
        (subject, key)
        for subject, key in zip(ConsentSubject, (meeting, subgroup, topic), strict=True)
        if key is not None
    ]
    if len(named) != 1:
        raise ValueError("consent is about exactly one meeting, sub-group or topic")
    return named[0]


def can_follow(later: date, later_zone: str, earlier: date, earlier_zone: str) -> bool:
    """Return whether something can happen on one day in one zone after something on a day in another.

    An evening in Ottawa is the next morning in Beijing, so a proposal of 13 June there can be accepted on
    12 June here.
    """
    end = datetime.combine(later + timedelta(days=1), time(), ZoneInfo(later_zone)).astimezone(UTC)
    start = datetime.combine(earlier, time(), ZoneInfo(earlier_zone)).astimezone(UTC)
    return end > start


def _on_meeting(tables: Tables, codes: tuple[str, ...], words: list[Word], meeting: Meeting) -> Agreement:
    """Return the agreement on a meeting: only consent to the meeting as it is now counts."""
    host = tables.Side.get_by_id(meeting.host_id).code
    consents = tables.Consent.select().where(tables.Consent.id.in_([word.id for word in words]))
    outdated = {
        row.id: (row.starts, row.ends, row.host, row.city)
        for row in consents
        if (row.starts, row.ends, row.host) != (meeting.starts, meeting.ends, host)
        or not is_same_city(row.city, meeting.city)
    }
    return Agreement(
        codes,
        tuple(word for word in words if word.id not in outdated),
        outdated=tuple(
            OutdatedWord(word.id, word.side, word.step, word.given, word.document, *outdated[word.id])
            for word in words
            if word.id in outdated
        ),
    )


def _words(tables: Tables, subject: ConsentSubject, keys: tuple[int, ...]) -> Mapping[int, list[Word]]:
    consent: Any = tables.Consent
    side, about = tables.Side, getattr(consent, subject.value)
    query = consent.select(about, consent.id, side.code, consent.step, consent.given, consent.document).join(
        side
    )
    found: dict[int, list[Word]] = defaultdict(list)
    for key, *values in tuples(query.where(about.in_(keys)).order_by(consent.given, consent.id)):
        found[key].append(Word(*values))
    for words in found.values():
        words.sort(key=lambda word: word.step is not ConsentStep.PROPOSED)
    return found


def _topics_of_terms(tables: Tables, keys: tuple[int, ...]) -> frozenset[int]:
    provision: Any = tables.Provision
    rows = tuples(provision.select(provision.id, provision.original).where(provision.id.in_(keys)))
    return frozenset(key for key, original in rows if original)
