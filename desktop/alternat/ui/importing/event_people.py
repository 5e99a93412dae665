"""What is done with names in a list of sessions that name nobody at the meeting: for all, or name by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.planning.event_drafts import UnknownPeople
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.flow_bar import FlowBar


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a name can stand for: the sides with their codes, and everybody with the words that name them."""

    sides: tuple[tuple[str, Label], ...]
    everybody: tuple[tuple[str, Label], ...]


class PeopleQuestion(QWidget):
    """Out of sight while every name is known; `settled` carries what is decided."""

    settled = Signal(object)

    def __init__(self, screen: Screen, known: Known) -> None:
        super().__init__()
        self._screen, self._known = screen, known
        self._wishes, self._unknown = UnknownPeople(), ("",)
        self._words = label("muted", wrap=True)
        self.for_all, self.name, self.who = ChoiceField(), ChoiceField(), ChoiceField()
        wording = Wording(screen)
        wording.put(self.for_all.setAccessibleName, message("What to do with names that are unknown"))
        wording.put(self.name.setAccessibleName, message("Name that is unknown"))
        wording.put(self.who.setAccessibleName, message("Whom the name stands for"))
        screen.language_changed.connect(wording.say_again)
        for field, length in ((self.for_all, 34), (self.name, 18), (self.who, 22)):
            field.setMinimumContentsLength(length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(FlowBar(self.for_all, self.name, self.who))
        self.for_all.chosen.connect(self._settle)
        self.who.chosen.connect(self._stand_in)
        self.hide()

    def show_unknown(self, unknown: Sequence[str], wishes: UnknownPeople) -> None:
        """Ask about the names that are unknown still, under what has been decided."""
        self._wishes = wishes
        is_settled = wishes.keeps_names or bool(wishes.joins)
        self.setVisible(bool(unknown) or is_settled or bool(wishes.standing_for))
        say = self._screen.say
        self._words.setText(
            say(
                counted(
                    "{count} name names nobody at this meeting, or several people.",
                    "{count} names name nobody at this meeting, or several people.",
                    len(unknown),
                )
            )
        )
        ways: list[tuple[object, Message]] = [
            ("", message("Names that are unknown keep the list out")),
            (True, message("Keep names that are unknown as a note")),
        ]
        ways += [
            (code, message("Add names that are unknown to the delegation {side}", side=country))
            for code, country in self._known.sides
        ]
        chosen = wishes.keeps_names or wishes.joins
        self.for_all.show_choices([Choice(way, say(text)) for way, text in ways], chosen)
        self.name.show_choices([Choice(each, each) for each in unknown], next(iter(unknown), None))
        people = [Choice(words, self._screen.read(name)) for words, name in self._known.everybody]
        self.who.show_choices([Choice("", say(message("Stands for…"))), *people], "")
        for part in (self.name, self.who):
            part.setVisible(bool(unknown))

    def _settle(self, way: object) -> None:
        joins = way if isinstance(way, str) else ""
        self.settled.emit(UnknownPeople(way is True, joins, self._wishes.standing_for))

    def _stand_in(self, words: object) -> None:
        name = self.name.value
        if isinstance(words, str) and words and isinstance(name, str):
            standing_for = {**self._wishes.standing_for, name: words}
            self.settled.emit(UnknownPeople(self._wishes.keeps_names, self._wishes.joins, standing_for))
