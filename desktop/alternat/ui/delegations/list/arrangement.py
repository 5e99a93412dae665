"""Which rows of a list show, and in which order: filters, search and sorting as values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from alternat.language.catalogs import Catalog
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.columns import Column
from alternat.ui.parts.tables.searching import Query


@dataclass(frozen=True, slots=True)
class Sorting:
    """An order that helps to find somebody; without one, the list stands in its order of precedence."""

    column: Column
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What a delegate must be to show; an empty part lets everybody through."""

    side: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)
    statuses: frozenset[ParticipationStatus] = field(default_factory=frozenset)
    query: Query = field(default_factory=Query)

    def __bool__(self) -> bool:
        return bool(self.side or self.roles or self.statuses or self.query)

    def admits(self, delegate: Delegate, searched: Callable[[Delegate], str]) -> bool:
        """Return whether a delegate shows; `searched` gives the text to look for words in."""
        return (
            (not self.side or delegate.side == self.side)
            and (not self.roles or delegate.role in self.roles)
            and (not self.statuses or delegate.status in self.statuses)
            and (not self.query or self.query.matches(searched(delegate)))
        )


def arranged(
    delegates: Iterable[Delegate],
    wanted: Filter,
    sorting: Sorting | None,
    searched: Callable[[Delegate], str],
    catalog: Catalog,
) -> list[Delegate]:
    """Return the delegates that show, in the order they show in.

    Sorting is stable, so that people equal in the chosen column stay in their order of precedence.
    """
    shown = [delegate for delegate in delegates if wanted.admits(delegate, searched)]
    if sorting is not None:
        shown.sort(
            key=lambda delegate: sorting.column.sort_value(delegate, catalog),  # type: ignore[arg-type, return-value]
            reverse=sorting.descending,
        )
    return shown
