"""The command that says who chairs a session for a side."""

from typing import TYPE_CHECKING

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_listing import tell_done
from alternat.cli.session_parameters import SESSION
from alternat.cli.syntax import command, option
from alternat.cli.values import NumberOrNone
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.models.tables import Tables


class ChairNotThere(AlternatError):
    """The person in the chair takes no part in the meeting."""

    template = mark(
        "The person with the number {number} takes no part in the meeting {meeting} and cannot chair there."
    )


@command("chair", message("Say who chairs a session for a side, or that nobody does."))
@FILE
@SESSION
@ONE_MEETING
@option(
    "--side",
    metavar="S",
    required=True,
    explains=message("The code of the side for which the person chairs, such as CA."),
)
@option(
    "--person",
    metavar="NUMBER",
    required=True,
    type=NumberOrNone(KEYS.least, KEYS.most),
    explains=message("The number of the person who chairs; a single minus means nobody."),
)
@AS_JSON
def chair(
    face: Face,
    file: str,
    number: int,
    meeting: str,
    side: str,
    person: int,
    *,
    as_json: bool,
) -> Exit:
    """Let a person chair a session for a side, or leave the side without a chair."""
    from alternat.actions.attendance import set_chair
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        session = session_id(tables, key, number)
        chosen = _delegate(tables, key, person) if person else None
        changes = set_chair(workspace, session, side, chosen)
        tell_done(face, workspace, key, changes, [session], as_json=as_json)
    return Exit.DONE


def _delegate(tables: "Tables", meeting: int, number: int) -> int:
    """Return the id of a person who takes part in the meeting; anybody else is refused."""
    from alternat.actions.people import person_id

    person, part = person_id(tables, number), tables.Participation
    if not part.select().where((part.meeting == meeting) & (part.person == person)).exists():
        reference = tables.Meeting.get_by_id(meeting).reference
        raise ChairNotThere(number=str(number), meeting=reference)
    return person
