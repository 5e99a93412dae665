"""Recognising what each column of a list means, by its heading and by what its cells look like."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from alternat.exchange.people.contents import EVIDENCE, Contents, contents_of
from alternat.exchange.people.directory import Directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.headings import (
    NUMBER,
    Header,
    Meaning,
    find_header,
    is_heading,
    is_of_no_field,
    meanings,
)
from alternat.exchange.people.mapping import Column, ColumnMapping
from alternat.exchange.people.strays import NAME_FIELDS
from alternat.exchange.people.swaps import find_displaced_names, find_swap
from alternat.exchange.people.text import in_one_line, tidy
from alternat.exchange.sources.table import Sheet, Table
from alternat.language.label import Language
from alternat.language.messages import Message, message

_BY_CELLS = 0.6
"""The share of cells that must look alike before a column without a known heading is taken for something."""
_SAMPLES = 3
_DOUBTFUL = 0.3
_NO_FIELD = message("No field of a person holds what its heading names.")
_ALL_HAN = 0.9
_PARTLY_HAN = 0.3
_NAMES_OF_ONE_SCRIPT = {
    Field.FULL_NAME: Field.NAME_ZH,
    Field.FAMILY: Field.FAMILY_ZH,
    Field.GIVEN: Field.GIVEN_ZH,
}
"""The columns that hold a name in any script, with those for Chinese script only."""


@dataclass(frozen=True, slots=True)
class _Guess:
    field: Field
    confidence: float
    reason: Message
    language: Language | None = None
    is_language_guessed: bool = False
    is_number: bool = False
    is_by_cells: bool = False
    """Whether only the cells tell, although there is a heading."""


def recognise_columns(table: Table, directory: Directory) -> ColumnMapping:
    """Return what the columns of a table mean as far as it can be told; the rest is left out."""
    sheet = table.sheet
    header = find_header(sheet) or Header((), ("",) * len(sheet.columns))
    first = header.rows[-1] + 1 if header.rows else 0
    cells = [[row[at] for row in sheet.rows[first:]] for at in range(len(sheet.columns))]
    looks = [contents_of(column, directory) for column in cells]
    guesses = [_guess(heading, look) for heading, look in zip(header.headings, looks, strict=True)]
    guesses = _with_both_scripts(guesses, looks)
    guesses = _without_others(_in_context(_without_hidden(guesses, table), header.headings))
    guesses = _without_clashes(guesses)
    columns = tuple(
        Column(
            position=at,
            letters=sheet.columns[at],
            heading=header.headings[at],
            field=guess.field,
            confidence=round(guess.confidence, 2),
            reason=guess.reason,
            language=guess.language,
            is_language_guessed=guess.is_language_guessed,
            samples=_samples(cells[at]),
            is_number=guess.is_number or (guess.field is Field.IGNORE and looks[at].number > _BY_CELLS),
        )
        for at, guess in enumerate(guesses)
    )
    return ColumnMapping(
        columns,
        first,
        tuple(sheet.numbers[at] for at in header.rows),
        _preamble(sheet, header),
        find_swap(columns, cells) or find_displaced_names(columns, looks),
    )


def _without_hidden(guesses: list[_Guess], table: Table) -> list[_Guess]:
    """Return the guesses with the columns left out that the workbook hides, unless they are taken."""
    hidden = frozenset() if table.takes_hidden else frozenset(table.sheet.hidden_columns)
    left_out = _Guess(Field.IGNORE, 0.0, message("The column is hidden in the workbook."))
    return [left_out if at in hidden else guess for at, guess in enumerate(guesses)]


def likeliest_sheet(sheets: tuple[Sheet, ...]) -> int:
    """Return the position of the sheet that looks most like a list of people: known headings, then rows."""

    def merit(at: int) -> tuple[bool, int, int]:
        header = find_header(sheets[at])
        known = sum(map(is_heading, header.headings)) if header else 0
        return (not sheets[at].is_hidden, known, len(sheets[at].rows))

    return max(range(len(sheets)), key=merit)


def _guess(heading: str, look: Contents) -> _Guess:
    found = [meaning for meaning in meanings(heading) if meaning.column != NUMBER] if heading else []
    is_sure = any(meaning.score == 1 for meaning in found)
    if found and (is_sure or not is_of_no_field(heading)):
        return _by_heading(found, look)
    if heading and any(meaning.column == NUMBER for meaning in meanings(heading)):
        return _Guess(Field.IGNORE, 0.9, message("Row numbers are not imported."), is_number=True)
    if heading and is_of_no_field(heading):
        return _Guess(Field.IGNORE, 0.0, _NO_FIELD)
    return _by_cells(look, has_heading=bool(heading))


def _by_heading(found: list[Meaning], look: Contents) -> _Guess:
    """Return the meaning of a heading; where it can mean several things, the cells choose."""
    meaning = max(found, key=lambda each: (_evidence(Field(each.column), look), -found.index(each)))
    if meaning.column == Field.SIDE and not look.side and len(found) > 1:
        # "Delegation" over names that are no sides is what tells their people apart: a unit.
        meaning = next((each for each in found if each.column == Field.ENTITY), meaning)
    field = Field(meaning.column)
    speaks = _evidence(field, look)
    if field in EVIDENCE and look.filled and field is not Field.POSITION and speaks < _DOUBTFUL:
        return replace(
            _in_its_language(field, meaning, look),
            confidence=0.5 * meaning.score,
            reason=message("By its heading, although its cells look otherwise."),
        )
    return _in_its_language(field, meaning, look)


def _evidence(field: Field, look: Contents) -> float:
    speaks = EVIDENCE.get(field)
    return speaks(look) if speaks else 0.0


def _in_its_language(field: Field, meaning: Meaning, look: Contents) -> _Guess:
    """Return the guess with its language: that of the heading's tag, else of the cells, else of its words."""
    own = next(iter(meaning.tongues)) if len(meaning.tongues) == 1 else None
    spoken = look.entity_language if field is Field.ENTITY else look.language
    language = meaning.tag or (None if look.is_mixed else spoken or own)
    reason = (
        message("By its heading.") if meaning.score == 1 else message("Its heading is nearly a known one.")
    )
    confidence = 0.95 * meaning.score
    if field in _NAMES_OF_ONE_SCRIPT:
        is_han = meaning.tag is Language.ZH or look.han > _ALL_HAN
        return _Guess(_NAMES_OF_ONE_SCRIPT[field] if is_han else field, confidence, reason)
    tongue = meaning.tag or spoken or own
    return _Guess(
        field.in_language(language), confidence, reason, tongue, is_language_guessed=not meaning.tag
    )


def _by_cells(look: Contents, *, has_heading: bool) -> _Guess:
    speaks = {field: evidence(look) for field, evidence in EVIDENCE.items()} | {Field.PHONE: look.telephone}
    if has_heading:
        # Under a heading that nobody knows, M can be a size, and M. or S a marital status.
        speaks |= dict.fromkeys((Field.GENDER, Field.HONORIFIC), 0.0)
    field = max(speaks, key=lambda each: speaks[each])
    if look.filled == 0 or speaks[field] < _BY_CELLS:
        return _Guess(Field.IGNORE, 0.0, message("Neither its heading nor its cells tell what it is."))
    language = look.entity_language if field is Field.ENTITY else look.language
    meaning = field.in_language(None if look.is_mixed else language)
    reason = message("By what its cells look like.")
    return _Guess(
        meaning, 0.6 * speaks[field], reason, language, is_language_guessed=True, is_by_cells=has_heading
    )


def _in_context(guesses: list[_Guess], headings: tuple[str, ...]) -> list[_Guess]:
    """Return the guesses with "Nom" as the family name beside "Prénom", and as the whole name without."""
    fields = {guess.field for guess in guesses}
    if Field.GIVEN in fields and Field.FAMILY not in fields:
        return [
            replace(guess, field=Field.FAMILY)
            if guess.field is Field.FULL_NAME and _may_be_family_name(heading)
            else guess
            for guess, heading in zip(guesses, headings, strict=True)
        ]
    if fields & {Field.GIVEN, Field.GIVEN_ZH} or Field.FAMILY not in fields:
        return guesses
    return [
        replace(guess, field=Field.FULL_NAME)
        if guess.field is Field.FAMILY and _may_be_full_name(heading)
        else guess
        for guess, heading in zip(guesses, headings, strict=True)
    ]


def _may_be_family_name(heading: str) -> bool:
    return any(meaning.column == Field.FAMILY for meaning in meanings(heading))


def _may_be_full_name(heading: str) -> bool:
    return any(meaning.column == Field.FULL_NAME for meaning in meanings(heading))


def _with_both_scripts(guesses: list[_Guess], looks: list[Contents]) -> list[_Guess]:
    """Return the guesses with the one of two columns of whole names that has Han names as the Chinese one."""
    wholes = [at for at, guess in enumerate(guesses) if guess.field is Field.FULL_NAME]
    chinese = [at for at in wholes if looks[at].han > _PARTLY_HAN]
    if len(wholes) != 2 or len(chinese) != 1 or any(guess.field is Field.NAME_ZH for guess in guesses):
        return guesses
    (which,) = chinese
    return [replace(each, field=Field.NAME_ZH) if at == which else each for at, each in enumerate(guesses)]


def _without_others(guesses: list[_Guess]) -> list[_Guess]:
    """Return the guesses without names under unknown headings beside known ones: those of somebody else."""
    if not any(guess.field in NAME_FIELDS and not guess.is_by_cells for guess in guesses):
        return guesses
    left_out = _Guess(Field.IGNORE, 0.0, message("Other columns have the names."))
    return [left_out if guess.field in NAME_FIELDS and guess.is_by_cells else guess for guess in guesses]


def _without_clashes(guesses: list[_Guess]) -> list[_Guess]:
    """Return the guesses with each field once: the surest column keeps it, the first among equals."""
    best: dict[Field, int] = {}
    for at, guess in enumerate(guesses):
        if guess.field not in best or guess.confidence > guesses[best[guess.field]].confidence:
            best[guess.field] = at
    return [
        guess
        if guess.field is Field.IGNORE or best[guess.field] == at
        else _Guess(Field.IGNORE, 0.0, message("Another column looks more like this field."))
        for at, guess in enumerate(guesses)
    ]


def _samples(cells: Iterable[str]) -> tuple[str, ...]:
    filled = (in_one_line(text) for cell in cells if (text := tidy(cell)))
    return tuple(text for text, _ in zip(filled, range(_SAMPLES), strict=False))


def _preamble(sheet: Sheet, header: Header) -> tuple[str, ...]:
    above = sheet.rows[: header.rows[0]] if header.rows else ()
    return tuple(text for row in above for cell in row if (text := in_one_line(tidy(cell))))
