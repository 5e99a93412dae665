"""All nouns, by their tables; for whoever has a dialogue open, while help loads the one that it speaks of."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.nouns.agendas import AGENDA_PROPOSAL
from alternat.nouns.calendars import AVOID_DATES, NOTICE_DAY
from alternat.nouns.consents import CONSENT
from alternat.nouns.countdown import TASK, TASK_TEMPLATE
from alternat.nouns.delegations import PARTICIPATION
from alternat.nouns.dialogues import DIALOGUE
from alternat.nouns.entities import ENTITY
from alternat.nouns.existing import DIALOGUE_MEETING, HOLDER
from alternat.nouns.guidance import GUIDANCE, GUIDANCE_ANSWER
from alternat.nouns.meetings import MEETING, MEETING_TOPIC
from alternat.nouns.noun import Noun
from alternat.nouns.objectives import INSTRUMENT, INSTRUMENT_SIDE, INSTRUMENT_STEP
from alternat.nouns.outcomes import (
    OUTCOME,
    OUTCOME_CARRIER,
    OUTCOME_CORRECTION,
    OUTCOME_LINK,
    OUTCOME_OBJECTIVE,
    OUTCOME_SIDE,
    PROGRESS_NOTE,
)
from alternat.nouns.people import CONTACT, PERSON
from alternat.nouns.photos import PHOTO
from alternat.nouns.programme import (
    AGENDA_ITEM,
    ASSIGNMENT,
    CHAIR,
    INTERPRETER_PAIR,
    LEAD,
    LOWERED_FINDING,
    PARTY,
    PROGRAMME_REVISION,
    SESSION,
)
from alternat.nouns.provisions import PROVISION
from alternat.nouns.releases import RELEASE
from alternat.nouns.sides import SIDE
from alternat.nouns.subgroups import SUB_GROUP, SUB_GROUP_ENTITY, SUB_GROUP_TOPIC
from alternat.nouns.texts import COLLATION, DISMISSED_DIFFERENCE, TEXT_MARK
from alternat.nouns.vacancies import VACANCY
from alternat.nouns.venues import ROOM, VENUE, WAY

_ALL = (
    *(DIALOGUE, SIDE, ENTITY, PROVISION, PHOTO, PERSON, CONTACT, MEETING, PARTICIPATION, MEETING_TOPIC),
    *(NOTICE_DAY, AVOID_DATES, VENUE, ROOM, WAY, SUB_GROUP, SUB_GROUP_TOPIC, SUB_GROUP_ENTITY, CONSENT),
    *(TASK_TEMPLATE, TASK, SESSION, CHAIR, AGENDA_ITEM, LEAD, PARTY, INTERPRETER_PAIR, ASSIGNMENT),
    *(PROGRAMME_REVISION, LOWERED_FINDING, RELEASE, VACANCY, GUIDANCE, GUIDANCE_ANSWER),
    *(OUTCOME, OUTCOME_CARRIER, OUTCOME_SIDE, OUTCOME_LINK, OUTCOME_OBJECTIVE, OUTCOME_CORRECTION),
    *(PROGRESS_NOTE, HOLDER, DIALOGUE_MEETING, INSTRUMENT, INSTRUMENT_SIDE, INSTRUMENT_STEP),
    *(AGENDA_PROPOSAL, TEXT_MARK, COLLATION, DISMISSED_DIFFERENCE),
)
NOUNS: Mapping[str, Noun] = MappingProxyType({each.table: each for each in _ALL})


def is_of_meeting(noun: Noun) -> bool:
    """Return whether rows of the noun belong to one meeting, at whatever distance."""
    while noun.above and noun.above != "meeting":
        noun = NOUNS[noun.above]
    return noun.above == "meeting"


def below(table: str) -> frozenset[str]:
    """Return the tables whose rows hang on rows of that one, at whatever distance."""
    direct = {noun.table for noun in NOUNS.values() if noun.above == table}
    return frozenset(direct.union(*(below(each) for each in direct)))
