"""What a sub-group deals with and who sits in it, as the options of its commands say it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.given import NamedTwice, OneOrTheOther
from alternat.cli.syntax import option
from alternat.cli.values import NotANumber
from alternat.language.messages import message
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.models.tables import Tables


MEMBERS = ("--topic", "--entity", "--no-topics", "--no-entities")
"""The options that say what a sub-group deals with and who sits in it."""


def with_members(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a sub-group deals with and who sits in it to a command."""
    topic = option(
        "--topic",
        "topics",
        metavar="TOPIC",
        multiple=True,
        explains=message("The code or number of a topic it deals with; may be given several times."),
    )
    entity = option(
        "--entity",
        "entities",
        metavar="CODE[=PERSON]",
        multiple=True,
        explains=message(
            "The code of an entity that sits in it, and the number of the person who leads for it, as in "
            "RCMP=12; may be given several times."
        ),
    )
    with_both: Callable[..., Any] = topic(entity(function))
    return with_both


def refuse_both(one: str, given_one: object, other: str, given_other: object) -> None:
    """Raise a `OneOrTheOther` if both options are given."""
    if given_one and given_other:
        raise OneOrTheOther(one=one, other=other)


def read_topics(tables: "Tables", names: Iterable[str]) -> list[int]:
    """Return the ids of topics by their codes or numbers."""
    from alternat.actions.topics import topic_id

    topics: list[int] = []
    for name in names:
        key = topic_id(tables, name)
        if key in topics:
            raise NamedTwice(option="--topic", name=name)
        topics.append(key)
    return topics


def read_entities(tables: "Tables", words: Iterable[str]) -> dict[int, int | None]:
    """Return the ids of entities by their codes, each with the person who leads for it or None."""
    from alternat.nouns.entities import ENTITY
    from alternat.planning.rows import unknown

    keys = _entity_keys(tables)
    members: dict[int, int | None] = {}
    for word in words:
        code, equals, number = (part.strip() for part in word.partition("="))
        if code.casefold() not in keys:
            codes = tables.Entity.select().order_by(tables.Entity.side, tables.Entity.number)
            raise unknown(ENTITY, code, codes)
        if keys[code.casefold()] in members:
            raise NamedTwice(option="--entity", name=code)
        members[keys[code.casefold()]] = _lead(tables, number) if equals else None
    return members


def _lead(tables: "Tables", number: str) -> int:
    from alternat.nouns.people import PERSON
    from alternat.planning.rows import found

    if not number.isdigit():
        raise NotANumber(value=number, name="--entity", least=str(KEYS.least), most=str(KEYS.most))
    return found(tables, PERSON, number)


def _entity_keys(tables: "Tables") -> dict[str, int]:
    """Return the entities by code and, where only one has it, by acronym; in lower case."""
    rows = list(tables.Entity.select())
    acronyms: dict[str, set[int]] = {}
    for row in rows:
        for text in row.acronym.as_mapping().values():
            acronyms.setdefault(text.casefold(), set()).add(row.id)
    single = {acronym: next(iter(keys)) for acronym, keys in acronyms.items() if len(keys) == 1}
    return {**single, **{row.code.casefold(): row.id for row in rows}}
