"""Commands about places in a delegation that are still to be filled."""

from collections.abc import Sequence

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, SIDE
from alternat.cli.syntax import Group, argument, command
from alternat.cli.values import WholeNumber
from alternat.language.messages import message

_MOST = 2**31 - 1


@command("list", message("List the places of a meeting that are still to be filled."))
@FILE
@ONE_MEETING
@SIDE
@AS_JSON
def list_(face: Face, file: str, meeting: str, side: str | None, *, as_json: bool) -> Exit:
    """List the vacant seats of a meeting, or of one side's delegation."""
    from alternat.actions.meetings import meeting_id, side_id
    from alternat.planning.vacancies import vacant_places

    with face.reading(file) as workspace:
        tables = workspace.tables
        code = tables.Side.get_by_id(side_id(tables, side)).code if side else None
        places = vacant_places(tables, meeting_id(tables, meeting), code)
    if as_json:
        face.tell_json(
            [
                {
                    "vacancy": place.id,
                    "side": place.side,
                    "entity": place.entity or None,
                    "role": place.role,
                    "position": place.position.as_mapping(),
                    "note": place.note,
                }
                for place in places
            ]
        )
        return Exit.DONE
    headings = (
        message("Number"),
        message("Side"),
        message("Role"),
        message("Entity"),
        message("Position"),
        message("Note"),
    )
    face.tell_table(
        headings,
        [
            (each.id, each.side, face.show(each.role), each.entity, face.read(each.position), each.note)
            for each in places
        ],
    )
    return Exit.DONE


@command("remove", message("Remove vacant seats, as when somebody has been named."))
@FILE
@argument(
    "vacancies",
    metavar="NUMBER",
    nargs=-1,
    required=True,
    type=WholeNumber(1, _MOST),
    explains=message("The numbers of one or several vacant seats, which “vacancy list” shows."),
)
@AS_JSON
def remove(face: Face, file: str, vacancies: Sequence[int], *, as_json: bool) -> Exit:
    """Remove vacant seats in one step."""
    from alternat.actions.vacancies import remove_vacancies

    with face.writing(file) as workspace:
        face.tell_done(remove_vacancies(workspace, vacancies), as_json=as_json)
    return Exit.DONE


COMMANDS = (
    Group("vacancy", (list_, remove), message("List or remove the places that are still to be filled.")),
)
