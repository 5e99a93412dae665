"""How commands name an item of an agenda: the session of a meeting, and the place in its agenda."""

from typing import TYPE_CHECKING, Any

from alternat.cli.syntax import argument
from alternat.cli.values import within
from alternat.language.messages import message
from alternat.nouns.kinds import PLACES
from alternat.nouns.programme import AGENDA_ITEM

if TYPE_CHECKING:
    from alternat.models.tables import Tables

ITEM = argument(
    "item",
    metavar="ITEM",
    type=within(PLACES),
    explains=message("The place of the item in the agenda, as “agenda list” shows it."),
)


def session_of(tables: "Tables", meeting: str, number: int) -> int:
    """Return the id of a session by its number and the reference of its meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import session_id

    return session_id(tables, meeting_id(tables, meeting), number)


def item_at(tables: "Tables", session: int, place: int) -> int:
    """Return the id of the item at a place of an agenda, counted from 1; else an `UnknownRow`."""
    from alternat.planning.rows import UnknownRow

    item: Any = tables.AgendaItem
    ids = [row.id for row in item.select().where(item.session == session).order_by(item.number, item.id)]
    if not 1 <= place <= len(ids):
        raise UnknownRow(AGENDA_ITEM, str(place), str(len(ids)))
    return int(ids[place - 1])
