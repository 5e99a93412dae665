"""The controls that choose from when to when: the years of a planner, the revisions that are compared."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout

from alternat.documents.kinds.year_planner.document import FIRST_YEAR, LAST_YEAR, MOST_YEARS
from alternat.language.formats import date_and_time
from alternat.language.messages import Message, message
from alternat.ui.documents.editors import Editor, Setting
from alternat.ui.documents.published import PublishedRevision, published_revisions
from alternat.ui.look.style import label
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.wheel import NumberField


class Years(Editor):
    """The first and the last year that print; those between print too."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        grid = QGridLayout()
        self._first = self._year(grid, 0, message("First year"))
        self._last = self._year(grid, 1, message("Last year"))
        self._first.valueChanged.connect(lambda year: self._tell(year, max(year, self._last.value())))
        self._last.valueChanged.connect(lambda year: self._tell(min(year, self._first.value()), year))
        self.column.addLayout(grid)

    def show_value(self, value: Any, options: Any) -> None:
        """Show the span; no years are that of the meeting."""
        del options
        desk = self.setting.desk
        years = value or (desk.tables.Meeting.get_by_id(desk.meeting).year,)
        for box, year in ((self._first, years[0]), (self._last, years[-1])):
            with QSignalBlocker(box):
                box.setValue(year)

    def _tell(self, first: int, last: int) -> None:
        """Tell the span; too long a one moves its other end along."""
        if last - first >= MOST_YEARS:
            first, last = (
                (first, first + MOST_YEARS - 1) if self._first.hasFocus() else (last - MOST_YEARS + 1, last)
            )
        self.edited.emit(tuple(range(first, last + 1)))

    def _year(self, grid: QGridLayout, column: int, name: Message) -> NumberField:
        box = NumberField()
        box.setRange(FIRST_YEAR, LAST_YEAR)
        box.setGroupSeparatorShown(False)
        box.setKeyboardTracking(False)
        box.setAccessibleName(self._screen.say(name))
        grid.addWidget(label("caption", self._screen.say(name)), 0, column)
        grid.addWidget(box, 1, column)
        return box


class _RevisionChoice(Editor):
    """One of the revisions of the programme, or what stands in for none."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._field = ChoiceField()
        self._field.setAccessibleName(self._screen.say(title))
        self._field.chosen.connect(self.edited)
        self.column.addWidget(self._field)

    def show_value(self, value: Any, options: Any) -> None:
        """Offer the revisions with one of them as chosen."""
        choices = [Choice(None, self._screen.say(self.otherwise(options)))]
        choices += [Choice(each.number, self._named(each)) for each in reversed(self.offered(options))]
        self._field.show_choices(choices, value)

    def is_relevant(self, options: Any) -> bool:
        """Return whether there is a revision to choose."""
        return bool(self.offered(options))

    def otherwise(self, options: Any) -> Message:
        """Return what no revision means."""
        raise NotImplementedError

    def offered(self, options: Any) -> Sequence[PublishedRevision]:
        """Return the revisions that can be chosen, the first published first."""
        raise NotImplementedError

    @property
    def _published(self) -> tuple[PublishedRevision, ...]:
        meeting = self.setting.desk.meeting
        return () if meeting is None else published_revisions(self.setting.desk.tables, meeting)

    def _named(self, revision: PublishedRevision) -> str:
        moment = date_and_time(revision.published, self._screen.language)
        text = message("Revision {number}, {moment}", number=str(revision.number), moment=moment)
        return self._screen.say(text)


class Since(_RevisionChoice):
    """The earlier of the two revisions that are compared."""

    def otherwise(self, options: Any) -> Message:
        """Return that the nearest earlier revision is meant."""
        return message("The last revision") if options.until is None else message("The revision before")

    def offered(self, options: Any) -> Sequence[PublishedRevision]:
        """Return all that was published."""
        del options
        return self._published


class Until(_RevisionChoice):
    """The later of the two, or the programme as it stands."""

    def otherwise(self, options: Any) -> Message:
        """Return that the programme as it stands is meant."""
        del options
        return message("The programme as it stands")

    def offered(self, options: Any) -> Sequence[PublishedRevision]:
        """Return what was published after the earlier one."""
        published = self._published
        first = options.since or (published[0].number if published else 0)
        return [each for each in published if each.number > first]
