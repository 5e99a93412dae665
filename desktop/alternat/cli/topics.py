"""Commands about new topics of the dialogue, which the two sides add by consultation."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from alternat.cli import shapes
from alternat.cli.consents import DOCUMENT, GIVEN, SIDE, agreement_as_json, word_to_withdraw
from alternat.cli.consents import told as word_told
from alternat.cli.described import options, read
from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import Beside, told
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.states import ON, REASON, set_state
from alternat.cli.syntax import Group, argument, command, option
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.provisions import TOPIC, ProvisionKind, ProvisionState

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.coverage import Coverage, CoverageCell, CoverageRow, CoveredMeeting

CODE = argument("code", metavar="CODE", explains=message("The code or number of the topic, as “list” shows."))


@command("propose", message("Add a topic that a side has proposed, after those there are."))
@FILE
@options(TOPIC, is_new=True, without=("short", "note"))
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def propose(
    face: Face,
    file: str,
    side: str,
    given: date,
    document: str,
    *,
    as_json: bool,
    **typed: Any,
) -> Exit:
    """Add a topic that a side has proposed."""
    from alternat.actions.topics import propose_topic

    with face.writing(file) as workspace:
        text = read(face, workspace.tables, TOPIC, typed)["text"]
        face.tell_done(
            propose_topic(workspace, text, side=side, given=given, document=document), as_json=as_json
        )
    return Exit.DONE


@command("accept", message("Record that a side has accepted a topic that the other one proposed."))
@FILE
@CODE
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def accept(face: Face, file: str, code: str, side: str, given: date, document: str, *, as_json: bool) -> Exit:
    """Record that a side has accepted a topic."""
    from alternat.actions.consents import give_consent
    from alternat.actions.topics import topic_id
    from alternat.nouns.consents import ConsentStep

    with face.writing(file) as workspace:
        changes = give_consent(
            workspace,
            topic=topic_id(workspace.tables, code),
            side=side,
            step=ConsentStep.ACCEPTED,
            given=given,
            document=document,
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


@command("withdraw", message("Take back what a side has said about a topic."))
@FILE
@CODE
@SIDE
@AS_JSON
def withdraw(face: Face, file: str, code: str, side: str, *, as_json: bool) -> Exit:
    """Take back what a side has said about a topic."""
    from alternat.actions.consents import withdraw_consent
    from alternat.actions.topics import topic_id
    from alternat.planning.consents import ConsentSubject

    with face.writing(file) as workspace:
        key = topic_id(workspace.tables, code)
        word = word_to_withdraw(workspace.tables, side, ConsentSubject.TOPIC, key)
        face.tell_done(withdraw_consent(workspace, word), as_json=as_json)
    return Exit.DONE


@command("list", message("List the topics of the dialogue, and who has consented to the new ones."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the topics of the dialogue."""
    from alternat.planning.subgroups import topics

    with face.reading(file) as workspace:
        found = topics(workspace.tables)
        rows = told(TOPIC, workspace.tables, None, [each.id for each in found], Beside(_beside))
    if as_json:
        face.tell_json(rows)
        return Exit.DONE
    headings = (
        message("Number"),
        message("Code"),
        message("Text"),
        message("State"),
        message("Since"),
        message("Reason"),
        message("Proposed"),
        message("Accepted"),
    )
    stands = {row["id"]: row for row in rows}
    cells = [
        (
            each.number,
            each.code,
            face.read(each.text),
            _state_cell(face, stands[each.id]),
            stands[each.id]["state_on"] or "",
            face.read(Label(**stands[each.id]["state_reason"])),
            word_told(each.agreement.proposal),
            word_told(each.agreement.acceptance),
        )
        for each in found
    ]
    face.tell_table(headings, cells)
    return Exit.DONE


def _state_cell(face: Face, row: Mapping[str, Any]) -> str:
    """Return how a topic stands, with the topic into which it was merged."""
    from alternat.planning.provision_states import PROVISION_STATES

    if row["merged_into"]:
        return face.say(message("Merged into {other}", other=row["merged_into"]))
    return face.say(PROVISION_STATES[ProvisionKind.TOPIC][ProvisionState(row["state"])])


@command("close", message("Close a topic: it is offered for no new agenda, and stays where it is."))
@FILE
@CODE
@ON
@REASON
@AS_JSON
def close(face: Face, file: str, code: str, on: date | None, *, as_json: bool, **typed: Any) -> Exit:
    """Close a topic, and tell what stays with it."""
    return _state(face, file, code, ProvisionState.CLOSED, on, typed, as_json=as_json)


@command("reopen", message("Let a topic that was closed or merged be active again."))
@FILE
@CODE
@ON
@REASON
@AS_JSON
def reopen(face: Face, file: str, code: str, on: date | None, *, as_json: bool, **typed: Any) -> Exit:
    """Let a topic be active again."""
    return _state(face, file, code, ProvisionState.ACTIVE, on, typed, as_json=as_json)


@command("merge", message("Let a topic be dealt with as a part of another one."))
@FILE
@CODE
@option(
    "--into",
    metavar="CODE",
    required=True,
    explains=message("The code or number of the topic into which it is merged."),
)
@ON
@REASON
@AS_JSON
def merge(
    face: Face, file: str, code: str, into: str, on: date | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Merge a topic into another one, and tell what stays with it."""
    return _state(face, file, code, ProvisionState.MERGED, on, typed, into, as_json=as_json)


def _state(
    face: Face,
    file: str,
    code: str,
    state: ProvisionState,
    on: date | None,
    typed: dict[str, Any],
    into: str | None = None,
    *,
    as_json: bool,
) -> Exit:
    from alternat.actions.topics import topic_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = topic_id(tables, code)
        target = None if into is None else topic_id(tables, into)
        told_now = partial(told, TOPIC, tables, None, (key,), Beside(_beside))
        set_state(face, workspace, key, state, on, typed, told_now, as_json=as_json, into=target)
    return Exit.DONE


@command("coverage", message("Show which meetings dealt with which topic, and where a topic has its gaps."))
@FILE
@AS_JSON
def show_coverage(face: Face, file: str, *, as_json: bool) -> Exit:
    """Show which meetings dealt with which topic."""
    from alternat.planning.coverage import coverage, gaps_told

    with face.reading(file) as workspace:
        covered = coverage(workspace.tables)
    if as_json:
        face.tell_json(_coverage_as_json(covered))
        return Exit.DONE
    meetings = [each.reference for each in covered.meetings]
    headings: list[Message | str] = [message("Code"), message("Text"), *meetings, message("Gaps")]
    face.tell_table(
        headings,
        [
            (
                row.code,
                face.read(row.name),
                *(
                    _mark(row, meeting, cell)
                    for meeting, cell in zip(covered.meetings, row.cells, strict=True)
                ),
                len(covered.gaps(row)),
            )
            for row in covered.topics
        ],
    )
    face.tell(
        message(
            "● dealt with, – held without it (a gap), · held, nothing on record, ○ on the list of the meeting"
        )
    )
    face.tell(gaps_told(covered))
    return Exit.DONE


def _mark(topic: "CoverageRow", meeting: "CoveredMeeting", cell: "CoverageCell") -> str:
    """Return the mark of a cell: dealt with, a gap, nothing on record, listed, or nothing to tell."""
    from alternat.planning.coverage import is_gap

    if cell.is_dealt_with:
        return "●"
    if is_gap(topic, meeting, cell):
        return "–"
    if meeting.is_held and not meeting.has_record:
        return "·"
    return "○" if cell.is_listed else ""


def _coverage_as_json(covered: "Coverage") -> dict[str, Any]:
    return {
        "meetings": [
            {"id": each.id, "reference": each.reference, "year": each.year, "status": each.status.value}
            for each in covered.meetings
        ],
        "years_without_meeting": list(covered.years_without_meeting),
        "topics": [
            {
                "id": row.id,
                "code": row.code,
                "text": row.name.as_mapping(),
                "state": row.state.value,
                "merged": list(row.merged),
                "gaps": [each.reference for each in covered.gaps(row)],
                "cells": [
                    {
                        "meeting": meeting.reference,
                        "is_dealt_with": cell.is_dealt_with,
                        "is_listed": cell.is_listed,
                        "sessions": list(cell.sessions),
                        "subgroups": list(cell.subgroups),
                        "outcomes": list(cell.outcomes),
                    }
                    for meeting, cell in zip(covered.meetings, row.cells, strict=True)
                ],
            }
            for row in covered.topics
        ],
    }


def coverage_shape() -> shapes.Shape:
    """Return what `topic coverage` tells as JSON."""
    from alternat.nouns.meetings import MeetingStatus

    text, keys = shapes.text(), shapes.listed(shapes.key())
    cell = shapes.record(
        meeting=text,
        is_dealt_with=shapes.yes_no(),
        is_listed=shapes.yes_no(),
        sessions=keys,
        subgroups=keys,
        outcomes=keys,
    )
    return shapes.record(
        meetings=shapes.listed(
            shapes.record(
                id=shapes.key(), reference=text, year=shapes.key(), status=shapes.one_of(MeetingStatus)
            )
        ),
        years_without_meeting=shapes.listed(shapes.key()),
        topics=shapes.listed(
            shapes.record(
                id=shapes.key(),
                code=text,
                text=shapes.texts(),
                state=shapes.one_of(ProvisionState),
                merged=keys,
                gaps=shapes.listed(text),
                cells=shapes.listed(cell),
            )
        ),
    )


def beside_shape() -> Mapping[str, shapes.Shape]:
    """Return what `topic list` tells of a topic beside its fields as JSON."""
    text = shapes.text()
    word = shapes.or_none(shapes.record(side=text, given=shapes.day(), document=text))
    agreement = shapes.record(
        is_complete=shapes.yes_no(), proposal=word, acceptance=word, missing=shapes.listed(text)
    )
    return {
        "number": shapes.number(),
        "code": text,
        "is_given_by_terms": shapes.yes_no(),
        "agreement": agreement,
    }


def _beside(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.subgroups import topics

    return {
        each.id: {
            "number": each.number,
            "code": each.code,
            "is_given_by_terms": each.agreement.is_given_by_terms,
            "agreement": agreement_as_json(each.agreement),
        }
        for each in topics(tables)
    }


COMMANDS = (
    Group(
        "topic",
        (propose, accept, withdraw, close, reopen, merge, show_coverage, list_),
        message("Add topics by consultation, and say which are active and which meetings dealt with them."),
    ),
)
