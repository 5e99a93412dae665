"""The inspector's private section: what is kept about a person and never printed."""

from PySide6.QtWidgets import QLabel, QWidget

from alternat.language.messages import Message, message
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import ICON, Space
from alternat.ui.parts.inspector.rows import FieldRow, TextRow
from alternat.ui.parts.widgets.tag import Tag
from alternat.ui.parts.widgets.text_fields import GrowingField
from alternat.ui.person.pen import Pen
from alternat.ui.person.record import Record
from alternat.ui.person.section import RecordSection


class PrivateSection(RecordSection):
    """Passport name, e-mail, telephone and a note, on a ground of their own under a lock."""

    def __init__(self, screen: Screen, pen: Pen) -> None:
        super().__init__(screen)
        self._pen = pen
        surface(self, "private")
        self.column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._lock, self._tag, self._heading = QLabel(), Tag(tone="warns"), label("strong")
        self.wording.put(self._heading.setText, message("Private"))
        self.wording.put(self._tag.say, message("Never printed"))
        for part in (self._lock, self._heading, self._tag):
            self.head.addWidget(part)
        self.head.addStretch()
        self.column.addLayout(self.head)
        self._rows = {
            "passport_name": self._text_row("passport_name", message("Name as in the passport")),
            "email": self._text_row("email", message("E-mail")),
            "phone": self._text_row("phone", message("Telephone")),
        }
        self._note = GrowingField()
        self._note_row = FieldRow(screen, message("Note"), self._note)
        self._note.committed.connect(
            lambda text: self._note_row.judge(self._pen.write_contact({"note": text}))
        )
        self.column.addWidget(self._rows["passport_name"])
        self.add_pair(self._rows["email"], self._rows["phone"])
        self.column.addWidget(self._note_row)
        screen.theme_changed.connect(self._draw)
        self._draw()

    def _text_row(self, field: str, name: Message) -> TextRow:
        return TextRow(self.screen_of, name, lambda text: self._pen.write_contact({field: text}))

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show the private fields."""
        for field, row in self._rows.items():
            row.show_text(getattr(record, field), is_other=is_other)
        if is_other:
            self._note_row.judge(None)
            self._note.setPlainText(record.note)
        if not self._note_row.is_refused:
            self._note.show_text(record.note)

    def control(self, field: str) -> QWidget | None:
        """Return the control of a private field."""
        if field == "note":
            return self._note
        row = self._rows.get(field)
        return row.field if row is not None else None

    def _draw(self) -> None:
        palette = self.screen_of.palette
        self._lock.setPixmap(pixmap("lock", palette.warns, self.screen_of.px(ICON)))
