"""What every verb with field values does first: refuse unknown fields and values they cannot hold."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.characters import code_point, composed, unseen_in
from alternat.language.label import Label, Language
from alternat.language.messages import mark, series
from alternat.language.vocabulary import language_name
from alternat.models.base import Row
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.kinds import Kind
from alternat.nouns.noun import Field, Noun
from alternat.planning.days_to_come import still_to_come

Fields = Mapping[str, Any]
"""Names of fields of one noun with the values to give them."""

_ACCEPTED: Mapping[type[Kind], type] = {
    kinds.Text: str,
    kinds.Texts: Label,
    kinds.Words: tuple,
    kinds.Number: int,
    kinds.Ahead: int,
    kinds.Clock: time,
    kinds.Day: date,
    kinds.Moment: datetime,
    kinds.YesNo: bool,
    kinds.OneOf: str,
    kinds.Listed: str,
    kinds.RowOf: int,
}
"""Which Python type a field of each kind takes."""


class UnknownField(AlternatError):
    """The table has no such field, or it is not for people to set."""

    template = mark("There is no field named “{field}” here.")


class InvalidValue(AlternatError):
    """A field cannot hold the value."""

    template = mark("“{value}” cannot stand in the field “{field}”.")


class Needed(InvalidValue):
    """A field that has to say something was left empty."""

    template = mark("The field “{field}” must say something.")


class NotListed(InvalidValue):
    """A text is none of those that its field takes."""

    template = mark("“{value}” cannot stand in the field “{field}”, which takes one of: {choices}.")


class WordsNotListed(InvalidValue):
    """Codes are not among those that their field takes, or one of them stands twice."""

    template = mark(
        "“{value}” cannot stand in the field “{field}”, which takes these codes, each once: {choices}."
    )


class NotAnAddress(InvalidValue):
    """A text is not one e-mail address."""

    template = mark(
        "“{value}” cannot stand in the field “{field}”, which takes one e-mail address, such as "
        "name@example.org."
    )


class OutOfRange(InvalidValue):
    """A number is below the least or above the most that its field takes."""

    template = mark(
        "“{value}” cannot stand in the field “{field}”, which takes whole numbers from {least} to {most}."
    )


class UnseenCharacter(AlternatError):
    """A text has a character that nobody sees, such as one that turns the direction of what follows."""

    template = mark(
        "The text in the field “{field}” has a character that nobody sees, {code} after “{before}”. "
        "Type it anew without that."
    )


class TooLong(AlternatError):
    """A text is longer than its field."""

    template = mark(
        "The text in the field “{field}” has {length} characters; {most} is the most it can hold."
    )


class TextTooLong(TooLong):
    """A text is longer in a language than its field."""

    template = mark(
        "The text in the field “{field}” has {length} characters ({language}); {most} is the most it can "
        "hold."
    )


def checked(
    model: type[Row], fields: Fields, *, is_new: bool = False, today: date | None = None
) -> dict[str, Any]:
    """Return the field values, tidied, ready to be written; a bad one raises before anything is written.

    What each field can hold is what the description of the noun says: its kind, length and range, and
    whether it may say nothing. A new row has to be given what it needs. Rules between fields are the verb's.
    What has happened is of no day after `today`, which is the day at this desk unless it is given.

    Texts lose white space at both ends and are stored in composed form (Unicode NFC). Characters that nobody
    sees are refused, never dropped: whoever can tell the person drops them before.
    """
    noun = NOUNS[model._meta.table_name]
    if is_new:
        for field in noun.fields:
            is_given = field.name in fields or field.is_told_only or field.name == noun.column_above
            if field.is_needed and not is_given:
                raise Needed(field=field.title, value="")
    values = {name: _checked(_field(noun, name), value) for name, value in fields.items()}
    for _, error in still_to_come(noun, values, today or this_day()):
        raise error
    return values


def refuse_locked(noun: Noun, fields: Fields) -> None:
    """Raise an `UnknownField` for a field that only verbs of its own write, or that is given only once."""
    for name in fields:
        field = _field(noun, name)
        if field.is_told_only or field.is_given_once:
            raise UnknownField(field=name)


def tidy_text(text: str) -> str:
    """Return the text without white space at its ends, in composed form; line ends become line feeds."""
    return re.sub("\r\n|[\r\v\f\u0085\u2028\u2029]", "\n", composed(text)).strip()


def _field(noun: Noun, name: str) -> Field:
    field = noun.by_name.get(name)
    if field is None:
        raise UnknownField(field=name)
    return field


def _checked(field: Field, value: Any) -> Any:
    tidy = _tidy(value)
    _refuse_unseen(field, tidy)
    if _says_nothing(tidy) or (field.is_needed and _is_dash(tidy)):
        if field.is_needed or (tidy is None and not field.may_be_empty):
            raise Needed(field=field.title, value="")
        if tidy is None:
            return None
    if not _fits(field.kind, tidy):
        raise InvalidValue(field=field.title, value=value)
    _refuse_long(field, tidy)
    match field.kind:
        case kinds.Number() | kinds.Ahead() as kind if not kind.least <= tidy <= kind.most:
            raise OutOfRange(field=field.title, value=tidy, least=kind.least, most=kind.most)
        case kinds.Words(members):
            return _words(field, members, tidy)
        case kinds.Listed(members) if tidy:
            return _listed(field, members, tidy)
        case kinds.Text(is_address=True) if tidy and not _ADDRESS.fullmatch(tidy):
            raise NotAnAddress(field=field.title, value=tidy)
    return tidy


def _refuse_long(field: Field, value: Any) -> None:
    """Refuse a text that is too long; of one in three languages it says in which."""
    match field.kind:
        case kinds.Text(most) if len(value) > most:
            raise TooLong(field=field.title, length=len(value), most=most)
        case kinds.Texts(most):
            for language in Language:
                if (length := len(value.text(language))) > most:
                    named = language_name(language)
                    raise TextTooLong(field=field.title, language=named, length=length, most=most)


_ADDRESS = re.compile(r"[!-?A-~]+@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+", re.ASCII)
"""An address that may stand in a `mailto:`: one at sign, no blanks, a domain with a dot."""


def _listed(field: Field, members: type[StrEnum], text: str) -> StrEnum:
    """Return the member that a text names, in any case."""
    for member in members:
        if member.value == text.casefold():
            return member
    raise NotListed(field=field.title, value=text, choices=series(each.value for each in members))


def _words(field: Field, members: type[StrEnum], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return codes as their enumeration has them."""
    codes = tuple(str(word).strip().casefold() for word in words)
    if len(set(codes)) < len(codes) or not set(codes) <= {each.value for each in members}:
        raise WordsNotListed(
            field=field.title, value=",".join(words), choices=series(each.value for each in members)
        )
    return codes


def _says_nothing(value: Any) -> bool:
    """Return whether a value is empty; nought, midnight and “no” are something."""
    return value in (None, "", ()) or (isinstance(value, Label) and not value)


def _is_dash(value: Any) -> bool:
    """Return whether a text is a dash, which empties a field on the command line, in any language."""
    texts = (value.en, value.fr, value.zh) if isinstance(value, Label) else (value,)
    return any(text in _DASHES for text in texts)


_DASHES = ("-", "\N{EN DASH}", "\N{EM DASH}", "\N{MINUS SIGN}")


def _refuse_unseen(field: Field, value: Any) -> None:
    texts = (value.en, value.fr, value.zh) if isinstance(value, Label) else (value,)
    for text in texts:
        if isinstance(text, str) and (unseen := unseen_in(text)):
            before = text[max(0, text.index(unseen[0]) - _BEFORE) : text.index(unseen[0])]
            raise UnseenCharacter(field=field.title, code=code_point(unseen[0]), before=before)


_BEFORE = 20
"""How many characters before one that nobody sees tell where it is."""


def _tidy(value: Any) -> Any:
    if isinstance(value, Label):
        return Label(*(tidy_text(text) for text in (value.en, value.fr, value.zh)))
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return tidy_text(value)
    return value


def _fits(kind: Kind, value: Any) -> bool:
    if isinstance(kind, kinds.OneOf):
        return value in [member.value for member in kind.members]
    accepted = _ACCEPTED[type(kind)]
    if isinstance(value, (bool, datetime)):
        # Python counts them among the numbers and the days.
        return accepted is type(value)
    return isinstance(value, accepted)
