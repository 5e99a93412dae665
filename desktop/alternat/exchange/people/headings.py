"""Finding the row or rows with the headings of a list, and what a heading can mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from alternat.exchange.people.text import han_share, in_one_line, parts, tidy
from alternat.exchange.people.words import headings, language_tags, other_headings
from alternat.exchange.sources.table import Sheet
from alternat.language.folding import fold
from alternat.language.label import Language

NUMBER = "number"
"""The meaning of a heading over row numbers, which no field takes."""

_DEEPEST = 40
"""Headings stand within the first rows."""
_MOST_ROWS = 4
_NEAR = 86
_BY_PHRASE = 0.7
_EARLIER = 0.4
"""The share of the best score that is enough for headings that stand over an earlier table."""
_LONGEST_HEADING = 80
_NAMES = frozenset(
    map(fold, ("Name", "Full name", "Names", "Nom", "Nom complet", "Nom et prénom", "姓名", "中文姓名"))
)
"""Headings of which one is enough, since nobody is called so."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading can mean: a column of the word lists, the language it is tagged with or written in."""

    column: str
    score: float
    tag: Language | None
    """The language that the heading says its cells are in."""
    tongues: frozenset[Language]
    """The languages of the heading's own words."""


@dataclass
class _Votes:
    """How the pieces of a heading speak for a column; between equals the last piece, the narrowest, wins."""

    count: int = 0
    last: int = 0
    score: float = 0.0
    tongues: set[Language] = field(default_factory=set)

    def add(self, score: float, at: int, language: Language) -> None:
        """Count one piece."""
        self.count += 1
        self.last = at
        self.score = max(self.score, score)
        self.tongues.add(language)

    @property
    def rank(self) -> tuple[int, int]:
        """Return what the columns are compared by."""
        return self.count, self.last


@dataclass(frozen=True, slots=True)
class Header:
    """Where the headings are (positions of rows), and the heading of each column."""

    rows: tuple[int, ...]
    headings: tuple[str, ...]


@lru_cache(maxsize=5_000)
def meanings(heading: str) -> tuple[Meaning, ...]:
    """Return what a heading can mean; what most of its words mean counts, and several meanings are equals."""
    pieces = [piece for part in parts(heading) for piece in _inside_out(part)]
    tags = {language_tags()[piece] for piece in pieces if piece in language_tags()}
    tag = next(iter(tags)) if len(tags) == 1 else None
    votes: dict[str, _Votes] = {}
    for at, piece in enumerate((fold(heading), *pieces)):
        score, found = _look_up(piece)
        for column, language in found:
            votes.setdefault(column, _Votes()).add(score, at, language)
    top = max((vote.rank for vote in votes.values()), default=None)
    if not votes:
        for column, language in _phrase_in(fold(heading)):
            votes.setdefault(column, _Votes()).add(_BY_PHRASE, 0, language)
        top = (1, 0)
    return tuple(
        Meaning(column, vote.score, tag, frozenset(vote.tongues))
        for column, vote in votes.items()
        if vote.rank == top
    )


@lru_cache(maxsize=5_000)
def is_of_no_field(heading: str) -> bool:
    """Return whether a heading names what no field of a person holds: a date of birth, a passport, a flight.

    >>> is_of_no_field("Date of birth (yyyy-mm-dd)"), is_of_no_field("电话")
    (True, False)
    """
    if fold(heading) in headings():
        return False
    pieces = {piece for part in parts(heading) for piece in _inside_out(part)}
    others = pieces & other_headings()
    if others or any(_has_other_phrase(piece) for piece in pieces):
        return not any(piece in headings() and piece not in language_tags() for piece in pieces - others)
    return False


def _has_other_phrase(piece: str) -> bool:
    """Return whether a longer heading has in it what no field holds, such as 联系人 in 联系人电话."""
    if han_share(piece) > 0.5:
        return any(
            piece[at : at + size] in other_headings() for size in (5, 4, 3) for at in range(len(piece))
        )
    words = piece.split()
    return any(
        " ".join(words[start:end]) in other_headings()
        for start in range(len(words))
        for end in range(start + 2, len(words) + 1)
    )


def is_row_number(heading: str) -> bool:
    """Return whether a heading stands over row numbers."""
    return any(meaning.column == NUMBER for meaning in meanings(heading)) if heading else False


def is_heading(text: str) -> bool:
    """Return whether a text is one of the usual headings."""
    return bool(text) and len(text) <= _LONGEST_HEADING and bool(meanings(text))


@lru_cache(maxsize=50_000)
def is_plain_heading(text: str) -> bool:
    """Return whether a text is to the letter one of the usual headings; quicker, for rows of people."""
    keys = (fold(part) for part in (text, *parts(text)) if len(part) > 1 or part == text)
    return any(key in headings() for key in keys if key)


def find_header(sheet: Sheet) -> Header | None:
    """Return the heading rows that explain the most columns, or nothing if no row is one.

    Up to four rows in a row may be headings together: merged cells above narrower ones, or one row a
    language. One column is enough for a sheet of one or two columns; any other needs two.
    """
    rows = [tuple(in_one_line(tidy(cell)) for cell in row) for row in sheet.rows[:_DEEPEST]]
    spread = _spread(rows, sheet)
    found: list[tuple[float, Header]] = []
    for top in range(len(rows)):
        for bottom in range(top, min(top + _MOST_ROWS, len(rows))):
            if _cuts_block(top, bottom, sheet):
                continue
            header = Header(tuple(range(top, bottom + 1)), _joined(spread[top : bottom + 1]))
            if score := _score(header, rows):
                found.append((score, header))
    return _first_of_several(found) if found else None


def _first_of_several(found: Sequence[tuple[float, Header]]) -> Header:
    """Return the best header, or the best over an earlier table of the sheet, whose people come first."""
    most, best = max(found, key=lambda each: each[0])
    earlier = [
        (score, header)
        for score, header in found
        if header.rows[-1] + 1 < best.rows[0] and score >= _EARLIER * most and _names_people(header)
    ]
    return max(earlier, key=lambda each: each[0])[1] if earlier else best


def _names_people(header: Header) -> bool:
    """Return whether a header has a name among two columns that it knows at least."""
    columns = {meanings(heading)[0].column for heading in header.headings if is_heading(heading)}
    return len(columns) > 1 and bool(columns & {"full-name", "name-zh", "family", "given", "pinyin"})


def _cuts_block(top: int, bottom: int, sheet: Sheet) -> bool:
    """Return whether merged cells stand partly inside the rows and partly outside."""
    return any(
        span.top <= bottom and span.bottom >= top and not (top <= span.top and span.bottom <= bottom)
        for span in sheet.merged
    )


def _score(header: Header, rows: Sequence[tuple[str, ...]]) -> float:
    known = [is_heading(heading) for heading in header.headings]
    needed = 1 if len(known) <= 2 or any(fold(each) in _NAMES for each in header.headings) else 2
    if sum(known) < needed or any(not _is_header_row(rows[at], len(header.rows)) for at in header.rows):
        return 0.0
    columns = {meanings(heading)[0].column for heading in header.headings if is_heading(heading)}
    others = [heading for heading in header.headings if heading and not is_heading(heading)]
    others_known = sum(map(is_of_no_field, others))
    strangers = len(others) - others_known
    tags = sum(any(meaning.tag for meaning in meanings(heading)) for heading in header.headings)
    return (
        sum(known)
        + 0.5 * len(columns)
        + 0.5 * others_known
        + 0.2 * tags
        - 0.3 * strangers
        - 0.05 * len(header.rows)
    )


def _is_header_row(row: Sequence[str], rows_together: int) -> bool:
    """Return whether a row may be one of several heading rows: short texts, and mostly words for columns."""
    filled = [cell for cell in row if cell]
    if not filled or any("@" in cell or len(cell) > _LONGEST_HEADING for cell in filled):
        return False
    if rows_together == 1:
        return True
    known = sum(is_heading(cell) or any(_is_tag(part) for part in parts(cell)) for cell in filled)
    return known * 2 >= len(filled)


def _is_tag(text: str) -> bool:
    return fold(text) in language_tags()


def _spread(rows: Sequence[tuple[str, ...]], sheet: Sheet) -> list[tuple[str, ...]]:
    """Return the rows with the text of a merged block in all of its cells.

    Text files lose the merging: there a blank to the right of a heading takes that heading, if the row below
    has a heading of its own under the blank.
    """
    grid = [list(row) for row in rows]
    for span in sheet.merged:
        for at in range(span.top, min(span.bottom + 1, len(grid))):
            for column in range(span.left, span.right + 1):
                grid[at][column] = rows[span.top][span.left]
    if not sheet.merged:
        for row, below in zip(grid, rows[1:], strict=False):
            for column in range(1, len(row)):
                is_under = below[column - 1] and _may_be_under(below[column])
                if not row[column] and row[column - 1] and is_under:
                    row[column] = row[column - 1]
    return [tuple(row) for row in grid]


def _may_be_under(text: str) -> bool:
    """Return whether a text may be a heading under a wider one, and not what somebody fills in."""
    return bool(text) and (is_heading(text) or any(_is_tag(part) for part in parts(text)))


def _joined(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(
        " / ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*rows, strict=True)
    )


def _inside_out(part: str) -> tuple[str, ...]:
    """Return the keys of a heading's words outside and inside brackets: `Position (FR)` has two."""
    plain = part.replace("（", "(").replace("）", ")").replace("[", "(").replace("]", ")")
    outside, _, inside = plain.partition("(")
    found = [fold(outside), fold(inside.partition(")")[0]), fold(plain)]
    found += _by_script(outside)
    head, _, last = fold(outside).rpartition(" ")
    if last in language_tags():
        found += [head, last]
    return tuple(dict.fromkeys(each for each in found if each))


def _by_script(text: str) -> list[str]:
    """Return the keys of the Chinese and the other words of a heading such as `姓名 Name`."""
    words = text.split()
    chinese = [word for word in words if han_share(word) > 0.5]
    if not chinese or len(chinese) == len(words):
        return []
    return [fold(" ".join(chinese)), fold(" ".join(word for word in words if word not in chinese))]


def _phrase_in(heading: str) -> tuple[tuple[str, Language], ...]:
    """Return what the first known phrase of several words in a long heading means, such as a question."""
    words = heading.split()
    for start in range(len(words)):
        for end in range(min(len(words), start + 4), start + 1, -1):
            if found := headings().get(" ".join(words[start:end])):
                return found
    return ()


@lru_cache(maxsize=5_000)
def _look_up(piece: str) -> tuple[float, tuple[tuple[str, Language], ...]]:
    if piece in headings():
        return 1.0, headings()[piece]
    if len(piece) >= 5 and han_share(piece) < 0.5:
        near = process.extractOne(piece, headings().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if near is not None:
            return float(near[1]) / 100 - 0.1, headings()[near[0]]
    return 0.0, ()
