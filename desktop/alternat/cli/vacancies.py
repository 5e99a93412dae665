"""Commands about places in a delegation that are still to be filled."""

from collections.abc import Sequence

from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, SIDE
from alternat.cli.syntax import Group, argument, command
from alternat.cli.values import within
from alternat.language.messages import message
from alternat.nouns.kinds import KEYS
from alternat.nouns.vacancies import VACANCY


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
        key = meeting_id(tables, meeting)
        places = vacant_places(tables, key, code)
        rows = {row["number"]: row for row in told(VACANCY, tables, key, None)} if as_json else {}
    if as_json:
        face.tell_json([rows[place.id] for place in places])
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
    type=within(KEYS),
    explains=message("The numbers of one or several vacant seats, which “vacancy list” shows."),
)
@AS_JSON
def remove(face: Face, file: str, vacancies: Sequence[int], *, as_json: bool) -> Exit:
    """Remove vacant seats in one step."""
    from alternat.actions.vacancies import remove_vacancies
    from alternat.planning.rows import require

    with face.writing(file) as workspace:
        tables = workspace.tables
        keys = require(tables, VACANCY, vacancies)
        meetings = dict.fromkeys(tables.Vacancy.get_by_id(key).meeting_id for key in keys)
        rows = [row for meeting in meetings for row in told(VACANCY, tables, meeting, keys)]
        face.tell_done(remove_vacancies(workspace, keys), as_json=as_json, rows=rows)
    return Exit.DONE


COMMANDS = (
    Group("vacancy", (list_, remove), message("List or remove the places that are still to be filled.")),
)
