"""What a sub-group is, as the options of its commands say it: its name, its topics, and who sits in it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.given import OneOrTheOther, with_texts, yes_or_no
from alternat.cli.syntax import option
from alternat.cli.values import Choice
from alternat.language.label import Label, Language
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables


SETTABLE = (
    *("--name-en", "--name-fr", "--name-zh", "--topic", "--entity", "--form"),
    *("--dissolved", "--no-topics", "--no-entities"),
)
"""The options that change something of a sub-group."""


def described_by_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a sub-group is to a command."""
    options = (
        option("--name-en", metavar="NAME", explains=message("The name in English.")),
        option("--name-fr", metavar="NAME", explains=message("The name in French.")),
        option("--name-zh", metavar="NAME", explains=message("The name in Chinese.")),
        option(
            "--topic",
            "topics",
            metavar="TOPIC",
            multiple=True,
            explains=message("The code or number of a topic it deals with; may be given several times."),
        ),
        option(
            "--entity",
            "entities",
            metavar="CODE[=PERSON]",
            multiple=True,
            explains=message(
                "The code of an entity that sits in it, and the number of the person who leads for it, as in "
                "RCMP=12; may be given several times."
            ),
        ),
        option(
            "--form",
            metavar="FORM",
            type=Choice(("within", "own-meeting")),
            explains=message("Where it meets: within the annual meeting, or in an own-meeting."),
        ),
    )
    for each in reversed(options):
        function = each(function)
    return function


def read_name(described: dict[str, Any]) -> Label:
    """Return the name that the options give, empty where they give none."""
    return Label(*(described[f"name_{language}"] or "" for language in Language))


def read_fields(name: Label, described: dict[str, Any], dissolved: str | None) -> dict[str, Any]:
    """Return the fields that the options give; `name` is the name so far."""
    from alternat.nouns.subgroups import SubGroupForm

    fields: dict[str, Any] = {}
    label = with_texts(name, (described["name_en"], described["name_fr"], described["name_zh"]))
    if label is not None:
        fields["name"] = label
    if described["form"]:
        fields["form"] = SubGroupForm(described["form"])
    if dissolved:
        fields["is_dissolved"] = yes_or_no(dissolved)
    return fields


def refuse_both(one: str, given_one: object, other: str, given_other: object) -> None:
    """Raise a `OneOrTheOther` if both options are given."""
    if given_one and given_other:
        raise OneOrTheOther(one=one, other=other)


def read_topics(tables: "Tables", names: Iterable[str]) -> list[int]:
    """Return the ids of topics by their codes or numbers."""
    from alternat.actions.topics import topic_id

    return [topic_id(tables, name) for name in names]


def read_entities(tables: "Tables", words: Iterable[str]) -> dict[int, int | None]:
    """Return the ids of entities by their codes, each with the person who leads for it or None."""
    from alternat.cli.assignments import NotAWholeNumber, person_id
    from alternat.nouns.entities import ENTITY
    from alternat.planning.rows import unknown

    keys = _entity_keys(tables)
    found: dict[int, int | None] = {}
    for word in words:
        code, equals, number = (part.strip() for part in word.partition("="))
        if code.casefold() not in keys:
            codes = tables.Entity.select().order_by(tables.Entity.side, tables.Entity.number)
            raise unknown(ENTITY, code, codes)
        if equals and not (number.isascii() and number.isdigit()):
            raise NotAWholeNumber(value=number, field=code)
        found[keys[code.casefold()]] = person_id(tables, int(number)) if equals else None
    return found


def _entity_keys(tables: "Tables") -> dict[str, int]:
    """Return the entities by code and, where only one has it, by acronym; in lower case."""
    rows = list(tables.Entity.select())
    acronyms: dict[str, set[int]] = {}
    for row in rows:
        for text in row.acronym.as_mapping().values():
            acronyms.setdefault(text.casefold(), set()).add(row.id)
    single = {acronym: next(iter(keys)) for acronym, keys in acronyms.items() if len(keys) == 1}
    return {**single, **{row.code.casefold(): row.id for row in rows}}
