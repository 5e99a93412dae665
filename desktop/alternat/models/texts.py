"""What is known of texts in three languages: who checked, agreed and compared which of their versions.

Each row is about one text: that of an outcome, a request for guidance, a provision or an instrument, in the
field that `field` names. `seen` is the text in all its languages as it stood then, so that whatever has
changed since is plain, and undo brings a check back with the text.
"""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.guidance import Guidance
from alternat.models.objectives import Instrument
from alternat.models.outcomes import Outcome
from alternat.models.provisions import Provision
from alternat.models.sides import Side
from alternat.nouns.texts import TextStep


class TextMark(Row):
    """Somebody checked a text in one language against the others, or a side agreed it."""

    outcome: Outcome | None = refers_to(Outcome, null=True)
    outcome_id: int | None
    guidance: Guidance | None = refers_to(Guidance, null=True)
    guidance_id: int | None
    provision: Provision | None = refers_to(Provision, null=True)
    provision_id: int | None
    instrument: Instrument | None = refers_to(Instrument, null=True)
    instrument_id: int | None
    field = pw.CharField(40)
    language = pw.CharField(8, default="")
    step = EnumField(TextStep)
    side: Side | None = refers_to(Side, null=True)
    """Of an agreement: the side that agreed."""
    side_id: int | None
    day = pw.DateField()
    done_by = pw.CharField(200, default="")
    seen = LabelField()


class Collation(Row):
    """The act of comparing the texts in all languages, with those who did it."""

    outcome: Outcome | None = refers_to(Outcome, null=True)
    outcome_id: int | None
    guidance: Guidance | None = refers_to(Guidance, null=True)
    guidance_id: int | None
    provision: Provision | None = refers_to(Provision, null=True)
    provision_id: int | None
    instrument: Instrument | None = refers_to(Instrument, null=True)
    instrument_id: int | None
    field = pw.CharField(40)
    day = pw.DateField()
    done_by = pw.CharField(200)
    versions = pw.CharField(200, default="")
    note = pw.TextField(default="")
    seen = LabelField()


class DismissedDifference(Row):
    """A difference that somebody has found to be none; it stays so until one of the texts changes."""

    outcome: Outcome | None = refers_to(Outcome, null=True)
    outcome_id: int | None
    guidance: Guidance | None = refers_to(Guidance, null=True)
    guidance_id: int | None
    provision: Provision | None = refers_to(Provision, null=True)
    provision_id: int | None
    instrument: Instrument | None = refers_to(Instrument, null=True)
    instrument_id: int | None
    field = pw.CharField(40)
    key = pw.CharField(300)
    reason = pw.TextField(default="")
    day = pw.DateField()
    done_by = pw.CharField(200, default="")
    seen = LabelField()
