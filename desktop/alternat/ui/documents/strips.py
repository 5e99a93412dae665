"""The narrow rows around the pages: whose copy it is, a question before printing, who is selected."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.language.vocabulary import copy_owner
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.tag import SideDot

NOTHING = Message("")
LEAST_COPY = 200
"""The least width of the strip about the copy, in logical pixels at 100 % text."""


class Strip(QFrame):
    """A row with a sentence, which follows the screen language."""

    def __init__(self, screen: Screen, *, banner: str = "", edge: str = "") -> None:
        super().__init__()
        self._screen, self._message = screen, NOTHING
        self.setProperty("banner", banner or None)
        self.setProperty("edge", edge or None)
        self._sentence = label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        self._row.setSpacing(Space.S)
        screen.language_changed.connect(self._speak)

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return self._sentence.text()

    def say(self, sentence: Message) -> None:
        """Show another sentence."""
        self._message = sentence
        self._speak()

    def _speak(self) -> None:
        self._sentence.setText(self._screen.say(self._message))


class CopyStrip(Strip):
    """Whose copy the document is, with that side's colour, and at its end the way to a file and to more.

    Where sentence and buttons do not fit on one line, the button to save shows its icon alone.
    """

    def __init__(self, screen: Screen, save: Callable[[], None], more: QWidget) -> None:
        super().__init__(screen, edge="bottom")
        self._dot, self._more = SideDot(screen), more
        self.save = Button(screen, message("Save as PDF…"), icon="file-down", kind="quiet")
        self.save_by_icon = IconButton(screen, message("Save as PDF…"), "file-down")
        for button in (self.save, self.save_by_icon):
            button.clicked.connect(save)
        self._row.addWidget(self._dot)
        self._row.addWidget(self._sentence, 1)
        for each in (self.save, self.save_by_icon, more):
            self._row.addWidget(each)
        screen.theme_changed.connect(self._fit)
        self._fit()

    def show_side(self, country: Label, side_name: Label, colour: str) -> None:
        """Name the side whose copy it is."""
        self._dot.show_colour(colour)
        owner = copy_owner(country, side_name)
        self.say(message("Copy for {owner}: {country} is named first.", owner=owner, country=country))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the short form."""
        return QSize(self._screen.px(LEAST_COPY), super().minimumSizeHint().height())

    def _speak(self) -> None:
        super()._speak()
        if hasattr(self, "save_by_icon"):
            self._fit()

    def _fit(self) -> None:
        sentence = self._sentence.fontMetrics().horizontalAdvance(self.text)
        others = sum(each.sizeHint().width() for each in (self._dot, self.save, self._more))
        margins = self._row.contentsMargins()
        needed = sentence + others + 3 * self._row.spacing() + margins.left() + margins.right()
        self.save.setVisible(needed <= self.width())
        self.save_by_icon.setVisible(needed > self.width())


class QuestionStrip(Strip):
    """Asks whether to go on in spite of what blocks; it stands in the page and stops nothing else."""

    findings_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, banner="blocks")
        self._go_on: Callable[[], None] | None = None
        self.look = Button(screen, message("Show the findings"), kind="quiet")
        self.yes = Button(screen, message("Go on all the same"), kind="danger")
        self.no = Button(screen, message("Cancel"))
        self._row.addWidget(self._sentence, 1)
        for button in (self.look, self.yes, self.no):
            self._row.addWidget(button)
        self.look.clicked.connect(self._look)
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.withdraw)
        self.hide()

    def ask(self, question: Message, go_on: Callable[[], None]) -> None:
        """Ask; `go_on` is called if the answer is yes. A question before it is withdrawn."""
        self._go_on = go_on
        self.say(question)
        self.show()
        self.no.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def withdraw(self) -> None:
        """Take the question back."""
        self._go_on = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer no on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        go_on = self._go_on
        self.withdraw()
        if go_on is not None:
            go_on()

    def _look(self) -> None:
        self.withdraw()
        self.findings_wanted.emit()


class ProgressStrip(Strip):
    """How far a longer job is, and the way to stop it."""

    cancelled = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, banner="notes")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(160)
        self.cancel = Button(screen, message("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        for widget, stretch in ((self._sentence, 1), (self._bar, 0), (self.cancel, 0)):
            self._row.addWidget(widget, stretch)
        self.hide()

    def show_progress(self, sentence: Message, done: int, total: int) -> None:
        """Show how far the job is."""
        self.say(sentence)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(self.text)
        self.show()


class SelectionStrip(Strip):
    """Who is selected on the pages, and what can be done with that person."""

    edit_wanted = Signal(int)
    person_wanted = Signal(int)
    badge_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, edge="top")
        self._person = 0
        self.edit = Button(screen, message("Edit here"), icon="pencil", kind="quiet")
        self.go = Button(screen, message("Go to person"), icon="arrow-right", kind="quiet")
        self.badge = Button(screen, message("Print badge…"), icon="printer", kind="quiet")
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._person))
        self.go.clicked.connect(lambda: self.person_wanted.emit(self._person))
        self.badge.clicked.connect(self.badge_wanted)
        self._sentence.setProperty("text-role", "strong")
        for widget, stretch in ((self._sentence, 1), (self.edit, 0), (self.go, 0), (self.badge, 0)):
            self._row.addWidget(widget, stretch)
        self.hide()

    def show_person(self, person: int, name: Label) -> None:
        """Show who is selected; 0, or somebody without a name, for nobody."""
        self._person = person if name else 0
        self.setVisible(bool(self._person))
        if self._person:
            self.say(Message("{name}", {"name": name}))
