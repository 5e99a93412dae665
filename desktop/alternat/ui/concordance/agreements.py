"""Which side has agreed a text in which language, and when: a button each, which the next act stands on."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.formats import short_date
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.planning.text_states import Agreement, Standing, TextState
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES


class Agreements(QWidget):
    """A row a side, a button a language."""

    agree_wanted = Signal(str, object, object)
    """A side, a language, and the day of the agreement."""
    withdraw_wanted = Signal(str, object)

    def __init__(self, screen: Screen, sides: Mapping[str, Label], today: date) -> None:
        super().__init__()
        self._screen, self._sides, self._on = screen, sides, today
        self._state: TextState | None = None
        self.wording = Wording(screen)
        self.day = DateField(screen, message("Day of the agreement"))
        self.day.show_day(today)
        self.day.committed.connect(self._set_day)
        title, on = label("caption-strong"), label("muted")
        self.wording.put(title.setText, message("Agreed by each side"))
        self.wording.put(on.setText, message("Day of the agreement"))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        for widget in (title, on, self.day):
            head.addWidget(widget)
        head.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        self._names = {side: label() for side in sides}
        self.buttons: dict[tuple[str, Language], Button] = {}
        for row, side in enumerate(sides):
            grid.addWidget(self._names[side], row, 0)
            for column, language in enumerate(Language, 1):
                button = Button(screen, message("Agree"))
                button.clicked.connect(
                    lambda _=False, side=side, language=language: self._act(side, language)
                )
                self.buttons[side, language] = button
                grid.addWidget(button, row, column)
                grid.setColumnStretch(column, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(Space.XS)
        column_.addLayout(head)
        column_.addLayout(grid)

    def show_state(self, state: TextState) -> None:
        """Show what each side has agreed of a text."""
        self._state = state
        say, language_of = self._screen.say, self._screen.language
        for (side, language), button in self.buttons.items():
            given = state.agreement(side, language)
            button.say(_word(given, language, language_of))
            button.setEnabled(state.language(language).standing is not Standing.MISSING or given is not None)
            country, tongue = self._sides[side].on_screen(language_of), say(LANGUAGE_NAMES[language])
            told = message("{field}, {language}", field=country, language=tongue)
            button.setAccessibleDescription(say(told))
            button.setToolTip(say(_next(given)))
        for side, name in self._names.items():
            name.setText(self._sides[side].on_screen(language_of))

    def _set_day(self, day: date | None) -> None:
        if day is None:
            self.day.show_day(self._on, over=True)
        else:
            self._on = day

    def _act(self, side: str, language: Language) -> None:
        given = self._state.agreement(side, language) if self._state is not None else None
        if given is not None and given.stands:
            self.withdraw_wanted.emit(side, language)
        else:
            self.agree_wanted.emit(side, language, self._on)


def _word(given: Agreement | None, language: Language, screen: Language) -> Message:
    if given is None:
        return message("{language}: not agreed", language=language.tag)
    day = short_date(given.day, screen)
    if given.stands:
        return message("{language}: {day}", language=language.tag, day=day)
    return message("{language}: {day}, changed since", language=language.tag, day=day)


def _next(given: Agreement | None) -> Message:
    if given is None:
        return message("Record that this side has agreed the text in this language")
    if given.stands:
        return message("Take the agreement back")
    return message("Record that this side has agreed the text as it stands now")
