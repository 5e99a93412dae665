"""The kinds of document that can be printed, each one descriptor; a new kind is one more entry of `KINDS`."""

from typing import Any

from alternat.documents.kinds.badges.document import BADGES
from alternat.documents.kinds.change_sheet.document import CHANGES
from alternat.documents.kinds.checklist import CHECKLIST
from alternat.documents.kinds.collation import COLLATION
from alternat.documents.kinds.delegation_list.document import DELEGATION_LIST
from alternat.documents.kinds.door_signs import DOOR_SIGNS
from alternat.documents.kinds.follow_up import FOLLOW_UP
from alternat.documents.kinds.guidance import GUIDANCE
from alternat.documents.kinds.guidance_letter import GUIDANCE_LETTER
from alternat.documents.kinds.interpretation_roster import INTERPRETATION
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.my_day import MY_DAY
from alternat.documents.kinds.objectives import OBJECTIVES
from alternat.documents.kinds.open_items import OPEN_ITEMS
from alternat.documents.kinds.programme import PROGRAMME
from alternat.documents.kinds.record_of_outcomes import RECORD_OF_OUTCOMES
from alternat.documents.kinds.run_of_show.document import RUN_OF_SHOW
from alternat.documents.kinds.year_planner.document import YEAR_PLANNER
from alternat.errors import AlternatError
from alternat.language.messages import mark


class UnknownDocumentKind(AlternatError):
    """No document kind has that name."""

    template = mark("There is no document named “{name}”. The documents are: {choices}.")


KINDS: tuple[DocumentKind[Any, Any], ...] = (
    DELEGATION_LIST,
    BADGES,
    PROGRAMME,
    MY_DAY,
    RUN_OF_SHOW,
    DOOR_SIGNS,
    INTERPRETATION,
    CHECKLIST,
    GUIDANCE,
    GUIDANCE_LETTER,
    RECORD_OF_OUTCOMES,
    COLLATION,
    FOLLOW_UP,
    OPEN_ITEMS,
    OBJECTIVES,
    CHANGES,
    YEAR_PLANNER,
)
"""All kinds in the order in which they are offered."""


def kind(name: str) -> DocumentKind[Any, Any]:
    """Return the kind with that id; an unknown one is an `UnknownDocumentKind`."""
    for each in KINDS:
        if each.id == name:
            return each
    raise UnknownDocumentKind(name=name, choices=", ".join(each.id for each in KINDS))
