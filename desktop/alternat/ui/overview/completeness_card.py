"""How complete the texts of those who attend are, language by language."""

from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.overview.summary import Completeness
from alternat.ui.parts.widgets.card import Card
from alternat.ui.parts.widgets.label_edit import LANGUAGE_NAMES


class CompletenessCard(Card):
    """Shows a bar and a count for each language."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.wording = Wording(screen)
        self.wording.put(self.title.setText, message("Names, positions and entities"))
        self._bars: dict[Language, QProgressBar] = {}
        self._counts: dict[Language, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, language in enumerate(Language):
            name, bar, count = label("muted"), QProgressBar(), label("strong")
            bar.setTextVisible(False)
            self.wording.put(name.setText, LANGUAGE_NAMES[language])
            self.wording.put(bar.setAccessibleName, LANGUAGE_NAMES[language])
            self._bars[language], self._counts[language] = bar, count
            for column, widget in enumerate((name, bar, count)):
                grid.addWidget(widget, row, column)
        self.column.addLayout(grid)

    def show_completeness(self, shown: tuple[Completeness, ...]) -> None:
        """Show how complete each language is."""
        for each in shown:
            bar, count = self._bars[each.language], self._counts[each.language]
            bar.setMaximum(max(1, each.total))
            bar.setValue(each.complete)
            text = message("{complete} of {total}", complete=each.complete, total=each.total)
            count.setText(self._screen.say(text))
            bar.setAccessibleDescription(count.text())
