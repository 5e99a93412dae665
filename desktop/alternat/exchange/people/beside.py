"""What lists write beside a name: numbering, brackets, letters, titles, pronouns; sorted, never dropped.

A name stays with its letters only. Forms of address and letters after a name have fields of their own, a sex
tells the gender, and everything else becomes a remark, which the list's reader says and keeps as a note.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from alternat.exchange.people.around import without_surroundings
from alternat.exchange.people.beside_words import by_length, folded
from alternat.exchange.people.han_beside import HanBeside, is_han_name, take_han_apart
from alternat.exchange.people.latin_beside import (
    is_born_name,
    is_letters,
    is_office,
    is_pronouns,
    is_title,
    leading_titles,
    trailing_letters,
)
from alternat.exchange.people.plain_names import is_plain_han, is_plain_latin
from alternat.exchange.people.script_pieces import has_latin, in_scripts
from alternat.exchange.people.words import gender_words
from alternat.language.folding import fold
from alternat.language.scripts import is_han
from alternat.nouns.people import Gender

_AROUND_PLACEHOLDERS = re.compile(r"[\s()（）\[\]【】<>《》{}*?？!！.…。:：,，;；“”\"«»_\-–—/／]+")


class RemarkKind(StrEnum):
    """What becomes of a remark beside a name."""

    NUMBERING = "numbering"
    """A number or a sign of the list itself; it is said and goes nowhere."""
    LETTERS = "letters"
    """Letters after the name, which have a field of their own."""
    TITLE = "title"
    """A form of address in an unusual place."""
    GENDER = "gender"
    NOTE = "note"
    """Anything else; it is kept as a note."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that stood beside a name, as written."""

    kind: RemarkKind
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A name in Latin letters and in Chinese script, alone, and what stood beside it."""

    latin: str = ""
    """Its words; a comma stands behind a family name."""
    han: str = ""
    titles: tuple[str, ...] = ()
    gender: Gender = Gender.UNKNOWN
    remarks: tuple[Remark, ...] = ()

    @property
    def letters(self) -> str:
        """Return the letters after the name, parted by commas."""
        return ", ".join(each.text for each in self.remarks if each.kind is RemarkKind.LETTERS)


_NUMERALS = "一二三四五六七八九十百零〇"
_NUMBERING = re.compile(
    rf"\s*(?:[（(\[【]\s*(?:\d{{1,4}}|[{_NUMERALS}]{{1,4}}|[a-z]|[ivx]{{1,5}})\s*[)）\]】]"
    r"|(?:no|nº|n°|№|#)\.?\s*\d{1,4}\s*[.:)、-]?|\d{1,4}\s*(?:[.．、):：）]|-(?=\D))"
    rf"|[{_NUMERALS}]{{1,3}}、|第[{_NUMERALS}\d]{{1,4}}[、.:：]"
    r"|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u3251-\u325f]"
    r"|[a-z]\)|[•●▪■◆◇·\-–—*]\s+|\d{1,4}\s+(?=\D))\s*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[（(\[【〔｛{〈《<]([^）)\]】〕｝}〉》>]*)[）)\]】〕｝}〉》>]?")
_QUOTES = re.compile(r"[“\"«„『「]\s*([^”\"»』」]*?)\s*[”\"»』」]|(?<=\s)['‘]([^'’]+)['’](?=\s|$)")
_FOOTNOTE = re.compile(r"\s*[\[(（]\s*\d{1,3}\s*[\])）]$")
_PRONOUNS = re.compile(r"(?<![\w/])[^\W\d_]+(?:\s*/\s*[^\W\d_]+){1,3}(?![\w/])")
_DASH = re.compile(r"\s+[-–—]+\s+|(?<=[\u3400-\u9fff])[-–—](?=[\u3400-\u9fff])|[–—]{1,2}|\s*[|｜]\s*|\n")
_LISTED = re.compile(r"\s*[，、,;；\s]\s*")
_KEPT_AT_ENDS = frozenset("'’ʼ.-·‧•・`´")


def name_alone(text: str, *, is_part: bool = False) -> Beside:
    """Return the name in a cell, and what stands beside it; a part is a family or a given name only."""
    if not text:
        return Beside()
    if is_plain_latin(text):
        return Beside(text)
    if is_plain_han(text):
        return Beside(han=text)
    return taken_apart(text, is_part=is_part)


def taken_apart(text: str, *, is_part: bool = False) -> Beside:
    """Return what `name_alone` does, looking at everything that could stand beside the name."""
    taking = _Taking(others=int(is_part))
    rest = taking.without_numbering(text)
    rest, around = without_surroundings(rest)
    for each in around:
        taking.take(each)
    rest = taking.without_pronouns(rest)
    outside = _QUOTES.sub(" ", _BRACKETS.sub(" ", rest))
    rest = _BRACKETS.sub(lambda found: taking.from_brackets(found.group(1), outside), rest)
    rest = _QUOTES.sub(lambda found: taking.from_brackets(found.group(1) or found.group(2), outside), rest)
    latin, han = in_scripts(taking.without_signs(taking.first_of_lines(rest)))
    name = taking.from_latin(latin)
    chinese = taking.from_han(take_han_apart(han))
    return Beside(name, chinese, tuple(taking.titles), taking.gender, tuple(taking.remarks))


@dataclass
class _Taking:
    """What has been taken from beside one name so far; `others` is one if more of it is in another cell."""

    others: int = 0
    titles: list[str] = field(default_factory=list)
    gender: Gender = Gender.UNKNOWN
    remarks: list[Remark] = field(default_factory=list)

    def note(self, text: str, kind: RemarkKind = RemarkKind.NOTE) -> None:
        """Take a remark."""
        if bare := text.strip(" \t\n,，、;；:："):
            self.remarks.append(Remark(kind, bare))

    def take(self, text: str) -> None:
        """Take a text that is no name, for what it is."""
        if not self._sort(text):
            self.note(text)

    def without_numbering(self, text: str) -> str:
        """Return a name without the number or bullet before it and the footnote behind it."""
        found = _NUMBERING.match(text)
        if found and has_letters(text[found.end() :]):
            self.note(found.group(), RemarkKind.NUMBERING)
            text = text[found.end() :]
        if (tail := _FOOTNOTE.search(text)) and has_letters(text[: tail.start()]):
            self.note(tail.group(), RemarkKind.NUMBERING)
            text = text[: tail.start()]
        return text

    def without_pronouns(self, text: str) -> str:
        """Return a name without pronouns such as `they/them`, in brackets or not."""

        def taken(found: re.Match[str]) -> str:
            if not is_pronouns(found.group()):
                return found.group()
            self.note(found.group())
            return " "

        return _PRONOUNS.sub(taken, text)

    def without_signs(self, text: str) -> str:
        """Return a name without the asterisks, daggers and raised figures at its ends."""
        start, end = 0, len(text)
        while start < end and _is_sign(text[start]):
            start += 1
        while end > start and _is_sign(text[end - 1]):
            end -= 1
        for signs in (text[:start], text[end:]):
            marks = "".join(each for each in signs if each not in " \n,，、;；:：/／!！?？。")
            if marks:
                self.note(marks)
        return text[start:end]

    def from_brackets(self, content: str, outside: str) -> str:
        """Return what of the text in brackets is a name in the other script; the rest is taken."""
        inside = " ".join(content.split())
        has_han_inside = any(map(is_han, inside))
        if has_latin(inside) and not has_han_inside and not has_latin(outside) and _may_be_name(inside):
            return f" {inside} "
        if has_han_inside and not any(map(is_han, outside)) and is_han_name(inside):
            return f" {inside} "
        pieces = _LISTED.split(inside) if has_han_inside else [inside]
        for piece in filter(None, pieces):
            if not self._sort(piece):
                self.note(piece)
        return " "

    def first_of_lines(self, text: str) -> str:
        """Return a name without what stands behind a dash or on a line of its own and is no name."""
        pieces = _DASH.split(text)
        if len(pieces) == 1:
            return text
        kept = [pieces[0]]
        for piece in pieces[1:]:
            if not piece.strip() or (any(map(str.isalpha, kept[0])) and self._sort(piece.strip())):
                continue
            kept.append(piece)
        return " ".join(kept)

    def from_latin(self, text: str) -> str:
        """Return a Latin name without titles, letters and posts in any position."""
        segments = [each for each in re.split(r"\s*[,;/／]\s*", text) if each]
        if not segments:
            return ""
        main, *others = segments
        strange = [each for each in others if not self._is_known(each)]
        words = self.others + len(main.split()) + sum(len(each.split()) for each in strange)
        names: list[str] = []
        for each in others:
            if (words < 2 and not names) or not self._sort(each):
                names.append(each)
        return self._joined(main, names)

    def from_han(self, taken: HanBeside) -> str:
        """Return a Chinese name, with what stood beside it taken."""
        self.titles += taken.titles
        for piece in taken.remarks:
            if not self._sort(piece):
                self.note(piece)
        return taken.name

    def _joined(self, main: str, names: Sequence[str]) -> str:
        main = self._bare(main, others=len(names) + self.others)
        if not names:
            return main
        first, *rest = names
        if self.others or (_is_full_name(main) and not _starts_with_given_name(first)):
            rest, first = list(names), ""
        for each in rest:
            self.note(each)
        given = self._bare(first, others=1) if first else ""
        return f"{main}, {given}" if given else main

    def _bare(self, words: str, *, others: int) -> str:
        """Return words without titles before and letters behind them; `others` is one if more is known."""
        titles, posts, rest = leading_titles(words.split(), others)
        self.titles += titles
        for post in posts:
            self.note(post)
        rest, letters, behind = trailing_letters(rest, others)
        for each in letters:
            self.note(each, RemarkKind.LETTERS)
        for each in behind:
            self._take_title(each)
        bare, born = _without_born(rest)
        self.note(born)
        return bare

    def _is_known(self, segment: str) -> bool:
        checks = (is_letters, is_title, is_pronouns, _is_pending, is_born_name, is_office, _is_number)
        return any(check(segment) for check in checks) or fold(segment) in gender_words()

    def _sort(self, segment: str) -> bool:
        """Take a text that is known not to be a name; return whether it was."""
        if is_title(segment):
            self._take_title(segment)
        elif fold(segment) in gender_words() and "." not in segment:
            self.gender = gender_words()[fold(segment)]
            self.note(segment, RemarkKind.GENDER)
        elif _is_pending(segment):
            self.note(segment)
        elif is_letters(segment):
            self.note(segment, RemarkKind.LETTERS)
        elif self._is_known(segment):
            self.note(segment)
        else:
            return False
        return True

    def _take_title(self, title: str) -> None:
        self.titles.append(title)
        self.note(title, RemarkKind.TITLE)


def has_letters(text: str) -> bool:
    """Return whether a text has a letter of any script."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


@lru_cache(maxsize=50_000)
def is_placeholder(text: str) -> bool:
    """Return whether a text stands where a name is not known yet: TBC, à déterminer, 待定, N/A."""
    bare = _AROUND_PLACEHOLDERS.sub(" ", text).strip()
    if not bare:
        return bool(text.strip())
    return fold(bare) in folded("placeholders") or fold(bare).replace(" ", "") in folded("placeholders")


def _is_pending(segment: str) -> bool:
    return is_placeholder(segment) or segment in by_length("pending")


def _is_number(segment: str) -> bool:
    return bool(segment) and not has_letters(segment)


def _is_sign(character: str) -> bool:
    if character in _KEPT_AT_ENDS or character.isspace():
        return character.isspace()
    return unicodedata.category(character) in {"So", "Sm", "Sk", "Sc", "No", "Po", "Pd", "Pc", "Ps", "Pe"}


def _may_be_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    is_short = 1 < len(words) <= 5 and all(word[:1].isupper() for word in words if word[0].isalpha())
    return is_short and not (is_office(text) or is_letters(text) or _is_pending(text))


def _is_full_name(words: str) -> bool:
    """Return whether words before a comma are a given and a family name already, as in `Jean Ives, Hull`."""
    pieces = words.split()
    return len(pieces) > 1 and _starts_with_given_name(words) and not words.isupper()


def _starts_with_given_name(words: str) -> bool:
    first = re.split(r"[\s-]", words.strip())[0]
    return fold(first) in folded("given-names")


def _without_born(words: Sequence[str]) -> tuple[str, str]:
    """Return the words before `née` and the like, and the remark from there on."""
    for at in range(1, len(words)):
        if fold(words[at]) in folded("born-inside") and at + 1 < len(words):
            return " ".join(words[:at]), " ".join(words[at:])
    return " ".join(words), ""


def texts_of(remarks: Iterable[Remark], kind: RemarkKind) -> tuple[str, ...]:
    """Return the texts of the remarks of one kind."""
    return tuple(each.text for each in remarks if each.kind is kind)
