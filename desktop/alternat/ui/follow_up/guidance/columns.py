"""The columns of the requests for guidance."""

from collections.abc import Sequence
from dataclasses import dataclass

from alternat.language.catalogs import Catalog
from alternat.language.messages import message
from alternat.nouns.guidance import GUIDANCE
from alternat.planning.guidance import STANDINGS, GuidancePlan, Standing
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.tables.columns import Column, Look, field_column

_LOOKS = {
    Standing.OPEN: Look("warns", is_strong=True, icon="circle-dot"),
    Standing.ANSWERED: Look("good", icon="circle-check"),
    Standing.CLOSED: Look("muted", icon="check"),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """What a cell's text depends on besides its request."""

    catalog: Catalog
    dialogues: tuple[Choice, ...]
    """The existing dialogues, in their order."""


def _standing(plan: GuidancePlan, reader: Reader) -> str:
    return reader.catalog.say(STANDINGS[plan.standing])


def _dialogue(plan: GuidancePlan, reader: Reader) -> str:
    return plan.dialogue_name.on_screen(reader.catalog.language)


def _dialogues(_plan: GuidancePlan, reader: Reader) -> Sequence[Choice]:
    return reader.dialogues


def _quiet(plan: GuidancePlan) -> Look:
    return Look("muted" if plan.standing is Standing.CLOSED else "")


GUIDANCE_COLUMNS: tuple[Column[GuidancePlan, Reader], ...] = (
    Column(message("Standing"), 128, _standing, look=lambda plan: _LOOKS[plan.standing], is_mark=True),
    field_column(GUIDANCE.field("asked_on"), message("Asked on"), 104, look=_quiet),
    field_column(
        GUIDANCE.field("dialogue"),
        message("Existing dialogue"),
        240,
        text=_dialogue,
        choices=_dialogues,
        spared=1,
        look=_quiet,
    ),
    field_column(GUIDANCE.field("question"), message("Question"), 0, look=_quiet),
    field_column(GUIDANCE.field("answered_on"), message("Answered on"), 116, spared=2, look=_quiet),
)
