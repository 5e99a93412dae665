"""The ways out of the window for a document: saved, printed, opened in a viewer, one copy for each side."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from alternat.documents.contents.meeting import SideFacts, side_facts
from alternat.documents.press.drawing import HeldBack
from alternat.documents.press.marks import is_same_document
from alternat.documents.press.raster import Pages
from alternat.documents.press.saving import save
from alternat.errors import AlternatError
from alternat.language.formats import listed
from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message
from alternat.language.vocabulary import copy_owner
from alternat.planning.findings import Severity
from alternat.ui.desk.desk import Desk
from alternat.ui.documents.delivery import Delivery, Finished
from alternat.ui.documents.leaving import note_papers
from alternat.ui.documents.output_dialogs import SUFFIX, OutputDialogs
from alternat.ui.documents.printing import PrintJob
from alternat.ui.documents.proofing import Order
from alternat.ui.documents.strips import ProgressStrip, QuestionStrip

FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
"""What no file name may contain on one system or another."""


class NoViewer(AlternatError):
    """The system has no program for PDF files."""

    template = mark("No program on this computer opens PDF files. Save the document and open it elsewhere.")


class StillPrinting(AlternatError):
    """Only one document is printed at a time."""

    template = mark("A document is still being printed. Wait until it is done, or cancel it.")


class NothingToPrint(AlternatError):
    """Nobody is on the document."""

    template = mark(
        "There is nobody to print. Whoever has declined, withdrawn or been replaced has no badge."
    )


class NobodyCanPrint(AlternatError):
    """Everybody on the document is held back."""

    template = mark("Nobody on this document can be printed. The findings say why.")


class Output(QObject):
    """Makes documents and brings them where they are wanted, asking first where a finding blocks."""

    def __init__(
        self,
        desk: Desk,
        delivery: Delivery,
        dialogs: OutputDialogs,
        question: QuestionStrip,
        progress: ProgressStrip,
    ) -> None:
        super().__init__()
        self.dialogs = dialogs
        self._desk, self._delivery = desk, delivery
        self._question, self._progress = question, progress
        self._job: PrintJob | None = None
        self._viewed: Path | None = None
        progress.cancelled.connect(self._cancel)

    def save(self, order: Order) -> None:
        """Save a document where the person chooses."""
        self._make((order,), lambda made: self._save(made[0]))

    def save_copies(self, orders: tuple[Order, ...]) -> None:
        """Save the copy of each side, labelled as such, into a folder."""
        self._make(orders, self._save_all)

    def open(self, order: Order) -> None:
        """Show a document in the system's own viewer, from a file that is gone when the window is closed."""
        self._delivery.make((order,), lambda made: self._open(made[0]))

    def print(self, order: Order) -> None:
        """Print a document."""
        if self._job is not None:
            self._desk.announced.emit(Severity.WARNS, self._desk.screen.say_error(StillPrinting()))
            return
        self._make((order,), lambda made: self._print(made[0]))

    def stop(self) -> None:
        """Stop printing, and remove what was opened in a viewer."""
        self._cancel()
        if self._viewed is not None:
            shutil.rmtree(self._viewed, ignore_errors=True)

    def file_name(self, order: Order) -> str:
        """Return the name of a document's file, as `2027 – Badges – copy for Canada.pdf`."""
        meeting = self._desk.tables.Meeting.get_by_id(order.meeting).reference
        owners = {side.code: copy_owner(side.country, side.side_name) for side in self._sides()}
        owner = owners.get(getattr(order.options, "copy_for", ""))
        title = message("{meeting} – {document}", meeting=meeting, document=order.kind.title)
        if owner is not None:
            title = message("{title} – copy for {country}", title=title, country=owner)
        return self._desk.screen.say(title).translate(FORBIDDEN).strip(" .") + SUFFIX

    def _make(self, orders: tuple[Order, ...], act: Callable[[tuple[Finished, ...]], None]) -> None:
        self._question.withdraw()

        def ask_or_act(made: tuple[Finished, ...]) -> None:
            held = tuple(dict.fromkeys(each for one in made for each in one.held_back))
            if any(one.has_nobody for one in made):
                self._fail(NobodyCanPrint() if held else NothingToPrint())
                return
            count = sum(each.severity is Severity.BLOCKS for one in made for each in one.findings)
            if any(one.is_blocked for one in made):
                self._question.ask(_blocked(count), lambda: act(made))
            elif held:
                self._question.ask(_held_back(held), lambda: act(made))
            else:
                act(made)

        self._delivery.make(orders, ask_or_act)

    def _save(self, made: Finished) -> None:
        path = self.dialogs.file(self._folder() / self.file_name(made.order))
        if path is not None and self._desk.attempt(lambda: _written(path, made.pdf)) is not None:
            self._desk.settings.change(export_folder=str(path.parent))
            self._desk.announce(message("Saved {file}.", file=str(path)))
            note_papers(self._desk, [(made, str(path))])

    def _save_all(self, made: tuple[Finished, ...]) -> None:
        folder = self.dialogs.folder(self._folder())
        if folder is None:
            return
        places = [folder / self.file_name(one.order) for one in made]
        pairs = zip(places, made, strict=True)
        if there := [place.name for place, one in pairs if _is_other(place, one.pdf)]:
            names = listed(there, self._desk.screen.language)
            self._question.ask(_replacing(len(there), names), lambda: self._write_all(made, folder))
        else:
            self._write_all(made, folder)

    def _write_all(self, made: tuple[Finished, ...], folder: Path) -> None:
        def write() -> list[Path]:
            return [_written(folder / self.file_name(one.order), one.pdf) for one in made]

        paths = self._desk.attempt(write)
        if paths is not None:
            self._desk.settings.change(export_folder=str(folder))
            saved = counted(
                "Saved {count} copy in {folder}.",
                "Saved {count} copies in {folder}.",
                len(made),
                folder=str(folder),
            )
            self._desk.announce(saved)
            note_papers(self._desk, [(one, str(path)) for one, path in zip(made, paths, strict=True)])

    def _open(self, made: Finished) -> None:
        if self._viewed is None:
            self._viewed = Path(tempfile.mkdtemp(prefix="alternat-"))
        path = self._viewed / self.file_name(made.order)
        if self._desk.attempt(lambda: self._show(_written(path, made.pdf))) is not None:
            # The viewer can print and save it: what it shows has left the window.
            note_papers(self._desk, [(made, str(path))])

    def _show(self, path: Path) -> Path:
        if not self.dialogs.open(path):
            raise NoViewer
        return path

    def _print(self, made: Finished) -> None:
        with Pages(made.pdf) as pages:
            sizes = pages.sizes
        title = self.file_name(made.order).removesuffix(SUFFIX)
        printer = self.dialogs.printer(title, len(sizes), sizes[0])
        if printer is None:
            return
        name = printer.printerName() or printer.outputFileName()
        self._job = job = PrintJob(printer, made.pdf, self)
        job.progressed.connect(self._show_progress)
        job.failed.connect(self._fail)
        job.finished.connect(lambda: self._finish(made, len(sizes), name))
        job.start()

    def _show_progress(self, page: int, total: int) -> None:
        sentence = message("Printing page {page} of {count}", page=page, count=total)
        self._progress.show_progress(sentence, page - 1, total)

    def _finish(self, made: Finished, pages: int, printer: str) -> None:
        self._forget_job()
        note_papers(self._desk, [(made, printer)])
        self._desk.announce(
            counted(
                "Sent {count} page to {printer}.", "Sent {count} pages to {printer}.", pages, printer=printer
            )
        )

    def _fail(self, error: AlternatError) -> None:
        self._forget_job()
        self._desk.announced.emit(Severity.BLOCKS, self._desk.screen.say_error(error))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._forget_job()

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._progress.hide()

    def _sides(self) -> tuple[SideFacts, ...]:
        return tuple(side_facts(self._desk.tables))

    def _folder(self) -> Path:
        kept = Path(self._desk.settings.current.export_folder or Path.home())
        return kept if kept.is_dir() else Path.home()


def _written(path: Path, pdf: bytes) -> Path:
    save(path, pdf)
    return path


def _held_back(held: Sequence[HeldBack]) -> Message:
    """Return whose badge or page is held back, and who stands on the paper with gaps."""
    without = tuple(each.name for each in held if each.is_left_out)
    gaps = message(
        "On the paper, […] stands in place of what cannot be printed of {names}.",
        names=tuple(each.name for each in held if each.has_gaps),
    )
    if not without:
        return gaps
    first = _without(len(without), without)
    if not any(each.has_gaps for each in held):
        return first
    return message("{first} {second}", first=first, second=gaps)


def _without(count: int, names: tuple[Label, ...]) -> Message:
    return counted(
        "{names} cannot be printed and is held back; everybody else prints.",
        "{names} cannot be printed and are held back; everybody else prints.",
        count,
        names=names,
    )


def _is_other(place: Path, pdf: bytes) -> bool:
    """Return whether something else than an earlier one of the same document is there."""
    try:
        return place.exists() and not (place.is_file() and is_same_document(place.read_bytes(), pdf))
    except OSError:
        return True


def _replacing(count: int, names: str) -> Message:
    return counted(
        "{names} is in the folder already and would be replaced.",
        "{names} are in the folder already and would be replaced.",
        count,
        names=names,
    )


def _blocked(count: int) -> Message:
    return counted(
        "{count} finding says that this document is not ready.",
        "{count} findings say that this document is not ready.",
        count,
    )
