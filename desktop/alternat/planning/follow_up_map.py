"""How outcomes, existing dialogues, requests for guidance and objectives hang together, to be followed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from alternat.language.label import Label
from alternat.language.messages import Message, counted
from alternat.nouns.provisions import ProvisionState
from alternat.planning.existing import ExistingPlan
from alternat.planning.guidance import STANDINGS, GuidancePlan, Standing
from alternat.planning.objectives import ObjectivePlan
from alternat.planning.outcomes import OutcomePlan, state_words


class NodeKind(StrEnum):
    """What a node of the map is; the value is the name of its table. Their order is that of the columns."""

    OUTCOME = "outcome"
    DIALOGUE = "dialogue"
    GUIDANCE = "guidance"
    OBJECTIVE = "objective"


NodeKey = tuple[NodeKind, int]
"""What a node is, and its id."""


@dataclass(frozen=True, slots=True)
class Node:
    """A record on the map."""

    kind: NodeKind
    id: int
    code: str
    """By what people name it: a code or a number."""
    name: Label
    standing: Message
    """How far it has come, in words."""
    is_open: bool
    """Whether something is still to be done."""

    @property
    def key(self) -> NodeKey:
        """Return what it is, and its id."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class FollowUpMap:
    """All records and what is tied to what; a tie leads both ways."""

    columns: Mapping[NodeKind, tuple[Node, ...]]
    ties: Mapping[NodeKey, frozenset[NodeKey]]

    def tied(self, key: NodeKey) -> frozenset[NodeKey]:
        """Return the records that are tied to one; none for one that is not on the map."""
        return self.ties.get(key, frozenset())

    def around(self, key: NodeKey) -> frozenset[NodeKey]:
        """Return all that a record leads to from column to column, each way, without turning back.

        From an outcome it goes through its dialogues to their requests and on to the objectives of those;
        from a request to its dialogue and on to what that carries out. So the chain that hangs on a record
        is seen whole, and what only shares a dialogue with it is not.
        """
        order = list(NodeKind)
        at = order.index(key[0])
        found = {key, *(each for each in self.tied(key) if each[0] is key[0])}
        for step in (1, -1):
            front = {key}
            place = at + step
            while 0 <= place < len(order):
                reached = {each for node in front for each in self.tied(node) if each[0] is order[place]}
                reached |= {each for each in self.tied(key) if each[0] is order[place]}
                found |= reached
                front = reached or front
                place += step
        return frozenset(found)


def follow_up_map(
    outcomes: Iterable[OutcomePlan],
    dialogues: Iterable[ExistingPlan],
    requests: Iterable[GuidancePlan],
    objectives: Iterable[ObjectivePlan],
    states: Mapping[ProvisionState, Message],
) -> FollowUpMap:
    """Return the map of records that were read; `states` says how topics, dialogues and objectives stand."""
    every = tuple(outcomes)
    asked, aims, existing = tuple(requests), tuple(objectives), tuple(dialogues)
    columns: dict[NodeKind, tuple[Node, ...]] = {
        NodeKind.OUTCOME: tuple(_outcome(each) for each in every),
        NodeKind.DIALOGUE: tuple(_dialogue(each) for each in existing),
        NodeKind.GUIDANCE: tuple(_request(each) for each in asked),
        NodeKind.OBJECTIVE: tuple(_objective(each, states) for each in aims),
    }
    known = {node.key for nodes in columns.values() for node in nodes}
    ties: dict[NodeKey, set[NodeKey]] = defaultdict(set)
    for one, other in _ties(every, asked):
        if one in known and other in known:
            ties[one].add(other)
            ties[other].add(one)
    return FollowUpMap(
        MappingProxyType(columns), MappingProxyType({key: frozenset(each) for key, each in ties.items()})
    )


def _ties(
    outcomes: Sequence[OutcomePlan], requests: Sequence[GuidancePlan]
) -> Iterable[tuple[NodeKey, NodeKey]]:
    for plan in outcomes:
        key = (NodeKind.OUTCOME, plan.id)
        yield from ((key, (NodeKind.DIALOGUE, each.dialogue)) for each in plan.carriers)
        yield from ((key, (NodeKind.OBJECTIVE, each)) for each in plan.objectives)
        yield from ((key, (NodeKind.OUTCOME, each.outcome)) for each in plan.links)
    for request in requests:
        key = (NodeKind.GUIDANCE, request.id)
        yield key, (NodeKind.DIALOGUE, request.dialogue)
        if request.outcome is not None:
            yield key, (NodeKind.OUTCOME, request.outcome)
        if request.objective is not None:
            yield key, (NodeKind.OBJECTIVE, request.objective)


def _outcome(plan: OutcomePlan) -> Node:
    return Node(
        NodeKind.OUTCOME, plan.id, plan.code, plan.name, state_words(plan.kind, plan.state), plan.is_open
    )


def _dialogue(plan: ExistingPlan) -> Node:
    count = len(plan.outcomes)
    carries = counted("Carries out {count} outcome", "Carries out {count} outcomes", count)
    is_open = plan.state is ProvisionState.ACTIVE
    return Node(NodeKind.DIALOGUE, plan.id, str(plan.number), plan.name, carries, is_open)


def _request(plan: GuidancePlan) -> Node:
    is_open = plan.standing is not Standing.CLOSED
    return Node(NodeKind.GUIDANCE, plan.id, str(plan.id), plan.question, STANDINGS[plan.standing], is_open)


def _objective(plan: ObjectivePlan, states: Mapping[ProvisionState, Message]) -> Node:
    return Node(NodeKind.OBJECTIVE, plan.id, str(plan.number), plan.name, states[plan.state], plan.is_open)
