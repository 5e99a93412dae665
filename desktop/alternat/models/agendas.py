"""What is put forward for the agenda of a meeting, or parked until later."""

import peewee as pw

from alternat.models.base import LabelField, Row, refers_to
from alternat.models.guidance import Guidance
from alternat.models.meetings import Meeting
from alternat.models.outcomes import Outcome
from alternat.models.programme import AgendaItem
from alternat.models.provisions import Provision


class AgendaProposal(Row):
    """What somebody put forward for a meeting, or parked: then it is of no meeting, and has a day."""

    meeting: Meeting | None = refers_to(Meeting, null=True)
    meeting_id: int | None
    text = LabelField()
    minutes = pw.IntegerField(default=0)
    topic: Provision | None = refers_to(Provision, null=True)
    topic_id: int | None
    outcome: Outcome | None = refers_to(Outcome, null=True)
    outcome_id: int | None
    guidance: Guidance | None = refers_to(Guidance, null=True)
    guidance_id: int | None
    objective: Provision | None = refers_to(Provision, null=True)
    objective_id: int | None
    came_from: AgendaItem | None = refers_to(AgendaItem, null=True)
    came_from_id: int | None
    parked_on = pw.DateField(null=True)
    reason = pw.TextField(default="")
