"""One text in one language beside the others: its wording, how it stands, and the places that differ."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from alternat.language.formats import short_date
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.planning.concordance.mentions import Place
from alternat.planning.text_states import STANDINGS, LanguageState, Standing
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, restyle
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import GrowingField

_TONES = {
    Standing.MISSING: "blocks",
    Standing.DRAFT: "plain",
    Standing.CHECKED: "good",
    Standing.STALE: "warns",
}


MOST_LINES = 14
"""How many lines of a text are shown at once, so that what is done with it stays in sight."""


class LanguageColumn(QWidget):
    """A field with its head; `committed` carries the language and what was typed."""

    committed = Signal(object, str)
    given_up = Signal(object)
    """What was typed or refused was given up; carries the language."""
    check_wanted = Signal(object)
    """Somebody has checked this language; carries it."""

    def __init__(self, screen: Screen, language: Language) -> None:
        super().__init__()
        self._screen, self.language = screen, language
        self._places: tuple[Place, ...] = ()
        self._chosen: Place | None = None
        self._head = label("caption-strong")
        self.standing = Tag()
        self.field = GrowingField(most_lines=MOST_LINES)
        self.field.setMinimumWidth(0)
        self.checked = Button(screen, message("Mark as checked"), icon="check")
        self._since = label("caption", wrap=True)
        self.field.committed.connect(lambda text: self.committed.emit(language, text))
        self.field.given_up.connect(lambda: self.given_up.emit(language))
        self.field.textChanged.connect(self._mark)
        self.checked.clicked.connect(lambda: self.check_wanted.emit(language))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._head)
        head.addWidget(self.standing)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._since)
        column.addWidget(self.checked, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        screen.theme_changed.connect(self._mark)

    def show_state(self, text: str, state: LanguageState, name: str, *, is_closed: bool, over: bool) -> None:
        """Show a text with how it stands; `name` is what it is called, `over` another one than before."""
        say = self._screen.say
        self._head.setText(say(LANGUAGE_NAMES[self.language]))
        self.field.setAccessibleName(
            say(message("{field}, {language}", field=name, language=say(LANGUAGE_NAMES[self.language])))
        )
        self.field.show_text(text, over=over)
        self.field.setReadOnly(is_closed)
        restyle(self.field, "held", "true" if is_closed else "")
        is_missing = state.standing is Standing.MISSING
        self.field.setPlaceholderText(say(message("Missing")) if is_missing else "")
        restyle(self.field, "missing", "true" if is_missing else "")
        self.standing.show_tag(say(STANDINGS[state.standing]), _TONES[state.standing])
        self._since.setText(say(_since(state, self._screen.language)))
        self._since.setVisible(state.checked_on is not None)
        self.checked.setVisible(state.standing in {Standing.DRAFT, Standing.STALE})
        self.checked.setAccessibleDescription(say(LANGUAGE_NAMES[self.language]))

    def show_places(self, places: Iterable[Place], chosen: Place | None) -> None:
        """Underline the places that differ, and stress the one of the chosen difference."""
        self._places = tuple(place for place in places if place.language is self.language)
        self._chosen = chosen if chosen is not None and chosen.language is self.language else None
        self._mark()
        if self._chosen is not None and not self.field.hasFocus():
            # A long text scrolls to the place; where somebody types the cursor stays.
            cursor = self._cursor(self._chosen)
            cursor.setPosition(cursor.selectionStart())
            self.field.setTextCursor(cursor)
            self.field.ensureCursorVisible()

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked as the chosen difference."""
        return () if self._chosen is None else (self._chosen.words,)

    def go_to(self, place: Place) -> None:
        """Put the cursor into the field, upon a place."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setTextCursor(self._cursor(place))

    def _mark(self) -> None:
        text = self.field.text()
        marks: list[QTextEdit.ExtraSelection] = []
        for place in self._places:
            # What has been typed since may have moved it.
            if text[place.start : place.end] == place.words:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(place)
                mark.format = self._format(is_chosen=place == self._chosen)
                marks.append(mark)
        self.field.setExtraSelections(marks)

    def _format(self, *, is_chosen: bool) -> QTextCharFormat:
        palette, format_ = self._screen.palette, QTextCharFormat()
        format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        format_.setUnderlineColor(QColor(palette.warns))
        if is_chosen:
            format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            format_.setBackground(QColor(palette.warns_soft))
            format_.setForeground(QColor(palette.text))
        return format_

    def _cursor(self, place: Place) -> QTextCursor:
        text, cursor = self.field.text(), self.field.textCursor()
        cursor.setPosition(_units(text[: place.start]))
        cursor.setPosition(_units(text[: place.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str) -> int:
    """Return how many places a text has for Qt, which counts rare characters twice."""
    return len(text.encode("utf-16-le")) // 2


def _since(state: LanguageState, language: Language) -> Message:
    day = short_date(state.checked_on, language) if state.checked_on else ""
    if state.checked_by:
        return message("Checked on {day} by {name}", day=day, name=state.checked_by)
    return message("Checked on {day}", day=day)
