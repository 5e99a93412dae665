"""What is to be said of texts in three languages: stale ones, differences, agreements and collations."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from alternat.language.label import Label, Language
from alternat.language.messages import Message, message, series
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.planning.concordance.wording import sentence
from alternat.planning.dialogue_terms import TERM_TABLES, dialogue_renderings
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.session_changes import TouchedRow
from alternat.planning.text_comparisons import Comparisons
from alternat.planning.text_states import MARK_TABLES, Marks, TextDifferences, TextState
from alternat.planning.texts import FIELDS, Text, TextKey, texts

BESIDE = "concordance"
"""The field of a row that leads to its texts side by side, as in `concordance.text.fr`."""
TEXT_TABLES = frozenset({*FIELDS, *MARK_TABLES, *TERM_TABLES, "side"})
"""The tables on which the findings about texts depend."""


class TextsCheck:
    """Holds the findings about the texts with which something is still to be done, and of one meeting.

    After `follow` they are what a new check of the same meeting finds; only texts that a change touches
    are read and compared again. To compare hundreds of texts for the first time takes a moment: unless all of
    it is to be done `at_once`, `go_on` does the rest in parts.
    """

    def __init__(self, tables: Tables, meeting: int, *, at_once: bool = True) -> None:
        self._at_once = at_once
        self._waiting: dict[TextKey, Text] = {}
        self._tables, self._meeting = tables, meeting
        self.comparisons = Comparisons.reading(tables)
        self._read_all()

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings in the order of the texts."""
        order = {table: at for at, table in enumerate(FIELDS)}
        keys = sorted(
            self._found, key=lambda key: (order[key.table], key.row, FIELDS[key.table].index(key.field))
        )
        return tuple(finding for key in keys for finding in self._found[key])

    @property
    def is_finished(self) -> bool:
        """Return whether all texts have been compared."""
        return not self._waiting

    def go_on(self, most: int | None = None) -> None:
        """Compare texts that wait, so many of them at most."""
        for key in list(self._waiting)[:most]:
            self._tell_of(self._waiting.pop(key))

    def follow(self, rows: Iterable[TouchedRow]) -> None:
        """Take in what commits, undone and redone steps changed."""
        touched = [row for row in rows if row.table in TEXT_TABLES]
        tables = {row.table for row in touched}
        if "side" in tables:
            self._read_all()
            return
        if tables & TERM_TABLES and self.comparisons.take(dialogue_renderings(self._tables)):
            self._tell(self._texts.values())
        owners = {(row.table, row.key) for row in touched if row.table in FIELDS}
        for table in tables & MARK_TABLES:
            owners |= self._owners_of(table, {row.key for row in touched if row.table == table})
        if owners:
            self._read(owners)

    def _read_all(self) -> None:
        self._countries: Mapping[str, Label] = {
            side.code: side.country for side in self._tables.Side.select()
        }
        self._texts = {text.key: text for text in texts(self._tables, open_in=self._meeting)}
        self._marks = Marks.reading(self._tables)
        self._found: dict[TextKey, tuple[Finding, ...]] = {}
        self._tell(self._texts.values())

    def _read(self, owners: Iterable[tuple[str, int]]) -> None:
        """Read the texts of some rows again, with what was done with them."""
        keys = {TextKey(table, row, field) for table, row in owners for field in FIELDS[table]}
        for key in keys:
            self._texts.pop(key, None)
            self._found.pop(key, None)
            self._waiting.pop(key, None)
        fresh = texts(self._tables, keys=keys, open_in=self._meeting)
        self._texts.update({text.key: text for text in fresh})
        self._marks.replace(keys, Marks.reading(self._tables, keys))
        self._tell(fresh)

    def _owners_of(self, table: str, ids: set[int]) -> set[tuple[str, int]]:
        """Return the rows that marks of a table are about, those that are gone as well."""
        model: Any = self._tables.named(table)
        known = (self._marks.owners.get((table, each)) for each in ids)
        found = {(key.table, key.row) for key in known if key is not None}
        columns = [getattr(model, each) for each in FIELDS]
        for row in tuples(model.select(*columns).where(model.id.in_(sorted(ids)))):
            found.update((owner, key) for owner, key in zip(FIELDS, row, strict=True) if key is not None)
        return found

    def _tell(self, among: Collection[Text]) -> None:
        is_soon = self._at_once or len(among) <= _FEW
        for text in among:
            if is_soon or self.comparisons.knows(text.text):
                self._tell_of(text)
            else:
                self._waiting[text.key] = text

    def _tell_of(self, text: Text) -> None:
        differing = self._marks.sorted_out(text, self.comparisons.of(text.text))
        found = tuple(_of_text(self._marks.state(text), differing, self._countries))
        if found:
            self._found[text.key] = found
        else:
            self._found.pop(text.key, None)


_FEW = 20
"""So many texts are compared without a word."""


def check_texts(tables: Tables, meeting: int) -> tuple[Finding, ...]:
    """Return what is to be said of the texts that are open, and of those of a meeting."""
    return TextsCheck(tables, meeting).findings()


@dataclass(frozen=True, slots=True)
class PrintedTexts:
    """Texts that a paper prints, read with what was done with them, so that any thread may compare them.

    What somebody wrote about a check or a dismissal goes onto no paper.
    """

    texts: tuple[Text, ...]
    marks: Marks = field(repr=False)
    comparisons: Comparisons = field(repr=False)

    @classmethod
    def reading(cls, tables: Tables, keys: Iterable[TextKey]) -> "PrintedTexts":
        """Return those of the texts that say anything."""
        wanted = frozenset(keys)
        return cls(texts(tables, keys=wanted), Marks.reading(tables, wanted), Comparisons.reading(tables))

    def findings(self, languages: Collection[Language]) -> Iterator[Finding]:
        """Yield what is stale in the languages of a paper, and what they do not say as the others do."""
        for text in self.texts:
            yield from self.findings_of(text.key, languages)

    def findings_of(self, key: TextKey, languages: Collection[Language]) -> Iterator[Finding]:
        """Yield the same of one text."""
        text = next((each for each in self.texts if each.key == key), None)
        if text is None:
            return
        state = self.marks.state(text)
        if any(each.language in languages for each in state.stale):
            yield from _stale(state)
        found = self.marks.sorted_out(text, self.comparisons.of(text.text))
        told = tuple(each for each in found.open if set(each.languages) & set(languages))
        yield from _differing(TextDifferences(text, told, ()))

    def sentences(self, key: TextKey, languages: Collection[Language]) -> tuple[Message, ...]:
        """Return the same of one text as sentences."""
        return tuple(each.message for each in self.findings_of(key, languages))


def _of_text(
    state: TextState, differing: TextDifferences, countries: Mapping[str, Label]
) -> Iterator[Finding]:
    yield from _stale(state)
    yield from _differing(differing)
    yield from _agreements(state, countries)
    act = state.collation
    if act is not None and act.changed:
        yield Finding(
            "collation-outdated",
            Severity.WARNS,
            _subject(state.key),
            message(
                "Since {text} was collated on {day}, it has changed in {changed}.",
                text=state.of.name,
                day=act.day,
                changed=series(act.changed),
            ),
            _fix(state.key, act.changed[0]),
        )


def _stale(state: TextState) -> Iterator[Finding]:
    stale = [each.language for each in state.stale]
    if stale:
        changed = [each for each in Language if any(each in one.changed for one in state.stale)]
        yield Finding(
            "text-stale",
            Severity.WARNS,
            _subject(state.key),
            message(
                "In {text}, the wording has changed in {changed} since it was checked; it is to be checked "
                "again in {stale}.",
                text=state.of.name,
                changed=series(changed),
                stale=series(stale),
            ),
            _fix(state.key, next((each for each in stale if each not in changed), stale[0])),
        )


def _differing(differing: TextDifferences) -> Iterator[Finding]:
    for each in differing.open:
        yield Finding(
            "text-differs",
            Severity.WARNS,
            _subject(differing.of.key),
            message("In {text}: {difference}", text=differing.of.name, difference=sentence(each)),
            _fix(differing.of.key, each.here.language),
        )


def _agreements(state: TextState, countries: Mapping[str, Label]) -> Iterator[Finding]:
    for side in dict.fromkeys(each.side for each in state.agreements):
        given = [each for each in state.agreements if each.side == side]
        agreed = [each.language for each in given]
        lacking = [each for each in Language if each not in agreed]
        if lacking:
            yield Finding(
                "agreed-in-one-language-only",
                Severity.WARNS,
                _subject(state.key),
                message(
                    "{country} has agreed {text} in {agreed} only, and not in {lacking}.",
                    country=countries[side],
                    text=state.of.name,
                    agreed=series(agreed),
                    lacking=series(lacking),
                ),
                _fix(state.key, lacking[0]),
            )
        outdated = [each for each in given if not each.stands]
        if outdated:
            yield Finding(
                "agreement-outdated",
                Severity.WARNS,
                _subject(state.key),
                message(
                    "Since {country} agreed {text} on {day}, it has changed in {changed}.",
                    country=countries[side],
                    text=state.of.name,
                    day=min(each.day for each in outdated),
                    changed=series(each.language for each in outdated),
                ),
                _fix(state.key, outdated[0].language),
            )


def _subject(key: TextKey) -> Subject:
    return Subject(SubjectKind(key.table), key.row)


def _fix(key: TextKey, language: Language) -> Fix:
    return Fix(message("Compare the texts"), f"{BESIDE}.{key.field}.{language}")
