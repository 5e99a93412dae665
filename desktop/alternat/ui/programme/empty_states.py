"""What the programme page shows while it has nothing: no meeting, no days, or no sessions."""

from collections.abc import Callable

from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.sessions import open_import
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.programme.commands import ProgrammeCommands


class EmptyStates:
    """The empty states with the ways out of each."""

    def __init__(self, desk: Desk, commands: ProgrammeCommands, show_rooms: Callable[[], None]) -> None:
        screen = desk.screen
        add = Button(screen, message("Add the first session"), icon="plus", kind="primary")
        add.clicked.connect(commands.add.trigger)
        rooms = Button(screen, message("Enter venues and rooms"), icon="door-open")
        rooms.clicked.connect(show_rooms)
        bring = Button(screen, message("Import a programme…"), icon="file-input")
        bring.clicked.connect(lambda: open_import(desk, bring.window()))
        self.no_sessions = EmptyState(
            screen,
            "calendar-days",
            message("The programme is empty"),
            message(
                "The sessions of each day belong here, by room and time, on the clocks of both capitals."
            ),
            (add, rooms, bring),
        )
        overview = Button(screen, message("Go to the overview"), icon="layout-dashboard", kind="primary")
        overview.clicked.connect(lambda: desk.show_page("overview"))
        self.no_meeting = EmptyState(
            screen,
            "calendar",
            message("There is no meeting yet"),
            message("Add a meeting first; then its programme belongs here."),
            (overview,),
        )
        dates = Button(screen, message("Enter the days of the meeting"), icon="calendar", kind="primary")
        dates.clicked.connect(lambda: desk.show_page("overview"))
        self.no_days = EmptyState(
            screen,
            "calendar",
            message("The meeting has no days yet"),
            message("Enter its first and last day on the overview; then its programme belongs here."),
            (dates,),
        )
