"""Small buttons beside rows of the sheet that lead to what is named there: a topic, a session, a person."""

from collections.abc import Callable

from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.parts.inspector.rows import FieldRow
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button, IconButton


class Way(IconButton):
    """Leads to a row of another page; there only while something is named."""

    def __init__(
        self,
        desk: Desk,
        words: Message,
        table: str,
        named: Callable[[], int | None],
        *,
        field: str = "",
        icon: str = "external-link",
    ) -> None:
        """Make the button that leads to the row of a table that `named` returns, None for nothing.

        `field` is the field there, such as `concordance.text` for its texts side by side.
        """
        super().__init__(desk.screen, words, icon)
        self._desk, self._table, self._named, self._field = desk, table, named, field
        only_reads(self)
        self.clicked.connect(self._go)

    def stand_beside(self, row: FieldRow) -> None:
        """Stand at the end of the line of a row's name."""
        row.add_beside_name(self)

    def follow(self) -> None:
        """Be there or not, as there is something to lead to."""
        self.setVisible(self._named() is not None)

    def _go(self) -> None:
        key = self._named()
        if key is not None:
            self._desk.show_place(Place(self._table, key, self._field))


def comparing_button(desk: Desk, table: str, row: Callable[[], int], field: str) -> Button:
    """Return the link that leads from a sheet to a text of its row in all languages, side by side."""
    button = Button(desk.screen, message("Compare the texts side by side"), icon="languages", kind="link")
    only_reads(button)
    button.clicked.connect(lambda: desk.show_place(Place(table, row(), f"concordance.{field}")))
    return button
