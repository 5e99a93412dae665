"""One text of the terms side by side in three languages, each with where its wording comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.language.vocabulary import member_label
from alternat.models.provisions import TextStatus
from alternat.ui.screen import Screen
from alternat.ui.style import label as text_label
from alternat.ui.style import restyle
from alternat.ui.terms.outline import Line
from alternat.ui.widgets.label_edit import LANGUAGE_NAMES
from alternat.ui.widgets.tag import Tag
from alternat.ui.widgets.text_fields import GrowingField

TONES = {
    TextStatus.OFFICIAL: "good",
    TextStatus.OFFICIAL_CORRECTED: "good",
    TextStatus.RENDERING: "warns",
    TextStatus.EDITED: "notes",
}


class TextCell(QWidget):
    """A text in one language, its status as a tag, and the original wording where it was changed."""

    committed = Signal(object, str)
    """The language and the new text."""

    def __init__(self, screen: Screen, language: Language) -> None:
        super().__init__()
        self._screen, self._language = screen, language
        self._is_required = False
        self.field = GrowingField()
        self.field.setProperty("kind", "inline")
        self.field.committed.connect(lambda text: self.committed.emit(self._language, text))
        self.field.textChanged.connect(self._mark)
        self._tag = Tag()
        self._tag.setContentsMargins(5, 0, 0, 0)
        self._original = text_label("caption", wrap=True)
        self._original.setContentsMargins(5, 0, 5, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.field)
        column.addWidget(self._tag)
        column.addWidget(self._original)
        column.addStretch()

    def show_line(self, line: Line, name: str) -> None:
        """Show the text of a line in this cell's language."""
        text = line.label.text(self._language)
        original = line.original.text(self._language) if line.original is not None else ""
        spoken = self._screen.say(LANGUAGE_NAMES[self._language])
        self._is_required = line.required
        self.field.show_text(text)
        self.field.setAccessibleName(
            self._screen.say(message("{field}, {language}", field=name, language=spoken))
        )
        self._show_status(line.status.text(self._language) if line.status is not None else "")
        was_changed = bool(original) and original != text
        self._original.setText(
            self._screen.say(message("Original: {text}", text=original)) if was_changed else ""
        )
        self._original.setHidden(not was_changed)
        self._mark()

    def _show_status(self, status: str) -> None:
        if not status:
            self._tag.show_tag("")
            return
        known = TextStatus(status)
        word = member_label(known).on_screen(self._screen.language)
        self._tag.show_tag(word[:1].upper() + word[1:], TONES.get(known, "plain"))

    def _mark(self) -> None:
        is_missing = self._is_required and not self.field.text().strip()
        self.field.setPlaceholderText(self._screen.say(message("Missing")) if is_missing else "")
        restyle(self.field, "missing", "true" if is_missing else "")
