"""Fields for text that commit when left, and give undo back to the window when they have none."""

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget


class LineField(QLineEdit):
    """One line of text; `committed` tells when the person has changed it and is done."""

    committed = Signal(str)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._shown = self._stored = text
        self.editingFinished.connect(self.commit)

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not committed yet."""
        return self.text() != self._shown

    @property
    def overtaken_by(self) -> str | None:
        """The stored text, if it has changed under what is being typed; Escape puts it here."""
        return self._stored if self.is_changed and self._stored != self._shown else None

    def show_text(self, text: str, *, over: bool = False) -> None:
        """Show a stored text; what is being typed in this field stays, unless it is `over` that."""
        self._stored = text
        if not over and self.hasFocus() and self.text() != self._shown:
            return
        self._shown = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Let the window undo and redo where the field has nothing to undo or redo itself."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo, redo = (
                event.matches(QKeySequence.StandardKey.Undo),
                event.matches(QKeySequence.StandardKey.Redo),
            )
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up the change on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self._shown = self._stored
            self.setText(self._shown)
            event.accept()
            return
        super().keyPressEvent(event)

    def commit(self) -> None:
        """Tell of what is typed, if it is another text than before."""
        if self.text() != self._shown:
            self._shown = self._stored = self.text()
            self.committed.emit(self._shown)


class GrowingField(QPlainTextEdit):
    """A text as tall as it needs to be; Enter and Tab leave it, a pasted line break becomes a space.

    With a number of lines that it has at most it scrolls beyond them.
    """

    committed = Signal(str)
    left = Signal()
    """The cursor has gone elsewhere in the window."""
    given_up = Signal()
    """Escape has put the stored text back."""
    MARGIN = 3

    def __init__(self, text: str = "", *, most_lines: int | None = None) -> None:
        super().__init__()
        self._shown = self._stored = text
        self._most = most_lines
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(self.MARGIN)
        self.setPlainText(text)
        self.document().contentsChanged.connect(self._grow)
        # Layouts forget a height that changes while they lay out, so they are told again afterwards.
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self.updateGeometry)
        self._grow()

    def text(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not committed yet."""
        return self.text() != self._shown

    @property
    def overtaken_by(self) -> str | None:
        """The stored text, if it has changed under what is being typed; Escape puts it here."""
        return self._stored if self.is_changed and self._stored != self._shown else None

    def show_text(self, text: str, *, over: bool = False) -> None:
        """Show a stored text; what is being typed in this field stays, unless it is `over` that."""
        self._stored = text
        if not over and self.hasFocus() and self.text() != self._shown:
            return
        self._shown = text
        if self.text() != text:
            self.setPlainText(text)

    def show_refused(self, text: str, stored: str) -> None:
        """Keep what was typed and refused in place of the stored text, which Escape brings back."""
        self._shown = self._stored = stored
        if self.text() != text:
            self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        """Let the window undo and redo where the field has nothing to undo or redo itself."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo, redo = (
                event.matches(QKeySequence.StandardKey.Undo),
                event.matches(QKeySequence.StandardKey.Redo),
            )
            document = self.document()
            if (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Enter, give up the change on Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
            self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self._shown = self._stored
            self.setPlainText(self._shown)
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, as one line."""
        self.insertPlainText(" ".join(source.text().split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when left."""
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        self.commit()
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width: fewer or more lines."""
        super().resizeEvent(event)
        self._grow()
        if self._most is not None:
            # Lines that break anew must not carry the cursor out of sight.
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        if self._most is not None:
            policy = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(
                policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff
            )
            lines = min(lines, self._most)
        frame = self.height() - self.viewport().height()
        height = lines * self.fontMetrics().lineSpacing() + 2 * self.MARGIN + max(frame, 4)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self._telling.start()

    def commit(self) -> None:
        """Tell of what is typed, if it is another text than before."""
        if self.text() != self._shown:
            self._shown = self._stored = self.text()
            self.committed.emit(self._shown)


def finish_typing(widget: QWidget) -> None:
    """Commit what is typed in the fields of a dialog, wherever the cursor is, before it is acted upon."""
    fields: list[LineField | GrowingField] = [
        *widget.findChildren(LineField),
        *widget.findChildren(GrowingField),
    ]
    for field in fields:
        field.commit()
