"""What stands for one thing that is proposed for an agenda, and what such a thing is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind, ProvisionState


class ProposalKind(StrEnum):
    """What a proposal is about."""

    OUTCOME = "outcome"
    GUIDANCE = "guidance"
    OBJECTIVE = "objective"
    TOPIC = "topic"
    OWN = "own"
    """A text of somebody’s own, typed or taken along from an earlier agenda."""


PROPOSAL_KINDS: Mapping[ProposalKind, Message] = MappingProxyType(
    {
        ProposalKind.OUTCOME: message("Open outcome"),
        ProposalKind.GUIDANCE: message("Request for guidance"),
        ProposalKind.OBJECTIVE: message("Objective due"),
        ProposalKind.TOPIC: message("Topic not dealt with"),
        ProposalKind.OWN: message("Put forward"),
    }
)
"""What a proposal is about, in words."""

Key = tuple[ProposalKind, int]
"""What a proposal is about, and the id of that record; of a text of its own, that of the stored row."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that is proposed for the agenda of a meeting."""

    what: ProposalKind
    name: str
    """Its name on the command line, such as `outcome:2026-3`, `guidance:4` or `own:12`."""
    meeting: int
    """The meeting for whose agenda it is proposed."""
    text: Label
    why: Message
    outcome: int | None = None
    guidance: int | None = None
    objective: int | None = None
    topic: int | None = None
    topic_name: Label = field(default_factory=Label)
    minutes: int = 0
    leads: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Who would speak first for each side, by its code; only those who take part in the meeting."""
    left_out: Mapping[str, Label] = field(default_factory=lambda: MappingProxyType({}))
    """Who leads on it for a side and is not invited to the meeting, by the code of the side."""
    stored: int | None = None
    """The row that puts it forward or parks it, where there is one."""
    came_from: int | None = None
    """The agenda item from which it was moved, copied or parked."""
    came_from_meeting: str = ""
    """The reference of that item’s meeting."""
    item: int | None = None
    """The agenda item of the meeting that deals with it."""
    session: int | None = None
    """The session on whose agenda that item stands."""
    parked_on: date | None = None
    reason: str = ""
    """Why it is parked; it stays at this desk."""
    moved_to: str = ""
    """The reference of the meeting for which it is put forward instead, after its item here was dropped."""
    is_withheld: bool = False
    """Whether the other side may not see it, so that it cannot stand on an agenda."""

    @property
    def key(self) -> Key:
        """Return what it is about."""
        ids = {
            ProposalKind.OUTCOME: self.outcome,
            ProposalKind.GUIDANCE: self.guidance,
            ProposalKind.OBJECTIVE: self.objective,
            ProposalKind.TOPIC: self.topic,
            ProposalKind.OWN: self.stored,
        }
        return self.what, ids[self.what] or 0

    @property
    def is_accepted(self) -> bool:
        """Return whether an item of the meeting’s agenda deals with it."""
        return self.item is not None

    @property
    def is_parked(self) -> bool:
        """Return whether it waits until somebody takes it up."""
        return self.parked_on is not None

    @property
    def is_moved(self) -> bool:
        """Return whether it is put forward for another meeting instead of this one."""
        return bool(self.moved_to)

    @property
    def is_offered(self) -> bool:
        """Return whether it is to be decided on: neither on the agenda nor parked nor moved away."""
        return not (self.is_accepted or self.is_parked or self.is_moved)


def stored_key(row: Any, topics: Mapping[int, Iterable[Label]]) -> Key:
    """Return what a stored proposal or an agenda item is about.

    `topics` holds what each topic is called: a row that says only that is about the topic as a whole.
    """
    if row.outcome_id is not None:
        return ProposalKind.OUTCOME, row.outcome_id
    if row.guidance_id is not None:
        return ProposalKind.GUIDANCE, row.guidance_id
    if row.objective_id is not None:
        return ProposalKind.OBJECTIVE, row.objective_id
    if row.topic_id is not None and (not row.text or row.text in topics.get(row.topic_id, ())):
        return ProposalKind.TOPIC, row.topic_id
    return ProposalKind.OWN, row.id


def topic_words(tables: Tables) -> Mapping[int, tuple[Label, ...]]:
    """Return what each topic is called, by id; one that was merged into another stands for nothing itself."""
    provision = tables.Provision
    of_topics = (provision.kind == ProvisionKind.TOPIC) & (provision.state != ProvisionState.MERGED)
    read = tuples(provision.select(provision.id, provision.short, provision.text).where(of_topics))
    return {key: tuple(each for each in words if each) for key, *words in read}
