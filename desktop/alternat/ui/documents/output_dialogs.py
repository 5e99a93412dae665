"""Asks where a document goes: a file, a folder, a printer, or the system's own viewer."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from alternat.documents.press.raster import PageSize
from alternat.language.messages import message
from alternat.ui.documents.printing import page_layout
from alternat.ui.look.screen import Screen

SUFFIX = ".pdf"


class OutputDialogs:
    """Asks with the platform's own dialogs; None where the person backs out."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        self._screen, self._parent = screen, parent

    def file(self, suggestion: Path) -> Path | None:
        """Return where to save a PDF."""
        title = self._screen.say(message("Save the document as PDF"))
        kind = f"{self._screen.say(message('PDF documents'))} (*{SUFFIX})"
        chosen = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kind)[0]
        if not chosen or chosen.casefold().endswith(SUFFIX):
            return Path(chosen) if chosen else None
        whole = Path(chosen + SUFFIX)
        # The dialog has asked about the name without its ending only.
        return self.file(whole) if whole.exists() else whole

    def folder(self, start: Path) -> Path | None:
        """Return the folder for several files."""
        title = self._screen.say(message("Choose the folder for the copies"))
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(start))
        return Path(chosen) if chosen else None

    def printer(self, title: str, pages: int, size: PageSize) -> QPrinter | None:
        """Return a printer set up for a document, with its paper."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(size))
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(self._screen.say(message("Print {document}", document=title)))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=pages > 1)
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() else None

    def open(self, path: Path) -> bool:
        """Show a file in the program that the system has for it; False where there is none."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
