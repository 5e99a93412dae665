"""Commands about a delegation as a whole: its order of precedence, and the revision of its list."""

from collections.abc import Sequence

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, PEOPLE
from alternat.cli.person import participations
from alternat.cli.syntax import Group, command, option
from alternat.cli.values import WholeNumber
from alternat.language.messages import message
from alternat.nouns.kinds import PLACES


@command("arrange", message("Put a delegation into the order that the terms of reference suggest."))
@FILE
@ONE_MEETING
@option("--side", metavar="S", required=True, explains=message("The code of one side, such as CA."))
@AS_JSON
def arrange(face: Face, file: str, meeting: str, side: str, *, as_json: bool) -> Exit:
    """Put a delegation into the order of the terms of reference."""
    from alternat.actions.delegations import arrange_by_terms
    from alternat.actions.meetings import meeting_id, side_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        code = tables.Side.get_by_id(side_id(tables, side)).code
        face.tell_done(arrange_by_terms(workspace, meeting_id(tables, meeting), code), as_json=as_json)
    return Exit.DONE


@command("shift", message("Move delegates up or down in the order of precedence, as far as it goes."))
@FILE
@PEOPLE
@ONE_MEETING
@option(
    "--by",
    metavar="N",
    type=WholeNumber(-PLACES.most, PLACES.most),
    required=True,
    explains=message("How many places: negative is up, towards the head."),
)
@AS_JSON
def shift(face: Face, file: str, people: Sequence[int], meeting: str, by: int, *, as_json: bool) -> Exit:
    """Move delegates of one delegation up or down in its precedence."""
    from alternat.actions import delegations

    with face.writing(file) as workspace:
        parts = participations(workspace.tables, meeting, people)
        face.tell_done(delegations.shift(workspace, parts, by), as_json=as_json)
    return Exit.DONE


@command("revise", message("Count the revision of the delegation lists of a meeting one up."))
@FILE
@ONE_MEETING
@AS_JSON
def revise(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """Count the revision of the delegation lists one up."""
    from alternat.actions.meetings import meeting_id, raise_revision

    with face.writing(file) as workspace:
        changes = raise_revision(workspace, meeting_id(workspace.tables, meeting))
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


COMMANDS = (
    Group(
        "delegation",
        (arrange, shift, revise),
        message("Order a delegation, or raise the revision of the delegation lists."),
    ),
)
