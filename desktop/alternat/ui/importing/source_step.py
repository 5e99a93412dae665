"""The first step of an import: the file, how its text is read, and its sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from alternat.errors import AlternatError
from alternat.exchange.sources.encodings import ENCODINGS
from alternat.exchange.sources.table import Table
from alternat.language.messages import Message, counted, message
from alternat.ui.importing.list_session import ListSession
from alternat.ui.importing.reader import SourceReader
from alternat.ui.importing.sheet_preview import SheetPreview
from alternat.ui.importing.step import Step
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField, FieldRow, Reason
from alternat.ui.parts.widgets.buttons import Button

BUSY_AFTER = 150
"""How long a reading may take before its progress shows, in milliseconds."""
ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030 (GBK, GB2312)",
    "cp1252": "Windows-1252",
    "utf-16": "UTF-16",
    "big5": "Big5",
    "mac-roman": "Mac Roman",
    "cp850": "DOS 850",
}


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What the step says of the kind of list that is wanted."""

    lists: Message
    """What the platform's dialog calls the files to choose from."""
    hint: Message
    """What can be read, shown while there is no list."""


class DropArea(QFrame):
    """Where a file is dropped, with the button that chooses one."""

    dropped = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        surface(self, "card")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._icon = QLabel()
        self.sentence = label("muted", wrap=True)
        self.choose = Button(screen, message("Choose a file…"), icon="folder-open", kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.choose)
        screen.theme_changed.connect(self._draw)
        self._draw()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file was dropped."""
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        event.acceptProposedAction()
        if path:
            self.dropped.emit(path)

    def _draw(self) -> None:
        self._icon.setPixmap(pixmap("file-input", self._screen.palette.control, self._screen.px(28)))


class SourceStep(Step):
    """Reads a list and shows its first rows as they were understood."""

    def __init__(
        self,
        screen: Screen,
        session: ListSession,
        reader: SourceReader,
        words: SourceWords,
        own_rows: Sequence[FieldRow] = (),
    ) -> None:
        """`own_rows` are fields of one kind of import that show as soon as there is a list."""
        super().__init__(screen, session)
        self._reader, self._words, self._own_rows = reader, words, tuple(own_rows)
        self._path: Path | None = None
        self.drop = DropArea(screen)
        self.encoding, self.sheet = ChoiceField(), ChoiceField()
        self._encoding_row = FieldRow(screen, message("Encoding of the text"), self.encoding)
        self._sheet_row = FieldRow(screen, message("Sheet"), self.sheet)
        self.reason = Reason(screen)
        self._doubt = label("note", wrap=True)
        self._doubt.setProperty("severity", "warns")
        self._size = label("muted")
        self.preview = SheetPreview(screen)
        self._room = self._build_room()
        self._busy = self._build_busy()
        self._busy_soon = QTimer(self)
        self._busy_soon.setSingleShot(True)
        self._busy_soon.setInterval(BUSY_AFTER)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def is_ready(self) -> bool:
        """Return whether a list was read."""
        return self.session.table is not None and not self._reader.is_busy

    def enter(self) -> None:
        """Show the list as read."""
        self._show()

    def take_focus(self) -> None:
        """Put the cursor on the button that chooses a file."""
        self.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_file(self, path: str) -> None:
        """Read a file."""
        self._path = Path(path)
        self._read(None)

    def cancel(self) -> None:
        """Stop waiting for the file being read."""
        self._reader.stop()
        self._stop_waiting()

    def _build_room(self) -> QWidget:
        """Return what fills the step while there is no list: what can be read."""
        room, hint = QWidget(), label("muted", wrap=True)
        self.wording.put(hint.setText, self._words.hint)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hint)
        column.addStretch()
        return room

    def _build_busy(self) -> QWidget:
        busy = QWidget()
        busy.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        sentence, bar = label("muted"), QProgressBar()
        bar.setRange(0, 0)
        self.wording.put(sentence.setText, message("Reading the list…"))
        self.wording.put(bar.setAccessibleName, message("Reading the list…"))
        stop = Button(self.screen_of, message("Stop"), icon="x")
        stop.clicked.connect(self.cancel)
        for part, share in ((sentence, 0), (bar, 1), (stop, 0)):
            row.addWidget(part, share)
        busy.hide()
        return busy

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(Space.M)
        for field in (*self._own_rows, self._encoding_row, self._sheet_row):
            fields.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.drop, self._busy, self.reason):
            column.addWidget(part)
        column.addLayout(fields)
        column.addWidget(self._doubt)
        column.addWidget(self._size)
        column.addWidget(self.preview, 1)
        column.addWidget(self._room, 1)

    def _connect(self) -> None:
        self.drop.choose.clicked.connect(self._choose_file)
        self.drop.dropped.connect(self.open_file)
        self.encoding.chosen.connect(self._read)
        self.sheet.chosen.connect(self._choose_sheet)
        self._reader.done.connect(self._on_read)
        self._reader.refused.connect(self._on_refused)
        self._busy_soon.timeout.connect(self._busy.show)
        self.screen_of.language_changed.connect(self._show)

    def _choose_file(self) -> None:
        say = self.screen_of.say
        lists = f"{say(self._words.lists)} (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods)"
        title, everything = say(message("Choose the list to import")), f"{say(message('All files'))} (*)"
        path = QFileDialog.getOpenFileName(self, title, "", f"{lists};;{everything}")[0]
        if path:
            self.open_file(path)

    def _read(self, encoding: object) -> None:
        if self._path is None:
            return
        self.reason.show_error(None)
        self._reader.start(self._path, str(encoding) if encoding else None)
        self._busy_soon.start()
        self.readiness_changed.emit()

    def _stop_waiting(self) -> None:
        self._busy_soon.stop()
        self._busy.hide()
        self.readiness_changed.emit()

    def _on_read(self, table: Table) -> None:
        self.session.take(table)
        self._stop_waiting()
        self._show()

    def _on_refused(self, error: AlternatError) -> None:
        self._stop_waiting()
        self._show()
        self.reason.show_error(error)

    def _choose_sheet(self, number: object) -> None:
        if isinstance(number, int):
            self.session.choose_sheet(number)
            self._show()

    def _show(self) -> None:
        say, table = self.screen_of.say, self.session.table
        self.drop.sentence.setText(say(self._sentence(table)))
        for row in (*self._own_rows, self.preview, self._size):
            row.setVisible(table is not None)
        is_text = table is not None and bool(table.reading.encoding)
        self._room.setVisible(table is None)
        self._encoding_row.setVisible(is_text)
        self._sheet_row.setVisible(table is not None and len(table.sheet_names) > 1)
        self._doubt.setVisible(table is not None and not table.reading.is_encoding_certain)
        self._doubt.setText(
            say(message("The encoding is not certain. Look at the accents and characters below."))
        )
        if table is not None:
            self._show_table(table)
        self.readiness_changed.emit()

    def _show_table(self, table: Table) -> None:
        say = self.screen_of.say
        encodings = [Choice(name, ENCODING_NAMES[name]) for name in ENCODINGS]
        if table.reading.encoding not in ENCODINGS:
            encodings.append(Choice(table.reading.encoding, table.reading.encoding.upper()))
        self.encoding.show_choices(encodings, table.reading.encoding)
        names = [Choice(at, name) for at, name in enumerate(table.sheet_names)]
        self.sheet.show_choices(names, table.sheet_number)
        rows = counted("{count} row", "{count} rows", len(table.rows))
        columns = counted("{count} column", "{count} columns", len(table.sheet.columns))
        self._size.setText(say(message("{rows}, {columns}", rows=rows, columns=columns)))
        self.preview.show_sheet(table.sheet)

    def _sentence(self, table: Table | None) -> Message:
        if table is None:
            return message("Drop the list here, a CSV or an Excel file (.xlsx), or choose it.")
        return message("{file} was read. Drop another file to take that instead.", file=table.source)
