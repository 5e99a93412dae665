"""The second step of an import: what each column means, recognised first and put right by the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alternat.exchange.people.fields import Field
from alternat.exchange.people.mapping import Column
from alternat.language.messages import Message, message
from alternat.ui.dialogs.importing.session import ImportSession
from alternat.ui.dialogs.importing.step import Step
from alternat.ui.icons import pixmap
from alternat.ui.inspector.rows import ChoiceField
from alternat.ui.screen import Screen
from alternat.ui.style import hairline, label, surface
from alternat.ui.tables.choices import Choice
from alternat.ui.tokens import ICON, Palette, Space

SHOWN_ROWS = 14
LINE = 22
COLUMN_WIDTH = 190
SURE, LIKELY = 0.9, 0.6

GROUPS: tuple[tuple[Message, tuple[Field, ...]], ...] = (
    (
        message("Name"),
        (
            Field.FAMILY,
            Field.GIVEN,
            Field.FULL_NAME,
            Field.NAME_ZH,
            Field.PINYIN,
            Field.PRINTED_NAME,
            Field.SORT_KEY,
        ),
    ),
    (message("Position"), (Field.POSITION, Field.POSITION_EN, Field.POSITION_FR, Field.POSITION_ZH)),
    (
        message("Form of address"),
        (Field.HONORIFIC, Field.HONORIFIC_EN, Field.HONORIFIC_FR, Field.HONORIFIC_ZH, Field.GENDER),
    ),
    (
        message("Belonging"),
        (Field.SIDE, Field.ENTITY, Field.ENTITY_EN, Field.ENTITY_FR, Field.ENTITY_ZH, Field.ROLE),
    ),
    (
        message("Never printed"),
        (Field.LANGUAGES, Field.EMAIL, Field.PHONE, Field.PASSPORT_NAME, Field.NOTE),
    ),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How sure a column's meaning is, as an icon, a word and a colour of the palette."""

    icon: str
    word: Message
    colour: str


def look_of(column: Column) -> Look:
    """Return how sure the meaning of a column is."""
    if column.field is Field.IGNORE:
        return Look("circle", message("Left out"), "muted")
    if column.confidence >= 1:
        return Look("user-check", message("Your choice"), "accent")
    if column.confidence >= SURE:
        return Look("circle-check", message("Sure"), "good")
    if column.confidence >= LIKELY:
        return Look("info", message("Likely"), "notes")
    return Look("triangle-alert", message("A guess"), "warns")


class ColumnCard(QWidget):
    """One column: its heading, the list of meanings, how sure that is and why, and its first cells."""

    def __init__(
        self, screen: Screen, column: Column, cells: Sequence[str], choices: Sequence[Choice]
    ) -> None:
        super().__init__()
        say, look = screen.say, look_of(column)
        self.setFixedWidth(screen.px(COLUMN_WIDTH))
        heading = label("strong", f"{column.letters}  {column.heading}".strip())
        heading.setToolTip(column.heading)
        self.meaning = ChoiceField()
        self.meaning.show_choices(choices, column.field)
        self.meaning.setAccessibleName(say(message("Meaning of column {column}", column=column.name)))
        self.meaning.setAccessibleDescription(f"{say(look.word)}. {say(column.reason)}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, Space.M, 0)
        grid.setHorizontalSpacing(Space.XS)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(elided(heading, screen.px(COLUMN_WIDTH - Space.M)), 0, 0, 1, 2)
        grid.addWidget(self.meaning, 1, 0, 1, 2)
        mark, word = QLabel(), label("caption", say(look.word))
        mark.setPixmap(pixmap(look.icon, colour_of(screen.palette, look), screen.px(ICON - 2)))
        for part in (mark, word):
            part.setToolTip(say(column.reason))
        grid.addWidget(mark, 2, 0)
        grid.addWidget(word, 2, 1)
        grid.addWidget(hairline(), 3, 0, 1, 2)
        for at, text in enumerate(cells):
            cell = label("muted" if column.field is Field.IGNORE else "", " ".join(text.split()))
            cell.setToolTip(text)
            grid.addWidget(elided(cell, screen.px(COLUMN_WIDTH - Space.M)), 4 + at, 0, 1, 2)
        for row in (0, *range(4, 4 + len(cells))):
            # Scripts differ in height; the rows of all columns must stand in line.
            grid.setRowMinimumHeight(row, screen.px(LINE))
        grid.setRowStretch(4 + len(cells), 1)


class ColumnsStep(Step):
    """All columns side by side, each under the list of what it can mean."""

    def __init__(self, screen: Screen, session: ImportSession) -> None:
        super().__init__(screen, session)
        self._hint, self._missing = label("muted", wrap=True), label(wrap=True)
        self._missing.setProperty("severity", "warns")
        self.wording.put(
            self._hint.setText,
            message("Check what each column means and put right what is wrong. Nothing is written yet."),
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        surface(self._area, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._hint)
        column.addWidget(self._missing)
        column.addWidget(self._area, 1)
        self.cards: list[ColumnCard] = []
        screen.language_changed.connect(self.enter)
        screen.theme_changed.connect(self.enter)

    @property
    def is_ready(self) -> bool:
        """Return whether a column with names is known."""
        mapping = self.session.mapping
        names = (Field.FAMILY, Field.GIVEN, Field.FULL_NAME, Field.NAME_ZH, Field.PINYIN, Field.PRINTED_NAME)
        return mapping is not None and bool(mapping.of(*names))

    def enter(self) -> None:
        """Show the columns as they are understood now."""
        mapping, table = self.session.mapping, self.session.table
        if mapping is None or table is None:
            return
        choices = self._meanings()
        rows = table.rows[mapping.first_row : mapping.first_row + SHOWN_ROWS]
        self.cards = [
            ColumnCard(self.screen_of, column, [row[column.position] for row in rows], choices)
            for column in mapping.columns
        ]
        strip = QWidget()
        surface(strip, "page")
        line = QGridLayout(strip)
        line.setContentsMargins(0, 0, 0, Space.M)
        line.setHorizontalSpacing(Space.M)
        for at, (card, column) in enumerate(zip(self.cards, mapping.columns, strict=True)):
            card.meaning.chosen.connect(
                lambda meaning, position=column.position: self._choose(position, meaning)
            )
            line.addWidget(card, 0, at)
        line.setColumnStretch(len(self.cards), 1)
        kept = self._area.horizontalScrollBar().value()
        self._area.setWidget(strip)
        self._area.horizontalScrollBar().setValue(kept)
        self._say_what_is_missing()
        self.readiness_changed.emit()

    def take_focus(self) -> None:
        """Put the cursor on the first column."""
        if self.cards:
            self.cards[0].meaning.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_what_is_missing(self) -> None:
        text = message("No column has names. Say which one does, in the list above it.")
        self._missing.setText(self.screen_of.say(text))
        self._missing.setVisible(not self.is_ready)

    def _choose(self, position: int, meaning: object) -> None:
        if not isinstance(meaning, Field):
            return
        self.session.choose_field(position, meaning)
        self.enter()
        mapping = self.session.mapping
        assert mapping is not None
        at = [column.position for column in mapping.columns].index(position)
        self.cards[at].meaning.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.cards[at])

    def _meanings(self) -> list[Choice]:
        say = self.screen_of.say
        choices = [Choice(Field.IGNORE, say(Field.IGNORE.label))]
        for number, (title, fields) in enumerate(GROUPS):
            choices.append(Choice(f"group {number}", say(title), is_heading=True))
            choices += [Choice(each, say(each.label)) for each in fields]
        return choices


def elided(text: QLabel, width: int) -> QLabel:
    """Return a label whose text is cut with an ellipsis where it is wider than `width`, in pixels."""
    text.ensurePolished()
    text.setText(text.fontMetrics().elidedText(text.text(), Qt.TextElideMode.ElideRight, width))
    return text


def colour_of(palette: Palette, look: Look) -> str:
    """Return the colour of a look."""
    return str(getattr(palette, look.colour))
