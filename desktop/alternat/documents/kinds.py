"""The kinds of document that can be printed, each one descriptor; a new kind is one more entry of `KINDS`."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from alternat.documents.badges import BadgeOptions, BadgeValues, compose_badges, gather_badges, suggest_badges
from alternat.documents.change_sheet import (
    ChangeSheetOptions,
    ChangeSheetValues,
    compose_change_sheet,
    gather_change_sheet,
)
from alternat.documents.checklist import ChecklistValues, compose_checklist, gather_checklist
from alternat.documents.delegation_list import (
    DelegationListOptions,
    DelegationListValues,
    compose_delegation_list,
    gather_delegation_list,
    suggest_delegation_list,
)
from alternat.documents.door_signs import (
    DoorSignsOptions,
    DoorSignsValues,
    compose_door_signs,
    gather_door_signs,
)
from alternat.documents.drawing import Composition
from alternat.documents.interpretation_roster import RosterValues, compose_roster, gather_roster
from alternat.documents.left_out import (
    LeftOut,
    left_out_of_badges,
    left_out_of_checklist,
    left_out_of_days,
    left_out_of_list,
    left_out_of_programme,
    left_out_of_roster,
    left_out_of_run_of_show,
    left_out_of_signs,
    left_out_of_years,
    nothing,
)
from alternat.documents.my_day import MyDayOptions, MyDayValues, compose_my_day, gather_my_day
from alternat.documents.named import (
    changed_people,
    expected_people,
    listed_people,
    named_in_programme,
    nobody,
    owners,
    owners_of_days,
    rostered_people,
    wearers,
)
from alternat.documents.programme import compose_programme, gather_whole_programme
from alternat.documents.programme_gathering import ProgrammeFacts
from alternat.documents.run_of_show import compose_run_of_show
from alternat.documents.sheet_options import SideSheetOptions
from alternat.documents.typesetting import Typesetter
from alternat.documents.year_planner import (
    YearPlannerOptions,
    YearPlannerValues,
    compose_year_planner,
    gather_year_planner,
)
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables

Options = TypeVar("Options")
Values = TypeVar("Values")


class UnknownDocumentKind(AlternatError):
    """No document kind has that name."""

    template = mark("There is no document named “{name}”. The documents are: {choices}.")


@dataclass(frozen=True, slots=True)
class DocumentKind(Generic[Options, Values]):
    """A kind of document in its three steps.

    `gather` reads the workspace into frozen values, in the thread of the workspace; `compose` lays them out
    in any thread. `suggest` returns the options that suit a meeting: the host's copy, paper and languages.
    """

    id: str
    title: Message
    options: type[Options]
    suggest: Callable[[Tables, int, date], Options]
    gather: Callable[[Tables, int, Options], Values]
    compose: Callable[[Values, Options, Typesetter], Composition]
    is_of_people: bool = True
    """Whether each person has a place of its own on it, so that without anybody it is empty."""
    people: Callable[[Values, Options], Collection[int]] = nobody
    """The ids of those whom it names: who asks what was shared of a person is told by them."""
    left_out: Callable[[Values, Options], tuple[LeftOut, ...]] = nothing
    """What is not on it, and why."""


DELEGATION_LIST: DocumentKind[DelegationListOptions, DelegationListValues] = DocumentKind(
    id="delegation-list",
    title=message("Delegation list"),
    options=DelegationListOptions,
    suggest=suggest_delegation_list,
    gather=gather_delegation_list,
    compose=compose_delegation_list,
    people=listed_people,
    left_out=left_out_of_list,
)

BADGES: DocumentKind[BadgeOptions, BadgeValues] = DocumentKind(
    id="badges",
    title=message("Badges"),
    options=BadgeOptions,
    suggest=suggest_badges,
    gather=gather_badges,
    compose=compose_badges,
    people=wearers,
    left_out=left_out_of_badges,
)

PROGRAMME: DocumentKind[SideSheetOptions, ProgrammeFacts] = DocumentKind(
    id="programme",
    title=message("Programme"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_whole_programme,
    compose=compose_programme,
    is_of_people=False,
    people=named_in_programme,
    left_out=left_out_of_programme,
)

MY_DAY: DocumentKind[MyDayOptions, MyDayValues] = DocumentKind(
    id="my-day",
    title=message("My day"),
    options=MyDayOptions,
    suggest=MyDayOptions.suggest,
    gather=gather_my_day,
    compose=compose_my_day,
    is_of_people=False,
    people=owners_of_days,
    left_out=left_out_of_days,
)

RUN_OF_SHOW: DocumentKind[SideSheetOptions, ProgrammeFacts] = DocumentKind(
    id="run-of-show",
    title=message("Run of show"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_whole_programme,
    compose=compose_run_of_show,
    is_of_people=False,
    people=expected_people,
    left_out=left_out_of_run_of_show,
)

DOOR_SIGNS: DocumentKind[DoorSignsOptions, DoorSignsValues] = DocumentKind(
    id="door-signs",
    title=message("Door signs"),
    options=DoorSignsOptions,
    suggest=DoorSignsOptions.suggest,
    gather=gather_door_signs,
    compose=compose_door_signs,
    is_of_people=False,
    left_out=left_out_of_signs,
)

INTERPRETATION: DocumentKind[SideSheetOptions, RosterValues] = DocumentKind(
    id="interpretation",
    title=message("Interpretation roster"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_roster,
    compose=compose_roster,
    is_of_people=False,
    people=rostered_people,
    left_out=left_out_of_roster,
)

CHECKLIST: DocumentKind[SideSheetOptions, ChecklistValues] = DocumentKind(
    id="checklist",
    title=message("Checklist"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_checklist,
    compose=compose_checklist,
    is_of_people=False,
    people=owners,
    left_out=left_out_of_checklist,
)

CHANGES: DocumentKind[ChangeSheetOptions, ChangeSheetValues] = DocumentKind(
    id="changes",
    title=message("Change sheet"),
    options=ChangeSheetOptions,
    suggest=ChangeSheetOptions.suggest,
    gather=gather_change_sheet,
    compose=compose_change_sheet,
    is_of_people=False,
    people=changed_people,
)

YEAR_PLANNER: DocumentKind[YearPlannerOptions, YearPlannerValues] = DocumentKind(
    id="year-planner",
    title=message("Year planner"),
    options=YearPlannerOptions,
    suggest=YearPlannerOptions.suggest,
    gather=gather_year_planner,
    compose=compose_year_planner,
    is_of_people=False,
    left_out=left_out_of_years,
)

KINDS: tuple[DocumentKind[Any, Any], ...] = (
    DELEGATION_LIST,
    BADGES,
    PROGRAMME,
    MY_DAY,
    RUN_OF_SHOW,
    DOOR_SIGNS,
    INTERPRETATION,
    CHECKLIST,
    CHANGES,
    YEAR_PLANNER,
)
"""All kinds in the order in which they are offered."""


def kind(name: str) -> DocumentKind[Any, Any]:
    """Return the kind with that id; an unknown one is an `UnknownDocumentKind`."""
    for each in KINDS:
        if each.id == name:
            return each
    raise UnknownDocumentKind(name=name, choices=", ".join(each.id for each in KINDS))
