"""The formats in which a programme can leave, each one descriptor; a new format is one more of `EXPORTS`."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from alternat.errors import AlternatError
from alternat.exchange.exports.delimited import write_csv
from alternat.exchange.exports.gathering import ProgrammeExport
from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.page import write_html
from alternat.exchange.exports.public import PublicProgramme
from alternat.exchange.exports.xlsx import write_xlsx
from alternat.exchange.follow_up.workbook import FOLLOW_UP
from alternat.language.messages import Message, mark, message, series
from alternat.planning.releases import Leaving


class UnknownExportFormat(AlternatError):
    """No export has that name."""

    template = mark("There is no export format “{name}”. The formats are: {choices}.")


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: `write` turns public values and the moment of the export, with a zone, into bytes."""

    id: str
    title: Message
    suffix: str
    write: Callable[[PublicProgramme, datetime], bytes]
    leaves: Message
    """What of the dialogue is in the file, for whoever sends it to know."""
    people: Callable[[ProgrammeExport], Collection[int]]
    """The ids of those who are in it by name."""
    is_calendar: bool = False
    """Whether sessions come into people’s calendars by it, which have to be told once they are gone."""

    def leaving(self, export: ProgrammeExport, name: str) -> Leaving:
        """Return what is to be noted of a file of that name."""
        return Leaving(
            kind=self.id,
            name=name,
            meeting=export.public.reference,
            revision=export.public.revision,
            people=tuple(sorted({*self.people(export), *export.subject})),
            content=export.record() if self.is_calendar else "",
        )


def _chairs(export: ProgrammeExport) -> frozenset[int]:
    return frozenset(person.id for session in export.public.sessions for person in session.chairs)


def _named(export: ProgrammeExport) -> frozenset[int]:
    return frozenset(export.named)


def _everybody(export: ProgrammeExport) -> frozenset[int]:
    return _named(export) | {person.id for person in export.public.people}


_AS_ROWS = message(
    "In the file: titles, kinds, times, rooms, chairs, interpretation, agendas, and who takes part as the "
    "programme says it."
)

EXPORTS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "ics",
        message("Calendar (iCalendar)"),
        ".ics",
        write_ics,
        message(
            "In the file: titles, kinds, times, rooms with their address, chairs, interpretation and "
            "agendas. Nobody but the chairs is named."
        ),
        _chairs,
        is_calendar=True,
    ),
    ExportFormat("xlsx", message("Workbook (Excel)"), ".xlsx", write_xlsx, _AS_ROWS, _named),
    ExportFormat("csv", message("Text with separators (CSV)"), ".csv", write_csv, _AS_ROWS, _named),
    ExportFormat(
        "html",
        message("Web page in one file"),
        ".html",
        write_html,
        message(
            "In the file: titles, kinds, times, rooms, chairs, interpretation, agendas, who takes part, and, "
            "to choose a person by, the names of all who are in the sessions."
        ),
        _everybody,
        is_calendar=True,
    ),
)
"""All formats in the order in which they are offered."""


def export_format(name: str) -> ExportFormat:
    """Return the format with that id; an unknown one is an `UnknownExportFormat`."""
    for each in EXPORTS:
        if each.id == name.casefold():
            return each
    raise UnknownExportFormat(name=name, choices=series((*(each.id for each in EXPORTS), FOLLOW_UP)))
