"""What the options of a `set` command were given to change, and which of them empty their field."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import click

from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import mark, series


class Cleared(Enum):
    """What an option holds that was given as “-”: its field is to be emptied."""

    CLEARED = "-"


class NothingGiven(AlternatError):
    """A `set` command was given nothing to change."""

    template = mark("Nothing is given to change. Name at least one of: {choices}.")


class OneOrTheOther(AlternatError):
    """Two options that exclude one another were both given."""

    template = mark("{one} and {other} exclude one another. Leave one of them out.")


class NotOfThis(AlternatError):
    """An option was given that belongs to other rows than the one that was named."""

    template = mark("{option} does not apply to the one named. Give at least one of: {choices}.")


class NamedTwice(AlternatError):
    """An option that may be given several times names the same row twice."""

    template = mark("{option} names “{name}” twice. Name it once.")


class OrNone(click.ParamType[Any]):
    """A value of another type, or a text where there is none, or “-” to empty the field."""

    name = "value"

    def __init__(self, inner: click.ParamType[Any] | None = None) -> None:
        self.inner = inner

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return what the other type makes of the value, or `Cleared` for “-”."""
        if value in ("-", Cleared.CLEARED):
            return Cleared.CLEARED
        return value if self.inner is None else self.inner.convert(value, param, ctx)


def given(values: Mapping[str, Any], options: Iterable[str]) -> dict[str, Any]:
    """Return the fields that were given; if there are none, a `NothingGiven`.

    `options` are the words that the sentence offers, such as `--code`.
    """
    if not values:
        raise NothingGiven(choices=series(options))
    return dict(values)


def with_texts(label: Label, texts: Iterable[str | None]) -> Label | None:
    """Return the label with the texts given in English, French and Chinese; None if there are none.

    A text that is empty takes that language away.
    """
    told = tuple(texts)
    for language, text in zip(Language, told, strict=True):
        label = label if text is None else label.with_text(language, text)
    return label if any(text is not None for text in told) else None


def yes_or_no(word: str | None) -> bool | None:
    """Return what “yes” or “no” means; None stays None."""
    return None if word is None else word == "yes"
