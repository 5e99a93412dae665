"""Commands about new topics of the dialogue, which the two sides add by consultation."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.consents import DOCUMENT, GIVEN, SIDE, agreement_as_json, word_to_withdraw
from alternat.cli.consents import told as word_told
from alternat.cli.described import options, read
from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import Beside, told
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command
from alternat.language.messages import message
from alternat.nouns.provisions import TOPIC

if TYPE_CHECKING:
    from alternat.models.tables import Tables

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
        message("Proposed"),
        message("Accepted"),
    )
    cells = [
        (
            each.number,
            each.code,
            face.read(each.text),
            word_told(each.agreement.proposal),
            word_told(each.agreement.acceptance),
        )
        for each in found
    ]
    face.tell_table(headings, cells)
    return Exit.DONE


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
        (propose, accept, withdraw, list_),
        message("Add topics by consultation, and record the consent of both sides."),
    ),
)
