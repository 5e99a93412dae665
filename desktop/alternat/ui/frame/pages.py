"""Which pages the window has, in the order of the work; a page joins by its descriptor here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alternat.language.messages import Message, message
from alternat.ui.follow_up.views import VIEWS

if TYPE_CHECKING:
    from alternat.ui.desk.desk import Desk
    from alternat.ui.desk.place import Place
    from alternat.ui.parts.page import Page


@dataclass(frozen=True, slots=True)
class PageDescriptor:
    """One page: its icon and title in the sidebar, what makes it on a desk, and what it shows."""

    id: str
    icon: str
    title: Message
    make: "Callable[[Desk], Page]"
    shows: tuple[str, ...] = ()
    """The tables whose rows it brings into view, or one field where another page has the others."""


# Each page is imported when it is first shown, so that the window need not wait for all of them.


def _overview(desk: "Desk") -> "Page":
    from alternat.ui.overview.page import OverviewPage

    return OverviewPage(desk)


def _subgroups(desk: "Desk") -> "Page":
    from alternat.ui.subgroups.page import SubGroupsPage

    return SubGroupsPage(desk)


def _programme(desk: "Desk") -> "Page":
    from alternat.ui.programme.page import ProgrammePage

    return ProgrammePage(desk)


def _calendar(desk: "Desk") -> "Page":
    from alternat.ui.calendar.page import CalendarPage

    return CalendarPage(desk)


def _delegations(desk: "Desk") -> "Page":
    from alternat.ui.delegations.page import DelegationsPage

    return DelegationsPage(desk)


def _checklist(desk: "Desk") -> "Page":
    from alternat.ui.checklist.page import ChecklistPage

    return ChecklistPage(desk)


def _follow_up(desk: "Desk") -> "Page":
    from alternat.ui.follow_up.page import FollowUpPage

    return FollowUpPage(desk)


def _objectives(desk: "Desk") -> "Page":
    from alternat.ui.objectives.page import ObjectivesPage

    return ObjectivesPage(desk)


def _documents(desk: "Desk") -> "Page":
    from alternat.ui.documents.page import DocumentsPage

    return DocumentsPage(desk)


def _terms(desk: "Desk") -> "Page":
    from alternat.ui.terms.page import TermsPage

    return TermsPage(desk)


def _texts(desk: "Desk") -> "Page":
    from alternat.ui.concordance.page import TextsPage

    return TextsPage(desk)


PAGES: tuple[PageDescriptor, ...] = (
    PageDescriptor("overview", "layout-dashboard", message("Overview"), _overview, shows=("meeting",)),
    PageDescriptor("calendar", "calendar", message("Calendar"), _calendar),
    PageDescriptor(
        "subgroups", "handshake", message("Sub-groups"), _subgroups, shows=("sub_group", "provision.consents")
    ),
    PageDescriptor(
        "programme", "clock", message("Programme"), _programme, shows=("session", "room", "venue")
    ),
    PageDescriptor(
        "delegations", "users", message("Delegations"), _delegations, shows=("person", "side.delegation")
    ),
    PageDescriptor("checklist", "list-checks", message("Checklist"), _checklist, shows=("task",)),
    PageDescriptor(
        "follow-up",
        "message-square",
        message("Follow-up"),
        _follow_up,
        shows=tuple(dict.fromkeys(table for view in VIEWS for table in view.shows)),
    ),
    PageDescriptor(
        "objectives",
        "award",
        message("Objectives"),
        _objectives,
        shows=("instrument", "holder", "dialogue_meeting", "provision.due", "provision.holders"),
    ),
    PageDescriptor(
        "documents", "file-text", message("Documents"), _documents, shows=("document", "person.badge")
    ),
    PageDescriptor(
        "terms",
        "scroll-text",
        message("Terms of reference"),
        _terms,
        shows=("dialogue", "side", "entity", "provision"),
    ),
    PageDescriptor(
        "texts",
        "languages",
        message("Texts"),
        _texts,
        shows=(
            *("outcome.concordance", "guidance.concordance"),
            *("provision.concordance", "instrument.concordance"),
        ),
    ),
)


def page_showing(place: "Place") -> str:
    """Return the id of the page that shows a place; one of its very field comes before that of its table."""
    pages = {each: page.id for page in PAGES for each in page.shows}
    return pages.get(_field_of(place)) or pages[place.table]


def is_shown(place: "Place") -> bool:
    """Return whether any page shows a place."""
    return any(each in (place.table, _field_of(place)) for page in PAGES for each in page.shows)


def _field_of(place: "Place") -> str:
    """Return the field of a place as a page lists it, whatever part of it is meant."""
    return f"{place.table}.{place.field.partition('.')[0]}"
