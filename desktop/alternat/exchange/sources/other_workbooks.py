"""Workbooks that are not XLSX: the old and the binary Excel formats, and OpenDocument spreadsheets."""

import re
import zipfile
from pathlib import Path

from alternat.exchange.sources.open_documents import open_document_notes
from alternat.exchange.sources.refusals import SourceDamaged, SourceEmpty, SourceProtected
from alternat.exchange.sources.remarks import NO_STYLES
from alternat.exchange.sources.table import Reading, Sheet
from alternat.exchange.sources.workbooks import sheet_of

_PROTECTED = re.compile(r"password|encrypt", re.IGNORECASE)


def read_other_workbook(path: Path) -> Reading:
    """Return the sheets of an XLS, XLSB or ODS workbook that hold text; raises a SourceRefused."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    notes = open_document_notes(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            sheets = tuple(
                sheet_of(
                    about.name,
                    enumerate(workbook.get_sheet_by_name(about.name).to_python(skip_empty_area=False)),
                    notes[at] if at < len(notes) else None,
                    is_hidden=about.visible is not SheetVisibleEnum.Visible,
                    file=path.name,
                )
                for at, about in enumerate(workbook.sheets_metadata)
                if about.typ is SheetTypeEnum.WorkSheet
            )
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        if _PROTECTED.search(str(error)):
            raise SourceProtected(file=path.name) from error
        raise SourceDamaged(file=path.name) from error
    found: tuple[Sheet, ...] = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise SourceEmpty(file=path.name)
    remarks = () if notes else ((NO_STYLES, path.name),)
    return Reading(found, remarks=remarks)
