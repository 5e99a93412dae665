"""The command that writes a programme or the follow-up to a file for others: calendar, workbook, page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from alternat.cli.face import Exit, Face
from alternat.cli.overwriting import OVERWRITE, REPLACED, OtherFile, replaced
from alternat.cli.parameters import AS_JSON, FILE, MEETING, SIDE
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Choice, Languages, within
from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import counted, mark, message
from alternat.nouns.kinds import KEYS
from alternat.planning.disclosure import Audience

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


class OnlyForText(AlternatError):
    """The edition of Excel matters for text files alone."""

    template = mark("The option --for-excel goes with csv, not with {format}.")


class ProgrammeOfMeeting(AlternatError):
    """A programme is that of one meeting."""

    template = mark("The format {format} is of the programme of one meeting: name it with --meeting.")


class NotOfFollowUp(AlternatError):
    """An option that narrows a programme was given for the follow-up."""

    template = mark(
        "The option {option} does not go with follow-up-xlsx, which holds the follow-up of all meetings."
    )


class OnlyForFollowUp(AlternatError):
    """The audience matters for the follow-up alone."""

    template = mark("The option --audience goes with follow-up-xlsx, not with {format}.")


@command(
    "export",
    message("Write the programme for others, as calendar, workbook, CSV or web page, or the follow-up."),
)
@FILE
@argument(
    "format_",
    metavar="FORMAT",
    explains=message(
        "The format: ics, xlsx, csv or html of the programme of a meeting, or follow-up-xlsx, a workbook of "
        "all the follow-up."
    ),
)
@MEETING
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
@option(
    "--audience",
    metavar="A",
    type=Choice(tuple(Audience)),
    explains=message(
        "For whom the follow-up is written: desk, both or public; both unless given. What may not be shown "
        "to them is left out."
    ),
)
@OVERWRITE
@AS_JSON
def export(
    face: Face,
    file: str,
    format_: str,
    meeting: str | None,
    output: str,
    side: str | None,
    room: str | None,
    person: int | None,
    languages: tuple[Language, ...] | None,
    for_excel: str | None,
    audience: str | None,
    *,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Write the whole programme or one side's, room's or person's; private notes never leave."""
    if format_.casefold() == "follow-up-xlsx":
        from alternat.cli.follow_up_exports import export_follow_up

        _refuse_narrowing(meeting=meeting, side=side, room=room, person=person, for_excel=for_excel)
        whom, tongue = Audience(audience or Audience.BOTH), (languages or (face.language,))[0]
        return export_follow_up(face, file, output, whom, tongue, overwrite=overwrite, as_json=as_json)
    from alternat.cli.leaving import note
    from alternat.documents.press.saving import save
    from alternat.exchange.exports.formats import export_format
    from alternat.exchange.exports.origins import is_same_output, known_keys
    from alternat.exchange.exports.public import ExportScope
    from alternat.exchange.exports.telling import told_of

    chosen = export_format(format_)
    meeting = _meeting_of_programme(chosen.id, meeting, audience, for_excel)
    place = Path(output)
    old = replaced(place, chosen.id, _STARTS[chosen.id], overwrite=overwrite)
    scope = ExportScope(side.upper() if side else None, room, person)
    with face.reading(file) as workspace:
        gathered = _gathered(workspace, meeting, scope, languages, chosen)
        known = known_keys(workspace.tables, gathered)
    if old and not overwrite and not is_same_output(old, chosen.id, known):
        raise OtherFile(place=output, what=chosen.title)
    programme = replace(gathered.public, excel=Language(for_excel) if for_excel else None)
    save(place, chosen.write(programme, datetime.now(UTC)))
    is_noted = note(face, file, chosen.leaving(gathered, place.name))
    if as_json:
        told = _as_json(face, place, gathered) | ({"replaced": True} if old else {})
        face.tell_json(told if is_noted else {**told, "noted": False})
        return Exit.DONE
    _tell(face, place, programme)
    if old:
        face.tell(REPLACED)
    for sentence in told_of(programme, gathered.moved):
        face.tell(sentence)
    return Exit.DONE


def _refuse_narrowing(**options: object) -> None:
    """Refuse options of a programme that were given for the follow-up."""
    for name, value in options.items():
        if value is not None:
            raise NotOfFollowUp(option=f"--{name.replace('_', '-')}")


def _meeting_of_programme(
    format_: str, meeting: str | None, audience: str | None, for_excel: str | None
) -> str:
    """Return the meeting whose programme is written; refuse options that go with another format."""
    if audience is not None:
        raise OnlyForFollowUp(format=format_)
    if for_excel and format_ != "csv":
        raise OnlyForText(format=format_)
    if meeting is None:
        raise ProgrammeOfMeeting(format=format_)
    return meeting


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


def _as_json(face: Face, place: Path, gathered: "ProgrammeExport") -> dict[str, object]:
    programme = gathered.public
    left_out = programme.internal_left_out
    told = {"file": str(place), "sessions": len(programme.sessions), "internal_left_out": left_out}
    told |= {"cancelled_since": len(programme.dropped)} if programme.dropped else {}
    told |= {"moved_out": [face.say(each.sentence) for each in gathered.moved]} if gathered.moved else {}
    return told | ({"off": face.read(programme.off)} if programme.off else {})


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


COMMANDS = (export,)
