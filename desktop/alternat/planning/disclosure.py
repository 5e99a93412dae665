"""For whom something is written, and what of the follow-up may stand in it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol

from alternat.language.messages import Message, message
from alternat.nouns.outcomes import Disclosure


class Audience(StrEnum):
    """For whom a paper or a file is written."""

    DESK = "desk"
    """For this side alone: everything that is printed at all; private notes never are."""
    BOTH = "both"
    """For the two sides."""
    PUBLIC = "public"
    """For anybody."""


AUDIENCES: Mapping[Audience, Message] = {
    Audience.DESK: message("For this side alone"),
    Audience.BOTH: message("For the two sides"),
    Audience.PUBLIC: message("For the public"),
}
"""Whom a paper is for, in words."""

DISCLOSURES: Mapping[Disclosure, Message] = {
    Disclosure.PUBLIC: message("Public"),
    Disclosure.WITH_CONSENT: message("With the other side’s consent"),
    Disclosure.WITHHELD: message("Withheld"),
}
"""Whether something may be shown, in words."""


class Disclosed(Protocol):
    """Whatever may be shown or not."""

    @property
    def disclosure(self) -> Disclosure:
        """Return whether it may be shown to others than the two sides."""

    @property
    def consent_given(self) -> date | None:
        """Return the day on which the other side agreed that it be shown."""


def may_show(what: Disclosed, audience: Audience) -> bool:
    """Return whether something may stand in what is written for an audience.

    What is withheld stays with this side. The public sees what is public, and what the other side has
    agreed to show.
    """
    if audience is Audience.DESK:
        return True
    if what.disclosure is Disclosure.WITHHELD:
        return False
    if audience is Audience.BOTH or what.disclosure is Disclosure.PUBLIC:
        return True
    return what.consent_given is not None
