"""What the record of a meeting lacks before it is closed, as whoever closes it is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from alternat.language.messages import Message, counted, message, series
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeKind
from alternat.planning.outcomes import outcomes
from alternat.planning.text_states import Standing, differences, text_states
from alternat.planning.texts import TextKey


@dataclass(frozen=True, slots=True)
class RecordReadiness:
    """What is not ready in the record of a meeting; outcomes are named by their codes, in their order."""

    meeting: str
    """The reference of the meeting."""
    begins: date | None
    """The first day of the meeting; None where it has none yet."""
    has_begun: bool
    outcomes: int
    """How many outcomes the record has."""
    incomplete: tuple[str, ...]
    """Those whose text is missing in a language."""
    unchecked: tuple[str, ...]
    """Those whose text is there in all languages, and not checked in all of them as it stands."""
    differing: tuple[str, ...]
    """Those that do not say the same in all languages."""
    without_carrier: tuple[str, ...]
    """Those that were agreed, and that no existing dialogue carries out."""
    without_lead: tuple[str, ...]
    """Those that were agreed, and on which nobody leads for one of the sides."""

    @property
    def is_ready(self) -> bool:
        """Return whether nothing is to be told."""
        return not self.told

    @property
    def told(self) -> tuple[Message, ...]:
        """Return what is not ready, in sentences, the gravest first."""
        return tuple(self._told())

    def _told(self) -> Iterator[Message]:
        if self.begins is None:
            yield message("The meeting {meeting} has no days yet.", meeting=self.meeting)
        elif not self.has_begun:
            yield message("The meeting {meeting} begins on {day}.", meeting=self.meeting, day=self.begins)
        if not self.outcomes:
            yield message("The record of the meeting {meeting} has no outcome.", meeting=self.meeting)
        if self.incomplete:
            yield counted(
                "{count} outcome is not there in every language: {codes}.",
                "{count} outcomes are not there in every language: {codes}.",
                len(self.incomplete),
                codes=series(self.incomplete),
            )
        if self.differing:
            yield counted(
                "{count} outcome does not say the same in every language: {codes}.",
                "{count} outcomes do not say the same in every language: {codes}.",
                len(self.differing),
                codes=series(self.differing),
            )
        if self.unchecked:
            yield counted(
                "The text of {count} outcome is not checked in every language: {codes}.",
                "The texts of {count} outcomes are not checked in every language: {codes}.",
                len(self.unchecked),
                codes=series(self.unchecked),
            )
        if self.without_carrier:
            yield counted(
                "No existing dialogue carries out {count} outcome: {codes}.",
                "No existing dialogue carries out {count} outcomes: {codes}.",
                len(self.without_carrier),
                codes=series(self.without_carrier),
            )
        if self.without_lead:
            yield counted(
                "{count} outcome has no lead of each side: {codes}.",
                "{count} outcomes have no lead of each side: {codes}.",
                len(self.without_lead),
                codes=series(self.without_lead),
            )


def record_readiness(tables: Tables, meeting: int, today: date) -> RecordReadiness:
    """Return what the record of a meeting lacks on a day."""
    row = tables.Meeting.get_by_id(meeting)
    plans = outcomes(tables, meeting=meeting)
    sides = {side.code for side in tables.Side.select(tables.Side.code)}
    keys = {TextKey("outcome", plan.id, "text") for plan in plans}
    states = {each.key.row: each for each in text_states(tables, keys=keys)} if keys else {}
    differing = (
        {key.row for key, each in differences(tables, keys=keys).items() if each.open} if keys else set()
    )
    missing = {
        key
        for key, each in states.items()
        if any(language.standing is Standing.MISSING for language in each.languages)
    }
    agreed = [plan for plan in plans if plan.kind is OutcomeKind.AGREED]

    def codes(ids: Iterable[int]) -> tuple[str, ...]:
        wanted = set(ids)
        return tuple(plan.code for plan in plans if plan.id in wanted)

    return RecordReadiness(
        row.reference,
        row.starts,
        row.starts is not None and row.starts <= today,
        len(plans),
        codes(missing),
        codes(key for key, each in states.items() if key not in missing and not each.is_checked),
        codes(differing),
        codes(plan.id for plan in agreed if not plan.carriers),
        codes(plan.id for plan in agreed if {lead.side for lead in plan.leads} != sides),
    )
