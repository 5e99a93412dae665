"""The controls for label stock: which sheet it is, what is known of it, and which label is the first free."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from alternat.documents.press.stocks import Confidence, stock, stocks
from alternat.language.messages import Message, counted, message
from alternat.ui.documents.editors import Editor, Setting
from alternat.ui.documents.sheet_picker import SheetPicker
from alternat.ui.look.style import label, restyle
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.wheel import DropDown

CONFIDENCES = {
    Confidence.SURE: (message("Measures confirmed"), "good"),
    Confidence.PROBABLE: (message("Measures probable: print a test sheet first"), "notes"),
    Confidence.MEASURE: (message("Measures uncertain: measure a sheet first"), "warns"),
    Confidence.OWN: (message("Plain paper, cut by hand"), ""),
}


class StockChoice(Editor):
    """The label sheet in the printer, with its measures and how sure they are."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._stocks = DropDown()
        self._stocks.setAccessibleName(self._screen.say(title))
        self._stocks.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._stocks.setMinimumContentsLength(12)
        for each in stocks():
            self._stocks.addItem(f"{each.brand} {each.id}".strip(), each.id)
            index = self._stocks.count() - 1
            self._stocks.setItemData(index, self._screen.say(each.title), Qt.ItemDataRole.ToolTipRole)
            self._stocks.setItemData(
                index, self._screen.say(each.title), Qt.ItemDataRole.AccessibleDescriptionRole
            )
        self._stocks.activated.connect(lambda: self.edited.emit(self._stocks.currentData()))
        self._measures = label("caption", wrap=True)
        self._confidence = label("caption-strong", wrap=True)
        for widget in (self._stocks, self._measures, self._confidence):
            self.column.addWidget(widget)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the stock and what is known of it."""
        del options
        chosen = stock(value)
        with QSignalBlocker(self._stocks):
            self._stocks.setCurrentIndex(self._stocks.findData(chosen.id))
        self._measures.setText(self._screen.say(chosen.title))
        text, tone = CONFIDENCES[chosen.confidence]
        self._confidence.setText(self._screen.say(text))
        restyle(self._confidence, "severity", tone)


class FirstLabel(Editor):
    """The first free label of the first sheet, chosen on a drawing of it."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._picker = SheetPicker(self._screen, stocks()[0])
        self._picker.valueChanged.connect(self._tell)
        self._place = label(wrap=True)
        self._sheets = label("caption", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self._place)
        words.addWidget(self._sheets)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._picker)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self._count = 0

    def show_value(self, value: Any, options: Any) -> None:
        """Show the sheet and where printing starts on it."""
        with QSignalBlocker(self._picker):
            self._picker.show_stock(stock(options.stock))
            self._picker.setValue(value)
        self._write()

    def is_relevant(self, options: Any) -> bool:
        """Return whether the sheet has more than one label."""
        return stock(options.stock).per_sheet > 1

    def show_count(self, count: int) -> None:
        """Show how many labels are filled, and so how many sheets are needed."""
        self._count = count
        self._picker.show_count(count)
        self._write()

    def _tell(self, value: int) -> None:
        self._write()
        self.edited.emit(value)

    def _write(self) -> None:
        start, per_sheet = self._picker.value(), self._picker.maximum()
        self._place.setText(
            self._screen.say(message("Start at label {number} of {count}", number=start, count=per_sheet))
        )
        sheets = -(-(start - 1 + self._count) // per_sheet)
        badges = counted("{count} badge", "{count} badges", self._count)
        paper = counted("{count} sheet", "{count} sheets", sheets)
        self._sheets.setText(self._screen.say(message("{badges} on {sheets}", badges=badges, sheets=paper)))
