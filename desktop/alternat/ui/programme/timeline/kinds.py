"""How each kind of session looks: the icon beside its word."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.nouns.programme import SessionKind

KIND_ICONS: Mapping[SessionKind, str] = MappingProxyType(
    {
        SessionKind.PLENARY: "landmark",
        SessionKind.SUB_GROUP: "users",
        SessionKind.BILATERAL: "handshake",
        SessionKind.PULL_ASIDE: "message-square",
        SessionKind.COURTESY_CALL: "armchair",
        SessionKind.CEREMONY: "award",
        SessionKind.SIGNING: "signature",
        SessionKind.PHOTO: "camera",
        SessionKind.MEAL: "utensils",
        SessionKind.BREAK: "coffee",
        SessionKind.VISIT: "map-pin",
        SessionKind.PRESS: "mic",
        SessionKind.TRAVEL: "plane",
        SessionKind.INTERNAL: "lock",
    }
)
"""The Lucide icon of each kind of session."""
