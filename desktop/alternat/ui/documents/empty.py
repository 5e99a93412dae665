"""What stands in place of pages: that there is no meeting yet, or nobody in it."""

from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState


def no_meeting(desk: Desk) -> EmptyState:
    """Return that documents need a meeting, with the way to the overview."""
    go = Button(desk.screen, message("Go to the overview"), kind="primary")
    go.clicked.connect(lambda: desk.show_page("overview"))
    return EmptyState(
        desk.screen,
        "calendar-plus",
        message("No meeting yet"),
        message("Documents belong to a meeting. Add one on the overview, then its people."),
        (go,),
    )


def nobody(desk: Desk) -> EmptyState:
    """Return that the meeting has no people yet, with the way to the delegations."""
    go = Button(desk.screen, message("Go to the delegations"), kind="primary")
    go.clicked.connect(lambda: desk.show_page("delegations"))
    return EmptyState(
        desk.screen,
        "users",
        message("Nobody to print yet"),
        message("Everybody who is invited or confirmed appears here. Add people, or import a list."),
        (go,),
    )
