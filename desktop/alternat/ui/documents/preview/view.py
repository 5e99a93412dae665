"""The preview's pages with the people on them: a badge or row can be clicked, or reached by Tab."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QWidget

from alternat.documents.press.drawing import Placement
from alternat.documents.press.raster import Area, Bitmap
from alternat.ui.documents.preview.layout import Fit, Frame, Spot, Zoom
from alternat.ui.documents.preview.marks import Marked, area, paint_marks
from alternat.ui.documents.preview.pictures import Wanted
from alternat.ui.documents.preview.proof import Proof
from alternat.ui.documents.preview.scroll import LINE, ZOOM_STEP, PageScroll
from alternat.ui.look.tokens import Palette


class PreviewView(PageScroll):
    """A `PageScroll` that marks the selected person and tells who was clicked, or chosen with Enter.

    Tab and Shift+Tab go from person to person and leave the view after the last; Escape lets the next Tab
    leave at once.
    """

    person_chosen = Signal(int)
    """The id of the person whose badge or row was clicked or chosen with Enter."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self._marked = Marked()
        self._pressed: QPoint | None = None
        self._dragged_from: QPoint | None = None
        self._leaving = False

    @property
    def focused(self) -> Placement | None:
        """The placement that the keyboard is on."""
        return self._marked.focused

    def show_proof(
        self,
        proof: Proof | None,
        drawn: tuple[tuple[Wanted, Bitmap], ...] = (),
        *,
        place: Spot | None = None,
    ) -> None:
        """Show another state of the document; the keyboard stays on the same person."""
        focused = self._marked.focused
        found = proof.of_person(focused.person) if proof and focused else ()
        self._marked = Marked(self._marked.person, None, found[0] if found else None)
        super().show_proof(proof, drawn, place=place)

    def mark_person(self, person: int | None) -> None:
        """Mark a person without moving the pages."""
        self._mark(person=person)

    def select_person(self, person: int | None) -> None:
        """Mark a person, and show where the first mark is unless one shows already."""
        self._mark(person=person)
        placements = self.proof.of_person(person) if self.proof else ()
        if placements and not any(self._shows(placed) for placed in placements):
            self._show(placements[0])

    def placement_at(self, position: QPointF) -> Placement | None:
        """Return what is placed at a point of the view."""
        if self.proof is None:
            return None
        x, y = self._left() + position.x(), self._top() + position.y()
        page = self._layout.page_at(x, y)
        if page is None:
            return None
        spot = self._layout.spot(x, y)
        return self.proof.at(page, spot.x, spot.y)

    def position_of(self, placed: Placement) -> QPointF:
        """Return the centre of a placement in the view, which may lie outside what shows."""
        rectangle = area(placed, self._layout.frames[placed.page], self._layout.scale)
        return rectangle.center() - QPointF(self._left(), self._top())

    def paint_over(self, painter: QPainter, page: int, frame: Frame) -> None:
        """Paint the marks of a page."""
        if self.proof is not None:
            marked = self._marked if self.hasFocus() else Marked(self._marked.person, self._marked.pointed)
            paint_marks(painter, self.proof.by_page.get(page, ()), marked, frame, self._layout.scale)

    def page_text_arrived(self, page: int, text: str) -> None:
        """Let screen readers read the page in view."""
        if page == self.page and text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what the pointer is on, or drag the pages."""
        position = event.position().toPoint()
        if self._pressed is not None and (
            self._dragged_from is not None
            or (position - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        ):
            self._drag(position)
            return
        self._mark(pointed=self.placement_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if self._marked.pointed else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._dragged_from = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or choose the person that was clicked."""
        clicked = self._pressed is not None and self._dragged_from is None
        self._pressed = self._dragged_from = None
        self.viewport().unsetCursor()
        if clicked and (placed := self.placement_at(event.position())):
            self._mark(focused=placed)
            self._choose(placed)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._mark(pointed=None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self._leaving = False
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keyboard was."""
        super().focusOutEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001
        """Go to the next or previous person; after the last, or after Escape, leave the view."""
        following = None if self._leaving else self._following(forward=forward)
        if following is None:
            return super().focusNextPrevChild(forward)
        self._mark(focused=following)
        self._show(following)
        self._announce(following)
        return True

    def event(self, event: QEvent) -> bool:
        """Zoom the pages, not the window's text, while the keyboard is on the pages."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _zooms(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, zoom and choose with the keyboard."""
        if direction := _zooms(event):
            self.zoom_by(ZOOM_STEP**direction)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._marked.focused:
            self._choose(self._marked.focused)
        elif event.key() == Qt.Key.Key_Escape and not self._leaving:
            self._leaving = True
            self._mark(focused=None)
        elif not self._scroll_by_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _scroll_by_key(self, key: Qt.Key) -> bool:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        paged = self.zoom.fit is Fit.PAGE
        step = self._layout.columns
        targets = {
            Qt.Key.Key_Home: lambda: down.setValue(0),
            Qt.Key.Key_End: lambda: down.setValue(down.maximum()),
            Qt.Key.Key_PageUp: lambda: self.go_to(self.page - step) if paged else self._scroll_view(-1),
            Qt.Key.Key_PageDown: lambda: self.go_to(self.page + step) if paged else self._scroll_view(1),
            Qt.Key.Key_Up: lambda: down.setValue(down.value() - LINE),
            Qt.Key.Key_Down: lambda: down.setValue(down.value() + LINE),
            Qt.Key.Key_Left: lambda: across.setValue(across.value() - LINE),
            Qt.Key.Key_Right: lambda: across.setValue(across.value() + LINE),
            Qt.Key.Key_0: lambda: self.set_zoom(Zoom(Fit.WIDTH)),
            Qt.Key.Key_1: lambda: self.set_zoom(Zoom.free(1.0)),
        }
        if key not in targets:
            return False
        targets[key]()
        return True

    def _scroll_view(self, direction: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * (self.viewport().height() - LINE))

    def _following(self, *, forward: bool) -> Placement | None:
        """Return the next placement, at first one on the page in view; None beyond the last."""
        if self.proof is None or not self.proof.placements:
            return None
        placements = self.proof.placements
        if self._marked.focused is None:
            here = [placed for placed in placements if placed.page >= self.page]
            return (here or [placements[-1]])[0] if forward else None
        index = self.proof.index_of(self._marked.focused) + (1 if forward else -1)
        return placements[index] if 0 <= index < len(placements) else None

    def _choose(self, placed: Placement) -> None:
        self._mark(person=placed.person)
        self.person_chosen.emit(placed.person)

    def _mark(self, **changes: Any) -> None:
        marked = replace(self._marked, **changes)
        if marked != self._marked:
            self._marked = marked
            self.viewport().update()

    def _drag(self, position: QPoint) -> None:
        start = self._dragged_from or self._pressed or position
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        moved = position - start
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self._dragged_from = position

    def _shows(self, placed: Placement) -> bool:
        rectangle = area(placed, self._layout.frames[placed.page], self._layout.scale)
        top = self._top()
        return rectangle.bottom() > top and rectangle.top() < top + self.viewport().height()

    def _show(self, placed: Placement) -> None:
        self.reveal(area(placed, self._layout.frames[placed.page], self._layout.scale))

    def _announce(self, placed: Placement) -> None:
        """Let screen readers say what stands on the badge or row that the keyboard went to."""
        assert self.proof is not None
        spot = Area(placed.left, placed.top, placed.width, placed.height)
        text = self.proof.pages.text(placed.page, spot)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _zooms(event: QKeyEvent) -> int:
    """Return 1 for a key that makes larger, −1 for one that makes smaller, 0 for any other."""
    if event.matches(QKeySequence.StandardKey.ZoomIn) or event.key() == Qt.Key.Key_Plus:
        return 1
    if event.matches(QKeySequence.StandardKey.ZoomOut) or event.key() == Qt.Key.Key_Minus:
        return -1
    return 0
