"""What every document of a meeting reads: the meeting, the two sides and the delegates, as frozen values.

The allow-list of what may print ends here: no document reads the table of private contacts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import mark
from alternat.models.tables import Tables
from alternat.nouns.paper import Paper, usual_paper
from alternat.planning.roster import Delegate, roster


class NotOfThisDialogue(AlternatError):
    """A document asks for a side that the dialogue does not have."""

    template = mark("There is no side “{code}” in this dialogue. Its sides are: {choices}.")


class MeetingGone(AlternatError):
    """The meeting of a document is no longer there."""

    template = mark("The meeting of this document is no longer there. Choose another meeting.")


@dataclass(frozen=True, slots=True)
class SideFacts:
    """What prints of a side."""

    id: int
    code: str
    country: Label
    side_name: Label
    delegation_name: Label
    dialogue_name: Label
    languages: tuple[Language, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What prints of a meeting; the dates are those of the meeting's own place."""

    id: int
    reference: str
    year: int
    number: int | None
    city: Label
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The meeting, the side whose copy it is, and the sides asked for with their delegates in order."""

    meeting: MeetingFacts
    copy_for: SideFacts
    delegations: tuple[tuple[SideFacts, tuple[Delegate, ...]], ...]
    absent: tuple[Delegate, ...]
    """Those of the same sides who declined, withdrew, were replaced or are not invited yet."""


def gather_delegations(tables: Tables, meeting: int, sides: Sequence[str], copy_for: str) -> Gathered:
    """Return the meeting with the delegations of those sides, all sides if none is named.

    The side whose copy it is comes first (the alternat). An unknown code is a `NotOfThisDialogue`, a meeting
    that was removed a `MeetingGone`.
    """
    facts = {side.code: side for side in side_facts(tables)}
    for code in (copy_for, *sides):
        if code not in facts:
            raise NotOfThisDialogue(code=code, choices=", ".join(facts))
    wanted = [side for side in facts.values() if not sides or side.code in sides]
    wanted.sort(key=lambda side: side.code != copy_for)
    everybody = roster(tables, meeting, attending_only=False)
    delegates = [each for each in everybody if each.status.is_attending]
    codes = {side.code for side in wanted}
    return Gathered(
        _meeting(tables, meeting),
        facts[copy_for],
        tuple((side, tuple(each for each in delegates if each.side == side.code)) for side in wanted),
        tuple(each for each in everybody if not each.status.is_attending and each.side in codes),
    )


def side_facts(tables: Tables) -> Iterable[SideFacts]:
    """Yield what prints of each side, in the dialogue's own order."""
    side = tables.Side
    for row in side.select().order_by(side.number):
        yield SideFacts(
            id=row.id,
            code=row.code,
            country=row.country,
            side_name=row.side_name,
            delegation_name=row.delegation_name,
            dialogue_name=row.dialogue_name,
            languages=tuple(Language(code) for code in row.languages if code in set(Language)),
            colour=row.colour,
        )


def _meeting(tables: Tables, meeting: int) -> MeetingFacts:
    row = tables.Meeting.get_or_none(tables.Meeting.id == meeting)
    if row is None:
        raise MeetingGone
    return MeetingFacts(row.id, row.reference, row.year, row.number, row.city, row.starts, row.ends)


@dataclass(frozen=True, slots=True)
class PrintingHabits:
    """How a meeting's papers are printed unless somebody asks otherwise."""

    copy_for: str
    paper: Paper
    languages: tuple[Language, ...]
    revision: int


def printing_habits(tables: Tables, meeting: int, copy_for: str = "") -> PrintingHabits:
    """Return how a copy prints: on the meeting's own paper and in its languages, else as its host does.

    Without `copy_for` it is the host's copy. Each side's copy suggests that side's own order, which its
    office sets; the languages that the side does not name follow. A removed meeting is a `MeetingGone`, an
    unknown side a `NotOfThisDialogue`.
    """
    row = tables.Meeting.get_or_none(tables.Meeting.id == meeting)
    if row is None:
        raise MeetingGone
    sides = {side.code: side for side in side_facts(tables)}
    code = copy_for or row.host.code
    if code not in sides:
        raise NotOfThisDialogue(code=code, choices=", ".join(sides))
    chosen = tuple(Language(each) for each in row.languages if each in set(Language))
    own = sides[code].languages
    if chosen and code == row.host.code:
        languages = chosen
    else:
        wanted = chosen or tuple(Language)
        languages = (*(each for each in own if each in wanted), *(each for each in wanted if each not in own))
    return PrintingHabits(
        copy_for=code,
        paper=usual_paper(row.paper, row.host.paper),
        languages=languages,
        revision=row.list_revision,
    )
