"""Commands that record the consent of both sides to the days, the host and the city of a meeting."""

from datetime import date

from alternat.cli.consents import DOCUMENT, GIVEN, SIDE, word_to_withdraw
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import command
from alternat.language.messages import message


@command("propose", message("Record that a side has proposed the dates of a meeting."))
@FILE
@ONE_MEETING
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def propose(
    face: Face, file: str, meeting: str, side: str, given: date, document: str, *, as_json: bool
) -> Exit:
    """Record that a side has proposed the dates of a meeting."""
    return _record(face, file, meeting, "proposed", (side, given, document), as_json=as_json)


@command("accept", message("Record that a side has accepted the dates that the other one proposed."))
@FILE
@ONE_MEETING
@SIDE
@GIVEN
@DOCUMENT
@AS_JSON
def accept(
    face: Face, file: str, meeting: str, side: str, given: date, document: str, *, as_json: bool
) -> Exit:
    """Record that a side has accepted the dates of a meeting."""
    return _record(face, file, meeting, "accepted", (side, given, document), as_json=as_json)


@command("withdraw", message("Take back what a side has said about a meeting."))
@FILE
@ONE_MEETING
@SIDE
@AS_JSON
def withdraw(face: Face, file: str, meeting: str, side: str, *, as_json: bool) -> Exit:
    """Take back what a side has said about a meeting; an agreed one goes back to being proposed."""
    from alternat.actions.consents import withdraw_consent
    from alternat.actions.meetings import meeting_id
    from alternat.planning.consents import ConsentSubject

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        word = word_to_withdraw(workspace.tables, side, ConsentSubject.MEETING, key)
        face.tell_done(withdraw_consent(workspace, word), as_json=as_json)
    return Exit.DONE


def _record(
    face: Face, file: str, meeting: str, step: str, word: tuple[str, date, str], *, as_json: bool
) -> Exit:
    from alternat.actions.consents import give_consent
    from alternat.actions.meetings import meeting_id
    from alternat.nouns.consents import ConsentStep

    side, given, document = word
    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        changes = give_consent(
            workspace, side=side, step=ConsentStep(step), given=given, document=document, meeting=key
        )
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE
