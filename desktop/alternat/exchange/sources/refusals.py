"""Why a file cannot be imported: every reason with what the person can do about it."""

from alternat.errors import AlternatError
from alternat.language.messages import mark


class SourceRefused(AlternatError):
    """A file cannot be read as a list; the leaves say why. Every one has the argument `file`, its name."""


class SourceMissing(SourceRefused):
    """The path leads nowhere."""

    template = mark("There is no file {file}. Check its name and its folder.")


class SourceIsFolder(SourceRefused):
    """The path is a folder or another thing that is not a file."""

    template = mark("{file} is not a file. Choose the CSV or XLSX file that holds the list.")


class SourceForbidden(SourceRefused):
    """The operating system does not let this person read the file."""

    template = mark("{file} cannot be opened: you do not have the right to read it. Save a copy elsewhere.")


class SourceEmpty(SourceRefused):
    """The file has no bytes, or no cell with text."""

    template = mark("{file} is empty. Choose the file that holds the list.")


class SourceTooLarge(SourceRefused):
    """The file has more bytes than a list can have; `limit` in megabytes."""

    template = mark("{file} is larger than {limit} MB. Save only the list, without pictures, as a new file.")


class SourceTooLong(SourceRefused):
    """The file has more rows than a list can have."""

    template = mark("{file} has more than {limit} rows. Divide it into shorter lists.")


class SourceTooWide(SourceRefused):
    """The file has more columns than a list can have."""

    template = mark("{file} has more than {limit} columns. Remove those that are not part of the list.")


class SourceUnpacksTooLarge(SourceRefused):
    """A small archive that would unpack to a huge one; `limit` in megabytes."""

    template = mark(
        "{file} would unpack to more than {limit} MB, which no list does. It was not opened; ask its sender."
    )


class SourceHasDefinitions(SourceRefused):
    """The XML of a workbook defines entities or a document type, which Excel never writes."""

    template = mark(
        "{file} contains XML definitions that can do harm and that no list needs. It was not opened; "
        "ask its sender."
    )


class SourceDamaged(SourceRefused):
    """The file is of a known kind and yet cannot be read."""

    template = mark("{file} is damaged and cannot be read. Open it in Excel, save it again, and import that.")


class SourceTooSlow(SourceRefused):
    """Reading took longer than `seconds` and was stopped."""

    template = mark(
        "Reading {file} took more than {seconds} seconds and was stopped. Copy the list into a new workbook."
    )


class ReaderStopped(SourceRefused):
    """The reading process died, which only an unusual or hostile file can cause."""

    template = mark(
        "{file} made the reader stop, so nothing was read. Copy the list into a new workbook and import that."
    )


class SourceNotText(SourceRefused):
    """The file is not a known kind and is not text either."""

    template = mark("{file} contains no readable text. Save the list as CSV or XLSX and import that.")


class SourceProtected(SourceRefused):
    """The workbook is encrypted with a password."""

    template = mark(
        "{file} is protected by a password. Open it in Excel, remove the password, save it, and import that."
    )


class SourceIsContact(SourceRefused):
    """The file is a contact card (vCard)."""

    template = mark(
        "{file} is a contact card (vCard), not a list. Add the person by hand, or ask for a workbook."
    )


class SourceIsCalendar(SourceRefused):
    """The file is a calendar (iCalendar)."""

    template = mark("{file} is a calendar (iCalendar), not a list. Ask for it as a workbook or a CSV file.")


class SourceIsMail(SourceRefused):
    """The file is an e-mail message."""

    template = mark("{file} is an e-mail message. Save the list attached to it and import that.")


class SourceIsRecording(SourceRefused):
    """The file is a sound or a film."""

    template = mark("{file} is a sound or video recording, not a list.")


class SourceIsData(SourceRefused):
    """The file is JSON."""

    template = mark("{file} is data for programs (JSON). Ask for the list as a workbook or a CSV file.")


class SourceQuoteOpen(SourceRefused):
    """A quotation mark opens a cell and nothing closes it; `line` counts from 1."""

    template = mark(
        "In {file}, the quotation mark in line {line} is never closed, so the rows after it cannot be told "
        "apart. Close or remove it."
    )


class SourceIsNumbers(SourceRefused):
    """The file is a Numbers spreadsheet."""

    template = mark("{file} is a Numbers spreadsheet. Export it to Excel (.xlsx) or CSV and import that.")


class SourceIsOpenDocument(SourceRefused):
    """The file is an OpenDocument file, such as LibreOffice writes."""

    template = mark("{file} is an OpenDocument file. Save the list as .xlsx or CSV and import that.")


class SourceIsPdf(SourceRefused):
    """The file is a PDF document."""

    template = mark("{file} is a PDF document. Ask for the list as a workbook, or copy it into one.")


class SourceIsTextDocument(SourceRefused):
    """The file is a word processor's document, old or new, or RTF."""

    template = mark("{file} is a text document. Copy its table into a workbook, save it, and import that.")


class SourceIsPresentation(SourceRefused):
    """The file is a presentation."""

    template = mark("{file} is a presentation. Copy its table into a workbook, save it, and import that.")


class SourceIsPicture(SourceRefused):
    """The file is a picture."""

    template = mark("{file} is a picture. Ask for the list as a workbook or a CSV file.")


class SourceIsWebPage(SourceRefused):
    """The file is a web page, as some systems export under the name .xls."""

    template = mark("{file} is a web page. Open it in Excel, save it as .xlsx, and import that.")


class SourceIsArchive(SourceRefused):
    """The file is an archive of other files."""

    template = mark("{file} is an archive. Unpack it and choose the list inside.")


class SourceIsDatabase(SourceRefused):
    """The file is a database, perhaps a dialogue file of Alternat itself."""

    template = mark("{file} is a database or a dialogue file, not a list. Open it instead of importing it.")


class WrongEncoding(SourceRefused):
    """The bytes are not text in the encoding that was asked for."""

    template = mark("{file} is not text in {encoding}. Choose another encoding, or let it be recognised.")


class UnknownEncoding(SourceRefused):
    """The name of an encoding means nothing here; `choices` lists those that do."""

    template = mark("{encoding} is not an encoding that {file} can be read with. Choose one of {choices}.")


class UnknownSheet(SourceRefused):
    """The workbook has no such sheet; `choices` lists those that it has."""

    template = mark("{file} has no sheet {sheet}. Choose one of {choices}.")


def refusals() -> dict[str, type[SourceRefused]]:
    """Return every reason by the name under which the reading process reports it."""
    return {refusal.__name__: refusal for refusal in SourceRefused.__subclasses__()}
