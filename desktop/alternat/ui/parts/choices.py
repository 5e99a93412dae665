"""What a role, a status or an entity is chosen from, in the words of the screen's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from alternat.language.catalogs import Catalog
from alternat.language.formats import sentence_case
from alternat.language.messages import message
from alternat.language.vocabulary import member_label, role_label, status_label
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list: what is kept and the words for it; a heading cannot be chosen."""

    value: object
    text: str
    is_heading: bool = False


def members(catalog: Catalog, kinds: Iterable[StrEnum]) -> tuple[Choice, ...]:
    """Return the members of an enumeration that the vocabulary names."""
    return tuple(
        Choice(each, sentence_case(member_label(each).on_screen(catalog.language))) for each in kinds
    )


def role_choices(catalog: Catalog, gender: Gender = Gender.UNKNOWN) -> tuple[Choice, ...]:
    """Return the roles, named for a person of that gender."""
    return tuple(
        Choice(role, sentence_case(role_label(role, gender).on_screen(catalog.language))) for role in Role
    )


def status_choices(catalog: Catalog, gender: Gender = Gender.UNKNOWN) -> tuple[Choice, ...]:
    """Return the statuses, named for a person of that gender."""
    return tuple(
        Choice(status, sentence_case(status_label(status, gender).on_screen(catalog.language)))
        for status in ParticipationStatus
    )


def entity_choices(tables: Tables, catalog: Catalog, sides: Iterable[str]) -> tuple[Choice, ...]:
    """Return the entities of sides, each side under its heading, after the choice of none."""
    language, entity, side = catalog.language, tables.Entity, tables.Side
    choices = [Choice(None, catalog.say(message("No entity")))]
    query = (
        entity.select(entity, side)
        .join(side)
        .where(side.code.in_(list(sides)))
        .order_by(side.number, entity.number)
    )
    heading = ""
    for row in query:
        country = row.side.country.on_screen(language)
        if country != heading:
            heading = country
            choices.append(Choice(f"side {row.side.code}", heading, is_heading=True))
        acronym, name = row.acronym.on_screen(language), row.name.on_screen(language)
        choices.append(Choice(row.id, f"{acronym} · {name}" if acronym and acronym != name else name))
    return tuple(choices)
