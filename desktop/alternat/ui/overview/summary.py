"""How far the delegations of a meeting have come, counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from alternat.language.called import latin_name, shown_name
from alternat.language.label import Label, Language
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.roster import Delegate, roster


@dataclass(frozen=True, slots=True)
class DelegationSummary:
    """One side's delegation: its head, and how many there are of each status."""

    side: str
    name: Label
    colour: str
    head: Label | None
    statuses: Mapping[ParticipationStatus, int]

    @property
    def attending(self) -> int:
        """Return how many come, as far as is known: invited or confirmed."""
        return sum(count for status, count in self.statuses.items() if status.is_attending)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of those who attend are complete in one language: name, position, and entity."""

    language: Language
    complete: int
    total: int

    @property
    def percent(self) -> int:
        """Return the complete share in whole percent, rounded down so that 100 means all."""
        return 100 * self.complete // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Summary:
    """The delegations of a meeting and how complete their texts are."""

    delegations: tuple[DelegationSummary, ...]
    completeness: tuple[Completeness, ...]

    @property
    def people(self) -> int:
        """Return how many take part, with those who do not come."""
        return sum(sum(each.statuses.values()) for each in self.delegations)


def summary(tables: Tables, meeting: int) -> Summary:
    """Return the summary of a meeting."""
    delegates = roster(tables, meeting, attending_only=False)
    attending = [each for each in delegates if each.status.is_attending]
    sides = tables.Side.select().order_by(tables.Side.number)
    return Summary(
        tuple(_delegation(side.code, side.delegation_name, side.colour, delegates) for side in sides),
        tuple(
            Completeness(language, sum(_is_complete(each, language) for each in attending), len(attending))
            for language in Language
        ),
    )


def _delegation(side: str, name: Label, colour: str, delegates: tuple[Delegate, ...]) -> DelegationSummary:
    own = [each for each in delegates if each.side == side]
    heads = (shown_name(each) for each in own if each.role is Role.HEAD and each.status.is_attending)
    return DelegationSummary(side, name, colour, next(heads, None), Counter(each.status for each in own))


def _is_complete(delegate: Delegate, language: Language) -> bool:
    name = delegate.name_zh if language is Language.ZH else latin_name(delegate)
    entity = delegate.entity_name.text(language) if delegate.entity is not None else "-"
    return bool(name and delegate.position.text(language) and entity)
