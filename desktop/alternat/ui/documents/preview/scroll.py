"""The scrolled view of a document's real pages: sharp at every zoom, keeps its place, and never blinks."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from alternat.documents.press.raster import Bitmap, Clip
from alternat.ui.documents.preview.layout import Frame, Layout, Spot, Zoom, arrange
from alternat.ui.documents.preview.pictures import Picture, Pictures, Wanted, whole
from alternat.ui.documents.preview.proof import Proof
from alternat.ui.look.tokens import LIGHT, Palette

MM_PER_INCH = 25.4
WHEEL_NOTCH = 120
ZOOM_STEP = 1.25
LINE = 40
"""Pixels that one press of an arrow key scrolls."""
CLIP_STEP = 256
"""A sharp part is cut to multiples of this many device pixels, so that small moves need no new one."""


class PageScroll(QAbstractScrollArea):
    """Shows the pages of a `Proof` one below the other, or two abreast; only those that show are drawn."""

    place_changed = Signal()
    """The page in view, the number of pages or the zoom is another."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proof: Proof | None = None
        self._palette = palette
        self._zoom = Zoom()
        self._two_up = False
        self._layout = Layout(1.0, 1, (), 0.0, 0.0)
        self._pictures = Pictures(self)
        self._pictures.arrived.connect(self._update_page)
        self._pictures.text_arrived.connect(self._page_read)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().setSingleStep(LINE)
        self.viewport().setMouseTracking(True)

    @property
    def zoom(self) -> Zoom:
        """The chosen zoom; see `factor` for the scale that a fitted one comes to."""
        return self._zoom

    @property
    def factor(self) -> float:
        """The scale in use; 1.0 is the real size."""
        return self._layout.scale / self._real_scale()

    @property
    def two_up(self) -> bool:
        """Whether two pages stand abreast."""
        return self._two_up

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._layout.frames)

    @property
    def page(self) -> int:
        """The page in view, numbered from 0: the one at a third of the height of the view."""
        height = self.viewport().height()
        at_end = self._top() + height >= self._layout.height - 1 and self._top() > 0
        return self._layout.spot(0, self._top() + height * (0.9 if at_end else 1 / 3)).page

    @property
    def place(self) -> Spot:
        """The point on paper at the top left corner of the view."""
        return self._layout.spot(self._left(), self._top())

    def set_palette(self, palette: Palette) -> None:
        """Draw the surroundings of the pages in other colours."""
        self._palette = palette
        self.viewport().update()

    def show_proof(
        self,
        proof: Proof | None,
        drawn: tuple[tuple[Wanted, Bitmap], ...] = (),
        *,
        place: Spot | None = None,
    ) -> None:
        """Show another state of the same document in place, or with a `place` another document there."""
        spot = place or self.place
        self.proof = proof
        self._pictures.show(proof.pages if proof else None, drawn, keep_old=place is None)
        self._arrange(spot)

    def showing(self) -> tuple[Wanted, ...]:
        """Return the whole pages that show now, to be drawn together with the next state of the document."""
        if self.proof is None:
            return ()
        scale = self._layout.scale * self.viewport().devicePixelRatioF()
        return tuple(whole(self.proof.pages, page, scale) for page in self._visible())

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        """Choose a zoom; the paper under the anchor (by default the centre of the view) stays where it is."""
        held = anchor or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        spot = self._layout.spot(self._left() + held.x(), self._top() + held.y())
        self._zoom = zoom
        self._arrange(spot, held)

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Make the pages larger or smaller than they are now."""
        self.set_zoom(Zoom.free(self.factor * factor), anchor)

    def set_two_up(self, *, two_up: bool) -> None:
        """Show two pages abreast, or one."""
        spot = Spot(self.page)
        self._two_up = two_up
        self._arrange(spot)

    def go_to(self, page: int) -> None:
        """Bring the top of a page, numbered from 0, into view."""
        if self._layout.frames:
            frame = self._layout.frames[max(0, min(page, self.page_count - 1))]
            self.verticalScrollBar().setValue(round(frame.top - LINE / 4))

    def reveal(self, rectangle: QRectF) -> None:
        """Scroll as little as needed to show a rectangle of the content with some room around it."""
        wanted = rectangle.adjusted(-LINE / 2, -LINE / 2, LINE / 2, LINE / 2)
        view = self.viewport().size()
        self.verticalScrollBar().setValue(_nearest(self._top(), view.height(), wanted.top(), wanted.bottom()))
        self.horizontalScrollBar().setValue(
            _nearest(self._left(), view.width(), wanted.left(), wanted.right())
        )

    def stop(self) -> None:
        """End the drawing in the background, before the view goes away."""
        self._pictures.stop()

    def sizeHint(self) -> QSize:
        """Return room for a page that can be read."""
        return QSize(520, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new size and keep the place."""
        super().resizeEvent(event)
        self._arrange(self.place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Paint the view at its new place."""
        self.viewport().update()
        self.place_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / WHEEL_NOTCH
            self.zoom_by(ZOOM_STEP**notches, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that show, with the pixels that are there, and ask for those that are not."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._palette.hover))
        if self.proof is None:
            return
        for page in self._visible():
            self._paint_page(painter, page)
            painter.save()
            painter.translate(-self._left(), -self._top())
            self.paint_over(painter, page, self._layout.frames[page])
            painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._palette.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
        self._pictures.want(self._wanted(self.proof), self.page)

    def paint_over(self, painter: QPainter, page: int, frame: Frame) -> None:
        """Paint what lies over a page; the painter's origin is that of the content. Here, nothing does."""

    def page_text_arrived(self, page: int, text: str) -> None:
        """Take the text of the page in view. Here, nothing reads it."""

    def _paint_page(self, painter: QPainter, page: int) -> None:
        assert self.proof is not None
        ratio = self.viewport().devicePixelRatioF()
        scale = self._layout.scale * ratio
        frame = self._layout.frames[page]
        corner = QPoint(round((frame.left - self._left()) * ratio), round((frame.top - self._top()) * ratio))
        target = QRect(corner, QSize(*self.proof.pages.pixel_size(page, scale)))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        if picture := self._pictures.whole(page):
            _paint_picture(painter, picture, target)
        else:
            painter.fillRect(target, Qt.GlobalColor.white)
        if (sharp := self._pictures.sharp(page, scale)) and sharp.wanted.clip:
            clip = sharp.wanted.clip
            painter.drawImage(corner + QPoint(clip.left, clip.top), sharp.image())
        painter.setPen(QPen(QColor(LIGHT.line if self._palette.is_dark else self._palette.control), 0))
        painter.drawRect(target.adjusted(-1, -1, 0, 0))
        painter.restore()

    def _wanted(self, proof: Proof) -> tuple[Wanted, ...]:
        """Return what should be drawn: pages that show, sharp parts of large ones, then the neighbours."""
        scale = self._layout.scale * self.viewport().devicePixelRatioF()
        visible = self._visible()
        wanted = [whole(proof.pages, page, scale) for page in visible]
        wanted += [
            Wanted(each.page, scale, self._showing_part(proof, each.page, scale))
            for each in wanted
            if each.scale < scale
        ]
        around = range(max(0, visible.start - 1), min(self.page_count, visible.stop + self._layout.columns))
        wanted += [whole(proof.pages, page, scale) for page in around if page not in visible]
        return tuple(wanted)

    def _showing_part(self, proof: Proof, page: int, scale: float) -> Clip:
        ratio = self.viewport().devicePixelRatioF()
        frame = self._layout.frames[page]
        width, height = proof.pages.pixel_size(page, scale)
        view = self.viewport().size()
        left, right = _steps(self._left() - frame.left, view.width(), ratio, width)
        top, bottom = _steps(self._top() - frame.top, view.height(), ratio, height)
        return Clip(left, top, right - left, bottom - top)

    def _visible(self) -> range:
        return self._layout.visible(self._top(), self._top() + self.viewport().height())

    def _left(self) -> float:
        return float(self.horizontalScrollBar().value())

    def _top(self) -> float:
        return float(self.verticalScrollBar().value())

    def _real_scale(self) -> float:
        return self.logicalDpiX() / MM_PER_INCH

    def _arrange(self, spot: Spot, at: QPointF | None = None) -> None:
        """Lay the pages out and bring a point on paper to a point of the view, the top left by default."""
        room = self.maximumViewportSize()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        sizes = self.proof.pages.sizes if self.proof else ()
        view = (float(room.width() - bar), float(room.height()))
        self._layout = arrange(sizes, view, self._zoom, self._real_scale(), two_up=self._two_up)
        x, y = self._layout.point(spot)
        held = at or QPointF(0, 0)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self._layout.width) - room.width() + bar))
        across.setPageStep(room.width())
        down.setRange(0, max(0, round(self._layout.height) - room.height()))
        down.setPageStep(room.height())
        across.setValue(round(x - held.x()))
        down.setValue(round(y - held.y()))
        self.viewport().update()
        self.place_changed.emit()

    @Slot(int)
    def _update_page(self, page: int) -> None:
        if page in self._visible():
            self.viewport().update()

    @Slot(int, str)
    def _page_read(self, page: int, text: str) -> None:
        self.page_text_arrived(page, text)


def _paint_picture(painter: QPainter, picture: Picture, target: QRect) -> None:
    image = picture.image()
    if image.size() == target.size():
        painter.drawImage(target.topLeft(), image)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)


def _nearest(now: float, room: float, start: float, end: float) -> int:
    """Return the scroll value nearest to `now` at which a stretch shows, its start if it is too long."""
    if start < now or end - start > room:
        return round(start)
    return round(end - room) if end > now + room else round(now)


def _steps(start: float, length: float, ratio: float, limit: int) -> tuple[int, int]:
    first = max(0, int(start * ratio) // CLIP_STEP * CLIP_STEP)
    last = -(-int((start + length) * ratio) // CLIP_STEP) * CLIP_STEP
    return first, max(first + 1, min(limit, last))
