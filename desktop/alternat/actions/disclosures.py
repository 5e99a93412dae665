"""The rule that holds between the days of consent to show a text; its verbs stand beside what it is about."""

from collections.abc import Mapping
from typing import Any

from alternat.errors import AlternatError
from alternat.language.messages import mark


class ConsentBeforeAsked(AlternatError):
    """The other side would have agreed before it was asked."""

    template = mark(
        "The other side was asked on {asked} whether it may be shown; it cannot have agreed on {given}, "
        "which is before. Correct one of the two days."
    )


def refuse_early_consent(values: Mapping[str, Any]) -> None:
    """Refuse a consent of a day before it was asked; `values` are those that will stand."""
    asked, given = values.get("consent_asked"), values.get("consent_given")
    if asked is not None and given is not None and given < asked:
        raise ConsentBeforeAsked(asked=asked, given=given)
