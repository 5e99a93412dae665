"""The instruments at which objectives aim, how each side sees them, and the steps on their way."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, WordsField, refers_to, refers_to_own
from alternat.models.provisions import Provision
from alternat.models.sides import Side
from alternat.nouns import instruments
from alternat.nouns.instruments import Binding, InstrumentKind
from alternat.nouns.outcomes import Disclosure


class Instrument(Row):
    """A treaty, an agreement, a memorandum or a pilot at which an objective aims."""

    objective: Provision = refers_to(Provision)
    objective_id: int
    kind = EnumField(InstrumentKind)
    title = LabelField()
    on_behalf = pw.CharField(20, default="")
    authentic = WordsField()
    prevails = pw.CharField(8, default="")
    in_force = pw.DateField(null=True)
    months = pw.IntegerField(null=True)
    ends = pw.DateField(null=True)
    extension = pw.CharField(20, default="")
    notice_months = pw.IntegerField(null=True)
    notice_days = pw.IntegerField(null=True)
    replaced_by: "Instrument | None" = refers_to_own()
    replaced_by_id: int | None
    disclosure = EnumField(Disclosure, default=Disclosure.WITH_CONSENT)
    consent_asked = pw.DateField(null=True)
    consent_given = pw.DateField(null=True)
    note = pw.TextField(default="")


class InstrumentSide(Row):
    """How a side sees an instrument."""

    instrument: Instrument = refers_to(Instrument)
    instrument_id: int
    side: Side = refers_to(Side)
    side_id: int
    binding = EnumField(Binding)

    class Meta:
        indexes = ((("instrument", "side"), True),)


class InstrumentStep(Row):
    """A step of an instrument, of one side where it is that side's own."""

    instrument: Instrument = refers_to(Instrument)
    instrument_id: int
    step = EnumField(instruments.InstrumentStep)
    side: Side | None = refers_to(Side, null=True)
    side_id: int | None
    planned = pw.DateField(null=True)
    done_on = pw.DateField(null=True)
    place = LabelField()
    document = pw.CharField(200, default="")
