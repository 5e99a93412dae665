"""Who would speak first for each side on what is proposed for an agenda, and who of them does not come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.planning.agenda_proposals import Proposal
from alternat.planning.existing import HolderPlan, holders, lead_on


class AgendaLeads:
    """Who leads on what, and who of them takes part in a meeting."""

    def __init__(self, tables: Tables, meeting: int, day: date) -> None:
        self._tables, self._day = tables, day
        self._codes = {side.id: side.code for side in tables.Side.select().order_by(tables.Side.number)}
        part: Any = tables.Participation
        rows = list(part.select().where(part.meeting == meeting))
        self._there = {row.person_id for row in rows if row.status.is_attending}
        self._heads = [row.person_id for row in rows if row.role is Role.HEAD]
        self._of_outcomes = self._read(tables.OutcomeSide, "outcome", "lead")
        self._of_items = self._read(tables.Lead, "item", "person")
        carrier: Any = tables.OutcomeCarrier
        self._carriers: dict[int, list[int]] = {}
        for outcome, dialogue in tuples(
            carrier.select(carrier.outcome, carrier.dialogue).order_by(carrier.id)
        ):
            self._carriers.setdefault(outcome, []).append(dialogue)
        provisions = {row.provision_id for row in tables.Holder.select(tables.Holder.provision)}
        self._holders: Mapping[int, Iterable[HolderPlan]] = holders(tables, provisions)
        people = {*self._heads, *(each for led in self._of_outcomes.values() for each in led.values())}
        people |= {each for led in self._of_items.values() for each in led.values()}
        people |= {each.person for led in self._holders.values() for each in led}
        person = tables.Person
        self._people = {row.id: row for row in person.select().where(person.id.in_(list(people)))}

    def put(self, proposal: Proposal) -> Proposal:
        """Return a proposal with those who speak first on it for each side."""
        leads: dict[str, int] = {}
        left_out: dict[str, Label] = {}
        for code in self._codes.values():
            person = next(iter(self._wanted(proposal, code)), None)
            if person is None:
                continue
            if person in self._there:
                leads[code] = person
            else:
                left_out[code] = shown_name(self._people[person])
        return replace(proposal, leads=MappingProxyType(leads), left_out=MappingProxyType(left_out))

    def _wanted(self, proposal: Proposal, side: str) -> Iterator[int]:
        """Yield who could lead for a side, those named for this very thing first; only people of the side."""
        named: list[int | None] = []
        if proposal.came_from is not None:
            named.append(self._of_items.get(proposal.came_from, {}).get(side))
        if proposal.outcome is not None:
            named.append(self._of_outcomes.get(proposal.outcome, {}).get(side))
            named += [self._leader(each, side) for each in self._carriers.get(proposal.outcome, ())]
        if proposal.objective is not None:
            named.append(self._leader(proposal.objective, side))
        if proposal.guidance is not None:
            named += self._heads
        for person in named:
            if person is not None and self._codes.get(self._people[person].side_id) == side:
                yield person

    def _leader(self, provision: int, side: str) -> int | None:
        leader = lead_on(self._holders.get(provision, ()), side, self._day)
        return leader.person if leader else None

    def _read(self, model: Any, owner: str, column: str) -> dict[int, dict[str, int]]:
        found: dict[int, dict[str, int]] = {}
        for key, side, person in tuples(
            model.select(getattr(model, owner), model.side, getattr(model, column))
        ):
            found.setdefault(key, {})[self._codes[side]] = person
        return found
