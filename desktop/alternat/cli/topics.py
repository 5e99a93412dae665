"""Commands about new topics of the dialogue, which the two sides add by consultation."""

from datetime import date

from alternat.cli.consents import DOCUMENT, GIVEN, SIDE, agreement_as_json, told, word_to_withdraw
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.language.label import Label
from alternat.language.messages import message

CODE = argument("code", metavar="CODE", explains=message("The code or number of the topic, as “list” shows."))


@command("propose", message("Add a topic that a side has proposed, after those there are."))
@FILE
@option("--text-en", metavar="TEXT", explains=message("The text in English."))
@option("--text-fr", metavar="TEXT", explains=message("The text in French."))
@option("--text-zh", metavar="TEXT", explains=message("The text in Chinese."))
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def propose(
    face: Face,
    file: str,
    text_en: str | None,
    text_fr: str | None,
    text_zh: str | None,
    side: str,
    given: date,
    document: str,
    *,
    as_json: bool,
) -> Exit:
    """Add a topic that a side has proposed."""
    from alternat.actions.topics import propose_topic

    text = Label(text_en or "", text_fr or "", text_zh or "")
    with face.writing(file) as workspace:
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
    from alternat.planning.consents import agreement

    with face.writing(file) as workspace:
        standing = agreement(workspace.tables, topic=topic_id(workspace.tables, code))
        face.tell_done(withdraw_consent(workspace, word_to_withdraw(standing, side)), as_json=as_json)
    return Exit.DONE


@command("list", message("List the topics of the dialogue, and who has consented to the new ones."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the topics of the dialogue."""
    from alternat.planning.subgroups import topics

    with face.reading(file) as workspace:
        found = topics(workspace.tables)
    if as_json:
        face.tell_json(
            [
                {
                    "number": each.number,
                    "code": each.code,
                    "text": each.text.as_mapping(),
                    "is_given_by_terms": each.agreement.is_given_by_terms,
                    "agreement": agreement_as_json(each.agreement),
                }
                for each in found
            ]
        )
        return Exit.DONE
    headings = (
        message("Number"),
        message("Code"),
        message("Text"),
        message("Proposed"),
        message("Accepted"),
    )
    rows = [
        (
            each.number,
            each.code,
            face.read(each.text),
            told(each.agreement.proposal),
            told(each.agreement.acceptance),
        )
        for each in found
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


COMMANDS = (
    Group(
        "topic",
        (propose, accept, withdraw, list_),
        message("Add topics by consultation, and record the consent of both sides."),
    ),
)
