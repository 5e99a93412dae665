"""Reading each row of a list as a person, with what is doubtful about it said row by row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from alternat.exchange.people.belonging import ENTITY_FIELDS, POSITION_FIELDS, Belonging
from alternat.exchange.people.beside import RemarkKind, texts_of
from alternat.exchange.people.directory import Directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.forms import (
    address_of,
    email_of,
    gender_of,
    languages_of,
    phone_of,
    role_in_position,
    role_of,
)
from alternat.exchange.people.lines import Line, listed_rows
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people.names import NameParts
from alternat.exchange.people.row_names import is_given_first, name_of
from alternat.exchange.people.text import han_share, in_one_line, parts
from alternat.exchange.people.tongues import language_of
from alternat.exchange.sources.table import Table
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender, NameOrder
from alternat.planning.findings import Severity
from alternat.planning.imports import LeftOut, PersonDraft, VacantSeat

_HONORIFICS = (Field.HONORIFIC, Field.HONORIFIC_EN, Field.HONORIFIC_FR, Field.HONORIFIC_ZH)
_LONGEST = {
    (meaning, meaning.value.replace("-", "_")): most
    for most, fields in (
        (80, (Field.PHONE,)),
        (200, (Field.FAMILY, Field.GIVEN, Field.NAME_ZH, Field.SORT_KEY, Field.EMAIL)),
        (300, (Field.PRINTED_NAME, Field.PASSPORT_NAME)),
    )
    for meaning in fields
}
"""In characters, as the tables of people and contacts take them."""
_SHORT = 80
"""In characters; no field of a row is too long if none of its cells is longer."""


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """What a list holds: people, places that are not filled yet, and rows about nobody."""

    drafts: tuple[PersonDraft, ...]
    vacancies: tuple[VacantSeat, ...]
    left_out: tuple[LeftOut, ...]


def read_list(
    table: Table,
    mapping: ColumnMapping,
    known: Directory,
    side: str | None,
    side_of_others: str | None = None,
) -> PeopleRead:
    """Return what a list holds; with the code of a side, people of the other side are blocked.

    `side_of_others` is the side of rows that do not tell theirs.
    """
    rows = listed_rows(table, mapping, known)
    titles = (*mapping.preamble, table.sheet.name)
    belonging = Belonging.of(known, side, rows.people or rows.vacant, titles, side_of_others)
    languages = _Tongues(
        {column.field: column.language for column in mapping.columns},
        frozenset(column.field for column in mapping.columns if column.is_language_guessed),
    )
    texts = {left.row: left.text for left in rows.left_out}
    return PeopleRead(
        tuple(_draft(line, belonging, languages) for line in rows.people),
        tuple(_vacancy(_draft(line, belonging, languages), texts[line.number]) for line in rows.vacant),
        rows.left_out,
    )


def read_people(
    table: Table, mapping: ColumnMapping, known: Directory, side: str | None
) -> tuple[PersonDraft, ...]:
    """Return the people of a list; see `read_list`."""
    return read_list(table, mapping, known, side).drafts


def _vacancy(draft: PersonDraft, text: str) -> VacantSeat:
    role = draft.role or Role.MEMBER
    return VacantSeat(draft.row, text, draft.side, draft.entity, role, draft.position)


@dataclass(frozen=True, slots=True)
class _Tongues:
    """The languages of the columns of a list."""

    of: Mapping[Field, Language | None]
    """The language of cells that do not show theirs."""
    guessed: frozenset[Field]
    """The fields whose heading names no language, so that each cell tells its own."""


def _draft(line: Line, belonging: Belonging, languages: _Tongues) -> PersonDraft:
    told = belonging.side_of(line)
    side = told.side
    family_first = told.puts_family_first and not (told.is_guessed and is_given_first(line))
    name = name_of(line, family_first=family_first, is_order_guessed=told.is_guessed)
    position = belonging.without_entity(line, side, _texts(line, POSITION_FIELDS, languages))
    address = address_of(*_honorific(line, name, languages), _gender(line, name))
    role, is_stated = _role(line, position)
    entity = belonging.entity_of(line, side)
    draft = PersonDraft(
        row=line.number,
        side=told.code,
        is_side_guessed=told.is_guessed,
        entity=entity.id if entity else None,
        entity_name=entity.name if entity else Label(),
        new_entity=_texts(line, ENTITY_FIELDS, languages) if belonging.is_new_entity(line) else Label(),
        family=name.family,
        given=name.given,
        name_zh=name.name_zh,
        sort_key=in_one_line(line.text(Field.SORT_KEY)),
        printed_name=in_one_line(line.text(Field.PRINTED_NAME)),
        name_order=NameOrder.FAMILY_FIRST if family_first else NameOrder.GIVEN_FIRST,
        is_name_guessed=not name.is_certain,
        honorific=address.label,
        post_nominals=name.letters,
        position=position,
        is_language_guessed=bool(languages.guessed & set(POSITION_FIELDS)),
        gender=address.gender,
        languages=_working_languages(line),
        role=role,
        is_role_stated=is_stated,
        passport_name=in_one_line(line.text(Field.PASSPORT_NAME)),
        email=_email(line),
        phone=_phone(line),
        note=line.text(Field.NOTE),
        remarks=texts_of(name.remarks, RemarkKind.NOTE),
        unread=line.unread,
    )
    _check_name(line, draft)
    return replace(draft, problems=tuple(line.problems)) if line.problems else draft


def _check_name(line: Line, draft: PersonDraft) -> None:
    if not (draft.family or draft.given or draft.name_zh or draft.printed_name):
        line.say(None, Severity.BLOCKS, message("The row has no name."))
    for name in (draft.family, draft.given, draft.name_zh, draft.printed_name):
        if any(map(str.isdigit, name)):
            line.say(None, Severity.WARNS, message("The name “{text}” has figures in it.", text=name))
        if "\ufffd" in name:
            sentence = message("A character of “{text}” was lost before the list came here.", text=name)
            line.say(None, Severity.WARNS, sentence)
    if max(map(len, line.texts.values()), default=0) <= _SHORT:
        return
    for (meaning, name), most in _LONGEST.items():
        length = len(getattr(draft, name))
        if length > most:
            sentence = message(
                "The text has {length} characters; {most} is the most.", length=length, most=most
            )
            line.say(meaning, Severity.BLOCKS, sentence)


def _texts(line: Line, fields: Iterable[Field], languages: _Tongues) -> Label:
    """Return what columns of one meaning say in each language; a cell may say it in several."""
    label = Label()
    for meaning in fields:
        text = line.text(meaning)
        if text and meaning.language is not None and meaning not in languages.guessed:
            label = label.with_text(meaning.language, in_one_line(text))
            _mention_other_language(line, meaning, in_one_line(text))
        elif text:
            assumed = meaning.language or languages.of.get(meaning)
            found = by_language(text, assumed)
            for language, part in found.items():
                label = label.with_text(language, label.text(language) or part)
            _mention_guess(line, meaning, found, assumed)
    return label


def _mention_guess(
    line: Line, meaning: Field, found: Mapping[Language, str], assumed: Language | None
) -> None:
    """Tell in which language a cell is read where its column says something else, or nothing."""
    if len(found) > 1:
        return
    ((language, text),) = found.items()
    is_told = language_of(text) is not None
    is_of_column = language is assumed and (is_told or meaning.language is not None)
    if is_of_column or (assumed is None and is_told):
        return
    line.say(meaning, Severity.NOTES, Message(_READ_AS[language], {"text": text}))


def _mention_other_language(line: Line, meaning: Field, text: str) -> None:
    """Tell of Chinese in a column for another language, and of another language in one for Chinese."""
    is_chinese = han_share(text) > _HAN_TEXT
    if (meaning.language is Language.ZH) != is_chinese and any(map(str.isalpha, text)):
        sentence = message("“{text}” is in another language than its column.", text=text)
        line.say(meaning, Severity.WARNS, sentence)


_HAN_TEXT = 0.3
_READ_AS = {
    Language.EN: mark("“{text}” is read as English."),
    Language.FR: mark("“{text}” is read as French."),
    Language.ZH: mark("“{text}” is read as Chinese."),
}


def by_language(text: str, assumed: Language | None) -> dict[Language, str]:
    """Return the parts of a cell by their language; a part without signs of its own is in the assumed one.

    >>> by_language("Adviser / 顾问", Language.EN) == {Language.EN: "Adviser", Language.ZH: "顾问"}
    True
    """
    pieces = parts(text)
    tongues = [language_of(piece) for piece in pieces]
    told = [tongue for tongue in tongues if tongue is not None]
    if len(pieces) > 1 and len(told) == len(set(told)) > 0 and len(told) >= len(pieces) - 1:
        rest = (language for language in Language if language not in told)
        return {tongue or next(rest): piece for piece, tongue in zip(pieces, tongues, strict=True)}
    whole = in_one_line(text)
    return {language_of(whole) or assumed or Language.EN: whole}


def _honorific(line: Line, name: NameParts, languages: _Tongues) -> tuple[str, Language | None]:
    for meaning in _HONORIFICS:
        if text := line.text(meaning):
            return text, meaning.language or languages.of.get(meaning)
    return name.honorific, None


def _gender(line: Line, name: NameParts) -> Gender:
    text = line.text(Field.GENDER)
    gender = gender_of(text) if text else name.gender
    if text and gender is Gender.UNKNOWN:
        sentence = message("“{text}” tells no gender.", text=in_one_line(text))
        line.say(Field.GENDER, Severity.NOTES, sentence)
        return name.gender
    return gender


def _working_languages(line: Line) -> tuple[str, ...]:
    codes, others = languages_of(line.text(Field.LANGUAGES))
    for other in others:
        line.say(Field.LANGUAGES, Severity.NOTES, message("“{text}” is not a known language.", text=other))
    return codes


def _role(line: Line, position: Label) -> tuple[Role | None, bool]:
    """Return the role, and whether the list states it rather than the position suggesting it."""
    text = line.text(Field.ROLE)
    if text and (role := role_of(text)) is not None:
        return role, True
    if text:
        sentence = message("“{text}” is not a known role.", text=in_one_line(text))
        line.say(Field.ROLE, Severity.WARNS, sentence)
    if line.section.role is not None:
        return line.section.role, True
    return role_in_position(position), False


def _email(line: Line) -> str:
    text = line.text(Field.EMAIL)
    address, is_good = email_of(text)
    if text and not is_good:
        sentence = message("“{text}” is not one e-mail address.", text=in_one_line(text))
        line.say(Field.EMAIL, Severity.WARNS, sentence)
    return address


def _phone(line: Line) -> str:
    number, is_whole = phone_of(line.text(Field.PHONE))
    if not is_whole:
        sentence = message("The spreadsheet has cut digits off “{text}”.", text=number)
        line.say(Field.PHONE, Severity.WARNS, sentence)
    return number
