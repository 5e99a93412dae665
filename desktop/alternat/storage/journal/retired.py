"""Names that steps once had and no verb gives any more: they stay in the catalogs, since files keep them."""

from alternat.language.messages import Message, message

RETIRED: tuple[Message, ...] = (
    message("Move the meeting {reference}, which goes back to {status}: both sides have to consent again"),
    message("Add to the terms of reference"),
    message("Change the terms of reference"),
    message("Remove from the terms of reference"),
    message("Let the outcome {code} replace {other}, which stays open"),
)
"""Whoever rewords the name of a step moves the old words here, with `counted` where it counts."""
