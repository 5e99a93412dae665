"""Texts that have to say the same in every language: the list of them, and each side by side."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from alternat.language.folding import folded
from alternat.language.label import Language
from alternat.language.messages import Message, counted, message
from alternat.planning.findings import Severity
from alternat.planning.text_comparisons import Comparisons
from alternat.planning.text_states import Marks
from alternat.planning.texts import FIELDS, Text, TextKey, texts
from alternat.ui.concordance.columns import Entry, Reader, name_of, number_of, text_columns
from alternat.ui.concordance.editor import TextEditor
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.page import Page
from alternat.ui.parts.tables.list_model import ListModel
from alternat.ui.parts.tables.list_table import ListTable
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.parts.widgets.current_stack import CurrentStack
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented

ABREAST = 900
"""From which width on the list stands beside the text, at 100 % text."""
LIST_WIDTH, LIST_HEIGHT = 400, 150
ALL, OPEN = "all", "open"
AT_ONCE = 40
"""How many texts that have never been compared the page compares by itself."""


class TextsPage(Page):
    """The texts that are open or of this meeting; with `open` chosen those that are to be seen to."""

    search_prompt: ClassVar[Message | None] = message("Search the texts")

    def build(self) -> None:
        """Make the list with its filter, the editor beside it, and the empty states."""
        self._entries: tuple[Entry, ...] = ()
        self._words = ""
        self._asked: set[TextKey] = set()
        """Texts that somebody was led to although nothing is open with them."""
        self._texts: tuple[Text, ...] = ()
        self._marks = Marks()
        self._is_abreast: bool | None = None
        screen = self.desk.screen
        self.filter = Segmented(
            screen, message("Which texts"), [(ALL, message("Current")), (OPEN, message("To be seen to"))]
        )
        self.filter.choose(ALL)
        self.filter.chosen.connect(lambda _: self._narrow())
        self._count = label("muted")
        self.model: ListModel[Entry] = ListModel(text_columns(), self._reader(), lambda *_: None, self)
        self.table: ListTable[Entry] = ListTable(self.model, screen, lines=2)
        self.wording.put(self.table.setAccessibleName, message("Texts"))
        self.table.selection_changed.connect(self._follow)
        self.editor: TextEditor = TextEditor(self.desk)
        self.table.details_wanted.connect(lambda: self.editor.focus_language(screen.language))
        self.editor.step_wanted.connect(self.step)
        self._nothing = EmptyState(
            screen,
            "languages",
            message("No text to be seen to"),
            message("Every text here says the same in all languages and stands as it was checked."),
        )
        self._earlier = self._command(message("Previous text"), "chevron-left", "Alt+Up", -1)
        self._later = self._command(message("Next text"), "chevron-right", "Alt+Down", 1)
        self._collate = QAction(self)
        self._collate.setProperty(ICON_PROPERTY, "columns-2")
        self._collate.triggered.connect(self.editor.open_collation)
        self.wording.put(self._collate.setText, message("Record a collation…"))
        self.desk.findings.found.connect(self._take_findings)
        self._lay_out()

    def load(self) -> None:
        """Read the texts and what was done with them."""
        tables = self.desk.tables
        self._marks = Marks.reading(tables)
        current = texts(tables, open_in=self.desk.meeting or 0)
        others = self._asked - {each.key for each in current}
        self._texts = (*current, *(texts(tables, keys=others) if others else ()))
        self.model.set_reader(self._reader())
        self._compare()

    def _compare(self) -> None:
        """Show where texts differ; hundreds are compared by the findings, which tell when they have."""
        by = self.desk.findings.comparisons or Comparisons.reading(self.desk.tables)
        new = [text for text in self._texts if not by.knows(text.text)]
        waiting = {text.key for text in new} if len(new) > AT_ONCE else set()
        self._entries = tuple(
            Entry(
                self._marks.state(text),
                None if text.key in waiting else self._marks.sorted_out(text, by.of(text.text)),
            )
            for text in self._texts
        )
        self._narrow()

    def _take_findings(self) -> None:
        if self.isVisible():
            self._compare()

    def retranslate(self) -> None:
        """Say the list and the editor in the screen language."""
        self.editor.retranslate()

    def primary_action(self) -> QAction | None:
        """Return the command that records a collation."""
        return self._collate

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands that walk from text to text."""
        return (self._earlier, self._later)

    def search(self, text: str) -> None:
        """Narrow the list to texts that hold what is typed, in any language."""
        self._words = folded(text.strip())
        self._narrow()

    def show_place(self, place: Place) -> None:
        """Bring a text into view, with the cursor upon what differs in the language that is named."""
        self.catch_up()
        _, _, rest = place.field.partition(".")
        name, _, code = (rest or place.field).partition(".")
        fields = FIELDS.get(place.table, ("",))
        key = TextKey(place.table, place.row, name if name in fields else fields[0])
        if all(each.key != key for each in self._texts):
            # It is of another meeting and nothing is open with it; it is meant all the same.
            self._asked.add(key)
            self.load()
        if self.model.row_of(number_of(key)) is None:
            self.filter.choose(ALL)
            if self._words:
                self._words = ""
                self.search_ended.emit()
            self._narrow()
        self.table.select([number_of(key)])
        self.editor.focus_language(Language(code) if code in set(Language) else self.desk.screen.language)

    def step(self, by: int) -> None:
        """Go to the next text of the list, or the one before."""
        row = self._row() + by
        # What is refused is told where it was typed, before one goes on from there.
        if 0 <= row < self.model.rowCount() and self.editor.finish_typing():
            self.table.select([self.model.value(row).id])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the text, or above it where there is no room for that."""
        super().resizeEvent(event)
        screen = self.desk.screen
        is_abreast = self.width() >= screen.px(ABREAST)
        if is_abreast is self._is_abreast:
            return
        self._is_abreast = is_abreast
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if is_abreast else way.TopToBottom)
        most = 16_777_215
        self._left.setMaximumSize(
            screen.px(LIST_WIDTH) if is_abreast else most, most if is_abreast else screen.px(LIST_HEIGHT)
        )

    def _reader(self) -> Reader:
        return Reader(self.desk.screen.catalog)

    def _narrow(self) -> None:
        is_open = self.filter.value == OPEN
        shown = [each for each in self._entries if (each.is_open or not is_open) and self._holds(each)]
        kept = self.table.selected
        self.model.show(shown)
        self._count.setText(self.say(_count_of(self._entries)))
        if not shown:
            self._nothing.say(*self._why_nothing())
        self.states.setCurrentWidget(self._both if shown else self._nothing)
        if shown and not any(self.model.row_of(each.id) is not None for each in kept):
            self.table.select([shown[0].id])
        self._follow()

    def _why_nothing(self) -> tuple[Message, Message]:
        """Return why no text is shown: a title and a sentence."""
        unchecked = sum(each.is_unchecked for each in self._entries)
        if not self._entries:
            return (
                message("No texts yet"),
                message(
                    "Outcomes, requests for guidance, topics, existing dialogues, objectives and instruments "
                    "have texts; they stand here side by side once they are written."
                ),
            )
        if self._words:
            return message("No text found"), message(
                "No text that is open or of this meeting has what is searched for, in any language."
            )
        if unchecked:
            return (
                message("Nothing has changed or differs"),
                counted(
                    "{count} text has never been checked; “Current” shows it.",
                    "{count} texts have never been checked; “Current” shows them.",
                    unchecked,
                ),
            )
        return (
            message("No text to be seen to"),
            message("Every text here says the same in all languages and stands as it was checked."),
        )

    def _holds(self, entry: Entry) -> bool:
        text = entry.state.of
        whole = (text.code, *(text.text.text(each) for each in Language))
        return not self._words or any(self._words in folded(each) for each in whole)

    def _follow(self) -> None:
        chosen = self.table.selected
        shown = self.editor.entry
        if shown is not None and (not chosen or chosen[0].id != shown.id):
            self.editor.finish_typing()
            if self.editor.is_refused:
                words = message(
                    "What was typed in “{text}” was refused. It waits there in its field.",
                    text=name_of(shown, self.desk.screen.catalog),
                )
                self.desk.announce(words, Severity.WARNS)
            chosen = self.table.selected
        self.editor.show_entry(chosen[0] if chosen else None, chosen)
        self._collate.setEnabled(bool(chosen) and all(each.state.of.is_whole for each in chosen))
        row = self._row()
        for button, action, has_more in (
            (self.editor.previous, self._earlier, row > 0),
            (self.editor.next, self._later, 0 <= row < self.model.rowCount() - 1),
        ):
            button.setEnabled(has_more)
            action.setEnabled(has_more)

    def _row(self) -> int:
        """Return the row of the text that is shown, or -1."""
        entry = self.editor.entry
        row = self.model.row_of(entry.id) if entry is not None else None
        return -1 if row is None else row

    def _command(self, text: Message, icon: str, keys: str, by: int) -> QAction:
        action = QAction(self)
        action.setProperty(ICON_PROPERTY, icon)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self.step(by))
        self.addAction(action)
        self.wording.put(action.setText, text)
        return action

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(Space.L, 0, 0, Space.S)
        left.addWidget(self.table)
        self._both = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(Space.S)
        self._halves.addWidget(self._left, 1)
        self._halves.addWidget(self.editor, 2)
        self.states = CurrentStack()
        for state in (self._both, self._nothing):
            self.states.addWidget(state)
        bar = FlowBar(self.filter, self._count)
        bar.setContentsMargins(Space.L, 0, Space.L, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(bar)
        column.addWidget(self.states, 1)


def _count_of(entries: Sequence[Entry]) -> Message:
    """Return how many texts there are, how many are to be seen to, and how many nobody has checked.

    While differences are looked for nobody knows how many are to be seen to.
    """
    count, open_ = len(entries), sum(each.is_open for each in entries)
    unchecked = sum(each.is_unchecked for each in entries)
    if not count:
        return message("No texts")
    if any(each.differing is None for each in entries):
        return counted(
            "{count} text; differences are being looked for",
            "{count} texts; differences are being looked for",
            count,
        )
    if unchecked:
        return counted(
            "{count} text: {open} to be seen to, {unchecked} not checked",
            "{count} texts: {open} to be seen to, {unchecked} not checked",
            count,
            open=open_,
            unchecked=unchecked,
        )
    if open_:
        return counted(
            "{count} text: {open} to be seen to", "{count} texts: {open} to be seen to", count, open=open_
        )
    return counted("{count} text: all checked", "{count} texts: all checked", count)
