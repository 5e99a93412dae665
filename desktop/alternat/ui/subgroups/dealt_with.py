"""The topics of the dialogue as lines to tick: what a sub-group deals with."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from alternat.planning.subgroups import Topic
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space


class TopicLine(QWidget):
    """A topic with its number; a click anywhere on the line ticks it."""

    def __init__(self, write: Callable[[], object]) -> None:
        super().__init__()
        self.tick, self._text = QCheckBox(), label(wrap=True)
        self.tick.clicked.connect(lambda _checked: write())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_topic(self, number: int, text: str, *, is_ticked: bool) -> None:
        """Show a topic."""
        self.tick.setText(str(number))
        self.tick.setAccessibleName(text)
        self.tick.setChecked(is_ticked)
        self._text.setText(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the topic whose text is clicked."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.click()
        super().mouseReleaseEvent(event)


class TopicsEditor(QWidget):
    """One line for each topic; `write` takes the ids of all that are ticked."""

    def __init__(self, desk: Desk, write: Callable[[tuple[int, ...]], object]) -> None:
        super().__init__()
        self._desk, self._write = desk, write
        self.lines: dict[int, TopicLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)

    def show_topics(self, topics: tuple[Topic, ...], ticked: tuple[int, ...]) -> None:
        """Show all topics, with those ticked that the sub-group deals with."""
        if tuple(topic.id for topic in topics) != tuple(self.lines):
            self._rebuild(topics)
        for topic in topics:
            text = self._desk.screen.read(topic.short or topic.text)
            self.lines[topic.id].show_topic(topic.number, text, is_ticked=topic.id in ticked)

    def _rebuild(self, topics: tuple[Topic, ...]) -> None:
        for line in self.lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {topic.id: TopicLine(self._commit) for topic in topics}
        for line in self.lines.values():
            self._column.addWidget(line)

    def _commit(self) -> None:
        self._write(tuple(key for key, line in self.lines.items() if line.tick.isChecked()))
