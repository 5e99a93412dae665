"""Who is on a document: the ids of those whom each kind names, for the register of what left the desk."""

from collections.abc import Iterable

from alternat.documents.badges import BadgeOptions, BadgeValues
from alternat.documents.change_sheet import ChangeSheetOptions, ChangeSheetValues
from alternat.documents.checklist import ChecklistValues
from alternat.documents.delegation_list import DelegationListOptions, DelegationListValues
from alternat.documents.interpretation_roster import RosterValues
from alternat.documents.my_day import MyDayOptions, MyDayValues
from alternat.documents.programme_gathering import ProgrammeFacts
from alternat.documents.sheet_options import SideSheetOptions
from alternat.models.programme import PartyKind
from alternat.planning.programme import SessionPlan, presences


def nobody(values: object, options: object) -> frozenset[int]:  # noqa: ARG001 - one shape for all kinds
    """Return nobody: the document names no people."""
    return frozenset()


def wearers(values: BadgeValues, options: BadgeOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those who have a badge."""
    return frozenset(wearer.delegate.person for wearer in values.wearers)


def listed_people(values: DelegationListValues, options: DelegationListOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those on the lists, and those for whom somebody stands."""
    delegates = (each.person for _, delegates in values.gathered.delegations for each in delegates)
    return frozenset(delegates) | {person for person, _ in values.named}


def named_in_programme(values: ProgrammeFacts, options: SideSheetOptions) -> frozenset[int]:
    """Return those whom the programme names: who chairs, speaks first, interprets or takes part by name."""
    return frozenset(
        person for session in values.sessions_of(options.sides) for person in named_in_session(session)
    )


def named_in_session(session: SessionPlan) -> Iterable[int]:
    """Yield those whom a session names one by one."""
    yield from session.chairs.values()
    yield from (assignment.person for assignment in session.assignments)
    for item in session.agenda:
        yield from item.leads.values()
    for party in session.parties:
        if party.kind is PartyKind.PERSON and party.key.isdecimal():
            yield int(party.key)


def expected_people(values: ProgrammeFacts, options: SideSheetOptions) -> frozenset[int]:
    """Return all who are expected anywhere: the run of show tells who comes and goes."""
    people = values.programme.people
    there = (presences(session, people) for session in values.sessions_of(options.sides))
    return frozenset(each.person for session in there for each in session)


def owners_of_days(values: MyDayValues, options: MyDayOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those who have a page, and those whom a session on it names."""
    named = (person for _, own in values.pages for session, _ in own for person in named_in_session(session))
    return frozenset(person for person, _ in values.pages) | frozenset(named)


def rostered_people(values: RosterValues, options: SideSheetOptions) -> frozenset[int]:  # noqa: ARG001
    """Return the interpreters on the roster."""
    return frozenset(values.interpreters) | {
        assignment.person for session in values.sessions for assignment in session.assignments
    }


def owners(values: ChecklistValues, options: SideSheetOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those who see to a task."""
    return frozenset(task.owner_id for task in values.tasks if task.owner_id is not None)


def changed_people(values: ChangeSheetValues, options: ChangeSheetOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those whom the changes concern."""
    return frozenset(values.changes.names)
