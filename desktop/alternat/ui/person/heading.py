"""The head of the inspector: the photograph, the name in both scripts, the side, and who it is about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.actions.photos import PreparedPhoto, prepare_photo
from alternat.language.called import by_script, initials
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.dialogs.waiting import wait_for
from alternat.ui.parts.inspector.rows import Reason
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import SideTag
from alternat.ui.person.pen import Pen
from alternat.ui.person.photo import PhotoWell
from alternat.ui.person.record import Record
from alternat.ui.person.section import RecordSection


class HeadingSection(RecordSection):
    """Whom the inspector shows; for a newcomer, the choice of the side too."""

    side_chosen = Signal(object)
    """The code of the side a newcomer is to be added to."""

    def __init__(self, screen: Screen, tables: Tables, pen: Pen) -> None:
        super().__init__(screen)
        self._screen, self._tables, self._pen = screen, tables, pen
        self._record: Record | None = None
        self.is_side_fixed = False
        """Whether a newcomer belongs to a side already, as one who takes another's place does."""
        self.photo = PhotoWell(screen)
        self._reason = Reason(screen)
        self.photo.offered.connect(self._keep_photo)
        self.photo.refused.connect(self._reason.show_error)
        self.photo.removed.connect(lambda: self._reason.show_error(pen.write_photo(lambda: None)))
        self._latin, self._chinese = label("title", wrap=True), label("strong", wrap=True)
        self._side = SideTag(screen)
        sides = [
            (side.code, message("{side}", side=side.country))
            for side in tables.Side.select().order_by(tables.Side.number)
        ]
        self._choice = Segmented(screen, message("Side"), sides)
        self._choice.chosen.connect(self.side_chosen)
        for code, _ in sides:
            # A click must not take the cursor out of a name: leaving it would add the person.
            self._choice.button(code).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lines = QVBoxLayout()
        lines.setSpacing(Space.XS)
        lines.addWidget(self._latin)
        lines.addWidget(self._chinese)
        lines.addWidget(self._side)
        lines.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.photo)
        row.addLayout(lines, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._reason)
        screen.language_changed.connect(self._respeak)

    def _keep_photo(self, content: bytes) -> None:
        """Prepare a photograph beside the window, and give it to whoever was shown when it was offered."""
        words = message("The photo is being read…")

        def prepare() -> PreparedPhoto:
            return wait_for(self._screen, self.window(), words, lambda: prepare_photo(content))

        self._reason.show_error(self._pen.write_photo(prepare))

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show the name, the side and the photograph."""
        self._record = record
        if is_other:
            self._reason.show_error(None)
        self.photo.setEnabled(record.id is not None)
        self._side.setVisible(record.id is not None or self.is_side_fixed)
        self._choice.setVisible(record.id is None and not self.is_side_fixed)
        self._choice.choose(record.side)
        content = None
        if record.photo is not None:
            content = bytes(self._tables.Photo.get_by_id(record.photo).content)
        mark = initials(record)
        self.photo.show_photo(content, mark)
        self._respeak()

    def control(self, field: str) -> QWidget | None:
        """Return the photograph's control."""
        return self.photo if field == "photo" else None

    def _respeak(self) -> None:
        record = self._record
        if record is None:
            return
        first, *others = by_script(record) or ("",)
        newcomer = self.screen_of.say(message("New person")) if record.id is None else ""
        self._latin.setText(first or newcomer)
        self._chinese.setText("".join(others))
        self._chinese.setVisible(bool(self._chinese.text()))
        side = self._tables.Side.get(self._tables.Side.code == record.side)
        self._side.show_side(self.screen_of.read(side.country), side.colour)
