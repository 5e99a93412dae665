"""Which pages the window has, in the order of the work; a page joins by its descriptor here."""

from dataclasses import dataclass
from importlib import import_module

from alternat.language.messages import Message, message
from alternat.ui.desk import Desk
from alternat.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class PageDescriptor:
    """One page: its icon and title in the sidebar, and the class that makes it, imported when first shown."""

    id: str
    icon: str
    title: Message
    module: str
    class_name: str

    def make(self, desk: Desk) -> Page:
        """Return a new page on a desk."""
        page = getattr(import_module(self.module), self.class_name)(desk)
        assert isinstance(page, Page)
        return page


PAGES: tuple[PageDescriptor, ...] = (
    PageDescriptor(
        "overview", "layout-dashboard", message("Overview"), "alternat.ui.pages.overview", "OverviewPage"
    ),
    PageDescriptor(
        "delegations", "users", message("Delegations"), "alternat.ui.pages.delegations", "DelegationsPage"
    ),
    PageDescriptor(
        "documents", "file-text", message("Documents"), "alternat.ui.pages.documents", "DocumentsPage"
    ),
    PageDescriptor(
        "terms", "scroll-text", message("Terms of reference"), "alternat.ui.pages.terms", "TermsPage"
    ),
)
