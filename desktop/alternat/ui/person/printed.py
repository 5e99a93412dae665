"""Exactly what prints of a name: on the badge, in the list, and what it is filed under."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from alternat.language.called import NameForms, by_script, filed_under, latin_name, listed_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space


@dataclass(frozen=True, slots=True)
class TypedName(NameForms):
    """A name as it stands in the fields, typed or stored, with its form of address."""

    honorific: Label = field(default_factory=Label)

    @property
    def listed(self) -> tuple[str, ...]:
        """Return the entries of the list in English, French and Chinese, equal ones once."""
        if not by_script(self):
            return ()
        latin = latin_name(self)
        return tuple(
            dict.fromkeys(
                listed_name(latin, self.name_zh, self.honorific.text(language), language)
                for language in Language
            )
        )


class PrintedForms(QWidget):
    """A card that shows, while one types, what badge and list will say."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._forms = TypedName()
        surface(self, "preview")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._badge = self._row(0, message("Badge"), "strong")
        self._list = self._row(1, message("List"), "")
        self._sort = self._row(2, message("Filed under"), "muted")
        screen.language_changed.connect(self._say_again)
        self.show_forms(self._forms)

    def _row(self, row: int, name: Message, role: str) -> tuple[QLabel, Message, QLabel]:
        caption, text = label("caption"), label(role, wrap=True)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(text, row, 1)
        return caption, name, text

    def _say_again(self) -> None:
        self.show_forms(self._forms)

    def show_forms(self, forms: TypedName) -> None:
        """Show what prints of these forms."""
        self._forms = forms
        nothing = self._screen.say(message("Nothing yet"))
        texts = (by_script(forms), forms.listed, (filed_under(forms),))
        for (caption, name, text), lines in zip((self._badge, self._list, self._sort), texts, strict=True):
            caption.setText(self._screen.say(name))
            text.setText("\n".join(filter(None, lines)) or nothing)
            text.setAccessibleName(f"{caption.text()}: {text.text()}")
