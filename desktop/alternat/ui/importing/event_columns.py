"""The second step of an import of sessions: what each column means, put right by the person."""

from PySide6.QtWidgets import QVBoxLayout

from alternat.exchange.events.columns import EventColumns
from alternat.exchange.events.fields import EventField
from alternat.language.messages import Message, message
from alternat.ui.importing.column_strip import (
    CERTAIN,
    CHOSEN,
    LEFT_OUT,
    SHOWN_ROWS,
    ColumnStrip,
    Look,
    ShownColumn,
)
from alternat.ui.importing.event_session import EventSession
from alternat.ui.importing.step import Step
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice

GROUPS: tuple[tuple[Message, tuple[EventField, ...]], ...] = (
    (
        message("When"),
        (
            EventField.DAY,
            EventField.WEEKDAY,
            EventField.START,
            EventField.END,
            EventField.MINUTES,
            EventField.ZONE,
        ),
    ),
    (
        message("What"),
        (
            EventField.TITLE,
            EventField.TITLE_EN,
            EventField.TITLE_FR,
            EventField.TITLE_ZH,
            EventField.KIND,
            EventField.STATUS,
            EventField.UID,
        ),
    ),
    (message("Where and who"), (EventField.ROOM, EventField.PEOPLE)),
)


class EventColumnsStep(Step):
    """All columns side by side, each under the list of what it can mean."""

    session: EventSession

    def __init__(self, screen: Screen, session: EventSession) -> None:
        super().__init__(screen, session)
        hint, self._missing = label("muted", wrap=True), label(wrap=True)
        self._missing.setProperty("severity", "warns")
        self.wording.put(
            hint.setText,
            message("Check what each column means and put right what is wrong. Nothing is written yet."),
        )
        self.strip = ColumnStrip(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(hint)
        column.addWidget(self._missing)
        column.addWidget(self.strip, 1)
        self.strip.chosen.connect(self._choose)
        screen.language_changed.connect(self.enter)
        screen.theme_changed.connect(self.enter)

    @property
    def is_ready(self) -> bool:
        """Return whether it is known when a session begins and what it is called."""
        return self.session.columns is not None and not self.session.columns.missing

    def enter(self) -> None:
        """Show the columns as they are understood now."""
        columns, table = self.session.columns, self.session.table
        if columns is None or table is None:
            return
        rows = table.rows[columns.header + 1 : columns.header + 1 + SHOWN_ROWS]
        shown = [
            ShownColumn(
                at,
                f"{columns.letters[at]}  {columns.headings[at]}".strip(),
                columns.name_of(at),
                meaning,
                *_certainty(columns, at),
                tuple(row[at] for row in rows),
            )
            for at, meaning in enumerate(columns.meanings)
        ]
        self.strip.show_columns(shown, self._meanings())
        self._say_what_is_missing(columns)
        self.readiness_changed.emit()

    def take_focus(self) -> None:
        """Put the cursor on the first column."""
        self.strip.take_focus()

    def _say_what_is_missing(self, columns: EventColumns) -> None:
        fields = tuple(field.label for field in columns.missing)
        text = message("No column has this yet: {fields}. Say which one does, in the lists.", fields=fields)
        self._missing.setText(self.screen_of.say(text))
        self._missing.setVisible(bool(fields))

    def _choose(self, position: int, meaning: object) -> None:
        if isinstance(meaning, EventField):
            self.session.choose_field(position, meaning)
            self.enter()
            self.strip.focus_column(position)

    def _meanings(self) -> list[Choice]:
        say = self.screen_of.say
        choices = [Choice(EventField.IGNORE, say(EventField.IGNORE.label))]
        for number, (title, fields) in enumerate(GROUPS):
            choices.append(Choice(f"group {number}", say(title), is_heading=True))
            choices += [Choice(each, say(each.label)) for each in fields]
        return choices


def _certainty(columns: EventColumns, position: int) -> tuple[Look, Message]:
    """Return how the meaning of a column is known, and why."""
    if position in columns.chosen:
        return CHOSEN, message("You chose it.")
    if columns.meanings[position] is EventField.IGNORE:
        return LEFT_OUT, message("The heading is not known, or another column has this meaning.")
    return CERTAIN, message("The heading says so.")
