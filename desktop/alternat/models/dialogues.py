"""The dialogue itself: one row a workspace, with its designation and both country orders of its name."""

import peewee as pw

from alternat.models.base import LabelField, Row


class Dialogue(Row):
    """The standing dialogue that this workspace is about; the row with id 1."""

    template = pw.CharField(40)
    name = LabelField()
    original = LabelField()
    """The name as the terms of reference have it."""
    status = LabelField()
    """The status of each language of `original`, as in `Provision.status`."""
    short_name = LabelField()
    created = pw.DateField()
