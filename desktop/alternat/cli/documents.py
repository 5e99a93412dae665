"""The command that prints a document of a meeting to a PDF file."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli import findings
from alternat.cli.face import Exit, Face
from alternat.cli.overwriting import OVERWRITE, REPLACED, OtherFile, standing
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, SIDE
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Choice, Languages, Offset, Percentage, WholeNumber, within
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.formats import listed
from alternat.language.messages import Message, counted, mark, message
from alternat.nouns.kinds import KEYS
from alternat.nouns.paper import Paper
from alternat.nouns.programme import REVISIONS

if TYPE_CHECKING:
    from alternat.documents.kinds.kind import DocumentKind
    from alternat.documents.printing import Printed
    from alternat.storage.workspace import Workspace

_PDF = b"%PDF"
_LARGEST_DRIFT_MM = 20.0
_SCALES = (90.0, 110.0)
"""Percent; a printer that is further off has the wrong paper in it, or fits pages to it."""


class OptionElsewhere(AlternatError):
    """An option belongs to another kind of document."""

    template = mark("The option {option} does not go with the document “{kind}”.")


class NotAPdf(AlternatError):
    """Printing would replace a file that is something else than a PDF."""

    template = mark(
        "{place} is there already and is not a PDF. It was left as it is; choose another name, or say "
        "--overwrite."
    )


class Blocked(AlternatError):
    """Findings stop a document from being printed."""

    template = mark("Nothing was printed. Mend what blocks, or print all the same with --anyway.")


class HeldBack(AlternatError):
    """A document was printed without the people whose names cannot be."""

    template = mark("Printed without {names}: see above for what to mend. Everything else is on the paper.")


class WithGaps(AlternatError):
    """A document was printed with gaps in place of what cannot be printed of some people."""

    template = mark(
        "On the paper, […] stands in place of what cannot be printed of {names}: see above for what to mend."
    )


@command("print", message("Print a document to a PDF file."))
@FILE
@argument(
    "kind",
    metavar="DOCUMENT",
    explains=message("The kind of document, such as delegation-list, badges or programme."),
)
@ONE_MEETING
@option("-o", "--output", metavar="OUT.pdf", required=True, explains=message("The file to write."))
@SIDE
@option(
    "--languages",
    metavar="LANGUAGES",
    type=Languages(),
    explains=message(
        "The languages, printed in this order, such as fr,en; those of the copy’s side in its own order "
        "unless given."
    ),
)
@option(
    "--copy-for",
    metavar="S",
    explains=message("The side whose copy it is, which comes first on it; the host’s unless given."),
)
@option(
    "--audience",
    metavar="AUDIENCE",
    type=Choice(("desk", "both", "public")),
    explains=message(
        "For whom a paper of the follow-up is: desk, both or public; both unless given. What may not be "
        "shown to them is left out."
    ),
)
@option(
    "--alternat",
    metavar="FORM",
    type=Choice(("reversed", "unreversed")),
    explains=message(
        "Which side the texts name first: reversed, that whose copy it is, or unreversed, in both copies "
        "that of the language."
    ),
)
@option(
    "--request",
    "requests",
    metavar="N",
    multiple=True,
    type=within(KEYS),
    explains=message(
        "Print the letter on this request for guidance only; may be given several times. All that have an "
        "answer unless given."
    ),
)
@option(
    "--outcome",
    "outcomes",
    metavar="CODE",
    multiple=True,
    explains=message(
        "Compare the text of this outcome only on a collation sheet; may be given several times. All of the "
        "meeting unless given."
    ),
)
@option(
    "--by",
    metavar="WHAT",
    type=Choice(("dialogue", "topic", "side")),
    explains=message("How a follow-up report is arranged: dialogue, topic or side; dialogue unless given."),
)
@option(
    "--open", "only_open", is_flag=True, explains=message("Tell only what is open in a follow-up report.")
)
@option(
    "--this-meeting",
    "only_this_meeting",
    is_flag=True,
    explains=message(
        "Tell only the outcomes of this meeting in a follow-up report, not those of all meetings."
    ),
)
@option(
    "--paper",
    metavar="PAPER",
    type=Choice(Paper),
    explains=message("The paper: a4 or letter."),
)
@option(
    "--grouping",
    metavar="GROUPING",
    type=Choice(("precedence", "entity")),
    explains=message("The order of a list: precedence or entity."),
)
@option("--stock", metavar="ID", explains=message("The label stock of badges, such as L4785 or 5392."))
@option(
    "--start",
    metavar="N",
    type=WholeNumber(1, 999),
    explains=message("The first free label of the first sheet, counted by rows from 1."),
)
@option(
    "--person",
    "people",
    metavar="NUMBER",
    multiple=True,
    type=within(KEYS),
    explains=message("Print the badge or the day of this person only; may be given several times."),
)
@option(
    "--room",
    "rooms",
    metavar="CODE",
    multiple=True,
    explains=message("Print the door signs of this room only; may be given several times."),
)
@option(
    "--year",
    "years",
    metavar="Y",
    multiple=True,
    type=WholeNumber(1990, 2100),
    explains=message(
        "The year of a year planner; that of the meeting unless given. May be given several times."
    ),
)
@option(
    "--since",
    metavar="N",
    type=within(REVISIONS),
    explains=message("The revision from which a change sheet tells; the last one unless given."),
)
@option(
    "--until",
    metavar="N",
    type=within(REVISIONS),
    explains=message("The later revision of a change sheet; the programme as it is now unless given."),
)
@option(
    "--crop-marks", is_flag=True, explains=message("Print marks at the corners of badges to cut them by.")
)
@option(
    "--offset",
    metavar="X,Y",
    type=Offset(_LARGEST_DRIFT_MM),
    explains=message(
        "How far to move badges to the right and down, in millimetres, for a printer that is off, such as "
        "0.5,-0.3."
    ),
)
@option(
    "--scale",
    metavar="PERCENT",
    type=Percentage(*_SCALES),
    explains=message(
        "How large to print badges, in percent, for a printer that changes sizes, such as 100.4."
    ),
)
@option("--anyway", is_flag=True, explains=message("Print even if findings block it."))
@OVERWRITE
@AS_JSON
def print_(
    face: Face,
    file: str,
    kind: str,
    meeting: str,
    output: str,
    *,
    anyway: bool,
    overwrite: bool,
    as_json: bool,
    **chosen: Any,
) -> Exit:
    """Print a document: its facts go to the output, its findings to the error stream.

    Somebody whose name cannot be printed is held back and told; everybody else prints.
    """
    from alternat.actions.meetings import meeting_id
    from alternat.cli.leaving import note
    from alternat.documents.kinds.registry import kind as kind_of
    from alternat.documents.press.marks import is_of_mark
    from alternat.documents.press.saving import save
    from alternat.documents.printing import document_mark, print_values
    from alternat.planning.releases import Leaving, revision_of

    document = kind_of(kind)
    _refuse_unfit(document, chosen)
    place = Path(output)
    old = _replaced(place, overwrite=overwrite)
    with face.reading(file) as workspace:
        options, values = _gathered(workspace, document, meeting, chosen)
        revision = revision_of(workspace.tables, meeting)
        number = meeting_id(workspace.tables, meeting)
        mark = document_mark(document.id, workspace.tables, number, workspace.team.began)
    if old and not overwrite and not is_of_mark(old, mark):
        raise OtherFile(place=output, what=document.title)
    if anyway and hasattr(options, "hold_back"):
        options = replace(options, hold_back=False)
    printed = print_values(document, values, options, mark)
    for line in findings.lines(face, printed.findings):
        face.warn(line)
    is_empty = any(each.is_left_out for each in printed.held_back) and not printed.placements
    if (printed.is_blocked or is_empty) and not anyway:
        _tell_left_out(printed, face.warn)
        face.refuse(Blocked())
        return Exit.BLOCKED
    save(place, printed.pdf)
    note(face, file, Leaving(document.id, place.name, meeting, revision, printed.people))
    _tell(face, place, printed, is_replaced=bool(old), as_json=as_json)
    return Exit.DONE if anyway else _tell_held_back(face, printed)


def _tell_left_out(printed: "Printed", tell: Callable[[Message], None]) -> None:
    from alternat.documents.contents.left_out import sentence

    left_out = sentence(printed.left_out)
    if left_out is not None:
        tell(left_out)


def _tell_held_back(face: Face, printed: "Printed") -> Exit:
    """Tell whose badge or page is not there, and who stands on the paper with gaps."""
    without = [face.read(each.name) for each in printed.held_back if each.is_left_out]
    gaps = [face.read(each.name) for each in printed.held_back if each.has_gaps]
    if without:
        face.refuse(HeldBack(names=listed(without, face.language)))
    if gaps:
        face.refuse(WithGaps(names=listed(gaps, face.language)))
    return Exit.BLOCKED if printed.held_back else Exit.DONE


def _tell(face: Face, place: Path, printed: "Printed", *, is_replaced: bool, as_json: bool) -> None:
    if as_json:
        face.tell_json(_as_json(face, place, printed) | ({"replaced": True} if is_replaced else {}))
        return
    face.tell(facts(place, printed))
    if is_replaced:
        face.tell(REPLACED)
    _tell_left_out(printed, face.tell)


def facts(place: Path, printed: "Printed") -> Any:
    """Return the sentence that says what was written where."""
    pages = counted("{count} page", "{count} pages", printed.page_count)
    found = findings.summary(printed.findings)
    if not printed.placements:
        return message("{place}: {pages}, {findings}", place=str(place), pages=pages, findings=found)
    placed = {each.person for each in printed.placements}
    people = counted("{count} person", "{count} people", len(placed))
    if more := len(set(printed.people) - placed):
        # The register of what left the desk tells all who are named.
        named = counted("{count} more is named", "{count} more are named", more)
        people = message("{people} ({more})", people=people, more=named)
    return message(
        "{place}: {pages}, {people}, {findings}", place=str(place), pages=pages, people=people, findings=found
    )


_OPTION_NAMES: Mapping[str, str] = {
    "side": "sides",
    "languages": "languages",
    "copy_for": "copy_for",
    "audience": "audience",
    "alternat": "alternat",
    "requests": "requests",
    "outcomes": "outcomes",
    "by": "arranged_by",
    "only_open": "only_open",
    "only_this_meeting": "only_this_meeting",
    "paper": "paper",
    "grouping": "grouping",
    "stock": "stock",
    "start": "start",
    "people": "people",
    "rooms": "rooms",
    "years": "years",
    "since": "since",
    "until": "until",
    "crop_marks": "crop_marks",
    "offset": "offset_mm",
    "scale": "scale_percent",
}
"""The options of the command and the fields of a document's options that they fill."""
_SPELLINGS = {
    "people": "--person",
    "rooms": "--room",
    "years": "--year",
    "requests": "--request",
    "outcomes": "--outcome",
    "only_open": "--open",
    "only_this_meeting": "--this-meeting",
}


def _refuse_unfit(document: "DocumentKind[Any, Any]", chosen: Mapping[str, Any]) -> None:
    fitting = {each.name for each in fields(document.options)}
    for name, value in chosen.items():
        if value not in (None, (), False) and _OPTION_NAMES[name] not in fitting:
            spelling = _SPELLINGS.get(name, f"--{name.replace('_', '-')}")
            raise OptionElsewhere(option=spelling, kind=document.id)


def _gathered(
    workspace: "Workspace", document: "DocumentKind[Any, Any]", meeting: str, chosen: Mapping[str, Any]
) -> tuple[Any, Any]:
    """Return the options, suggested by the meeting and changed by the line, and what the document prints."""
    from alternat.actions.meetings import meeting_id
    from alternat.documents.contents.meeting import printing_habits

    tables = workspace.tables
    number = meeting_id(tables, meeting)
    today = this_day()
    suggested = document.suggest(tables, number, today)
    given = {
        _OPTION_NAMES[name]: _option(name, value)
        for name, value in chosen.items()
        if value not in (None, (), False)
    }
    if "copy_for" in given and "languages" not in given:
        given["languages"] = printing_habits(tables, number, given["copy_for"]).languages
    options = replace(suggested, **given)
    return options, document.gather(tables, number, options)


def _option(name: str, value: Any) -> Any:
    from alternat.documents.contents.alternat import Alternat
    from alternat.documents.contents.delegates import Grouping
    from alternat.documents.kinds.follow_up import Arrangement
    from alternat.planning.disclosure import Audience

    readers = {
        "side": lambda code: (code.upper(),),
        "copy_for": str.upper,
        "audience": Audience,
        "by": Arrangement,
        "alternat": Alternat,
        "paper": Paper,
        "grouping": Grouping,
    }
    return readers[name](value) if name in readers else value


def _replaced(place: Path, *, overwrite: bool) -> bytes:
    """Return what would be replaced; never the dialogue itself, nor anything else that is not a PDF."""
    if place.is_dir() or place.suffix.casefold() == ".alternat":
        raise NotAPdf(place=str(place))
    try:
        old = standing(place)
    except OSError as error:
        raise NotAPdf(place=str(place)) from error
    if old and not overwrite and not old.startswith(_PDF):
        raise NotAPdf(place=str(place))
    return old


def _as_json(face: Face, place: Path, printed: "Printed") -> dict[str, Any]:
    return {
        "file": str(place),
        "pages": printed.page_count,
        "people": sorted({each.person for each in printed.placements}),
        "held_back": [each.person for each in printed.held_back if each.is_left_out],
        "with_gaps": [each.person for each in printed.held_back if each.has_gaps],
        "left_out": [
            {
                "cause": each.cause.value,
                "count": len(each.names),
                "names": [face.show(name) for name in each.names],
            }
            for each in printed.left_out
        ],
        "findings": [findings.as_json_value(face, each) for each in printed.findings],
    }


COMMANDS = (print_,)
