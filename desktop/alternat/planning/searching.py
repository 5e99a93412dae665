"""Find entries by words in any of their languages, ranked, with the place to show; the same on every engine.

Trigram indexes miss most Chinese words, which have one or two characters, and accents besides; folded texts
in memory answer at once for as many records as a dialogue has.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from alternat.language.folding import folded, folded_with_places

_QUOTED = re.compile('["“„«»”＂]([^"“„«»”＂]*)["“„«»”＂]?|([^\\s"“„«»”＂]+)')
"""A phrase between quotation marks, which the end of the words may close too; or a word."""
_UNSPACED = "\u2e80"
"""From here on, scripts are written without spaces: any character may begin a word."""
_LATIN_BEHIND = re.compile(f"[0-9a-z](?<=[{_UNSPACED}-\U0010ffff].)")
"""The beginning of a Latin word that stands directly behind Chinese."""
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”„«»‹›·•…"
"""Punctuation, as it is folded, after which a word may begin without a space."""
_BLANKS = str.maketrans(dict.fromkeys(_PUNCTUATION, " "))
_MARKS = re.compile(f"[{re.escape(_PUNCTUATION)}]")
_STEP = 20
"""How many characters an excerpt gives up at most to end between words."""
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that has all the words, and where to see the first of them."""

    key: Hashable
    text: int
    """Which text of the entry, from 0."""
    start: int
    end: int
    """The place of the word in that text as it was put, as in `text[start:end]`."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search finds."""

    hits: tuple[Hit, ...] = ()
    """The best first, no more than were asked for."""
    total: int = 0
    """How many entries have all the words, so that a face can tell how many it does not show."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text around a place, in one line, with an ellipsis where something is left out."""

    text: str
    start: int
    end: int
    """The place in the excerpt."""


@dataclass(frozen=True, slots=True)
class _Entry:
    texts: tuple[str, ...]
    joined: str
    """The folded texts, one a line."""
    marked: str
    """The same with a space before every beginning of a word."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A folded word or phrase that is looked for."""

    text: str
    beginning: str
    """What is found in a marked text where the word begins one: Chinese begins anywhere."""

    def place_in(self, text: str) -> int:
        """Return where it stands in a folded text, at the beginning of a word if it can; -1 if nowhere."""
        first = at = text.find(self.text)
        while at > 0 and not (_parts_words(self.text[0]) or _parts_words(text[at - 1])):
            at = text.find(self.text, at + 1)
        return first if at < 0 else at


class SearchIndex:
    """The texts of records in memory, each record under its key.

    Nothing is read or written: whoever keeps it puts what has changed. Results with the same rank come in the
    order in which their keys were first put.
    """

    def __init__(self) -> None:
        self._entries: dict[Hashable, _Entry] = {}

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def put(self, key: Hashable, texts: Sequence[str]) -> None:
        """Add an entry with its texts, in any languages, or replace its texts; it keeps its place then."""
        own = tuple(texts)
        lines = [folded(text) for text in own]
        self._entries[key] = _Entry(own, "\n".join(lines), "\n".join(map(_marked, lines)))

    def remove(self, key: Hashable) -> None:
        """Remove an entry; one that is not there is no fault."""
        self._entries.pop(key, None)

    def search(
        self, words: str, limit: int, prefers: "Callable[[Hashable, int], bool] | None" = None
    ) -> Found:
        """Return the entries that have every word in any of their texts, the best first.

        Words are parted by blanks; what stands between quotation marks is one phrase. First come entries that
        have all words at the beginnings of words in one text, then those that have them so in several texts,
        then those that have some inside other words. Chinese may begin a word anywhere. Without words nothing
        is found. Of the texts of an entry that have as many of the words as any, the one to show is first one
        that `prefers` likes, given the key of the entry and the number of the text.
        """
        wanted = _words(words)
        if not wanted:
            return Found()
        entries = self._entries
        longest, *others = sorted((each.text for each in wanted), key=len, reverse=True)
        matching = [key for key, entry in entries.items() if longest in entry.joined]
        for word in others:
            matching = [key for key in matching if word in entries[key].joined]
        beginnings = [each.beginning for each in wanted]
        ranked: tuple[list[Hashable], ...] = ([], [], [])
        for key in matching:
            if len(ranked[0]) >= limit:
                break
            ranked[_rank(beginnings, entries[key].marked)].append(key)
        shown = [key for some in ranked for key in some][: max(limit, 0)]
        likes = prefers or _likes_none
        return Found(tuple(self._hit(key, wanted, likes) for key in shown), len(matching))

    def _hit(self, key: Hashable, wanted: Sequence[_Word], likes: Callable[[Hashable, int], bool]) -> Hit:
        entry, first = self._entries[key], wanted[0]
        lines = zip(entry.joined.split("\n"), entry.marked.split("\n"), strict=True)
        worths = [
            _worth(wanted, text, marked, is_liked=likes(key, at)) for at, (text, marked) in enumerate(lines)
        ]
        best = worths.index(max(worths))
        shown = folded_with_places(entry.texts[best])
        start = first.place_in(shown.text)
        return Hit(key, best, *shown.original(start, start + len(first.text)))


def excerpt(text: str, start: int, end: int, width: int) -> Excerpt:
    """Return about `width` characters of a text around a place, in one line, cut between words where it can.

    The place itself is shown whole, however narrow the excerpt.
    """
    before = max(width - (end - start), 0) // 2
    first = max(min(start - before, len(text) - width), 0)
    last = min(max(first + width, end), len(text))
    if first > 0:
        first = next((at for at in range(first, min(first + _STEP, start)) if _may_cut(text, at)), first)
    if last < len(text):
        last = next((at for at in range(last, max(last - _STEP, end), -1) if _may_cut(text, at)), last)
    while 0 < first < start and text[first].isspace():
        first += 1
    while end < last < len(text) and text[last - 1].isspace():
        last -= 1
    head, tail = ELLIPSIS if first > 0 else "", ELLIPSIS if last < len(text) else ""
    line = "".join(" " if each.isspace() else each for each in text[first:last])
    return Excerpt(f"{head}{line}{tail}", start - first + len(head), end - first + len(head))


def _marked(text: str) -> str:
    """Return a folded text with a space before each beginning of a word."""
    if text.isascii():
        return f" {text}".translate(_BLANKS)
    # The quick way of each: to translate other than ASCII takes ten times as long.
    return _LATIN_BEHIND.sub(r" \g<0>", _MARKS.sub(" ", f" {text}"))


def _words(words: str) -> tuple[_Word, ...]:
    """Return the words and phrases of a query, each once."""
    parts = dict.fromkeys(folded(phrase or word) for phrase, word in _QUOTED.findall(words))
    return tuple(_word(each) for each in parts if each)


def _word(text: str) -> _Word:
    marked = _marked(text)
    return _Word(text, marked.removeprefix(" ") if text[0] >= _UNSPACED else marked)


def _rank(beginnings: Sequence[str], marked: str) -> int:
    """Return how well an entry that has all words has them, the best being 0."""
    for each in beginnings:
        if each not in marked:
            return 2
    if len(beginnings) == 1:
        return 0
    for text in marked.split("\n"):
        for each in beginnings:
            if each not in text:
                break
        else:
            return 0
    return 1


def _worth(wanted: Sequence[_Word], text: str, marked: str, *, is_liked: bool) -> tuple[int, ...]:
    """Return what makes a text of an entry the one to show; the greatest is the best."""
    if wanted[0].text not in text:
        return (0,)
    count = sum(word.text in text for word in wanted)
    begins = [word.beginning in marked for word in wanted]
    return 1, count, is_liked, all(begins), begins[0]


def _likes_none(_key: Hashable, _text: int) -> bool:
    return False


def _parts_words(character: str) -> bool:
    """Return whether a word may begin after a character, or with it wherever it stands."""
    return character >= _UNSPACED or not character.isalnum()


def _may_cut(text: str, at: int) -> bool:
    """Return whether a text may be parted before a place without cutting a word or a letter."""
    if unicodedata.combining(text[at]):
        return False
    return _parts_words(text[at]) or _parts_words(text[at - 1])
