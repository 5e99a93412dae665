"""The documents page in view, with somebody to answer its dialogs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from alternat.documents.press.raster import PageSize
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.documents.page import DocumentsPage
from tests.factories.people import add_delegate


@dataclass
class Answers:
    """Answers what the dialogs would ask, and remembers what they were asked."""

    folder_: Path
    asked: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    has_viewer: bool = True

    def file(self, suggestion: Path) -> Path | None:
        self.asked.append(suggestion.name)
        return self.folder_ / suggestion.name

    def folder(self, start: Path) -> Path | None:
        del start
        return self.folder_

    def printer(self, title: str, pages: int, size: PageSize) -> QPrinter | None:
        del pages, size
        self.asked.append(title)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.folder_ / "printed.pdf"))
        return printer

    def open(self, path: Path) -> bool:
        self.shown.append(path)
        return self.has_viewer


@dataclass
class Bench:
    """The page in view, with somebody to answer its dialogs."""

    page: DocumentsPage
    desk: Desk
    meeting: int
    answers: Answers
    qtbot: QtBot

    def text(self) -> str:
        """Return the text of the first page in view."""
        proof = self.page.preview.view.proof
        return proof.pages.text(0) if proof else ""

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.text())

    def wait_for_file(self, name: str) -> bytes:
        path = self.answers.folder_ / name
        self.qtbot.waitUntil(path.exists)
        return path.read_bytes()

    def edit(self, option: str, value: object) -> None:
        self.page.set_up.options.editor(option).edited.emit(value)

    def remembered(self, kind: str) -> object:
        self.page.choose_kind(kind)
        return self.page.order().options


Opener = Callable[[int | None], Bench]


def announced(desk: Desk) -> list[tuple[Severity, str]]:
    seen: list[tuple[Severity, str]] = []
    desk.announced.connect(lambda severity, text: seen.append((severity, text)))
    return seen


def add_unprintable(dialogue: Workspace, meeting: int) -> int:
    """Add somebody whose name has a character that no shipped font has; it blocks."""
    return add_delegate(dialogue, meeting, side="CN", family="Ouyang", given="Ji", name_zh="欧阳𠮷")
