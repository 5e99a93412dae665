"""How the steps of a meeting from draft to held are called on their buttons."""

from collections.abc import Mapping

from alternat.language.messages import Message, message
from alternat.nouns.meetings import MeetingStatus

_S = MeetingStatus
ORDER = (_S.DRAFT, _S.PROPOSED, _S.AGREED, _S.CONFIRMED, _S.HELD)
TONES: Mapping[MeetingStatus, str] = {
    _S.AGREED: "good",
    _S.CONFIRMED: "good",
    _S.PROPOSED: "notes",
    _S.POSTPONED: "warns",
    _S.CANCELLED: "blocks",
}
"""The tone of a status, beside its word."""

_FORWARD: Mapping[MeetingStatus, Message] = {
    _S.DRAFT: message("Take up again as a draft"),
    _S.PROPOSED: message("Propose the dates"),
    _S.AGREED: message("Mark as agreed"),
    _S.CONFIRMED: message("Confirm"),
    _S.HELD: message("Mark as held"),
    _S.POSTPONED: message("Postpone…"),
    _S.CANCELLED: message("Cancel the meeting…"),
}
_BACK: Mapping[MeetingStatus, Message] = {
    _S.DRAFT: message("Back to draft"),
    _S.PROPOSED: message("Back to proposed"),
    _S.AGREED: message("Back to agreed"),
    _S.CONFIRMED: message("Back to confirmed"),
}


def step_words(now: MeetingStatus, wanted: MeetingStatus) -> Message:
    """Return what the button says that takes a meeting from one status to another."""
    if now in ORDER and wanted in ORDER and ORDER.index(wanted) < ORDER.index(now):
        return _BACK[wanted]
    return _FORWARD[wanted]
