"""How the command line names who takes part in a session: everyone, sides, entities, roles, people."""

from typing import TYPE_CHECKING

from alternat.errors import AlternatError
from alternat.language.messages import mark

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.programme import PartyPlan


class UnknownParticipants(AlternatError):
    """A word names nobody."""

    template = mark(
        "“{word}” in --people names nobody. Write everyone, the code of a side or of an entity, a role, "
        "or the number of a person; with a minus before it, the exception."
    )


def read_parties(tables: "Tables", text: str) -> "tuple[PartyPlan, ...]":
    """Return the lines of attendance of words such as `CA,role:interpreter,17,-21`; unknown ones raise."""
    return tuple(_party(tables, word.strip()) for word in text.split(",") if word.strip())


def _party(tables: "Tables", word: str) -> "PartyPlan":
    from alternat.nouns.delegations import Role
    from alternat.nouns.programme import PartyKind
    from alternat.planning.programme import PartyPlan

    is_exception, bare = word.startswith("-"), word.removeprefix("-").removeprefix("role:")
    sides = {row.code.casefold(): row.code for row in tables.Side.select()}
    entities = {row.code.casefold(): str(row.id) for row in tables.Entity.select()}
    key = bare.casefold()
    if key == "everyone":
        return PartyPlan(PartyKind.EVERYONE, "", is_exception)
    if key in sides:
        return PartyPlan(PartyKind.SIDE, sides[key], is_exception)
    if key in entities:
        return PartyPlan(PartyKind.ENTITY, entities[key], is_exception)
    if key in [role.value for role in Role]:
        return PartyPlan(PartyKind.ROLE, key, is_exception)
    if key.isascii() and key.isdigit() and tables.Person.get_or_none(tables.Person.id == int(key)):
        return PartyPlan(PartyKind.PERSON, str(int(key)), is_exception)
    raise UnknownParticipants(word=word)
