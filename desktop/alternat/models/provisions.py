"""The terms of reference, text by text, each with its original wording and where that wording comes from."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row
from alternat.nouns.provisions import ProvisionKind


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
