"""Keeps the preview's pages up to date: reads in the window's thread, composes and draws in another."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from alternat.documents.contents.left_out import LeftOut
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.raster import Bitmap
from alternat.documents.proofs import ComposedPages, SharedPress
from alternat.errors import AlternatError
from alternat.models.tables import Tables
from alternat.planning.findings import Finding, by_severity
from alternat.ui.desk.reads import Reads
from alternat.ui.documents.preview.background import Background
from alternat.ui.documents.preview.pictures import Wanted, draw
from alternat.ui.documents.preview.proof import Proof


@dataclass(frozen=True, slots=True)
class Order:
    """A document to make: its kind, the meeting, and how it is set up."""

    kind: DocumentKind[Any, Any]
    meeting: int
    options: Any


@dataclass(frozen=True, slots=True)
class Proofed:
    """A document made for the preview, with the pixels of the pages that were in view."""

    order: Order
    proof: Proof
    composition: Composition
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...]
    drawn: tuple[tuple[Wanted, Bitmap], ...]


@dataclass(frozen=True, slots=True)
class _MakeProof:
    """The job of composing a document and drawing the pages in view."""

    press: SharedPress
    order: Order
    values: Any
    showing: tuple[Wanted, ...]

    def __call__(self) -> Proofed:
        composition = self.press.compose(self.order.kind, self.values, self.order.options)
        pages = ComposedPages(self.press, composition)
        wanted = [each for each in self.showing if each.page < len(pages)]
        return Proofed(
            self.order,
            Proof(pages, composition.placements),
            composition,
            by_severity(composition.findings),
            self.order.kind.left_out(self.values, self.order.options),
            tuple((each, draw(pages, each)) for each in wanted),
        )


class Proofing(QObject):
    """Makes the pages of the latest order; orders that were overtaken before their turn are dropped."""

    ready = Signal(object)
    """A `Proofed`."""
    failed = Signal(object)
    """The `AlternatError` that stands in the way of the pages."""

    def __init__(self, press: SharedPress, reads: Reads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reads = reads
        self.background = Background("preview-proof")
        self._press = press
        self._tables: Tables | None = None
        self._order: Order | None = None
        self._showing: tuple[Wanted, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Due as soon as the window has nothing else to do, so that a burst of changes is read once.
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._gather)
        self.background.done.connect(self._deliver)
        self.background.failed.connect(self._fail)

    def ask(self, tables: Tables, order: Order, showing: tuple[Wanted, ...]) -> None:
        """Make a document soon, and with it the pictures of the pages that show."""
        self._tables, self._order, self._showing = tables, order, showing
        if not self._timer.isActive():
            self._timer.start()

    def cancel(self) -> None:
        """Make nothing more of what was asked for."""
        self._timer.stop()
        self._order = None
        self.background.replace(())

    @Slot()
    def _gather(self) -> None:
        if self._order is None or self._tables is None:
            return
        kind = self._order.kind
        try:
            with self._reads.noting():
                values = kind.gather(self._tables, self._order.meeting, self._order.options)
        except AlternatError as error:
            self.failed.emit(error)
            return
        self.background.replace((_MakeProof(self._press, self._order, values, self._showing),))

    @Slot(object)
    def _deliver(self, proofed: Proofed) -> None:
        """Hand on what is still asked for; with other options, as a step on the way to the newest."""
        order = self._order
        if order and (order.kind.id, order.meeting) == (proofed.order.kind.id, proofed.order.meeting):
            self.ready.emit(proofed)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AlternatError):
            raise error
        self.failed.emit(error)
