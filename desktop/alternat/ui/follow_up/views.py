"""Which views the follow-up has, in their order; a view joins by its line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alternat.language.messages import Message, message

if TYPE_CHECKING:
    from alternat.ui.desk.desk import Desk
    from alternat.ui.follow_up.records import Records
    from alternat.ui.follow_up.view import View


@dataclass(frozen=True, slots=True)
class ViewDescriptor:
    """One view: its icon and title, what makes it on a desk, and the tables whose rows it brings into view.

    Where several views show a table, the one in front stays; from another it is the first of them.
    """

    id: str
    icon: str
    title: Message
    make: "Callable[[Desk, Records], View]"
    shows: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    """Tables whose rows it chooses too when it comes into front, although links to them lead elsewhere."""


# Each view is imported when it is first shown, so that the page need not wait for all of them.


def _outcomes(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.outcomes.table import OutcomesView

    return OutcomesView(desk, records)


def _board(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.board.view import BoardView

    return BoardView(desk, records)


def _guidance(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.guidance.view import GuidanceView

    return GuidanceView(desk, records)


def _timeline(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.timeline.view import TimelineView

    return TimelineView(desk, records)


def _map(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.map.view import MapView

    return MapView(desk, records)


def _topics(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.topics.view import TopicsView

    return TopicsView(desk, records)


def _agenda(desk: "Desk", records: "Records") -> "View":
    from alternat.ui.follow_up.agenda.view import AgendaView

    return AgendaView(desk, records)


VIEWS: tuple[ViewDescriptor, ...] = (
    ViewDescriptor("outcomes", "list", message("Outcomes"), _outcomes, shows=("outcome", "progress_note")),
    ViewDescriptor(
        "board", "layout-dashboard", message("Board by state"), _board, shows=("outcome", "progress_note")
    ),
    ViewDescriptor("timeline", "clock", message("Timeline"), _timeline, takes=("outcome",)),
    ViewDescriptor("map", "handshake", message("Map"), _map, takes=("outcome", "guidance", "provision")),
    ViewDescriptor("topics", "columns-2", message("Topics"), _topics),
    ViewDescriptor("guidance", "message-square", message("Guidance"), _guidance, shows=("guidance",)),
    ViewDescriptor("agenda", "list-ordered", message("Next agenda"), _agenda, shows=("agenda_proposal",)),
)
