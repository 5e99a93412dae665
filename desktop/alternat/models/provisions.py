"""The terms of reference, text by text, each with its original wording and where that wording comes from."""

from enum import StrEnum

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row


class ProvisionKind(StrEnum):
    """What a text of the terms of reference is."""

    PURPOSE = "purpose"
    TOPIC = "topic"
    EXISTING_DIALOGUE = "existing-dialogue"
    OBJECTIVE = "objective"
    RULE = "rule"


class TextStatus(StrEnum):
    """Where the wording of a text in one language comes from."""

    TERMS = "tor"
    """The wording of the terms of reference."""
    OFFICIAL = "official"
    """The wording of a government's own text."""
    OFFICIAL_CORRECTED = "official-corrected"
    """A government's own text with an obvious slip put right."""
    ESTABLISHED = "established"
    """A name in ordinary official use."""
    SUMMARY = "summary"
    """Our own short statement."""
    RENDERING = "rendering"
    """A translation that the side whose language it is has not confirmed."""
    EDITED = "edited"
    """Changed by staff; the original is kept beside it."""


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
