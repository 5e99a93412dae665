"""The terms of reference, text by text, each with its original wording and where that wording comes from."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to_own
from alternat.nouns.provisions import ProvisionKind, ProvisionState


class Provision(Row):
    """One text of the terms of reference; `text` is what is used, `original` what the template said."""

    kind = EnumField(ProvisionKind)
    number = pw.IntegerField()
    section = pw.CharField(8, default="")
    code = pw.CharField(40)
    text = LabelField()
    short = LabelField()
    original = LabelField()
    status = LabelField()
    """A `TextStatus` value for each language of `original`."""
    note = pw.TextField(default="")
    due = pw.DateField(null=True)
    """For an objective: the day by which it is to be reached."""
    state = EnumField(ProvisionState, default=ProvisionState.ACTIVE)
    state_on = pw.DateField(null=True)
    state_reason = LabelField()
    merged_into: "Provision | None" = refers_to_own()
    merged_into_id: int | None
