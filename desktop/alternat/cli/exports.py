"""The command that writes a meeting's programme to a file for others: a calendar, a workbook, a page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from alternat.cli.face import Exit, Face
from alternat.cli.overwriting import OVERWRITE, REPLACED, OtherFile, standing
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING, SIDE
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Choice, Languages, within
from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import counted, mark, message
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.exchange.exports.formats import ExportFormat
    from alternat.exchange.exports.gathering import ProgrammeExport
    from alternat.exchange.exports.public import ExportScope, PublicProgramme
    from alternat.storage.workspace import Workspace

_STARTS: Mapping[str, tuple[bytes, ...]] = MappingProxyType(
    {
        "ics": (b"BEGIN:VCALENDAR",),
        "xlsx": (b"PK",),
        "csv": (b"\xef\xbb\xbf",),
        "html": (b"<!DOCTYPE html",),
    }
)
"""What a file of each format starts with; another one is not written over."""


class NotAnExport(AlternatError):
    """Exporting would replace a file that is something else."""

    template = mark(
        "{place} is there already and is not a file of the format {format}. "
        "It was left as it is; choose another name, or say --overwrite."
    )


class OnlyForText(AlternatError):
    """The edition of Excel matters for text files alone."""

    template = mark("The option --for-excel goes with csv, not with {format}.")


@command("export", message("Write the programme for others: calendar, workbook, CSV or web page."))
@FILE
@argument("format_", metavar="FORMAT", explains=message("The format: ics, xlsx, csv or html."))
@ONE_MEETING
@option("-o", "--output", metavar="OUT", required=True, explains=message("The file to write."))
@SIDE
@option("--room", metavar="R", explains=message("Only the sessions in the room with this code."))
@option(
    "--person",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("Only the sessions of this person; “people” shows the numbers."),
)
@option(
    "--languages",
    metavar="LANGUAGES",
    type=Languages(),
    explains=message("The languages in their order, such as zh,en,fr; those of the meeting unless given."),
)
@option(
    "--for-excel",
    metavar="LANGUAGE",
    type=Choice(tuple(Language)),
    explains=message(
        "The language of the Excel that opens a CSV: fr parts cells by semicolons, en and zh by commas; "
        "the first language of the file unless given."
    ),
)
@OVERWRITE
@AS_JSON
def export(
    face: Face,
    file: str,
    format_: str,
    meeting: str,
    output: str,
    side: str | None,
    room: str | None,
    person: int | None,
    languages: tuple[Language, ...] | None,
    for_excel: str | None,
    *,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Write the whole programme or one side's, room's or person's; private notes never leave."""
    from alternat.cli.leaving import note
    from alternat.documents.press.saving import save
    from alternat.exchange.exports.formats import export_format
    from alternat.exchange.exports.origins import is_same_output, known_keys
    from alternat.exchange.exports.public import ExportScope
    from alternat.exchange.exports.telling import told_of

    chosen = export_format(format_)
    place = Path(output)
    old = _replaced(place, chosen, overwrite=overwrite)
    if for_excel and chosen.id != "csv":
        raise OnlyForText(format=chosen.id)
    scope = ExportScope(side.upper() if side else None, room, person)
    with face.reading(file) as workspace:
        gathered = _gathered(workspace, meeting, scope, languages, chosen)
        known = known_keys(workspace.tables, gathered)
    if old and not overwrite and not is_same_output(old, chosen.id, known):
        raise OtherFile(place=output, what=chosen.title)
    programme = replace(gathered.public, excel=Language(for_excel) if for_excel else None)
    save(place, chosen.write(programme, datetime.now(UTC)))
    is_noted = note(face, file, chosen.leaving(gathered, place.name))
    count = len(programme.sessions)
    if as_json:
        left_out = programme.internal_left_out
        told = {"file": str(place), "sessions": count, "internal_left_out": left_out}
        told |= {"cancelled_since": len(programme.dropped)} if programme.dropped else {}
        told |= {"moved_out": [face.say(each.sentence) for each in gathered.moved]} if gathered.moved else {}
        told |= {"off": face.read(programme.off)} if programme.off else {}
        told |= {"replaced": True} if old else {}
        face.tell_json(told if is_noted else {**told, "noted": False})
        return Exit.DONE
    _tell(face, place, programme)
    if old:
        face.tell(REPLACED)
    for sentence in told_of(programme, gathered.moved):
        face.tell(sentence)
    return Exit.DONE


def _gathered(
    workspace: "Workspace",
    meeting: str,
    scope: "ExportScope",
    languages: tuple[Language, ...] | None,
    chosen: "ExportFormat",
) -> "ProgrammeExport":
    """Return what leaves; of a removed meeting, calendars are told that its sessions are off."""
    from alternat.actions.meetings import meeting_id
    from alternat.documents.contents.meeting import printing_habits
    from alternat.exchange.exports.gathering import gather_export
    from alternat.exchange.exports.removed import gather_removed
    from alternat.planning.rows import UnknownRow

    tables = workspace.tables
    removals = workspace.removals(tables.Session, "uid")
    try:
        number = meeting_id(tables, meeting)
    except UnknownRow:
        gone = gather_removed(tables, meeting, languages, removals=removals) if chosen.id == "ics" else None
        if gone is None:
            raise
        return gone
    spoken = languages or printing_habits(tables, number).languages
    written = workspace.last_written(tables.Session, "uid")
    return gather_export(tables, number, scope, spoken, removals=removals, last_written=written)


def _tell(face: Face, place: Path, programme: "PublicProgramme") -> None:
    count = len(programme.sessions)
    sessions = counted("{count} session", "{count} sessions", count)
    face.tell(message("{place}: {sessions}", place=str(place), sessions=sessions))
    if programme.internal_left_out:
        face.tell(
            counted(
                "{count} internal meeting was left out; it leaves only with --side or --person.",
                "{count} internal meetings were left out; they leave only with --side or --person.",
                programme.internal_left_out,
            )
        )


def _replaced(place: Path, chosen: "ExportFormat", *, overwrite: bool) -> bytes:
    """Return what would be replaced; never the dialogue itself, nor anything else of another format."""
    refusal = NotAnExport(place=str(place), format=chosen.id)
    if place.is_dir() or place.suffix.casefold() == ".alternat":
        raise refusal
    try:
        old = standing(place)
    except OSError as error:
        raise refusal from error
    if old and not overwrite and not old.startswith(_STARTS[chosen.id]):
        raise refusal
    return old


COMMANDS = (export,)
