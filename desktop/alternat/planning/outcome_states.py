"""How an outcome goes from agreed to carried out, and which steps aside and back there are."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.nouns.outcomes import OutcomeKind, OutcomeState

_S = OutcomeState
NEXT_STATES: Mapping[OutcomeState, tuple[OutcomeState, ...]] = MappingProxyType(
    {
        _S.AGREED: (_S.UNDER_WAY, _S.STUCK, _S.NO_NEWS, _S.DONE, _S.DROPPED),
        _S.UNDER_WAY: (_S.DONE, _S.STUCK, _S.NO_NEWS, _S.DROPPED),
        _S.STUCK: (_S.UNDER_WAY, _S.NO_NEWS, _S.DONE, _S.DROPPED),
        _S.NO_NEWS: (_S.UNDER_WAY, _S.STUCK, _S.DONE, _S.DROPPED),
        _S.DONE: (_S.UNDER_WAY, _S.AGREED),
        _S.DROPPED: (_S.UNDER_WAY, _S.AGREED),
    }
)
"""Where an outcome can go from each state, the usual step first; what is over is taken up again."""

NEEDS_REASON = frozenset({_S.STUCK, _S.DROPPED})
"""The states of an outcome that say why."""


def next_states(kind: OutcomeKind, state: OutcomeState) -> tuple[OutcomeState, ...]:
    """Return where an outcome can go from a state; what was only noted stays as it is."""
    return () if kind is OutcomeKind.NOTED else NEXT_STATES[state]
