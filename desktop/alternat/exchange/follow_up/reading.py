"""What the cells of a workbook of the follow-up say: days, words and references in any of the languages."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.actions.fields import tidy_text
from alternat.exchange.events.days import Frame, in_figures, read_day
from alternat.exchange.follow_up.cells import DASH, SCRIPTS_APART
from alternat.exchange.follow_up.layout import RawRow
from alternat.language.catalogs import catalog
from alternat.language.characters import code_point, unseen_in
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message, offered, series
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.follow_up_records import KINDS_OF, Known, empty
from alternat.planning.follow_up_sheets import Column, Form, Target
from alternat.planning.outcomes import KINDS

_APART = re.compile(r"[\n;；]")
_WORDS_APART = re.compile(r"[\n;；,，、]")
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: 00:00(?::00)?)?")
_TRUE, _FALSE = frozenset({"true", "1", "x", "✓", "✔"}), frozenset({"false", "0"})


class CellRefused(Exception):
    """A cell says what its column cannot hold; `reason` tells what and offers the choices."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True)
class Named:
    """Those who can be meant by a name: nobody, one person or several."""

    text: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InstrumentNamed:
    """The instrument that is meant, by the row of the workbook on which it stands, or its id without that."""

    row: int | None
    key: int | None


class CellReader:
    """Reads cells by what the dialogue and the workbook itself hold."""

    def __init__(
        self,
        known: Known,
        codes: Mapping[Target, Mapping[str, Label]],
        instruments: Sequence[tuple[InstrumentNamed, str, Label]],
        people: Mapping[str, int],
    ) -> None:
        """Read with references to these codes, and to instruments by their number and title.

        `people` says who is meant by names about which somebody was asked.
        """
        self._codes, self._instruments = codes, instruments
        self._known = known
        self._people: dict[str, set[int]] = defaultdict(set)
        for each in known.people.values():
            for spelling in each.spellings:
                self._people[fold(spelling)].add(each.id)
        self._chosen = {fold(name): person for name, person in people.items()}
        self._by_code = {target: {fold(code): code for code in of} for target, of in codes.items()}
        self._said: dict[int, Mapping[str, str]] = {}
        """The codes of columns by their words, as far as they were read."""
        self._names = {target: _by_name(of) for target, of in codes.items()}
        self._readers: Mapping[Form, Callable[[Column, str], Any]] = {
            Form.DAY: _day,
            Form.WHOLE: _whole,
            Form.FLAG: _flag,
            Form.WORD: self._word,
            Form.WORDS: self._words,
            Form.DAYS: self._days,
            Form.REFERENCE: self._one,
            Form.REFERENCES: self._several,
        }
        self.used: set[str] = set()
        """The names, folded, of which somebody said who is meant, as far as they were read."""

    def read(self, column: Column, row: RawRow) -> Any:
        """Return the value of a cell; raises CellRefused.

        A person stands there as a `Named` and an instrument as an `InstrumentNamed`, until the row is known.
        """
        if column.id in row.uncalculated:
            raise CellRefused(message("The cell holds a formula without its value. Type the value instead."))
        if column.id in row.merged:
            raise CellRefused(
                message("The cell is merged with another one. Part them and fill in each of them.")
            )
        text = row.cells[column.id]
        if column.form is Form.TEXT:
            return _text(column, text)
        text = unicodedata.normalize("NFKC", text).strip()
        if not text:
            return empty(column)
        return self._readers[column.form](column, text)

    def session(self, row: RawRow, meeting: str) -> str | None:
        """Return the calendar key of the session that a row names; None where no session is that.

        Its title is looked for among the sessions of the meeting; the key tells those of one title apart, and
        is enough where the title says nothing.
        """
        key = row.cells.get("session", "").strip()
        title = fold(row.cells.get("session_title", ""))
        if not key and not title:
            return ""
        own = [each for each in self._known.sessions.values() if each.meeting == meeting]
        called = [
            each.uid
            for each in own
            if title and title in {fold(each.title.text(language)) for language in Language}
        ]
        if len(called) == 1 or key in called:
            return key if key in called else called[0]
        return key if key in {each.uid for each in own} and not called else None

    def state(self, column: Column, row: RawRow, kind: str) -> str:
        """Return the state of an outcome; of one that was not agreed nothing is agreed, but what was done."""
        of_kind = KINDS[OutcomeKind(kind)] if kind and kind != OutcomeKind.AGREED else None
        text = fold(row.cells[column.id])
        if of_kind is not None and text in {fold(catalog(each).say(of_kind)) for each in Language}:
            return OutcomeState.AGREED.value
        found: str = self.read(column, row)
        return found

    def _word(self, column: Column, text: str) -> str:
        """Return the code that is written, or whose words are, in any of the languages."""
        if id(column) not in self._said:
            self._said[id(column)] = {
                fold(written): code
                for code, words in column.words.items()
                for written in (code, *(catalog(each).say(words) for each in Language))
            }
        code = self._said[id(column)].get(fold(text))
        if code is None:
            choices = series(column.words.values())
            raise CellRefused(
                message("“{value}” cannot stand here. It is one of: {choices}.", value=text, choices=choices)
            )
        return code

    def _words(self, column: Column, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._word(column, each) for each in _pieces(_WORDS_APART, text)))

    def _one(self, column: Column, text: str) -> Any:
        return self._reference(column, " ".join(text.split()))

    def _several(self, column: Column, text: str) -> tuple[str, ...]:
        return tuple(sorted({self._reference(column, each) for each in _pieces(_APART, text)}))

    def _days(self, column: Column, text: str) -> tuple[tuple[str, date], ...]:
        return tuple(sorted(self._day_of(column, each) for each in _pieces(_APART, text)))

    def _day_of(self, column: Column, piece: str) -> tuple[str, date]:
        """Return of what a line tells a day, and the day behind it."""
        code, _, day = piece.rpartition(" ")
        if not code:
            raise CellRefused(
                message(
                    "“{value}” needs a code and a day, such as {example}.",
                    value=piece,
                    example="dialogue-1 2027-09-30",
                )
            )
        return self._reference(column, code.strip(" :：")), day_of(day)

    def _reference(self, column: Column, text: str) -> Any:
        assert column.to is not None
        if column.to is Target.PERSON:
            return self._person(column, text)
        if column.to is Target.INSTRUMENT:
            return self._instrument(text)
        for part in (text, text.partition(DASH)[0]):
            if (code := self._by_code[column.to].get(fold(part))) is not None:
                return code
        named = self._names[column.to].get(fold(text), ())
        if len(named) == 1:
            return named[0]
        raise CellRefused(_unknown(column.to, text, self._codes[column.to]))

    def _person(self, column: Column, text: str) -> Named:
        key = fold(text)
        if key in self._chosen:
            self.used.add(key)
            return Named(text, (self._chosen[key],))
        forms = [self._people.get(fold(form), set()) for form in (text, *text.split(SCRIPTS_APART.strip()))]
        fitting = forms[0] or set.intersection(*forms[1:])
        side = column.side
        ids = (each for each in sorted(fitting) if side in ("", self._known.people[each].side))
        return Named(text, tuple(ids))

    def _instrument(self, text: str) -> InstrumentNamed:
        number = text.partition(DASH)[0].strip()
        for named, own, _ in self._instruments:
            if own and own == number:
                return named
        wanted = fold(text)
        called = [
            named
            for named, _, title in self._instruments
            if wanted in {fold(title.text(each)) for each in Language}
        ]
        if len(called) == 1:
            return called[0]
        choices = [message("{number} {name}", number=own, name=title) for _, own, title in self._instruments]
        raise CellRefused(
            message(
                "There is no instrument “{name}”. Those there are: {choices}.",
                name=text,
                choices=offered(choices),
            )
        )


def day_of(text: str) -> date:
    """Return the day that a text gives in full, in any of the languages; raises CellRefused.

    Nothing is guessed: a day without its year is none, and neither is one whose day and month could be
    exchanged.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    refused = CellRefused(
        message("“{value}” is not a date. Write it as {example}.", value=plain, example="2027-12-31")
    )
    if found := _ISO.fullmatch(plain):
        try:
            return date(*(int(each) for each in found.groups()))
        except ValueError:
            raise refused from None
    year = _YEAR.search(plain)
    if year is None:
        raise refused
    frame = Frame(int(year[0]))
    orders = sorted(set(in_figures(plain, frame).values()))
    if len(orders) > 1:
        raise CellRefused(
            message(
                "“{value}” can be {days}. Write it as {example}.",
                value=plain,
                days=series(each.isoformat() for each in orders),
                example=orders[0].isoformat(),
            )
        )
    reading = read_day(plain, frame)
    if len(reading.days) != 1 or not reading.is_alone or reading.is_reckoned:
        raise refused
    return reading.days[0]


def _text(column: Column, text: str) -> str:
    tidy = tidy_text(text)
    if column.is_code:
        tidy = " ".join(unicodedata.normalize("NFKC", tidy).split())
    if unseen := unseen_in(tidy):
        raise CellRefused(
            message(
                "The text has a character that nobody sees: {code}. Type it anew without that.",
                code=code_point(unseen[0]),
            )
        )
    if column.most is not None and len(tidy) > column.most:
        raise CellRefused(
            message(
                "The text has {length} characters; {most} is the most it can hold.",
                length=len(tidy),
                most=column.most,
            )
        )
    return tidy


def _whole(column: Column, text: str) -> int:
    assert column.most is not None
    digits = text.replace(" ", "")
    if digits.isascii() and digits.isdigit() and column.least <= int(digits) <= column.most:
        return int(digits)
    raise CellRefused(
        message(
            "“{value}” is not a whole number from {least} to {most}.",
            value=text,
            least=column.least,
            most=column.most,
        )
    )


def _day(_column: Column, text: str) -> date:
    return day_of(text)


def _flag(_column: Column, text: str) -> bool:
    word = text.casefold()
    for is_so, sentence, others in ((True, message("yes"), _TRUE), (False, message("no"), _FALSE)):
        if word in others or word in {catalog(each).say(sentence).casefold() for each in Language}:
            return is_so
    choices = series((message("yes"), message("no")))
    raise CellRefused(
        message("“{value}” cannot stand here. It is one of: {choices}.", value=text, choices=choices)
    )


def _pieces(apart: re.Pattern[str], text: str) -> Iterator[str]:
    for piece in apart.split(text):
        if bare := " ".join(piece.split()):
            yield bare


def _by_name(codes: Mapping[str, Label]) -> Mapping[str, tuple[str, ...]]:
    """Return the codes by what they stand for, in every language and with the code before it."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, name in codes.items():
        for language in Language:
            if key := fold(name.text(language)):
                found[key].add(code)
    return {key: tuple(each) for key, each in found.items()}


def _unknown(target: Target, name: str, codes: Mapping[str, Label]) -> Message:
    """Return that there is nothing of that name, with the choices."""
    choices = offered(codes)
    sentences = {
        Target.TOPIC: message(
            "There is no topic “{name}”. The topics are: {choices}.", name=name, choices=choices
        ),
        Target.DIALOGUE: message(
            "“{text}” is not one of the existing dialogues. They are: {choices}.", text=name, choices=choices
        ),
        Target.OBJECTIVE: message(
            "“{text}” is not one of the objectives. They are: {choices}.", text=name, choices=choices
        ),
        Target.LED: message(
            "“{text}” is neither an existing dialogue nor an objective. There are: {choices}.",
            text=name,
            choices=choices,
        ),
        Target.OUTCOME: message(
            "There is no outcome “{name}” in the dialogue or in the workbook. There are: {choices}.",
            name=name,
            choices=choices,
        ),
        Target.MEETING: message(
            "There is no meeting “{name}”. The meetings are: {choices}.", name=name, choices=choices
        ),
        Target.SIDE: message(
            "There is no side “{name}”. The sides are: {choices}.", name=name, choices=choices
        ),
    }
    return sentences[target]


def codes_of(
    known: Known, more: Mapping[Target, Mapping[str, Label]]
) -> Mapping[Target, Mapping[str, Label]]:
    """Return what cells can refer to by a code: what the dialogue knows and what the workbook adds."""
    found: dict[Target, dict[str, Label]] = {
        target: {code: name for kind in kinds for code, name in known.provisions[kind].items()}
        for target, kinds in KINDS_OF.items()
    }
    found[Target.SIDE] = dict(known.sides)
    found[Target.MEETING] = dict.fromkeys(known.meetings, Label())
    found[Target.OUTCOME] = {}
    for target, codes in more.items():
        found[target] = {**found.get(target, {}), **codes}
    return found
