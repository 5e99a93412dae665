"""The preview as a whole: the pages, the bar that turns and zooms them, and what stands in for them."""

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from alternat.documents.press.raster import Bitmap
from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.ui.documents.preview.bar import PreviewBar
from alternat.ui.documents.preview.layout import START, Fit, Spot, Zoom
from alternat.ui.documents.preview.pictures import Wanted
from alternat.ui.documents.preview.proof import Proof
from alternat.ui.documents.preview.scroll import ZOOM_STEP
from alternat.ui.documents.preview.view import PreviewView
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.parts.widgets.current_stack import CurrentStack
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.wheel import DropDown

PATIENCE = 150
"""Milliseconds of work after which the preview says that it is working."""
NARROWEST = 240
"""The least width of the pages in logical pixels; larger text must not push the window off the screen."""
PROGRESS = 6
"""The height of the bar that tells of work, in logical pixels."""
FACTORS = (0.5, 0.75, 1.0, 1.5, 2.0, 4.0)


class PreviewPanel(QWidget):
    """Shows a document's pages, or that they are being made, or why there are none."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._title = message("the document")
        self.view = PreviewView(screen.palette)
        self._working = QTimer(self)
        self._working.setSingleShot(True)
        self._working.setInterval(PATIENCE)
        self._working.timeout.connect(self._show_working)
        self._build()
        self.view.place_changed.connect(self._show_place)
        screen.language_changed.connect(self._speak)
        screen.theme_changed.connect(self._colour)
        self._speak()

    def _colour(self) -> None:
        self.view.set_palette(self._screen.palette)

    @property
    def place_text(self) -> str:
        """The page in view and how many there are, as it is read."""
        return self._page.text()

    @property
    def is_working(self) -> bool:
        """Whether the panel tells that pages are being made."""
        return self._progress.isVisible()

    def _build(self) -> None:
        self.previous = IconButton(self._screen, message("Previous page"), "chevron-left")
        self._page = label("muted")
        self.following = IconButton(self._screen, message("Next page"), "chevron-right")
        self._smaller = IconButton(self._screen, message("Smaller"), "zoom-out")
        self.zooms = DropDown()
        self._larger = IconButton(self._screen, message("Larger"), "zoom-in")
        self._abreast = IconButton(self._screen, message("Two pages side by side"), "columns-2")
        self._abreast.setCheckable(True)
        self.previous.clicked.connect(lambda: self._turn(-1))
        self.following.clicked.connect(lambda: self._turn(1))
        self._smaller.clicked.connect(lambda: self.view.zoom_by(1 / ZOOM_STEP))
        self._larger.clicked.connect(lambda: self.view.zoom_by(ZOOM_STEP))
        self.zooms.activated.connect(lambda: self.view.set_zoom(self.zooms.currentData()))
        self._abreast.clicked.connect(lambda chosen: self.view.set_two_up(two_up=chosen))
        self._waiting = EmptyState(
            self._screen,
            "file-text",
            message("Making the pages"),
            message("They appear here in a moment. You can go on working."),
        )
        self._trouble = EmptyState(self._screen, "triangle-alert", Message(""), Message(""))
        self._stack = CurrentStack()
        self._stack.setMinimumWidth(NARROWEST)
        for page in (self.view, self._waiting, self._trouble):
            self._stack.addWidget(page)
        # It lies over the pages, so that they do not jump when it comes and goes.
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = PreviewBar(
            (self.previous, self._page, self.following),
            (self._smaller, self.zooms, self._larger, self._abreast),
            # The list of sizes and the wheel do the same.
            spare=(self._smaller, self._larger),
        )
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def say_title(self, title: Message) -> None:
        """Let screen readers call the document by its title."""
        self._title = title
        self._show_place()

    def begin(self) -> None:
        """Say that pages are being made, if that takes longer than a moment."""
        if not self._working.isActive() and not self.is_working:
            self._working.start()

    def show_proof(
        self, proof: Proof, drawn: tuple[tuple[Wanted, Bitmap], ...] = (), *, place: Spot | None = None
    ) -> None:
        """Show pages; with a `place`, those of another document there."""
        self._end()
        self.view.show_proof(proof, drawn, place=place)
        self._stack.setCurrentWidget(self.view)
        self._show_place()

    def show_trouble(self, error: AlternatError) -> None:
        """Show what went wrong, and what to do about it, in place of pages."""
        self._end()
        self.view.show_proof(None)
        self._trouble.say(message("The pages could not be made"), Message(error.template, error.arguments))
        self._stack.setCurrentWidget(self._trouble)

    def add_state(self, state: QWidget) -> None:
        """Take something that `show_state` may show in place of pages."""
        self._stack.addWidget(state)

    def show_state(self, state: QWidget) -> None:
        """Show a state in place of pages, such as that there is nobody to print."""
        self._end()
        self.view.show_proof(None)
        self._stack.setCurrentWidget(state)

    def clear(self) -> None:
        """Show nothing, until pages of another document come."""
        self._end()
        self.view.show_proof(None, place=START)

    def stop(self) -> None:
        """End the work in the background."""
        self._end()
        self.view.stop()

    def _end(self) -> None:
        self._working.stop()
        self._progress.hide()

    def _show_working(self) -> None:
        self._progress.setGeometry(0, self._stack.y(), self.width(), PROGRESS)
        self._progress.show()
        self._progress.raise_()
        if not self.view.page_count:
            self._stack.setCurrentWidget(self._waiting)

    def _turn(self, direction: int) -> None:
        step = 2 if self.view.two_up else 1
        self.view.go_to(self.view.page + direction * step)

    def _show_place(self) -> None:
        page, count = self.view.page + 1, self.view.page_count
        place = message("Page {page} of {count}", page=page, count=count)
        self._page.setText(self._screen.say(place) if count else "")
        self._bar.fit()
        self.previous.setEnabled(page > 1)
        self.following.setEnabled(page < count)
        name = message(
            "Preview of {document}: page {page} of {count}", document=self._title, page=page, count=count
        )
        self.view.setAccessibleName(self._screen.say(name))
        self._show_zoom()

    def _show_zoom(self) -> None:
        with QSignalBlocker(self.zooms):
            choices = [self.zooms.itemData(index) for index in range(self.zooms.count())]
            chosen = self.view.zoom in choices
            self.zooms.setCurrentIndex(choices.index(self.view.zoom) if chosen else -1)
            self.zooms.setPlaceholderText(self._percent(self.view.factor))

    def _percent(self, factor: float) -> str:
        return self._screen.say(message("{number}%", number=round(factor * 100)))

    def _speak(self) -> None:
        with QSignalBlocker(self.zooms):
            self.zooms.clear()
            self.zooms.addItem(self._screen.say(message("Fit the width")), Zoom(Fit.WIDTH))
            self.zooms.addItem(self._screen.say(message("Fit the page")), Zoom(Fit.PAGE))
            for factor in FACTORS:
                self.zooms.addItem(self._percent(factor), Zoom.free(factor))
        self.zooms.setAccessibleName(self._screen.say(message("Zoom")))
        self._progress.setAccessibleName(self._screen.say(message("Making the pages")))
        self.view.setWhatsThis(
            self._screen.say(
                message(
                    "Tab goes from person to person, Enter selects, Escape and then Tab leaves the pages. "
                    "Ctrl and the wheel make the pages larger or smaller."
                )
            )
        )
        self._show_place()
