"""How a meeting goes from draft to held, and which steps aside and back there are."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.nouns.meetings import MeetingStatus

_S = MeetingStatus
NEXT_STATUSES: Mapping[MeetingStatus, tuple[MeetingStatus, ...]] = MappingProxyType(
    {
        _S.DRAFT: (_S.PROPOSED, _S.POSTPONED, _S.CANCELLED),
        _S.PROPOSED: (_S.AGREED, _S.DRAFT, _S.POSTPONED, _S.CANCELLED),
        _S.AGREED: (_S.CONFIRMED, _S.PROPOSED, _S.POSTPONED, _S.CANCELLED),
        _S.CONFIRMED: (_S.HELD, _S.AGREED, _S.POSTPONED, _S.CANCELLED),
        _S.HELD: (_S.CONFIRMED,),
        _S.POSTPONED: (_S.DRAFT, _S.PROPOSED, _S.CANCELLED),
        _S.CANCELLED: (_S.DRAFT,),
    }
)
"""Where a meeting can go from each status, the usual step first; steps back put a slip right."""

NEEDS_DATES = frozenset({_S.PROPOSED, _S.AGREED, _S.CONFIRMED, _S.HELD})
"""The statuses of a meeting whose dates stand."""

NEEDS_CONSENT = frozenset({_S.AGREED, _S.CONFIRMED})
"""The statuses that both sides have to have consented to."""

ASIDE = frozenset({_S.POSTPONED, _S.CANCELLED})
"""The statuses of a meeting that does not take place when it was to; each has its reason on record."""
