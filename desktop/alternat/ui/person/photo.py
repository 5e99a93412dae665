"""The photograph of the person in the inspector: shown, chosen, dropped, pasted, taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QSizePolicy

from alternat.actions.photos import LONGEST_EDGE, UnreadablePhoto, photo_file
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import RADIUS

IMAGE_FILTER = "*.jpg *.jpeg *.png *.webp *.tif *.tiff"
_MEDIA_TYPES = ("image/jpeg", "image/png", "image/webp", "image/tiff")
_WIDEST = 4 * LONGEST_EDGE
"""Pixels; no photograph that was prepared for keeping is wider or higher."""


class PhotoWell(QAbstractButton):
    """A portrait, or initials in its place; `offered` carries the bytes of an image, `removed` nothing."""

    offered = Signal(bytes)
    removed = Signal()
    refused = Signal(object)
    """A file that was chosen or dropped cannot be read; carries the error."""

    def __init__(self, screen: Screen, choose_file: Callable[[], str] | None = None) -> None:
        """Make the well; `choose_file` asks for an image file and returns its path, or an empty text."""
        super().__init__()
        self._screen = screen
        self._choose_file = choose_file or self._ask_for_file
        self._picture: QPixmap | None = None
        self._initials = ""
        self._is_dragged_over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self.updateGeometry)
        self._speak()

    def show_photo(self, content: bytes | None, initials: str) -> None:
        """Show the photograph of an image file's bytes, or initials where there is none."""
        self._picture = _kept_picture(content) if content is not None else None
        self._initials = initials
        self._speak()
        self.update()

    @property
    def has_photo(self) -> bool:
        """Return whether a photograph shows."""
        return self._picture is not None

    def sizeHint(self) -> QSize:
        """Return the size of the portrait, 3 by 4."""
        return QSize(self._screen.px(66), self._screen.px(88))

    def menu(self) -> QMenu:
        """Return what can be done with the photograph."""
        say = self._screen.say
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say(message("Choose a photo…"))).triggered.connect(self.choose)
        paste = menu.addAction(say(message("Paste")))
        paste.triggered.connect(self.paste)
        paste.setEnabled(_has_image(QGuiApplication.clipboard().mimeData()))
        remove = menu.addAction(say(message("Remove the photo")))
        remove.triggered.connect(self.removed)
        remove.setEnabled(self.has_photo)
        return menu

    def choose(self) -> None:
        """Ask for an image file and offer it."""
        if path := self._choose_file():
            self._offer(lambda: photo_file(Path(path)))

    def paste(self) -> None:
        """Offer the image of the clipboard."""
        self._offer(lambda: _image_in(QGuiApplication.clipboard().mimeData()))

    def _offer(self, read: Callable[[], bytes | None]) -> None:
        try:
            content = read()
        except UnreadablePhoto as error:
            self.refused.emit(error)
            return
        if content is not None:
            self.offered.emit(content)

    def _ask_for_file(self) -> str:
        title = self._screen.say(message("Choose a photo"))
        images = f"{self._screen.say(message('Images'))} ({IMAGE_FILTER})"
        return QFileDialog.getOpenFileName(self, title, "", images)[0]

    def _speak(self) -> None:
        say = self._screen.say
        self.setAccessibleName(say(message("Photo") if self.has_photo else message("No photo")))
        self.setToolTip(say(message("Drop, paste or choose a photo")))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.menu().popup(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, remove, or open the menu from the keyboard."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.has_photo:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu}:
            self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take images and image files."""
        data = event.mimeData()
        if _has_image(data):
            self._is_dragged_over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        """Stop showing that something can be dropped."""
        del event
        self._is_dragged_over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer what is dropped."""
        self._is_dragged_over = False
        self.update()
        event.acceptProposedAction()
        data = event.mimeData()
        self._offer(lambda: _image_in(data))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the portrait cut to the well, or the initials."""
        del event
        palette = self._screen.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, RADIUS, RADIUS)
        painter.fillPath(outline, QColor(palette.hover))
        if self._picture is not None:
            painter.setClipPath(outline)
            _draw_filling(painter, self._picture, frame)
            painter.setClipping(False)
        else:
            font = QFont(self.font())
            font.setPixelSize(self._screen.px(20))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(palette.muted))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._initials)
        is_marked = self.hasFocus() or self._is_dragged_over
        painter.setPen(QPen(QColor(palette.accent if is_marked else palette.line), 2 if is_marked else 1))
        painter.drawPath(outline)
        painter.end()


def _draw_filling(painter: QPainter, picture: QPixmap, frame: QRectF) -> None:
    """Draw a picture so that it fills the frame, what is too much cut off evenly."""
    scale = max(frame.width() / picture.width(), frame.height() / picture.height())
    width, height = frame.width() / scale, frame.height() / scale
    left, top = (picture.width() - width) / 2, (picture.height() - height) / 3
    painter.drawPixmap(frame, picture, QRectF(left, top, width, height))


def _has_image(data: QMimeData) -> bool:
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def _image_in(data: QMimeData) -> bytes | None:
    """Return the bytes of the first image file or image, or nothing; `UnreadablePhoto` for a file."""
    for url in data.urls():
        if url.isLocalFile():
            return photo_file(Path(url.toLocalFile()))
    for kind in _MEDIA_TYPES:
        # As it came: decoding it is not this process's work.
        if data.hasFormat(kind):
            return bytes(data.data(kind).data())
    if not data.hasImage():
        return None
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(data.imageData()).save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know file names only
    return bytes(packed.data())


def _kept_picture(content: bytes) -> QPixmap | None:
    """Return a photograph of the dialogue; None for what none of ours can be, which is not decoded."""
    kept = QByteArray(content)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _WIDEST:
        return None
    picture = QPixmap.fromImage(reader.read())
    return None if picture.isNull() else picture
