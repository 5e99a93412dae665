"""The terms of reference, text by text: topics, existing dialogues, objectives and rules."""

from dataclasses import replace
from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Day, OneOf, RowOf, Text, Texts
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun


class ProvisionKind(StrEnum):
    """What a text of the terms of reference is."""

    PURPOSE = "purpose"
    TOPIC = "topic"
    EXISTING_DIALOGUE = "existing-dialogue"
    OBJECTIVE = "objective"
    RULE = "rule"


class ProvisionState(StrEnum):
    """How a topic, an existing dialogue or an objective stands."""

    ACTIVE = "active"
    CLOSED = "closed"
    """No longer dealt with, or an existing dialogue that meets no more."""
    MERGED = "merged"
    """Dealt with as a part of another one."""
    ACHIEVED = "achieved"
    """An objective that has been reached."""
    DROPPED = "dropped"
    """An objective that is no longer pursued."""


class TextStatus(StrEnum):
    """Where the wording of a text in one language comes from."""

    TERMS = "tor"
    """The wording of the terms of reference."""
    OFFICIAL = "official"
    """The wording of a government's own text."""
    OFFICIAL_CORRECTED = "official-corrected"
    """A government's own text with an obvious slip put right."""
    ESTABLISHED = "established"
    """A name in ordinary official use."""
    SUMMARY = "summary"
    """Our own short statement."""
    RENDERING = "rendering"
    """A translation that the side whose language it is has not confirmed."""
    EDITED = "edited"
    """Changed by staff; the original is kept beside it."""


_WORDS = (
    Field("kind", OneOf(ProvisionKind), message("kind"), PUBLIC, is_given_once=True, is_needed=True),
    Field("text", Texts(), message("text"), PUBLIC, message("The text."), is_needed=True),
    Field("short", Texts(), message("short name"), PUBLIC, message("The short name.")),
    Field("note", Text(), message("note"), DESK, message("A note beside it.")),
)
_STATES = (
    Field("state", OneOf(ProvisionState), message("state"), PUBLIC, is_told_only=True),
    Field(
        "state_on",
        Day(is_past=True),
        message("day of the state"),
        PUBLIC,
        may_be_empty=True,
        is_told_only=True,
    ),
    Field("state_reason", Texts(), message("reason of the state"), PUBLIC, is_told_only=True),
    Field(
        "merged_into",
        RowOf("provision"),
        message("merged into"),
        PUBLIC,
        may_be_empty=True,
        is_told_only=True,
    ),
)

PROVISION = Noun(
    table="provision",
    named=mark("the provision {name}"),
    many=mark("texts of the terms of reference"),
    unknown=mark("There is no text or entity with the code “{name}”. The command “terms” lists them."),
    kept=("number", "section", "code", "original", "status"),
    found_by=("code", "number"),
    ordered_by=("number",),
    called_by="text",
    fields=(*_WORDS, Field("due", Day(), message("due date"), PUBLIC, may_be_empty=True), *_STATES),
)

TOPIC = replace(
    PROVISION,
    many=mark("topics"),
    unknown=mark("There is no topic “{name}”. The topics are: {choices}."),
    none=mark("There is no topic “{name}”, nor any other. “topic add” adds one."),
)
"""The texts that are topics of the dialogue, where only they are meant."""

EXISTING_DIALOGUE = replace(
    PROVISION,
    many=mark("existing dialogues"),
    unknown=mark("There is no existing dialogue “{name}”. The existing dialogues are: {choices}."),
    none=mark("There is no existing dialogue “{name}”, nor any other. “existing add” adds one."),
)
"""The texts that are existing dialogues, where only they are meant."""

OBJECTIVE = replace(
    PROVISION,
    many=mark("objectives"),
    unknown=mark("There is no objective “{name}”. The objectives are: {choices}."),
    none=mark("There is no objective “{name}”, nor any other. “objective add” adds one."),
    fields=(
        *_WORDS,
        Field(
            "due",
            Day(),
            message("due date"),
            PUBLIC,
            message("The day by which it is to be reached, such as 2027-12-31."),
            may_be_empty=True,
        ),
        *_STATES,
    ),
)
"""The texts that are objectives, where only they are meant; only they have a due date."""

PROVISION_STATE = replace(
    PROVISION,
    fields=(
        Field(
            "state_reason",
            Texts(),
            message("reason of the state"),
            PUBLIC,
            message("Why it is so."),
            option="reason",
        ),
    ),
)
"""What is typed beside a new state of a text."""
