"""What a page shows when it has nothing yet: what belongs here, and the ways to start."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from alternat.language.messages import Message
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons, in the middle of the page."""

    def __init__(
        self, screen: Screen, icon: str, title: Message, text: Message, actions: tuple[Button, ...] = ()
    ) -> None:
        super().__init__()
        self._screen, self._icon, self._title, self._text = screen, icon, title, text
        self._picture = QLabel()
        self._heading = label("title")
        self._sentence = label("muted", wrap=True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(2)
        for widget in (self._picture, self._heading, self._sentence):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._actions = actions
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(Space.S)
        self._buttons.addStretch()
        for button in actions:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.addStretch()
        column.addLayout(self._buttons)
        column.addStretch(3)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._draw)
        self._speak()
        self._draw()

    def say(self, title: Message, text: Message) -> None:
        """Show another title and sentence."""
        self._title, self._text = title, text
        self._speak()

    def minimumSizeHint(self) -> QSize:
        """Return the room that the widest part needs: in less, the buttons go one under the other."""
        around = self._column.contentsMargins()
        parts = (self._heading, self._sentence, *self._actions)
        widest = max(max(part.minimumSizeHint().width(), part.minimumWidth()) for part in parts)
        return QSize(widest + around.left() + around.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons side by side, or one under the other."""
        super().resizeEvent(event)
        gaps = (len(self._actions) + 1) * Space.M
        needed = sum(button.sizeHint().width() for button in self._actions) + gaps
        is_narrow = needed > self.width()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(direction)

    def _speak(self) -> None:
        self._heading.setText(self._screen.say(self._title))
        self._sentence.setText(self._screen.say(self._text))
        self._fit()

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(self._icon, self._screen.palette.control, self._screen.px(40)))
        self._sentence.setFixedWidth(self._screen.px(420))
        self._fit()

    def _fit(self) -> None:
        """Give the sentence the height it needs, which a centred label does not ask for by itself."""
        self._sentence.ensurePolished()
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(self._sentence.width())))
