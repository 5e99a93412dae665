"""Sentences that are written once in English, carried as values, and translated where they are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def mark(template: str) -> str:
    """Return the template unchanged, marked for the catalogs where it is only kept, as in an error class."""
    return template


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable template with its arguments; `Catalog.say` turns it into a sentence.

    `plural` and `count` choose between two forms; the templates may then use `{count}`.
    Arguments may be strings, numbers, dates, labels or messages: each is shown in the sentence's language.
    """

    template: str
    arguments: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    plural: str | None = None
    count: int = 0

    def __str__(self) -> str:
        """Return the source sentence, for logs."""
        template = self.template if self.plural is None or self.count == 1 else self.plural
        return template.format(**self.arguments)

    def __hash__(self) -> int:
        return hash((self.template, self.plural, self.count, tuple(self.arguments.items())))


@dataclass(frozen=True, slots=True)
class Series:
    """Values one after another without an “and”, which each language separates as it does."""

    items: tuple[object, ...]

    def __str__(self) -> str:
        """Return the source form, for logs."""
        return ", ".join(map(str, self.items))


def series(items: Iterable[object]) -> Series:
    """Return values that stand side by side in a sentence or a cell, such as the choices that it offers."""
    return Series(tuple(items))


def message(template: str, /, **arguments: object) -> Message:
    """Return the sentence of a template, as in `message("{name} has no French title.", name=name)`."""
    return Message(template, MappingProxyType(arguments))


def counted(singular: str, plural: str, /, count: int, **arguments: object) -> Message:
    """Return the sentence for a number, as in `counted("{count} person", "{count} people", count=4)`."""
    return Message(singular, MappingProxyType({"count": count, **arguments}), plural, count)


_MOST_OFFERED = 20


def offered(items: Iterable[object]) -> object:
    """Return what a sentence offers to choose from: the first ones where there are many, the others counted.

    Where there is nothing to choose from, it says so.
    """
    choices = tuple(items)
    if not choices:
        return message("none yet")
    if len(choices) <= _MOST_OFFERED:
        return series(choices)
    return counted(
        "{choices} and {count} other",
        "{choices} and {count} others",
        len(choices) - _MOST_OFFERED,
        choices=series(choices[:_MOST_OFFERED]),
    )
