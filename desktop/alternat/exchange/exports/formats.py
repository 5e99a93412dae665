"""The formats in which a programme can leave, each one descriptor; a new format is one more of `EXPORTS`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from alternat.errors import AlternatError
from alternat.exchange.exports.delimited import write_csv
from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.page import write_html
from alternat.exchange.exports.public import PublicProgramme
from alternat.exchange.exports.xlsx import write_xlsx
from alternat.language.messages import Message, mark, message


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


EXPORTS: tuple[ExportFormat, ...] = (
    ExportFormat("ics", message("Calendar (iCalendar)"), ".ics", write_ics),
    ExportFormat("xlsx", message("Workbook (Excel)"), ".xlsx", write_xlsx),
    ExportFormat("csv", message("Text with separators (CSV)"), ".csv", write_csv),
    ExportFormat("html", message("Web page in one file"), ".html", write_html),
)
"""All formats in the order in which they are offered."""


def export_format(name: str) -> ExportFormat:
    """Return the format with that id; an unknown one is an `UnknownExportFormat`."""
    for each in EXPORTS:
        if each.id == name.casefold():
            return each
    raise UnknownExportFormat(name=name, choices=", ".join(each.id for each in EXPORTS))
