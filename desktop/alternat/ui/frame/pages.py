"""Which pages the window has, in the order of the work; a page joins by its descriptor here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alternat.language.messages import Message, message

if TYPE_CHECKING:
    from alternat.ui.desk.desk import Desk
    from alternat.ui.parts.page import Page


@dataclass(frozen=True, slots=True)
class PageDescriptor:
    """One page: its icon and title in the sidebar, and the function that makes it on a desk."""

    id: str
    icon: str
    title: Message
    make: "Callable[[Desk], Page]"


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


def _documents(desk: "Desk") -> "Page":
    from alternat.ui.documents.page import DocumentsPage

    return DocumentsPage(desk)


def _terms(desk: "Desk") -> "Page":
    from alternat.ui.terms.page import TermsPage

    return TermsPage(desk)


PAGES: tuple[PageDescriptor, ...] = (
    PageDescriptor("overview", "layout-dashboard", message("Overview"), _overview),
    PageDescriptor("calendar", "calendar", message("Calendar"), _calendar),
    PageDescriptor("subgroups", "handshake", message("Sub-groups"), _subgroups),
    PageDescriptor("programme", "clock", message("Programme"), _programme),
    PageDescriptor("delegations", "users", message("Delegations"), _delegations),
    PageDescriptor("checklist", "list-checks", message("Checklist"), _checklist),
    PageDescriptor("documents", "file-text", message("Documents"), _documents),
    PageDescriptor("terms", "scroll-text", message("Terms of reference"), _terms),
)
