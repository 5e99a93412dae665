"""Whom a side can name to lead."""

from collections.abc import Sequence

from alternat.language.called import shown_name
from alternat.ui.desk.desk import Desk
from alternat.ui.parts.choices import Choice


def people_of_side(desk: Desk, side: str) -> Sequence[Choice]:
    """Return everybody of a side, whether they take part in a meeting or not."""
    person, read = desk.tables.Person, desk.screen.read
    owner = desk.tables.Side.get(desk.tables.Side.code == side).id
    rows = person.select().where(person.side == owner).order_by(person.sort_key, person.family, person.id)
    return [Choice(row.id, read(shown_name(row))) for row in rows]
