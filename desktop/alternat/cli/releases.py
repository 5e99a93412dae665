"""The command that lists what left the desk: who shared which file or paper, when, and who is in it."""

from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, MEETING
from alternat.cli.syntax import command, option
from alternat.cli.values import within
from alternat.language.messages import message
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.planning.releases import ReleasePlan


@command("releases", message("List what was shared: files and prints, the latest first."))
@FILE
@MEETING
@option(
    "--person",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("Only what this person is in; “people” shows the numbers."),
)
@AS_JSON
def releases(face: Face, file: str, meeting: str | None, person: int | None, *, as_json: bool) -> Exit:
    """List what was shared, the latest first."""
    from alternat.planning.releases import read_releases

    with face.reading(file) as workspace:
        found = read_releases(workspace.tables, meeting=meeting, person=person)
    if as_json:
        face.tell_json([_as_json(each) for each in found])
    elif not found:
        face.tell(message("Nothing was shared yet."))
    else:
        headings = (
            message("When"),
            message("Who"),
            message("What"),
            message("Meeting"),
            message("Revision"),
            message("People"),
            message("File"),
        )
        face.tell_table(headings, [_in_columns(face, each) for each in found])
    return Exit.DONE


def _as_json(each: "ReleasePlan") -> dict[str, Any]:
    return {
        "number": each.id,
        "at": each.at.isoformat(),
        "by": each.by,
        "kind": each.kind,
        "file": each.name,
        "meeting": each.meeting,
        "revision": each.revision,
        "people": list(each.people),
    }


def _in_columns(face: Face, each: "ReleasePlan") -> tuple[object, ...]:
    from alternat.exchange.exports.titles import release_title

    at = each.at.astimezone().strftime("%Y-%m-%d %H:%M")
    title = face.say(release_title(each.kind))
    return at, each.by, title, each.meeting, each.revision or "", len(each.people), each.name


COMMANDS = (releases,)
