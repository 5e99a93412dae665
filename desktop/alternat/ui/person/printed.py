"""Exactly what prints of a name: on the badge, in the list, and what it is filed under."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.names import chinese_in_column, latin_name, sort_key, with_honorific
from alternat.nouns.people import NameOrder
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space


@dataclass(frozen=True, slots=True)
class NameForms:
    """The forms of a name as they stand in the fields, typed or stored."""

    family: str = ""
    given: str = ""
    name_zh: str = ""
    printed_name: str = ""
    sort_key: str = ""
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    honorific: Label = field(default_factory=Label)

    @property
    def derived(self) -> str:
        """Return the Latin form that prints where none is typed."""
        return latin_name(self.family, self.given, self.name_order)

    @property
    def latin(self) -> str:
        """Return the Latin form that prints."""
        return latin_name(self.family, self.given, self.name_order, self.printed_name)

    @property
    def badge(self) -> tuple[str, ...]:
        """Return the lines of the badge."""
        return tuple(filter(None, (self.latin, self.name_zh)))

    @property
    def listed(self) -> tuple[str, ...]:
        """Return the entries of the list in English, French and Chinese, equal ones once."""
        latin = (
            with_honorific(self.latin, self.honorific.text(language), language) if self.latin else ""
            for language in (Language.EN, Language.FR)
        )
        title = self.honorific.zh
        chinese = (
            with_honorific(self.name_zh, title, Language.ZH) if title else chinese_in_column(self.name_zh)
        )
        return tuple(dict.fromkeys(filter(None, (*latin, chinese if self.name_zh else ""))))

    @property
    def filed_under(self) -> str:
        """Return what the name sorts by."""
        return sort_key(self.family, self.given, self.sort_key) or self.name_zh


class PrintedForms(QWidget):
    """A card that shows, while one types, what badge and list will say."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._forms = NameForms()
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

    def show_forms(self, forms: NameForms) -> None:
        """Show what prints of these forms."""
        self._forms = forms
        nothing = self._screen.say(message("Nothing yet"))
        texts = (forms.badge, forms.listed, (forms.filed_under,))
        for (caption, name, text), lines in zip((self._badge, self._list, self._sort), texts, strict=True):
            caption.setText(self._screen.say(name))
            text.setText("\n".join(filter(None, lines)) or nothing)
            text.setAccessibleName(f"{caption.text()}: {text.text()}")
