"""What every view of the follow-up is: a page within the page, made when it is first shown."""

from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.records import Records
from alternat.ui.parts.page import Page


class View(Page):
    """One way to look at the follow-up, with all that a page has: its commands, its inspector, its search.

    Only the view that is shown loads; the others catch up when they are. What the page's header and menus
    offer is what the view in front offers.
    """

    def __init__(self, desk: Desk, records: Records) -> None:
        self.records = records
        """The outcomes as read last, which all views share."""
        super().__init__(desk)

    def place(self) -> Place | None:
        """Return what is selected, so that the next view can show it too; None where nothing is."""
        return None

    def can_show(self, _place: Place) -> bool:
        """Return whether the view shows this very row, of a table whose rows it shows."""
        return True
