"""Commands about the sub-groups on special topics: add, change and list them, and record consent."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.consents import (
    DOCUMENT,
    GIVEN,
    SIDE,
    agreement_as_json,
    word_to_withdraw,
)
from alternat.cli.consents import told as told_word
from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.noun_commands import Beside, heading, told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.subgroup_options import MEMBERS, read_entities, read_topics, refuse_both, with_members
from alternat.cli.syntax import Group, argument, command, option
from alternat.language.label import Label
from alternat.language.messages import message, series
from alternat.nouns.subgroups import SUB_GROUP

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.subgroups import Board, SubGroupState

_LATER = ("is_dissolved",)
"""What a sub-group is given only once it is there."""
NAME = argument(
    "which", metavar="NAME", explains=message("The number or the name of the sub-group, which “list” shows.")
)


@command("add", message("Add a sub-group to a meeting."))
@FILE
@ONE_MEETING
@options(SUB_GROUP, is_new=True, without=_LATER)
@with_members
@AS_JSON
def add(
    face: Face,
    file: str,
    meeting: str,
    topics: tuple[str, ...],
    entities: tuple[str, ...],
    *,
    as_json: bool,
    **typed: Any,
) -> Exit:
    """Add a sub-group to a meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.subgroups import add_subgroup

    with face.writing(file) as workspace:
        tables, fields = workspace.tables, read(face, workspace.tables, SUB_GROUP, typed)
        key = meeting_id(tables, meeting)
        name = fields.pop("name", Label())
        members = read_topics(tables, topics), read_entities(tables, entities)
        changes = add_subgroup(workspace, key, name, *members, **fields)
        face.tell_done(changes, as_json=as_json, rows=_told(tables, key, changes.inserted("sub_group")))
    return Exit.DONE


@command("set", message("Change a sub-group; topics and entities that are given replace those it had."))
@FILE
@ONE_MEETING
@NAME
@options(SUB_GROUP, is_new=False)
@with_members
@option("--no-topics", is_flag=True, explains=message("Take all its topics away."))
@option("--no-entities", is_flag=True, explains=message("Take all its entities away."))
@AS_JSON
def change(
    face: Face,
    file: str,
    meeting: str,
    which: str,
    topics: tuple[str, ...],
    entities: tuple[str, ...],
    *,
    no_topics: bool,
    no_entities: bool,
    as_json: bool,
    **typed: Any,
) -> Exit:
    """Change a sub-group, in one step."""
    from alternat.actions.subgroups import change_subgroup

    refuse_both("--topic", topics, "--no-topics", no_topics)
    refuse_both("--entity", entities, "--no-entities", no_entities)
    with face.writing(file) as workspace:
        tables = workspace.tables
        row = tables.SubGroup.get_by_id(_subgroup(face, tables, meeting, which))
        about = read_topics(tables, topics) or ([] if no_topics else None)
        members = read_entities(tables, entities) or ({} if no_entities else None)
        fields = read(face, tables, SUB_GROUP, typed, row=row)
        if about is None and members is None:
            given(fields, (*spellings(SUB_GROUP), *MEMBERS))
        changes = change_subgroup(workspace, row.id, fields, topics=about, entities=members)
        face.tell_done(changes, as_json=as_json, rows=_told(tables, row.meeting_id, (row.id,)))
    return Exit.DONE


@command("remove", message("Remove a sub-group; its sessions stay in the programme."))
@FILE
@ONE_MEETING
@NAME
@AS_JSON
def remove(face: Face, file: str, meeting: str, which: str, *, as_json: bool) -> Exit:
    """Remove a sub-group."""
    from alternat.actions.removals import subgroup_removal
    from alternat.actions.subgroups import remove_subgroup

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = _subgroup(face, tables, meeting, which)
        along = subgroup_removal(tables, key)
        rows = _told(tables, tables.SubGroup.get_by_id(key).meeting_id, (key,))
        face.tell_done(remove_subgroup(workspace, key), as_json=as_json, along=along, rows=rows)
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
    face: Face, file: str, meeting: str, which: str, side: str, given: date, document: str, *, as_json: bool
) -> Exit:
    """Record that a side has proposed a sub-group."""
    return _record(face, file, (meeting, which), "proposed", (side, given, document), as_json=as_json)


@command("accept", message("Record that a side has accepted a sub-group that the other one proposed."))
@FILE
@ONE_MEETING
@NAME
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def accept(
    face: Face, file: str, meeting: str, which: str, side: str, given: date, document: str, *, as_json: bool
) -> Exit:
    """Record that a side has accepted a sub-group."""
    return _record(face, file, (meeting, which), "accepted", (side, given, document), as_json=as_json)


@command("withdraw", message("Take back what a side has said about a sub-group."))
@FILE
@ONE_MEETING
@NAME
@SIDE
@AS_JSON
def withdraw(face: Face, file: str, meeting: str, which: str, side: str, *, as_json: bool) -> Exit:
    """Take back what a side has said about a sub-group."""
    from alternat.actions.consents import withdraw_consent
    from alternat.planning.consents import ConsentSubject

    with face.writing(file) as workspace:
        subgroup = _subgroup(face, workspace.tables, meeting, which)
        word = word_to_withdraw(workspace.tables, side, ConsentSubject.SUBGROUP, subgroup)
        face.tell_done(withdraw_consent(workspace, word), as_json=as_json)
    return Exit.DONE


@command("list", message("List the sub-groups of a meeting, and what they lack."))
@FILE
@ONE_MEETING
@AS_JSON
def list_(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the sub-groups of a meeting, and what they lack."""
    from alternat.actions.meetings import meeting_id
    from alternat.cli.findings import lines
    from alternat.planning.programme import read_programme
    from alternat.planning.subgroups import board, subgroup_states

    with face.reading(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        if as_json:
            face.tell_json(_told(tables, key))
            return Exit.DONE
        states = subgroup_states(tables, key).values()
        found = board(tables, read_programme(tables, key))
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
            subgroup=_subgroup(face, workspace.tables, *subgroup),
            side=side,
            step=ConsentStep(step),
            given=given,
            document=document,
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


def _subgroup(face: Face, tables: "Tables", meeting: str, name: str) -> int:
    from alternat.actions.meetings import meeting_id
    from alternat.actions.subgroups import subgroup_id

    return subgroup_id(tables, meeting_id(tables, meeting), name, face.language)


def _told(tables: "Tables", meeting: int | None, keys: Collection[int] | None = None) -> list[dict[str, Any]]:
    return told(SUB_GROUP, tables, meeting, keys, Beside(_beside))


def _beside(tables: "Tables", meeting: int | None) -> Mapping[int, Mapping[str, Any]]:
    """Return what a sub-group deals with, who sits in it, when it meets, and what was agreed."""
    from alternat.planning.programme import read_programme
    from alternat.planning.subgroups import board, subgroup_states

    found = board(tables, read_programme(tables, meeting or 0))
    return {key: _besides(state, found) for key, state in subgroup_states(tables, meeting or 0).items()}


def _besides(state: "SubGroupState", found: "Board") -> dict[str, Any]:
    rows = [row for row in found.rows if row.subgroup == state]
    return {
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
        heading(face, SUB_GROUP.field("name")),
        message("Topics"),
        message("Entities"),
        message("Sessions"),
        message("Proposed"),
        message("Accepted"),
    )
    rows = []
    for state in states:
        own = [row for row in found.rows if row.subgroup == state]
        topics = face.show(series(row.topic.code for row in own if row.topic))
        entities = face.show(series(each.acronym or each.name for each in state.entities))
        words = (told_word(state.agreement.proposal), told_word(state.agreement.acceptance))
        rows.append((state.number, face.read(state.name), topics, entities, len(own[0].sessions), *words))
    face.tell_table(headings, rows)


COMMANDS = (
    Group(
        "subgroup",
        (add, change, remove, propose, accept, withdraw, list_),
        message("Set up sub-groups on special topics, and record the consent of both sides."),
    ),
)
