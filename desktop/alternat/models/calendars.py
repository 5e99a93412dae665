"""What speaks against a day: corrected days off, and the dates each side would rather avoid."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.sides import Side
from alternat.nouns.calendars import DayKind


class NoticeDay(Row):
    """A day of one side's official notice, which overrides what the holiday tables say."""

    side: Side = refers_to(Side)
    side_id: int
    day = pw.DateField()
    kind = EnumField(DayKind)
    name = LabelField()
    is_provisional = pw.BooleanField(default=False)
    source = pw.CharField(200, default="")

    class Meta:
        indexes = ((("side", "day"), True),)


class AvoidDates(Row):
    """A stretch of days that a side would rather avoid."""

    side: Side = refers_to(Side)
    side_id: int
    starts = pw.DateField()
    ends = pw.DateField()
    reason = LabelField()
    is_private = pw.BooleanField(default=False)
    """A private reason shows on this desk only; outputs say that the dates are unavailable."""
