"""The overview: the meeting in view, how far its delegations and texts have come, and what needs care."""

from alternat.ui.pages.page import Page


class TermsPage(Page):
    """Shows the meeting at a glance."""
