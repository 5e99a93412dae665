"""Other records that belong to what an inspector shows, each with a link that leads to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.buttons import Button

AT_A_TIME = 8
"""How many links show at first, and how many more each time."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: what stands on it, what is told beside it, and whether that matters no more."""

    place: Place
    name: str
    text: str
    is_quiet: bool = False


class LinksSection(Section):
    """A heading with links below it, or a word that there are none."""

    def __init__(self, desk: Desk, title: Message, nothing: Message) -> None:
        super().__init__(desk.screen, title)
        self._desk = desk
        self._links: tuple[Link, ...] = ()
        self._most = AT_A_TIME
        self._nothing = label("muted", wrap=True)
        self.wording.put(self._nothing.setText, nothing)
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.XS)
        self._more = Button(desk.screen, spoken(""), kind="link")
        only_reads(self._more)
        self._more.clicked.connect(self._show_more)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._body)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def links(self) -> tuple[Link, ...]:
        """Return all links, those that do not show yet too."""
        return self._links

    def show_links(self, links: Sequence[Link], *, is_other: bool = False) -> None:
        """Show links in their order; `is_other` tells that they belong to something else than before."""
        if is_other:
            self._most = AT_A_TIME
        if tuple(links) != self._links or is_other:
            self._links = tuple(links)
            self._fill()

    def follow(self, at: int) -> None:
        """Go where a link leads, by its place from 0."""
        self._desk.show_place(self._links[at].place)

    def _fill(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, link in enumerate(self._links[: self._most]):
            self._body.addWidget(self._row(at, link))
        self._nothing.setHidden(bool(self._links))
        rest = len(self._links) - self._most
        self._more.setVisible(rest > 0)
        if rest > 0:
            self._more.say(counted("{count} more", "{count} more", rest))

    def _row(self, at: int, link: Link) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.S)
        lead, text = Button(self.screen_of, spoken(link.name), kind="link"), label(text=link.text, wrap=True)
        lead.setAccessibleName(f"{link.name} {link.text}".strip())
        if link.is_quiet:
            text.setProperty("text-role", "muted")
        only_reads(lead)
        lead.clicked.connect(lambda: self.follow(at))
        text.setContentsMargins(0, Space.XS, 0, 0)
        across.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(text, 1)
        return row

    def _show_more(self) -> None:
        self._most += AT_A_TIME
        self._fill()
