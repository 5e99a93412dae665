"""Commands about the sub-groups on special topics: add, change and list them, and record consent."""

from collections.abc import Iterable
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
from alternat.cli.given import NothingGiven
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.subgroup_options import (
    SETTABLE,
    described_by_options,
    read_entities,
    read_fields,
    read_name,
    read_topics,
    refuse_both,
)
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.subgroups import Board, SubGroupState

NAME = argument(
    "name", metavar="NAME", explains=message("The number or the name of the sub-group, which “list” shows.")
)


@command("add", message("Add a sub-group to a meeting."))
@FILE
@ONE_MEETING
@described_by_options
@AS_JSON
def add(face: Face, file: str, meeting: str, *, as_json: bool, **described: Any) -> Exit:
    """Add a sub-group to a meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.subgroups import add_subgroup
    from alternat.nouns.subgroups import SubGroupForm

    with face.writing(file) as workspace:
        tables = workspace.tables
        changes = add_subgroup(
            workspace,
            meeting_id(tables, meeting),
            read_name(described),
            read_topics(tables, described["topics"]),
            read_entities(tables, described["entities"]),
            form=SubGroupForm(described["form"] or SubGroupForm.WITHIN),
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


@command("set", message("Change a sub-group; topics and entities that are given replace those it had."))
@FILE
@ONE_MEETING
@NAME
@described_by_options
@option(
    "--dissolved",
    metavar="YES",
    type=Choice(("yes", "no")),
    explains=message("Whether the sub-group is dissolved: yes or no."),
)
@option("--no-topics", is_flag=True, explains=message("Take all its topics away."))
@option("--no-entities", is_flag=True, explains=message("Take all its entities away."))
@AS_JSON
def change(
    face: Face,
    file: str,
    meeting: str,
    name: str,
    dissolved: str | None,
    *,
    no_topics: bool,
    no_entities: bool,
    as_json: bool,
    **described: Any,
) -> Exit:
    """Change a sub-group, in one step."""
    from alternat.actions.subgroups import change_subgroup

    refuse_both("--topic", described["topics"], "--no-topics", no_topics)
    refuse_both("--entity", described["entities"], "--no-entities", no_entities)
    with face.writing(file) as workspace:
        tables = workspace.tables
        subgroup = _subgroup(tables, meeting, name)
        topics = read_topics(tables, described["topics"]) or ([] if no_topics else None)
        entities = read_entities(tables, described["entities"]) or ({} if no_entities else None)
        fields = read_fields(tables.SubGroup.get_by_id(subgroup).name, described, dissolved)
        if not fields and topics is None and entities is None:
            raise NothingGiven(choices=", ".join(SETTABLE))
        changes = change_subgroup(workspace, subgroup, fields, topics=topics, entities=entities)
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


@command("remove", message("Remove a sub-group; its sessions stay in the programme."))
@FILE
@ONE_MEETING
@NAME
@AS_JSON
def remove(face: Face, file: str, meeting: str, name: str, *, as_json: bool) -> Exit:
    """Remove a sub-group."""
    from alternat.actions.removals import subgroup_removal
    from alternat.actions.subgroups import remove_subgroup

    with face.writing(file) as workspace:
        key = _subgroup(workspace.tables, meeting, name)
        along = subgroup_removal(workspace.tables, key)
        face.tell_done(remove_subgroup(workspace, key), as_json=as_json, along=along)
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
    from alternat.nouns.consents import ConsentStep

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
