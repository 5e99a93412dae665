"""What the office of a side has besides names: a public address, and the order of languages on paper."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alternat.actions.terms import change_side
from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.look.tokens import Space
from alternat.ui.parts.inspector.rows import FieldRow, TextRow
from alternat.ui.parts.widgets.language_order import LanguageOrder


class SideFacts(QWidget):
    """Edits the facts of one side in place."""

    def __init__(self, desk: Desk, side: int) -> None:
        super().__init__()
        self._desk, self._side = desk, side
        screen = desk.screen
        self.address = TextRow(screen, message("Public address of the office"), self._write_address)
        self.languages = LanguageOrder(screen)
        self.languages.chosen.connect(self._write_languages)
        order = FieldRow(screen, message("Languages of its papers, first to last"), self.languages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.S, 0, Space.S)
        row.setSpacing(Space.XL)
        row.addWidget(self.address, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(order, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.load()

    def load(self) -> None:
        """Show the facts as they are now."""
        row = self._desk.tables.Side.get_by_id(self._side)
        self.address.show_text(row.office_email, is_other=False)
        self.languages.show_languages([Language(code) for code in row.languages])

    def _write_address(self, text: str) -> AlternatError | None:
        return self._write({"office_email": text.strip()})

    def _write_languages(self, languages: tuple[Language, ...]) -> None:
        error = self._write({"languages": tuple(each.value for each in languages)})
        if error is not None:
            self._desk.attempt(lambda: _raise(error))
            self.load()

    def _write(self, fields: Mapping[str, object]) -> AlternatError | None:
        try:
            change_side(self._desk.workspace, self._side, fields)
        except AlternatError as error:
            return error
        return None


def _raise(error: AlternatError) -> None:
    raise error
