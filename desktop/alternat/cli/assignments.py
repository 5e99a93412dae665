"""Field values typed on the line as FIELD=VALUE, read by what the field of the model holds."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Face
from alternat.cli.syntax import argument
from alternat.cli.values import NotADay
from alternat.errors import AlternatError
from alternat.language.characters import (
    code_point,
    private_in,
    private_question,
    unseen_in,
    without_unseen,
)
from alternat.language.label import Label, Language
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    import click

    from alternat.models.base import Row
    from alternat.models.tables import Tables


def _without_unseen(
    context: "click.Context", _: "click.Parameter", words: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the words without characters that nobody sees, and say which ones were dropped."""
    face: Face = context.obj
    for word in words:
        field = word.partition("=")[0]
        if unseen := unseen_in(word):
            codes = ", ".join(map(code_point, unseen))
            face.warn(
                message(
                    "{field}: characters that nobody sees are left out: {codes}.", field=field, codes=codes
                )
            )
        for each in private_in(word):
            face.warn(private_question(each))
    return tuple(without_unseen(word) for word in words)


ASSIGNMENTS = argument(
    "assignments",
    callback=_without_unseen,
    metavar="FIELD=VALUE",
    nargs=-1,
    required=True,
    explains=message(
        "The fields to set, such as family=Tremblay or position.fr=Directrice; an empty value clears one."
    ),
)
_UNTYPED = frozenset(
    {
        *("id", "version", "side", "meeting", "person", "photo", "serial", "token", "place", "number"),
        *("last_serial", "last_revision", "list_revision", "last_list_revision"),
    }
)
"""Fields that are not typed: they have a command of their own, or none."""


class NotAnAssignment(AlternatError):
    """A word is not of the form FIELD=VALUE."""

    template = mark("“{word}” is not of the form FIELD=VALUE, such as family=Tremblay.")


class UnknownField(AlternatError):
    """A field is not one of those that can be set here."""

    template = mark("There is no field “{field}” to set here. The fields are: {choices}.")


class LanguageNeeded(AlternatError):
    """A trilingual field was named without a language."""

    template = mark("“{field}” is kept in three languages. Name one: {field}.en, {field}.fr or {field}.zh.")


class NotAWholeNumber(AlternatError):
    """A field that holds a number was given something else."""

    template = mark("“{value}” is not a whole number, as “{field}” needs.")


class NotAChoice(AlternatError):
    """A field was given a value that it cannot hold."""

    template = mark("“{value}” cannot stand in the field “{field}”. Choose one of: {choices}.")


Values = dict[str, Any]


def read_assignments(
    tables: "Tables", row: "Row", words: Iterable[str], only: frozenset[str] = frozenset()
) -> Values:
    """Return the values typed for the fields of a row, which may be a new one; see `split_assignments`.

    `only` names the fields that may be typed; without it all those of the row that are typed anywhere.
    """
    typed = tuple(words)
    for name, *_ in map(_parts, typed) if only else ():
        if name not in only:
            choices = (shown for shown in _shown_fields(row) if shown.partition(".")[0] in only)
            raise UnknownField(field=name, choices=", ".join(choices))
    (values,) = split_assignments(tables, (row,), typed)
    return values


def split_assignments(tables: "Tables", rows: "Iterable[Row]", words: Iterable[str]) -> tuple[Values, ...]:
    """Return the values typed for each of several rows of different tables, in the order of the rows.

    A language after a dot changes that language only. Entities and sides are named by their codes. What
    cannot be read is an error of this module, before anything is written.
    """
    listed = tuple(rows)
    values: tuple[Values, ...] = tuple({} for _ in listed)
    for name, language, text in map(_parts, words):
        for row, found in zip(listed, values, strict=True):
            if name in _typed_fields(row):
                found[name] = _value(tables, row, found, (name, language, text))
                break
        else:
            choices = ", ".join(shown for row in listed for shown in _shown_fields(row))
            raise UnknownField(field=name, choices=choices)
    return values


def _parts(word: str) -> tuple[str, str, str]:
    field, equals, text = word.partition("=")
    name, _, language = field.strip().partition(".")
    if not equals or not name:
        raise NotAnAssignment(word=word)
    return name.replace("-", "_"), language.casefold(), text.strip()


def _typed_fields(row: "Row") -> dict[str, Any]:
    return {field.name: field for field in row._meta.sorted_fields if field.name not in _UNTYPED}


def _shown_fields(row: "Row") -> Iterator[str]:
    from alternat.models.base import LabelField

    for name, field in _typed_fields(row).items():
        yield f"{name}.fr" if isinstance(field, LabelField) else name


def _value(tables: "Tables", row: "Row", found: Values, typed: tuple[str, str, str]) -> Any:
    from peewee import DateField, ForeignKeyField, IntegerField

    from alternat.models.base import EnumField, LabelField, WordsField

    name, language, text = typed
    field = _typed_fields(row)[name]
    readers: tuple[tuple[Any, Callable[[], Any]], ...] = (
        (LabelField, lambda: _label(found.get(name, getattr(row, name)), name, language, text)),
        (ForeignKeyField, lambda: _reference(tables, row, name, text)),
        (EnumField, lambda: _member(field, name, text)),
        (WordsField, lambda: tuple(text.replace(",", " ").split())),
        (DateField, lambda: _day(text) if text else None),
        (IntegerField, lambda: _number(name, text) if text else None),
    )
    return next((read() for kind, read in readers if isinstance(field, kind)), text)


def _label(now: Label, name: str, language: str, text: str) -> Label:
    if language not in set(Language):
        raise LanguageNeeded(field=name)
    return now.with_text(Language(language), text)


def _member(field: Any, name: str, text: str) -> Any:
    values = [member.value for member in field.members]
    if text.casefold() not in values:
        raise NotAChoice(value=text, field=name, choices=", ".join(values))
    return field.members(text.casefold())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotADay(value=text) from error


def _number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise NotAWholeNumber(value=text, field=name)
    return int(text)


def _reference(tables: "Tables", row: "Row", name: str, text: str) -> int | None:
    from alternat.actions.meetings import side_id

    if not text:
        return None
    if name == "host":
        return side_id(tables, text)
    if name == "entity":
        return _entity(tables, getattr(row, "side_id", None), text)
    return person_id(tables, _number(name, text))


def _entity(tables: "Tables", side: int | None, code: str) -> int:
    """Return the id of an entity by its code or acronym, on the person's own side where it is known."""
    entity = tables.Entity
    own = [row for row in entity.select().order_by(entity.side, entity.number) if side in {None, row.side_id}]
    for row in own:
        names = {row.code, *row.acronym.as_mapping().values()}
        if code.casefold() in {each.casefold() for each in names}:
            return int(row.id)
    raise NotAChoice(value=code, field="entity", choices=", ".join(row.code for row in own))


def person_id(tables: "Tables", number: int) -> int:
    """Return the id of a person; a number that nobody has is an `UnknownRow`."""
    from alternat.nouns.people import PERSON
    from alternat.planning.rows import require

    return require(tables, PERSON, (number,))[0]
