"""The second step of an import: what each column means, recognised first and put right by the person."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.exchange.people.fields import Field
from alternat.exchange.people.mapping import Column
from alternat.language.messages import Message, counted, message
from alternat.ui.importing.column_strip import (
    CERTAIN,
    CHOSEN,
    LEFT_OUT,
    SHOWN_ROWS,
    ColumnCard,
    ColumnStrip,
    Look,
    ShownColumn,
)
from alternat.ui.importing.session import ImportSession
from alternat.ui.importing.step import Step
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.widgets.buttons import Button

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


def look_of(column: Column) -> Look:
    """Return how sure the meaning of a column is."""
    if column.field is Field.IGNORE:
        return LEFT_OUT
    if column.confidence >= 1:
        return CHOSEN
    if column.confidence >= SURE:
        return CERTAIN
    if column.confidence >= LIKELY:
        return Look("info", message("Likely"), "notes")
    return Look("triangle-alert", message("A guess"), "warns")


class ColumnsStep(Step):
    """All columns side by side, each under the list of what it can mean."""

    session: ImportSession

    def __init__(self, screen: Screen, session: ImportSession) -> None:
        super().__init__(screen, session)
        self._hint, self._missing = label("muted", wrap=True), label(wrap=True)
        self._missing.setProperty("severity", "warns")
        self.wording.put(
            self._hint.setText,
            message("Check what each column means and put right what is wrong. Nothing is written yet."),
        )
        self._swap_text = label(wrap=True)
        self._swap_text.setProperty("severity", "warns")
        self.swap = Button(screen, message("Exchange family and given names"))
        self.swap.clicked.connect(self._exchange)
        self._swap_row = QWidget()
        swap = QHBoxLayout(self._swap_row)
        swap.setContentsMargins(0, 0, 0, 0)
        swap.addWidget(self._swap_text, 1)
        swap.addWidget(self.swap)
        self.strip = ColumnStrip(screen)
        self.strip.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._hint)
        column.addWidget(self._missing)
        column.addWidget(self._swap_row)
        column.addWidget(self.strip, 1)
        screen.language_changed.connect(self.enter)
        screen.theme_changed.connect(self.enter)

    @property
    def is_ready(self) -> bool:
        """Return whether a column with names is known."""
        mapping = self.session.mapping
        names = (Field.FAMILY, Field.GIVEN, Field.FULL_NAME, Field.NAME_ZH, Field.PINYIN, Field.PRINTED_NAME)
        return mapping is not None and bool(mapping.of(*names))

    @property
    def cards(self) -> list[ColumnCard]:
        """Return what stands under each column, in the order of the list."""
        return self.strip.cards

    def enter(self) -> None:
        """Show the columns as they are understood now."""
        mapping, table = self.session.mapping, self.session.table
        if mapping is None or table is None:
            return
        rows = table.rows[mapping.first_row : mapping.first_row + SHOWN_ROWS]
        shown = [
            ShownColumn(
                each.position,
                f"{each.letters}  {each.heading}".strip(),
                each.name,
                each.field,
                look_of(each),
                each.reason,
                tuple(row[each.position] for row in rows),
            )
            for each in mapping.columns
        ]
        self.strip.show_columns(shown, self._meanings())
        self._say_what_is_missing()
        self._say_what_is_exchanged()
        self.readiness_changed.emit()

    def take_focus(self) -> None:
        """Put the cursor on the first column."""
        self.strip.take_focus()

    def _exchange(self) -> None:
        self.session.exchange_names()
        self.enter()

    def _say_what_is_exchanged(self) -> None:
        swap = self.session.mapping.swap if self.session.mapping is not None else None
        self._swap_row.setVisible(swap is not None)
        if swap is not None and swap.positions is not None:
            text = counted(
                "Two columns seem to be exchanged: in {count} row a title or an entity stands in the place "
                "of the name.",
                "Two columns seem to be exchanged: in {count} rows a title or an entity stands in the place "
                "of the name.",
                swap.rows,
            )
            self._swap_text.setText(self.screen_of.say(text))
            self.swap.say(message("Exchange the two columns"))
        elif swap is not None:
            text = counted(
                "Family and given names seem to be exchanged: in {count} row a family name stands among the "
                "given names.",
                "Family and given names seem to be exchanged: in {count} rows a family name stands among "
                "the given names.",
                swap.rows,
            )
            self._swap_text.setText(self.screen_of.say(text))
            self.swap.say(message("Exchange family and given names"))

    def _say_what_is_missing(self) -> None:
        text = message("No column has names. Say which one does, in the list above it.")
        self._missing.setText(self.screen_of.say(text))
        self._missing.setVisible(not self.is_ready)

    def _choose(self, position: int, meaning: object) -> None:
        if not isinstance(meaning, Field):
            return
        self.session.choose_field(position, meaning)
        self.enter()
        self.strip.focus_column(position)

    def _meanings(self) -> list[Choice]:
        say = self.screen_of.say
        choices = [Choice(Field.IGNORE, say(Field.IGNORE.label))]
        for number, (title, fields) in enumerate(GROUPS):
            choices.append(Choice(f"group {number}", say(title), is_heading=True))
            choices += [Choice(each, say(each.label)) for each in fields]
        return choices
