"""Commands about the sub-groups on special topics: add, change and list them, and record consent."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.consents import (
    DOCUMENT,
    GIVEN,
    SIDE,
    agreement_as_json,
    told,
    word_to_withdraw,
)
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.subgroups import Board, SubGroupState

NAME = argument(
    "name", metavar="NAME", explains=message("The number or the name of the sub-group, which “list” shows.")
)


class UnknownEntityCode(AlternatError):
    """No participating entity has that code."""

    template = mark("There is no entity with the code “{code}”. The codes are: {choices}.")


def _described(function: Callable[..., Any]) -> Callable[..., Any]:
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


@command("add", message("Add a sub-group to a meeting."))
@FILE
@ONE_MEETING
@_described
@AS_JSON
def add(face: Face, file: str, meeting: str, *, as_json: bool, **described: Any) -> Exit:
    """Add a sub-group to a meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.subgroups import add_subgroup
    from alternat.models.subgroups import SubGroupForm

    with face.writing(file) as workspace:
        tables = workspace.tables
        changes = add_subgroup(
            workspace,
            meeting_id(tables, meeting),
            _name(described),
            _topics(tables, described["topics"]),
            _entities(tables, described["entities"]),
            form=SubGroupForm(described["form"] or SubGroupForm.WITHIN),
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


@command("set", message("Change a sub-group; topics and entities that are given replace those it had."))
@FILE
@ONE_MEETING
@NAME
@_described
@option(
    "--dissolved",
    metavar="YES",
    type=Choice(("yes", "no")),
    explains=message("Whether the sub-group is dissolved: yes or no."),
)
@AS_JSON
def change(
    face: Face, file: str, meeting: str, name: str, dissolved: str | None, *, as_json: bool, **described: Any
) -> Exit:
    """Change a sub-group."""
    from alternat.actions.subgroups import change_subgroup
    from alternat.models.subgroups import SubGroupForm

    with face.writing(file) as workspace:
        tables = workspace.tables
        subgroup = _subgroup(tables, meeting, name)
        row = tables.SubGroup.get_by_id(subgroup)
        fields: dict[str, Any] = {}
        if label := _name(described):
            fields["name"] = Label.from_mapping({**row.name.as_mapping(), **label.as_mapping()})
        if described["form"]:
            fields["form"] = SubGroupForm(described["form"])
        if dissolved:
            fields["is_dissolved"] = dissolved == "yes"
        changes = change_subgroup(
            workspace,
            subgroup,
            fields,
            topics=_topics(tables, described["topics"]) or None,
            entities=_entities(tables, described["entities"]) or None,
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


@command("remove", message("Remove a sub-group; its sessions stay in the programme."))
@FILE
@ONE_MEETING
@NAME
@AS_JSON
def remove(face: Face, file: str, meeting: str, name: str, *, as_json: bool) -> Exit:
    """Remove a sub-group."""
    from alternat.actions.subgroups import remove_subgroup

    with face.writing(file) as workspace:
        face.tell_done(
            remove_subgroup(workspace, _subgroup(workspace.tables, meeting, name)), as_json=as_json
        )
    return Exit.DONE


@command("propose", message("Record that a side has proposed a sub-group."))
@FILE
@ONE_MEETING
@NAME
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def propose(
    face: Face, file: str, meeting: str, name: str, side: str, given: date, document: str, *, as_json: bool
) -> Exit:
    """Record that a side has proposed a sub-group."""
    return _record(face, file, (meeting, name), "proposed", (side, given, document), as_json=as_json)


@command("accept", message("Record that a side has accepted a sub-group that the other one proposed."))
@FILE
@ONE_MEETING
@NAME
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def accept(
    face: Face, file: str, meeting: str, name: str, side: str, given: date, document: str, *, as_json: bool
) -> Exit:
    """Record that a side has accepted a sub-group."""
    return _record(face, file, (meeting, name), "accepted", (side, given, document), as_json=as_json)


@command("withdraw", message("Take back what a side has said about a sub-group."))
@FILE
@ONE_MEETING
@NAME
@SIDE
@AS_JSON
def withdraw(face: Face, file: str, meeting: str, name: str, side: str, *, as_json: bool) -> Exit:
    """Take back what a side has said about a sub-group."""
    from alternat.actions.consents import withdraw_consent
    from alternat.planning.consents import agreement

    with face.writing(file) as workspace:
        subgroup = _subgroup(workspace.tables, meeting, name)
        word = word_to_withdraw(agreement(workspace.tables, subgroup=subgroup), side)
        face.tell_done(withdraw_consent(workspace, word), as_json=as_json)
    return Exit.DONE


@command("list", message("List the sub-groups of a meeting, and what they lack."))
@FILE
@ONE_MEETING
@AS_JSON
def list_(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the sub-groups of a meeting, and what they lack."""
    from alternat.actions.meetings import meeting_id
    from alternat.cli.findings import as_json_value, lines
    from alternat.planning.programme import read_programme
    from alternat.planning.subgroups import board, subgroup_states

    with face.reading(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        states = subgroup_states(tables, key).values()
        found = board(tables, read_programme(tables, key))
    if as_json:
        face.tell_json(
            {
                "subgroups": [_as_json(state, found) for state in states],
                "findings": [as_json_value(face, finding) for finding in found.warnings],
            }
        )
        return Exit.DONE
    _tell(face, states, found)
    for line in lines(face, found.warnings):
        face.tell(line)
    return Exit.DONE


def _record(
    face: Face, file: str, subgroup: tuple[str, str], step: str, word: tuple[str, date, str], *, as_json: bool
) -> Exit:
    from alternat.actions.consents import give_consent
    from alternat.models.consents import ConsentStep

    side, given, document = word
    with face.writing(file) as workspace:
        changes = give_consent(
            workspace,
            subgroup=_subgroup(workspace.tables, *subgroup),
            side=side,
            step=ConsentStep(step),
            given=given,
            document=document,
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


def _subgroup(tables: "Tables", meeting: str, name: str) -> int:
    from alternat.actions.meetings import meeting_id
    from alternat.actions.subgroups import subgroup_id

    return subgroup_id(tables, meeting_id(tables, meeting), name)


def _name(described: dict[str, Any]) -> Label:
    return Label(*(described[f"name_{language}"] or "" for language in Language))


def _topics(tables: "Tables", names: Iterable[str]) -> list[int]:
    from alternat.actions.topics import topic_id

    return [topic_id(tables, name) for name in names]


def _entities(tables: "Tables", words: Iterable[str]) -> dict[int, int | None]:
    from alternat.cli.assignments import NotAWholeNumber, person_id

    keys = _entity_keys(tables)
    found: dict[int, int | None] = {}
    for word in words:
        code, equals, number = (part.strip() for part in word.partition("="))
        if code.casefold() not in keys:
            codes = tables.Entity.select().order_by(tables.Entity.side, tables.Entity.number)
            raise UnknownEntityCode(code=code, choices=", ".join(row.code for row in codes))
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


def _as_json(state: "SubGroupState", found: "Board") -> dict[str, Any]:
    rows = [row for row in found.rows if row.subgroup == state]
    return {
        "number": state.number,
        "name": state.name.as_mapping(),
        "form": state.form.value,
        "is_dissolved": state.is_dissolved,
        "topics": [row.topic.code for row in rows if row.topic],
        "entities": [
            {"entity": each.entity, "side": each.side, "name": each.name.as_mapping(), "lead": each.lead}
            for each in state.entities
        ],
        "sessions": [session.session for session in rows[0].sessions],
        "agreement": agreement_as_json(state.agreement),
    }


def _tell(face: Face, states: "Iterable[SubGroupState]", found: "Board") -> None:
    headings = (
        message("Number"),
        message("Name"),
        message("Topics"),
        message("Entities"),
        message("Sessions"),
        message("Proposed"),
        message("Accepted"),
    )
    rows = []
    for state in states:
        own = [row for row in found.rows if row.subgroup == state]
        topics = ", ".join(row.topic.code for row in own if row.topic)
        entities = ", ".join(face.read(each.acronym or each.name) for each in state.entities)
        words = (told(state.agreement.proposal), told(state.agreement.acceptance))
        rows.append((state.number, face.read(state.name), topics, entities, len(own[0].sessions), *words))
    face.tell_table(headings, rows)


COMMANDS = (
    Group(
        "subgroup",
        (add, change, remove, propose, accept, withdraw, list_),
        message("Set up sub-groups on special topics, and record the consent of both sides."),
    ),
)
