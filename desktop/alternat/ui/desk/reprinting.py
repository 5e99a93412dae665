"""How any page asks for one badge to be printed again."""

from alternat.ui.desk.desk import Desk

BADGE = "badge"
"""The field by which `Desk.person_wanted` asks the documents page for a person's badge."""


def ask_for_badge(desk: Desk, person: int) -> None:
    """Show the documents page and ask there on which label the badge of a person is printed."""
    desk.show_page("documents")
    desk.person_wanted.emit(person, BADGE)
