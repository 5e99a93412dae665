"""The dialogue itself: one row a workspace, with its designation and both country orders of its name."""

import peewee as pw

from alternat.models.base import LabelField, Row


class Dialogue(Row):
    """The standing dialogue that this workspace is about; the row with id 1."""

    template = pw.CharField(40)
    name = LabelField()
    short_name = LabelField()
    created = pw.DateField()
