"""The participating entities of each side: ministries, departments, services and agencies."""

import peewee as pw

from alternat.models.base import LabelField, Row, refers_to
from alternat.models.sides import Side


class Entity(Row):
    """A participating entity; never printed without its side, since names collide across the sides."""

    side: Side = refers_to(Side)
    side_id: int
    code = pw.CharField(20)
    number = pw.IntegerField()
    """Its order on its side in the terms of reference."""
    name = LabelField()
    acronym = LabelField()
    aliases = pw.TextField(default="")
    """Other names it goes by (formal, legal, codes), one a line, so that imports recognise it."""
    original = LabelField()
    status = LabelField()
    """The status of each language of `original`, as in `Provision.status`."""
