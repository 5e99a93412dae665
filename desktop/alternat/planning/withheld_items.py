"""Agenda items about outcomes that have been withheld since: an agenda is shown to both sides."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import Disclosure
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind

WITHHELD_TABLES = frozenset({"agenda_item", "session", "outcome"})
"""The tables whose changes can change which items these are."""


@dataclass(frozen=True, slots=True)
class StandingItem:
    """An item that stands on an agenda and deals with an outcome."""

    outcome: int
    code: str
    item: Label
    session: int
    title: Label
    """What the session is called."""
    reference: str
    """The reference of the meeting."""

    @property
    def place(self) -> Message:
        """Return where it stands."""
        return message(
            "“{item}” in “{session}” ({meeting})",
            item=self.item,
            session=self.title,
            meeting=self.reference,
        )


def items_about(
    tables: Tables, *, outcomes: Collection[int] | None = None, meeting: int | None = None
) -> tuple[StandingItem, ...]:
    """Return the items about some outcomes, or about those that are withheld, by session and number.

    Items that were dropped and those of cancelled sessions stand on no agenda.
    """
    item, session, outcome = tables.AgendaItem, tables.Session, tables.Outcome
    which: Any = outcome
    own, of = item, session
    those = which.disclosure == Disclosure.WITHHELD if outcomes is None else which.id.in_(list(outcomes))
    query: Any = item.select(which.id, which.code, own.text, of.id, of.title, tables.Meeting.reference).join(
        outcome, on=item.outcome == outcome.id
    )
    query = query.join(session, on=item.session == session.id)
    query = query.join(tables.Meeting, on=session.meeting == tables.Meeting.id)
    there: Any = those & ~own.is_dropped & ~of.is_cancelled
    if meeting is not None:
        there &= of.meeting == meeting
    rows = tuples(query.where(there).order_by(of.meeting, of.id, own.number))
    return tuple(StandingItem(*row) for row in rows)


class WithheldCheck:
    """Holds what is found of withheld outcomes on the agenda of a meeting; one small question reads it."""

    def __init__(self, tables: Tables, meeting: int) -> None:
        self._tables, self._meeting = tables, meeting
        self.read()

    def read(self) -> None:
        """Look again."""
        self._found = items_about(self._tables, meeting=self._meeting)

    def follow(self, names: Collection[str]) -> None:
        """Take in a change of rows of these tables."""
        if WITHHELD_TABLES & set(names):
            self.read()

    def findings(self) -> Iterator[Finding]:
        """Give the findings, in the order of the sessions and their items."""
        for each in self._found:
            yield Finding(
                "agenda-withheld",
                Severity.WARNS,
                Subject(SubjectKind.SESSION, each.session),
                message(
                    "“{item}” on the agenda of “{session}” is about the outcome {code}, which is withheld; "
                    "both sides see the agenda.",
                    item=each.item,
                    session=each.title,
                    code=each.code,
                ),
                Fix(message("Drop the item from the agenda"), "agenda"),
                (each.session,),
            )
