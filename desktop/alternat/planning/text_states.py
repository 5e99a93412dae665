"""How texts in three languages stand: who checked, agreed and collated which of them, and what has changed.

Nothing of it is kept beside the texts but what somebody did, with the text as it stood then. Whatever has
changed since is found by comparing that with the text of today, so that an edit writes nothing more and
undo brings a check back. Source: anchors.md “Follow-up” 7 (collation) and 12 (dismissals).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.texts import TextStep
from alternat.planning.concordance.differences import Difference
from alternat.planning.text_comparisons import Comparisons
from alternat.planning.texts import FIELDS, Text, TextKey, texts

MARK_TABLES = frozenset({"text_mark", "collation", "dismissed_difference"})
"""The tables that say what was done with texts."""


class Standing(StrEnum):
    """How a text in one language stands."""

    MISSING = "missing"
    DRAFT = "draft"
    """Nobody has checked it."""
    CHECKED = "checked"
    STALE = "stale"
    """Since it was checked it has changed, or one of the texts it was checked against."""


STANDINGS: Mapping[Standing, Message] = {
    Standing.MISSING: message("Missing"),
    Standing.DRAFT: message("Not checked"),
    Standing.CHECKED: message("Checked"),
    Standing.STALE: message("To be checked again"),
}
"""How a text stands, in words."""


@dataclass(frozen=True, slots=True)
class LanguageState:
    """How a text stands in one language."""

    language: Language
    standing: Standing
    checked_on: date | None = None
    """The day it was checked last; None for a text that nobody checked."""
    checked_by: str = ""
    changed: tuple[Language, ...] = ()
    """The languages whose texts have changed since."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A side has agreed a text in one language."""

    side: str
    """The code of the side."""
    language: Language
    day: date
    done_by: str
    stands: bool
    """Whether it agreed the very text that stands."""


@dataclass(frozen=True, slots=True)
class CollationPlan:
    """Somebody has compared the texts in all languages."""

    id: int
    day: date
    done_by: str
    versions: str
    note: str
    seen: Label
    """The texts that were compared."""
    changed: tuple[Language, ...]
    """The languages whose texts have changed since, which reopens it."""


@dataclass(frozen=True, slots=True)
class TextState:
    """Everything that is known of a text."""

    of: Text
    languages: tuple[LanguageState, ...]
    """One of each language."""
    agreements: tuple[Agreement, ...]
    """By side, and of each by language."""
    collations: tuple[CollationPlan, ...]
    """The newest last."""

    @property
    def key(self) -> TextKey:
        """Return which text it is."""
        return self.of.key

    def language(self, language: Language) -> LanguageState:
        """Return how it stands in a language."""
        return self.languages[list(Language).index(language)]

    def agreement(self, side: str, language: Language) -> Agreement | None:
        """Return whether and when a side agreed it in a language."""
        return next(
            (each for each in self.agreements if (each.side, each.language) == (side, language)), None
        )

    @property
    def stale(self) -> tuple[LanguageState, ...]:
        """Return the languages in which it is to be checked again."""
        return tuple(each for each in self.languages if each.standing is Standing.STALE)

    @property
    def is_checked(self) -> bool:
        """Return whether it is checked in every language."""
        return all(each.standing is Standing.CHECKED for each in self.languages)

    @property
    def collation(self) -> CollationPlan | None:
        """Return the last collation."""
        return self.collations[-1] if self.collations else None

    @property
    def is_collated(self) -> bool:
        """Return whether the texts that stand are those that were compared last."""
        return self.collation is not None and not self.collation.changed

    @property
    def is_reopened(self) -> bool:
        """Return whether it was collated, and a text has changed since."""
        return self.collation is not None and bool(self.collation.changed)


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A difference that somebody has found to be none, for the texts that stood then."""

    id: int
    key: str
    reason: str
    day: date
    done_by: str
    seen: Label

    def holds(self, difference: Difference, text: Label) -> bool:
        """Return whether it is about a difference, and no text has changed since it was judged.

        The third language was read as well: where it agrees with one of the two, it says which stands alone.
        """
        return self.key == difference.key and self.seen == text


@dataclass(frozen=True, slots=True)
class TextDifferences:
    """What a text does not say alike in all languages."""

    of: Text
    open: tuple[Difference, ...]
    dismissed: tuple[tuple[Difference, Dismissal], ...]


def text_states(
    tables: Tables, *, keys: Collection[TextKey] | None = None, open_in: int | None = None
) -> tuple[TextState, ...]:
    """Return how texts stand: all of them, or those that `texts` gives for the same arguments."""
    found = texts(tables, keys=keys, open_in=open_in)
    marks = Marks.reading(tables, None if keys is None else {text.key for text in found})
    return tuple(marks.state(text) for text in found)


def differences(
    tables: Tables, *, keys: Collection[TextKey] | None = None, comparisons: Comparisons | None = None
) -> Mapping[TextKey, TextDifferences]:
    """Return in what texts differ between their languages, without those that do not."""
    found = texts(tables, keys=keys)
    marks = Marks.reading(tables, None if keys is None else {text.key for text in found})
    by = comparisons or Comparisons.reading(tables)
    told = {text.key: marks.sorted_out(text, by.of(text.text)) for text in found}
    return {key: each for key, each in told.items() if each.open or each.dismissed}


def open_differences(count: int) -> Message:
    """Return that so many differences stand open in what is about to be checked, agreed or collated."""
    return counted(
        "{count} difference stands open: mend the text, or dismiss it with the reason.",
        "{count} differences stand open: mend the text, or dismiss them with the reason.",
        count,
    )


class _Check(NamedTuple):
    day: date
    done_by: str
    seen: Label


class Marks:
    """What was done with texts, as read at once."""

    def __init__(self) -> None:
        self._checks: dict[TextKey, dict[Language, _Check]] = defaultdict(dict)
        self._agreed: dict[TextKey, list[tuple[int, str, Language, _Check]]] = defaultdict(list)
        self._collations: dict[TextKey, list[tuple[int, _Check, str, str]]] = defaultdict(list)
        self._dismissed: dict[TextKey, list[Dismissal]] = defaultdict(list)
        self.owners: dict[tuple[str, int], TextKey] = {}
        """Which text each of the rows is about, by its table and id."""

    @classmethod
    def reading(cls, tables: Tables, keys: Collection[TextKey] | None = None) -> "Marks":
        """Return what was done with all texts, or with some of them."""
        marks = cls()
        marks._read_steps(tables, keys)
        marks._read_collations(tables, keys)
        marks._read_dismissed(tables, keys)
        return marks

    @property
    def parts(self) -> tuple[dict[TextKey, Any], ...]:
        """Return what is held by text."""
        return (self._checks, self._agreed, self._collations, self._dismissed)

    def replace(self, keys: Collection[TextKey], fresh: "Marks") -> None:
        """Take over what was done with some texts from marks that were read later."""
        for own, new in zip(self.parts, fresh.parts, strict=True):
            _take_over(own, new, keys)
        self.owners = {row: key for row, key in self.owners.items() if key not in keys} | fresh.owners

    def state(self, text: Text) -> TextState:
        """Return how a text stands."""
        return TextState(
            text,
            tuple(self._language(text, each) for each in Language),
            tuple(
                Agreement(
                    side,
                    language,
                    mark.day,
                    mark.done_by,
                    stands=mark.seen.text(language) == text.text.text(language),
                )
                for _, side, language, mark in sorted(
                    self._agreed.get(text.key, ()), key=lambda each: (each[0], list(Language).index(each[2]))
                )
            ),
            tuple(
                CollationPlan(
                    key,
                    act.day,
                    act.done_by,
                    versions,
                    note,
                    act.seen,
                    changed_languages(act.seen, text.text),
                )
                for key, act, versions, note in self._collations.get(text.key, ())
            ),
        )

    def sorted_out(self, text: Text, found: Iterable[Difference]) -> TextDifferences:
        """Return the differences of a text: the open ones, and those that were dismissed."""
        open_: list[Difference] = []
        dismissed: list[tuple[Difference, Dismissal]] = []
        for each in found:
            by = next((one for one in self._dismissed.get(text.key, ()) if one.holds(each, text.text)), None)
            if by is None:
                open_.append(each)
            else:
                dismissed.append((each, by))
        return TextDifferences(text, tuple(open_), tuple(dismissed))

    def _language(self, text: Text, language: Language) -> LanguageState:
        mark = self._checks.get(text.key, {}).get(language)
        if not text.text.text(language).strip():
            return LanguageState(language, Standing.MISSING)
        if mark is None:
            return LanguageState(language, Standing.DRAFT)
        changed = changed_languages(mark.seen, text.text)
        standing = Standing.STALE if changed else Standing.CHECKED
        return LanguageState(language, standing, mark.day, mark.done_by, changed)

    def _read_steps(self, tables: Tables, keys: Collection[TextKey] | None) -> None:
        mark: Any = tables.TextMark
        sides = {
            key: (number, code)
            for key, number, code in tuples(
                tables.Side.select(tables.Side.id, tables.Side.number, tables.Side.code)
            )
        }
        columns = (mark.language, mark.step, mark.side, mark.day, mark.done_by, mark.seen)
        for key, id_, language, step, side, day, done_by, seen in _of_texts(mark, columns, keys):
            self.owners["text_mark", id_] = key
            check = _Check(day, done_by, seen)
            if step is TextStep.CHECKED:
                self._checks[key][Language(language)] = check
            elif side is not None:
                self._agreed[key].append((*sides[side], Language(language), check))

    def _read_collations(self, tables: Tables, keys: Collection[TextKey] | None) -> None:
        act: Any = tables.Collation
        columns = (act.day, act.done_by, act.seen, act.versions, act.note)
        for key, id_, day, done_by, seen, versions, note in _of_texts(act, columns, keys):
            self.owners["collation", id_] = key
            self._collations[key].append((id_, _Check(day, done_by, seen), versions, note))
        for acts in self._collations.values():
            acts.sort(key=lambda each: (each[1].day, each[0]))

    def _read_dismissed(self, tables: Tables, keys: Collection[TextKey] | None) -> None:
        row: Any = tables.DismissedDifference
        columns = (row.key, row.reason, row.day, row.done_by, row.seen)
        for key, id_, *rest in _of_texts(row, columns, keys):
            self.owners["dismissed_difference", id_] = key
            self._dismissed[key].append(Dismissal(id_, *rest))


def _take_over(own: dict[TextKey, Any], new: Mapping[TextKey, Any], keys: Collection[TextKey]) -> None:
    for key in keys:
        own.pop(key, None)
    own.update({key: value for key, value in new.items() if key in keys})


def _of_texts(
    model: Any, columns: Sequence[Any], keys: Collection[TextKey] | None
) -> Iterator[tuple[Any, ...]]:
    """Yield rows about texts by their id: which text, their own id, and those columns."""
    owners = [getattr(model, table) for table in FIELDS]
    query = model.select(model.id, model.field, *owners, *columns).order_by(model.id)
    if keys is not None:
        wanted: dict[str, set[int]] = defaultdict(set)
        for key in keys:
            wanted[key.table].add(key.row)
        if not wanted:
            return
        conditions = [getattr(model, table).in_(sorted(rows)) for table, rows in wanted.items()]
        condition = conditions[0]
        for other in conditions[1:]:
            condition |= other
        query = query.where(condition)
    for id_, field, *rest in tuples(query):
        of, values = rest[: len(owners)], rest[len(owners) :]
        owner = next(((table, row) for table, row in zip(FIELDS, of, strict=True) if row is not None), None)
        if owner is not None:
            yield (TextKey(*owner, field), id_, *values)


def changed_languages(seen: Label, text: Label) -> tuple[Language, ...]:
    """Return the languages whose text is not what it was."""
    return tuple(each for each in Language if seen.text(each) != text.text(each))
