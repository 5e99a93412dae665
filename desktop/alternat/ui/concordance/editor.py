"""A text in its three languages side by side, with what was done with it and where the languages differ."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.concordance.mentions import Place
from alternat.planning.text_states import Standing, open_differences
from alternat.ui.concordance.agreements import Agreements
from alternat.ui.concordance.collating import CollationDialog, collation_told
from alternat.ui.concordance.columns import Entry, name_of
from alternat.ui.concordance.differences import DifferencesPanel
from alternat.ui.concordance.language_column import LanguageColumn
from alternat.ui.concordance.refused import RefusedWordings
from alternat.ui.concordance.verbs import TextVerbs
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place as PlaceOfRow
from alternat.ui.look.style import hairline, label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.dialogs.asking import goes_on
from alternat.ui.parts.reading_only import only_reads, only_writes
from alternat.ui.parts.widgets.buttons import Button, IconButton

ABREAST = 620
"""From which width on the languages stand side by side, at 100 % text."""


class TextEditor(QWidget):
    """Shows one text; `step_wanted` asks for the next (1) or the one before (-1)."""

    step_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._verbs = desk, TextVerbs(desk)
        self.wording = Wording(desk.screen)
        self._entry: Entry | None = None
        self._together: tuple[Entry, ...] = ()
        self._is_abreast: bool | None = None
        self.keeps_typing = True
        """What another desk changes may be shown while something is typed: the field keeps it."""
        screen = desk.screen
        self.title = label("title", wrap=True)
        self.closed = label("muted", wrap=True)
        self.correct = Button(screen, message("Show the outcome, to correct it"), kind="link")
        only_reads(self.correct)
        self.correct.clicked.connect(self._show_outcome)
        self.wording.put(
            self.closed.setText,
            message("It stands in a closed record: it is corrected there, with a date and a reason."),
        )
        self.columns = {each: LanguageColumn(screen, each) for each in Language}
        self._refused = RefusedWordings(screen, self.columns)
        self.refusal = self._refused.told
        self.check_all = Button(screen, message("Mark all as checked"), icon="list-checks")
        self.previous = IconButton(screen, message("Previous text (Alt+Up)"), "chevron-left")
        self.next = IconButton(screen, message("Next text (Alt+Down)"), "chevron-right")
        sides = desk.tables.Side.select().order_by(desk.tables.Side.number)
        self.agreements = Agreements(screen, {each.code: each.country for each in sides}, desk.today())
        self.differences = DifferencesPanel(screen)
        self.collation = label("", wrap=True)
        self.collate = Button(screen, message("Collated…"), icon="columns-2")
        self.uncollate = Button(screen, message("Remove the record"), kind="link")
        self._lay_out()
        self._connect()

    @property
    def entry(self) -> Entry | None:
        """The text that is shown."""
        return self._entry

    def show_entry(self, entry: Entry | None, together: tuple[Entry, ...] = ()) -> None:
        """Show a text; `together` are all that are selected, which are collated in one act."""
        is_other = (entry.id if entry else None) != (self._entry.id if self._entry else None)
        self._entry, self._together = entry, together or ((entry,) if entry else ())
        self.setVisible(entry is not None)
        if entry is None:
            return
        state = entry.state
        self.title.setText(name_of(entry, self._desk.screen.catalog))
        for language, column in self.columns.items():
            column.show_state(
                state.of.text.text(language),
                state.language(language),
                self.title.text(),
                is_closed=state.of.is_closed,
                over=is_other,
            )
        self._refused.show(state.key, state.of.text, is_closed=state.of.is_closed)
        self.closed.setVisible(state.of.is_closed)
        self.correct.setVisible(state.of.is_closed)
        unchecked = {Standing.DRAFT, Standing.STALE}
        self.check_all.setEnabled(any(each.standing in unchecked for each in state.languages))
        self.agreements.show_state(state)
        self.differences.show_differences(entry.differing, state.key)
        self.collation.setText(
            self._desk.screen.say(collation_told(state.collation, self._desk.screen.language))
        )
        self.collate.setEnabled(all(each.state.of.is_whole for each in self._together))
        self.uncollate.setVisible(state.collation is not None)
        self._mark()

    @property
    def is_refused(self) -> bool:
        """Whether a field of the text that is shown holds what was refused."""
        return self._entry is not None and self._refused.holds(self._entry.state.key)

    def finish_typing(self) -> bool:
        """Let a field with the cursor commit before another text is shown; return whether that was taken."""
        for language, column in self.columns.items():
            if self._entry is not None and column.field.hasFocus() and column.field.is_changed:
                key = self._entry.state.key
                column.field.clearFocus()
                return not self._refused.holds(key, language)
        return True

    def focus_language(self, language: Language) -> None:
        """Put the cursor into the field of a language, upon its first difference where it has one."""
        self.differences.choose(language)
        place = self._place_in(language)
        if place is not None:
            self.columns[language].go_to(place)
        else:
            self.columns[language].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the screen language."""
        for part in (self, self.agreements, self.differences):
            part.wording.say_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the languages side by side, or one under the other where there is no room for that."""
        super().resizeEvent(event)
        is_abreast = self.width() >= self._desk.screen.px(ABREAST)
        if is_abreast is not self._is_abreast:
            self._is_abreast = is_abreast
            way = QBoxLayout.Direction
            self._texts.setDirection(way.LeftToRight if is_abreast else way.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Let the page be as narrow as it likes: what has no room is scrolled."""
        return QSize(240, 160)

    def _connect(self) -> None:
        for column in self.columns.values():
            column.committed.connect(self._write)
            column.given_up.connect(self._give_up)
            column.check_wanted.connect(self._check_one)
        self.check_all.clicked.connect(self._check_all)
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.agreements.agree_wanted.connect(self._agree)
        self.agreements.withdraw_wanted.connect(self._withdraw)
        self.differences.chosen.connect(self._mark)
        self.differences.place_wanted.connect(self._go_to_place)
        self.differences.dismiss_wanted.connect(self._dismiss)
        self.differences.restore_wanted.connect(self._restore)
        self.collate.clicked.connect(self.open_collation)
        self.uncollate.clicked.connect(self._uncollate)
        self._desk.screen.theme_changed.connect(self._mark)

    def _write(self, language: Language, text: str) -> None:
        if self._entry is None:
            return
        key, before = self._entry.state.key, self._entry.state.of.text
        # What is shown while it is written is already the stored text.
        self._refused.give_up(key, language)
        refused = self._verbs.write(key, before.with_text(language, text.strip()))
        self._refused.judge(key, language, text, before.text(language), refused)

    def _give_up(self, language: Language) -> None:
        if self._entry is not None:
            self._refused.give_up(self._entry.state.key, language)

    def _check(self, languages: tuple[Language, ...], standing_open: int) -> None:
        """Record a check; where differences stand open, only once somebody has been told of them."""
        entry = self._entry
        if entry is None:
            return
        told = (open_differences(standing_open),) if standing_open else ()
        question, answer = message("Mark the text as checked?"), message("Mark as checked")
        if goes_on(self._desk.screen, question, told, answer):
            self._verbs.check(entry.state.key, languages)

    def _check_one(self, language: Language) -> None:
        self._check((language,), self._standing_open(language))

    def _check_all(self) -> None:
        if self._entry is not None:
            missing = self._entry.state.of.text.missing()
            written = tuple(each for each in Language if each not in missing)
            self._check(written, len(self.differences.all_open))

    def _standing_open(self, language: Language) -> int:
        """Return how many open differences a language has a part in."""
        return sum(language in (*each.languages, each.odd) for each in self.differences.all_open)

    def _show_outcome(self) -> None:
        if self._entry is not None:
            key = self._entry.state.key
            self._desk.show_place(PlaceOfRow(key.table, key.row, key.field))

    def _agree(self, side: str, language: Language, day: date) -> None:
        if self._entry is not None:
            self._verbs.agree(self._entry.state.key, side, language, day)

    def _withdraw(self, side: str, language: Language) -> None:
        if self._entry is not None:
            self._verbs.withdraw(self._entry.state.key, side, language)

    def _dismiss(self, difference: str, reason: str) -> None:
        if self._entry is None:
            return
        key = self._entry.state.key
        if self._verbs.dismiss(key, difference, reason):
            self.differences.forget(key, difference)

    def _restore(self, difference: str) -> None:
        if self._entry is not None:
            self._verbs.restore(self._entry.state.key, difference)

    def open_collation(self) -> None:
        """Ask for what a collation of the selected texts is recorded with."""
        if self._entry is None:
            return
        keys = [each.state.key for each in self._together]
        standing_open = sum(each.differences for each in self._together)
        if len(keys) == 1:
            what = message("All languages of {text} were compared.", text=self._entry.state.of.name)
        else:
            what = message(
                "All languages of the {number} selected texts were compared.", number=str(len(keys))
            )

        self._dialog = CollationDialog(
            self._desk,
            (what, *((open_differences(standing_open),) if standing_open else ())),
            lambda day, people, versions, note: self._verbs.collate(
                keys, day=day, done_by=people, versions=versions, note=note
            ),
            self.window(),
        )
        self._dialog.open()

    def _uncollate(self) -> None:
        act = self._entry.state.collation if self._entry is not None else None
        if act is not None:
            self._verbs.remove_collation(act.id)

    def _mark(self) -> None:
        """Mark the places of all open differences, and both places of the chosen one."""
        places = [
            place
            for each in self.differences.all_open
            for place in (each.here, each.there)
            if place is not None
        ]
        for language, column in self.columns.items():
            chosen = self._place_in(language)
            column.show_places([*places, *([chosen] if chosen else [])], chosen)

    def _place_in(self, language: Language) -> Place | None:
        current = self.differences.current
        if current is None:
            return None
        places = (current.here, current.there)
        return next((each for each in places if each is not None and each.language is language), None)

    def _go_to_place(self) -> None:
        current = self.differences.current
        if current is not None:
            place = current.here if current.odd in {None, current.here.language} else current.there
            self.columns[(place or current.here).language].go_to(place or current.here)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.title, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        self._texts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._texts.setSpacing(Space.M)
        for column in self.columns.values():
            self._texts.addWidget(column, 1)
        collating = QHBoxLayout()
        collating.setSpacing(Space.S)
        collating.addWidget(self.collation, 1)
        collating.addWidget(self.uncollate)
        collating.addWidget(self.collate)
        sheet = QWidget()
        surface(sheet, "page")
        below = QVBoxLayout(sheet)
        below.setContentsMargins(Space.L, 0, Space.L, Space.L)
        below.setSpacing(Space.M)
        below.addLayout(head)
        below.addWidget(self.closed)
        below.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self.refusal)
        below.addLayout(self._texts)
        below.addWidget(self.check_all, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.differences, self.agreements):
            below.addWidget(hairline())
            below.addWidget(part)
        below.addWidget(hairline())
        below.addLayout(collating)
        below.addStretch()
        only_writes(*self.columns.values(), self.agreements, self.differences)
        only_writes(self.check_all, self.collate, self.uncollate)
        self.area = QScrollArea()
        self.area.setWidget(sheet)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wording.put(self.area.setAccessibleName, message("Text in three languages"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
