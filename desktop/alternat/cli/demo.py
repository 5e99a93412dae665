"""The command that writes the example dialogue, prints its documents and opens it."""

from pathlib import Path
from typing import TYPE_CHECKING

from alternat.cli import findings
from alternat.cli.documents import facts
from alternat.cli.face import Exit, Face
from alternat.cli.syntax import argument, command, option
from alternat.cli.window import show_window
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from datetime import date

    from alternat.storage.workspace import Workspace

FOLDER = "alternat-demo"
DIALOGUE = "dialogue.alternat"
_MOST_FOLDERS = 1000


class NoPlaceForDemo(AlternatError):
    """The folder of the example cannot be made."""

    template = mark("The folder {folder} cannot be made or written. Name another one: alternat demo FOLDER")


@command("demo", message("Write a filled example dialogue, print its documents and open it."))
@argument(
    "folder",
    metavar="FOLDER",
    default=FOLDER,
    required=False,
    explains=message(
        "Where to write; alternat-demo unless given. A folder with an example in it stays, a number is added."
    ),
)
@option("--no-window", is_flag=True, explains=message("Write and print only, even where there is a display."))
def demo(face: Face, folder: str, *, no_window: bool) -> Exit:
    """Write the example dialogue and its documents; with a display, show it until the window is closed."""
    from alternat.actions.demo import create_example

    place = _made(Path(folder).absolute())
    address = str(place / DIALOGUE)
    today = this_day()
    references: list[str] = []
    with face.creating(
        address, lambda made: references.append(create_example(made, today=today))
    ) as workspace:
        _print(face, workspace, place, references[-1], today)
    if no_window or not face.has_display():
        face.tell(message("Open it with: alternat {file}", file=address))
        return Exit.DONE
    face.tell(message("The window opens; close it to finish."))
    face.out.flush()
    return Exit(show_window(face, address))


def _made(folder: Path) -> Path:
    """Return a folder that is there and holds no example yet: the one asked for, or one with a number."""
    for number in range(1, _MOST_FOLDERS):
        place = folder if number == 1 else folder.with_name(f"{folder.name}-{number}")
        if (place / DIALOGUE).exists():
            continue
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NoPlaceForDemo(folder=str(place)) from error
        return place
    raise NoPlaceForDemo(folder=str(folder))


def _print(face: Face, workspace: "Workspace", place: Path, reference: str, today: "date") -> None:
    """Print every kind of document of the example's next meeting, and of the last one what it agreed.

    They are samples of what can be printed, of people who are invented: nothing of it is noted as shared.
    """
    from alternat.actions.meetings import meeting_id
    from alternat.documents.kinds.registry import KINDS
    from alternat.documents.press.saving import save
    from alternat.documents.printing import Press, document_mark

    coming = meeting_id(workspace.tables, reference)
    held = workspace.tables.Outcome.select().order_by(workspace.tables.Outcome.id.desc()).first()
    face.tell(message("An example dialogue is in {file}", file=workspace.address))
    press = Press()
    for kind in KINDS:
        meeting = held.meeting_id if kind.is_of_record and held is not None else coming
        options = kind.suggest(workspace.tables, meeting, today)
        values = kind.gather(workspace.tables, meeting, options)
        printed = press.print_values(
            kind, values, options, document_mark(kind.id, workspace.tables, meeting, workspace.team.began)
        )
        target = place / f"{kind.id}.pdf"
        save(target, printed.pdf)
        face.tell(message("{title}: {facts}", title=kind.title, facts=facts(target, printed)))
        for line in findings.lines(face, printed.findings):
            face.warn(line)


COMMANDS = (demo,)
