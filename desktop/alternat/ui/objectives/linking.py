"""The links from objectives and existing dialogues to outcomes and requests for guidance."""

from collections.abc import Collection, Sequence

from alternat.language.formats import short_date
from alternat.planning.outcomes import state_words
from alternat.planning.references import outcome_references, request_references
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.parts.inspector.links import Link


def outcome_links(desk: Desk, ids: Collection[int]) -> Sequence[Link]:
    """Return links to outcomes: the open ones first, by the day they are due."""
    screen = desk.screen
    found = []
    for each in outcome_references(desk.tables, ids).values() if ids else ():
        parts = [screen.read(each.name), screen.say(state_words(each.kind, each.state))]
        if each.due is not None and each.is_open:
            parts.append(short_date(each.due, screen.language))
        found.append(Link(Place("outcome", each.id), each.code, " · ".join(parts), not each.is_open))
    return found


def request_links(desk: Desk, ids: Collection[int]) -> Sequence[Link]:
    """Return links to requests for guidance: the open ones first, by the day they were asked."""
    screen = desk.screen
    return [
        Link(
            Place("guidance", each.id),
            short_date(each.asked_on, screen.language),
            screen.read(each.question),
            not each.is_open,
        )
        for each in (request_references(desk.tables, ids).values() if ids else ())
    ]
