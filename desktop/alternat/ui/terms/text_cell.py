"""One text of the terms in one language: read at a glance, and edited where it stands once it has focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.language.vocabulary import heading, member_label
from alternat.nouns.provisions import TextStatus
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, restyle
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import GrowingField
from alternat.ui.terms.outline import Line

TONES = {
    TextStatus.OFFICIAL: "good",
    TextStatus.OFFICIAL_CORRECTED: "good",
    TextStatus.RENDERING: "warns",
    TextStatus.EDITED: "notes",
}

LARGE = 1.5


class RestingText(QLabel):
    """A text at rest; there are some two hundred on the page, and an editor for each would weigh too much."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # A label with a border indents its text by itself, and then reckons its height too great.
        self.setIndent(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setProperty("kind", "inline")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make way for the editor."""
        super().focusInEvent(event)
        self.entered.emit()


class TextCell(QWidget):
    """A text in one language, its status as a tag, and the original wording where it was changed."""

    committed = Signal(object, str)
    """The language and the new text."""
    editing = Signal(object)
    """The editor was made; carries it."""

    def __init__(self, screen: Screen, language: Language) -> None:
        super().__init__()
        self._screen, self._language = screen, language
        self._name, self._text, self._is_required = "", "", False
        self.resting = RestingText()
        self.resting.entered.connect(self.edit)
        self._field: GrowingField | None = None
        self._tag: Tag | None = None
        self._original: QLabel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self.resting)
        self._column.addStretch()

    @property
    def text(self) -> str:
        """The text as typed, or as stored while nobody types."""
        return self._field.text() if self._field is not None else self._text

    def show_line(self, line: Line, name: str) -> None:
        """Show the text of a line in this cell's language; `name` is what the line is, in words."""
        self._text, self._is_required = line.label.text(self._language), line.required
        spoken = self._screen.say(LANGUAGE_NAMES[self._language])
        self._name = self._screen.say(message("{field}, {language}", field=name, language=spoken))
        if self._field is not None:
            self._field.show_text(self._text)
            self._field.setAccessibleName(self._name)
        self._show_resting()
        self._show_status(line.status.text(self._language) if line.status is not None else "")
        original = line.original.text(self._language) if line.original is not None else ""
        self._show_original(original if original != self._text else "")

    def edit(self) -> GrowingField:
        """Put an editor with the cursor in the place of the text, and return it."""
        if self._field is None:
            self._field = GrowingField(self._text)
            self._field.setProperty("kind", "inline")
            self._field.setAccessibleName(self._name)
            self._field.committed.connect(lambda text: self.committed.emit(self._language, text))
            self._field.left.connect(self._rest)
            self._column.insertWidget(0, self._field)
            QWidget.setTabOrder(self.resting, self._field)
            self._field.show()
            self.editing.emit(self._field)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        # Only now: hiding what has the focus would send it on to the next text.
        self.resting.hide()
        return self._field

    def _rest(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
            self._show_resting()
            self.resting.show()

    def _show_resting(self) -> None:
        is_missing = self._is_required and not self._text.strip()
        missing = self._screen.say(message("Missing"))
        self.resting.setText(missing if is_missing else self._text)
        self.resting.setAccessibleName(self._name)
        self.resting.setAccessibleDescription(self.resting.text())
        restyle(self.resting, "missing", "true" if is_missing else "")

    def _show_status(self, status: str) -> None:
        if not status:
            if self._tag is not None:
                self._tag.hide()
            return
        if self._tag is None:
            self._tag = Tag()
            self._column.insertWidget(1, self._tag, 0, Qt.AlignmentFlag.AlignLeft)
        known = TextStatus(status)
        word = heading(member_label(known)).on_screen(self._screen.language)
        self._tag.show_tag(word, TONES.get(known, "plain"))
        self.measure()

    def measure(self) -> None:
        """Let a tag go on in a second line where the text is large and the column narrow."""
        if self._tag is not None:
            is_large = self._screen.scale >= LARGE
            policy = QSizePolicy.Policy
            self._tag.setSizePolicy(policy.Maximum, policy.Preferred if is_large else policy.Maximum)
            # After the policy, in which a wrapping label notes that its height depends on its width.
            self._tag.setWordWrap(is_large)

    def _show_original(self, original: str) -> None:
        if self._original is None and original:
            self._original = label("caption", wrap=True)
            self._original.setContentsMargins(5, 0, 5, 0)
            self._column.insertWidget(self._column.count() - 1, self._original)
        if self._original is not None:
            self._original.setText(self._screen.say(message("Original: {text}", text=original)))
            self._original.setHidden(not original)
