"""The gettext catalogs: a message becomes a sentence in the language of the screen or of a document."""

import gettext
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any

from alternat.errors import AlternatError
from alternat.language.formats import clock, date_and_time, listed, long_date, number, side_by_side
from alternat.language.label import Label, Language
from alternat.language.messages import Message, Series
from alternat.language.vocabulary import language_name, member_label
from alternat.shipped import shipped_root


@dataclass(frozen=True, slots=True)
class Catalog:
    """The sentences of one language; immutable, so every thread may share it."""

    language: Language
    _translations: gettext.NullTranslations = field(repr=False, compare=False)

    def say(self, message: Message) -> str:
        """Return a message as a sentence, its arguments written as the language writes them.

        Where a translation is missing, or its placeholders do not fit, the source text stands in: a slip in
        a catalog must never stop the work.
        """
        arguments = {name: self.show(value) for name, value in message.arguments.items()}
        for template in (self._translated(message), _source(message)):
            try:
                return template.format_map(arguments)
            except (KeyError, IndexError, ValueError, AttributeError):
                continue
        return _source(message)

    def say_error(self, error: AlternatError) -> str:
        """Return what went wrong as a sentence."""
        return self.say(Message(error.template, error.arguments))

    def show(self, value: object) -> str:
        """Return a value as it stands in a sentence of this language.

        Labels, messages, errors, dates, times, numbers and sequences of them are written in the language;
        a member of an enumeration by its term in the vocabulary if it has one; anything else by `str`.
        """
        for kind, write in _WRITERS:
            if isinstance(value, kind):
                return write(self, value)
        return str(value)

    def _translated(self, message: Message) -> str:
        if not message.template:
            return ""
        if message.plural is None:
            return self._translations.gettext(message.template)
        return self._translations.ngettext(message.template, message.plural, message.count)


_WRITERS: tuple[tuple[type, Callable[[Catalog, Any], str]], ...] = (
    (Language, lambda own, value: language_name(value).text(own.language)),
    (StrEnum, lambda own, value: member_label(value).on_screen(own.language) or value.value),
    (str, lambda _, value: value),
    (Label, lambda own, value: value.on_screen(own.language)),
    (Message, lambda own, value: own.say(value)),
    (AlternatError, lambda own, value: own.say_error(value)),
    (datetime, lambda own, value: date_and_time(value, own.language)),
    (date, lambda own, value: long_date(value, own.language)),
    (time, lambda own, value: clock(value, own.language)),
    (int, lambda own, value: number(value, own.language)),
    (float, lambda own, value: number(value, own.language)),
    (Decimal, lambda own, value: number(value, own.language)),
    (tuple, lambda own, value: listed([own.show(item) for item in value], own.language)),
    (Series, lambda own, value: side_by_side([own.show(item) for item in value.items], own.language)),
    (NoneType, lambda *_: ""),
)
"""How a value of each kind is written, the narrower kind first (an enumeration is a string too)."""


@cache
def catalog(language: Language) -> Catalog:
    """Return the catalog of a language, read once.

    English is the source text and reads nothing. A wheel carries compiled catalogs; a checkout reads the
    translator's own files, so that a corrected sentence shows at the next start. Where neither is there,
    the source text stands in.
    """
    folder = shipped_root() / "translations" / language.locale / "LC_MESSAGES"
    if language is Language.EN:
        return Catalog(language, gettext.NullTranslations())
    compiled, source = folder / "alternat.mo", folder / "alternat.po"
    if compiled.exists():
        with compiled.open("rb") as stream:
            return Catalog(language, gettext.GNUTranslations(stream))
    if source.exists():
        return Catalog(language, gettext.GNUTranslations(io.BytesIO(_compiled(source))))
    return Catalog(language, gettext.NullTranslations())


@cache
def common_words() -> frozenset[str]:
    """Return the words that our own sentences use in small letters, English and French.

    Who looks for a name in a text must know that “mark” and “rose” are words too.
    """
    translations: Any = catalog(Language.FR)._translations  # noqa: SLF001 - of this very module
    kept = getattr(translations, "_catalog", {})
    texts = (str(each) for pair in kept.items() for each in pair)
    return frozenset(word for text in texts for word in re.findall(r"\b[^\W\d_]+\b", text) if word.islower())


def _compiled(source: Path) -> bytes:
    """Return the compiled form (.mo) of a translator's file (.po); entries marked fuzzy are left out."""
    # Imported here, since an English desk never needs it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        translations = read_po(stream)
    compiled = io.BytesIO()
    write_mo(compiled, translations)
    return compiled.getvalue()


def _source(message: Message) -> str:
    is_singular = message.plural is None or message.count == 1
    return message.template if is_singular else str(message.plural)
