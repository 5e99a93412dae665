"""What a person is called: in a sentence, on a line, on a list, by script, when looked for, and where filed.

Nothing here derives a name: the Latin form of a Chinese name, its reading and its sort key are typed by
people. Source: GB/T 28039-2011 (Chinese names in Latin letters).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Protocol, Self

from alternat.language.formats import NO_BREAK
from alternat.language.label import Label, Language
from alternat.language.names import IDEOGRAPHIC_SPACE, tidy
from alternat.language.scripts import is_han

FAMILY_FIRST, GIVEN_FIRST = "family-first", "given-first"

_ABBREVIATION = 4
_OWN_ARTICLE = ("L’", "Le ", "La ", "Son ", "Sa ", "Leurs ")
_SILENT = (*"aeiouéèêàâîôœ", "hon")
"""Beginnings of French titles before which the article is elided."""


class Named(Protocol):
    """Whoever has the parts of a name: the row of a person, a delegate, a person of a list."""

    @property
    def family(self) -> str:
        """Return the family name in Latin letters as typed."""

    @property
    def given(self) -> str:
        """Return the given name in Latin letters as typed."""

    @property
    def name_order(self) -> str:
        """Return which of the two comes first: `family-first` or `given-first`."""

    @property
    def printed_name(self) -> str:
        """Return the Latin form to print where somebody typed one."""

    @property
    def name_zh(self) -> str:
        """Return the name in Chinese script."""


class Filed(Named, Protocol):
    """Whoever has a place among others by name."""

    @property
    def sort_key(self) -> str:
        """Return what the name is filed under where somebody typed it."""


@dataclass(frozen=True, slots=True)
class NameForms:
    """The parts of a name alone, for those who have no row: typed just now, or gone and in the history."""

    family: str = ""
    given: str = ""
    name_zh: str = ""
    printed_name: str = ""
    sort_key: str = ""
    name_order: str = GIVEN_FIRST

    @classmethod
    def of(cls, image: Mapping[str, object]) -> Self:
        """Return the parts of the name in the image of a person's row; what is not there is empty."""
        parts = (each.name for each in fields(cls))
        return cls(**{part: str(image[part]) for part in parts if image.get(part)})


def usual_order(languages: Sequence[str]) -> str:
    """Return which name comes first on a side with these languages: the family name where Chinese leads."""
    return FAMILY_FIRST if languages[:1] == (Language.ZH.value,) else GIVEN_FIRST


def latin_name(named: Named) -> str:
    """Return the Latin form that prints: `YANG Weimin`, `Élise CÔTÉ`.

    The family name is capitals throughout, with its accents, hyphens and particles (`DE LA FONTAINE`, ß as
    SS); where a family writes it otherwise (`de la FONTAINE`), staff type the printed form, which wins.
    """
    return tidy(named.printed_name) or usual_latin_name(named)


def usual_latin_name(named: Named) -> str:
    """Return the Latin form that prints where none is typed; without a family name the given name alone."""
    return _ordered(tidy(named.family).upper(), tidy(named.given), named.name_order)


def plain_latin_name(named: Named) -> str:
    """Return the Latin name in its order and in the letters of whoever wrote it: `Yang Weimin`."""
    return named.printed_name or _ordered(named.family, named.given, named.name_order)


def shown_name(named: Named) -> Label:
    """Return the name by which sentences call a person: in Chinese script in Chinese ones, else Latin."""
    latin, chinese = latin_name(named), named.name_zh
    return Label(latin or chinese, latin or chinese, chinese or latin)


def by_script(named: Named) -> tuple[str, ...]:
    """Return the names that a person has: the Latin one as it prints, then the one in Chinese script."""
    return _those((latin_name(named), named.name_zh))


def plain_line(named: Named) -> str:
    """Return both names of somebody of a list on one line, in the letters of the list."""
    return " ".join(_those((plain_latin_name(named), named.name_zh)))


def filed_under(filed: Filed) -> str:
    """Return what a name is filed under: the typed key, else family and given name, else the Chinese name.

    Pass it to `collation_key`. Particles stay where they are typed, since families differ.
    """
    return tidy(filed.sort_key) or tidy(both_orders(filed.family, filed.given)[1]) or filed.name_zh


def spellings(named: Named) -> tuple[str, ...]:
    """Return all ways in which a person's name may be written: as it prints, in both orders, in Chinese."""
    latin = _those((latin_name(named), *both_orders(named.family, named.given), named.name_zh))
    return tuple(dict.fromkeys(latin))


def both_orders(family: str, given: str) -> tuple[str, str]:
    """Return a Latin name with the given name first, and with the family name first."""
    return _ordered(family, given, GIVEN_FIRST), _ordered(family, given, FAMILY_FIRST)


def with_comma(family: str, given: str) -> str:
    """Return a Latin name as an index has it: `Côté, Élise`."""
    return f"{family}, {given}"


def initials(named: Named) -> str:
    """Return what stands for a missing photograph: `ÉC`, `YW`, or the first character of a Chinese name."""
    letters = (tidy(name)[:1].upper() for name in _in_order(named.family, named.given, named.name_order))
    return "".join(letters) or named.name_zh.strip()[:1]


def chinese_in_column(name: str) -> str:
    """Return a Chinese name for a column: two characters take a full-width space between them (王　芳).

    For display only, never stored and never on a badge; any other name stays as it is (欧阳文, 买买提·艾力).
    """
    return in_width_of_three(name, IDEOGRAPHIC_SPACE)


def in_width_of_three(name: str, space: str) -> str:
    """Return a Chinese name of two characters with a space between them, any other name as it is."""
    is_pair = len(name) == 2 and is_han(name[0]) and is_han(name[1])
    return f"{name[0]}{space}{name[1]}" if is_pair else name


def listed_name(
    latin: str,
    chinese: str,
    honorific: str,
    language: Language,
    in_column: Callable[[str], str] = chinese_in_column,
) -> str:
    """Return a name with its form of address as a row of a list has it.

    Where the script of the language has no form of the name, the other form stands, since it is the same
    name. `in_column` gives Chinese names of two characters the width of three.
    """
    if language is Language.ZH:
        return NO_BREAK.join(_those((in_column(chinese) or latin, honorific)))
    return with_honorific(latin or chinese, honorific, language)


def with_honorific(name: str, honorific: str, language: Language) -> str:
    """Return a name with its form of address: before a Latin name, straight after a Chinese one (杨为民先生).

    A short one (Mr., Mme, Dr) is held to the name by a no-break space.
    """
    if not (name and honorific):
        return name or honorific
    if language is Language.ZH:
        return f"{name}{honorific}"
    is_short = len(honorific) <= _ABBREVIATION and " " not in honorific
    return f"{honorific}{NO_BREAK if is_short else ' '}{name}"


def addressed_within(name: str, honorific: str, language: Language, *, is_feminine: bool | None) -> str:
    """Return a name with its form of address inside a sentence.

    French puts a title, but no abbreviation, in lower case behind its article (`le commissaire adjoint
    Émile CÔTÉ`); where the gender is not known the title stays as it is.
    """
    if language is Language.FR and name:
        honorific = _french_title(honorific, is_feminine=is_feminine)
    return with_honorific(name, honorific, language)


def _french_title(title: str, *, is_feminine: bool | None) -> str:
    is_abbreviated = len(title) <= _ABBREVIATION and " " not in title
    if is_abbreviated or title.startswith(_OWN_ARTICLE) or title.endswith("."):
        return title[:1].lower() + title[1:] if title.startswith("L’") else title
    bare = title[:1].lower() + title[1:]
    if bare.startswith(_SILENT):
        return f"l’{bare}"
    if is_feminine is None:
        return title
    return f"la {bare}" if is_feminine else f"le {bare}"


def _in_order(family: str, given: str, order: str) -> tuple[str, str]:
    return (family, given) if order == FAMILY_FIRST else (given, family)


def _ordered(family: str, given: str, order: str) -> str:
    return " ".join(_those(_in_order(family, given, order)))


def _those(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name)
