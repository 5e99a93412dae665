"""Fields of a described noun as options: what help says of them, and how what was typed is read."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Face
from alternat.cli.given import Cleared, OneOrTheOther, OrNone, with_texts, yes_or_no
from alternat.cli.syntax import option
from alternat.cli.values import Choice, Clock, Day, WholeNumber, within
from alternat.language.characters import code_point, private_in, private_question, unseen_in, without_unseen
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message, series
from alternat.nouns import kinds
from alternat.nouns.kinds import Kind
from alternat.nouns.noun import Field, Noun

if TYPE_CHECKING:
    from alternat.models.tables import Tables

_IN = {
    Language.EN: message("In English."),
    Language.FR: message("In French."),
    Language.ZH: message("In Chinese."),
}
_OWN = message("In the language of the messages.")
_EMPTIES = message("“-” empties it.")
_TYPES: Mapping[type[Kind], tuple[str, Callable[[Any], Any]]] = {
    kinds.Number: ("N", lambda kind: WholeNumber(kind.least, kind.most)),
    kinds.Ahead: ("N", lambda kind: WholeNumber(kind.least, kind.most)),
    kinds.Clock: ("TIME", lambda _: Clock()),
    kinds.Day: ("DATE", lambda _: Day()),
    kinds.YesNo: ("YES|NO", lambda _: Choice(("yes", "no"))),
    kinds.OneOf: ("WORD", lambda kind: Choice(each.value for each in kind.members)),
    kinds.Listed: ("WORD", lambda kind: Choice(each.value for each in kind.members)),
    kinds.Words: ("LANGUAGES", lambda _: None),
    kinds.Text: ("TEXT", lambda _: None),
    kinds.RowOf: ("WHICH", lambda _: None),
}
"""What stands for a value of each kind in help, and what reads it; texts in three languages stand apart."""


def options(
    noun: Noun, *, is_new: bool, without: Collection[str] = ()
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the decorator that adds an option for each field that a command can give.

    `without` names fields that this command does not take or, for a new row, works out where they are not
    given (“name?”).
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for field in reversed(tuple(_settable(noun, is_new=is_new, without=without))):
            for each in reversed(
                tuple(_options(field, is_new=is_new, is_spared=f"{field.name}?" in without))
            ):
                function = each(function)
        return function

    return decorate


def spellings(*nouns: Noun, without: Collection[str] = ()) -> Iterator[str]:
    """Give the options with which a row of the nouns is changed, as a sentence offers them."""
    for noun in nouns:
        yield from (f"--{field.on_line}" for field in _settable(noun, is_new=False, without=without))


def read(
    face: Face,
    tables: "Tables",
    noun: Noun,
    typed: dict[str, Any],
    *,
    meeting: int | None = None,
    row: Any = None,
    finders: Mapping[str, Callable[[str], int]] | None = None,
) -> dict[str, Any]:
    """Return the values that were typed by the names of their fields; those not typed are left out.

    They are taken out of `typed`. Texts change one language of what `row` has. What is to be emptied is
    None, an empty text or no words. Rows of other nouns are found by their names, or as one of `finders`
    finds them.
    """
    values: dict[str, Any] = {}
    for field in noun.fields:
        if isinstance(field.kind, kinds.Texts):
            value: Any = _texts(face, field, typed, getattr(row, field.name, None) or Label())
        else:
            value = typed.pop(field.name, None)
        if value is None or (value is False and row is None):
            continue
        values[field.name] = _read(face, tables, field, value, meeting, (finders or {}).get(field.name))
    return values


def _settable(noun: Noun, *, is_new: bool, without: Collection[str]) -> Iterator[Field]:
    for field in noun.fields:
        is_ours = field.explains is not None and not field.is_told_only and field.name not in without
        if is_ours and (is_new or not field.is_given_once):
            yield field


def _options(field: Field, *, is_new: bool, is_spared: bool) -> Iterator[Callable[[Any], Any]]:
    name, explains = f"--{field.on_line}", field.explains or message("")
    can_empty = not is_new and not field.is_needed
    is_required = is_new and field.is_needed and not is_spared
    if isinstance(field.kind, kinds.Texts):
        own = _said(explains, _OWN, *([_EMPTIES] if can_empty else []))
        each_language = [f"{field.name}_{language.value}" for language in _IN]
        instead = each_language if is_required else ()
        yield option(name, field.name, metavar="TEXT", explains=own, instead=instead)
        for dest, (language, said) in zip(each_language, _IN.items(), strict=True):
            yield option(f"{name}-{language.value}", dest, metavar="TEXT", explains=_said(explains, said))
        return
    if isinstance(field.kind, kinds.YesNo) and is_new:
        yield option(name, field.name, is_flag=True, explains=explains)
        return
    metavar, type_of = _TYPES[type(field.kind)]
    type_ = type_of(field.kind)
    if isinstance(field.kind, kinds.RowOf):
        is_person = field.kind.table == "person"
        metavar, type_ = ("NUMBER", within(kinds.KEYS)) if is_person else (field.on_line.upper(), None)
    if isinstance(field.kind, kinds.OneOf | kinds.Listed):
        explains = _said(
            explains, message("One of: {choices}.", choices=series(each.value for each in field.kind.members))
        )
    if can_empty and (field.may_be_empty or isinstance(field.kind, kinds.Text | kinds.Listed | kinds.Words)):
        type_, explains = OrNone(type_), _said(explains, _EMPTIES)
    yield option(name, field.name, metavar=metavar, type=type_, required=is_required, explains=explains)


def _said(*sentences: Message) -> Message:
    """Return sentences side by side, which is a frame that reads well in every language."""
    whole = sentences[0]
    for each in sentences[1:]:
        whole = message("{sentence} {next}", sentence=whole, next=each)
    return whole


def _texts(face: Face, field: Field, typed: dict[str, Any], now: Label) -> Label | None:
    """Return a text with the languages changed that were typed; None where none was."""
    own = typed.pop(field.name, None)
    texts = [typed.pop(f"{field.name}_{each.value}", None) for each in Language]
    if own is not None and texts[list(Language).index(face.language)] is not None:
        name = f"--{field.on_line}"
        raise OneOrTheOther(one=name, other=f"{name}-{face.language.value}")
    texts = [
        own if each is face.language and text is None else text
        for each, text in zip(Language, texts, strict=True)
    ]
    cleared = Cleared.CLEARED.value
    return with_texts(
        now, [None if each is None else "" if each == cleared else seen(face, field, each) for each in texts]
    )


def _read(
    face: Face,
    tables: "Tables",
    field: Field,
    value: Any,
    meeting: int | None,
    finder: Callable[[str], int] | None,
) -> Any:
    if value is Cleared.CLEARED:
        return _EMPTY.get(type(field.kind))
    if isinstance(field.kind, kinds.Text):
        return "" if value == Cleared.CLEARED.value else seen(face, field, value)
    if isinstance(field.kind, kinds.RowOf):
        return finder(value) if finder else _row(face, tables, field.kind.table, str(value), meeting)
    make = _MADE_OF.get(type(field.kind))
    return make(field.kind, value) if make else value


_EMPTY: Mapping[type[Kind], object] = {kinds.Text: "", kinds.Listed: "", kinds.Words: ()}
"""What a field that was emptied holds; None for the other kinds."""
_MADE_OF: Mapping[type[Kind], Callable[[Any, Any], Any]] = {
    kinds.YesNo: lambda _, word: yes_or_no(word) if isinstance(word, str) else word,
    kinds.OneOf: lambda kind, word: kind.members(word),
    kinds.Words: lambda _, text: tuple(text.replace(",", " ").split()),
}
"""What is made of a value that was read, for the kinds whose fields take something else."""


def _row(face: Face, tables: "Tables", table: str, name: str, meeting: int | None) -> int:
    from alternat.nouns.all import NOUNS, is_of_meeting
    from alternat.planning.rows import found

    noun = NOUNS[table]
    return found(tables, noun, name, meeting if is_of_meeting(noun) else None, language=face.language)


def seen(face: Face, field: Field, text: str) -> str:
    """Return a text without the characters that nobody sees, and say which ones were left out."""
    if unseen := unseen_in(text):
        codes = series(map(code_point, unseen))
        face.warn(
            message(
                "{field}: characters that nobody sees are left out: {codes}.",
                field=f"--{field.on_line}",
                codes=codes,
            )
        )
    for each in private_in(text):
        face.warn(private_question(each))
    return without_unseen(text)
