"""The proposals for an agenda as lines of a list, each known by what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.planning.agenda_proposals import Proposal, ProposalKind
from alternat.ui.desk.place import Place

_APART = 10_000_000
"""Keeps the ids of records of different kinds apart."""
_TABLES = {
    ProposalKind.OUTCOME: "outcome",
    ProposalKind.GUIDANCE: "guidance",
    ProposalKind.OBJECTIVE: "provision",
    ProposalKind.TOPIC: "provision",
}


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A proposal with the names of those who lead on it."""

    proposal: Proposal
    leads: Mapping[str, Label]
    """Who would speak first for each side, or leads on it and is not invited, by the code of the side."""
    session_title: Label
    """The session on whose agenda it stands; empty where it stands on none."""

    @property
    def id(self) -> int:
        """Return a number that stays as long as the proposal is about the same record."""
        what, key = self.proposal.key
        return list(ProposalKind).index(what) * _APART + key

    @property
    def record(self) -> Place | None:
        """Return where the record is that it is about; None for a text of its own."""
        what, key = self.proposal.key
        table = _TABLES.get(what)
        if table is None:
            return None
        field = {ProposalKind.OBJECTIVE: "due", ProposalKind.TOPIC: "text"}.get(what, "")
        return Place(table, key, field)


def agenda_lines(tables: Tables, proposals: tuple[Proposal, ...]) -> tuple[AgendaLine, ...]:
    """Return proposals with the names that belong to them, read in one query a table."""
    people = {person for each in proposals for person in each.leads.values()}
    rows = tables.Person.select().where(tables.Person.id.in_(people)) if people else ()
    names = {row.id: shown_name(row) for row in rows}
    sessions = {each.session for each in proposals} - {None}
    found = tables.Session.select().where(tables.Session.id.in_(sessions)) if sessions else ()
    titles = {row.id: row.title for row in found}
    return tuple(
        AgendaLine(
            each,
            {**{side: names[person] for side, person in each.leads.items()}, **each.left_out},
            titles.get(each.session, Label()),
        )
        for each in proposals
    )
