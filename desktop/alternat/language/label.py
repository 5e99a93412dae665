"""The trilingual value: one text in English, French and Chinese, and what to show where one is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

GAP = "[…]"
"""What paper shows where a text is missing: a visible gap, never another language in silence."""


class Language(StrEnum):
    """A language of the dialogue, in the order in which texts are kept."""

    EN = "en"
    FR = "fr"
    ZH = "zh"

    @property
    def locale(self) -> str:
        """Return the locale whose conventions the language follows here: `en_CA`, `fr_CA` or `zh_CN`."""
        return {Language.EN: "en_CA", Language.FR: "fr_CA", Language.ZH: "zh_CN"}[self]

    @property
    def tag(self) -> str:
        """Return the short mark of the language beside a field: `EN`, `FR` or `中`."""
        return {Language.EN: "EN", Language.FR: "FR", Language.ZH: "中"}[self]


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the screen shows it, with the language it is really in."""

    text: str
    language: Language
    is_stand_in: bool


@dataclass(frozen=True, slots=True)
class Label:
    """One text in three languages; an empty string is a missing text.

    >>> Label(en="Ottawa", zh="渥太华").missing()
    (<Language.FR: 'fr'>,)
    """

    en: str = ""
    fr: str = ""
    zh: str = ""

    @classmethod
    def same(cls, text: str) -> "Label":
        """Return the label that reads the same in every language."""
        return cls(text, text, text)

    @classmethod
    def from_mapping(cls, texts: Mapping[str, str | None]) -> "Label":
        """Return the label of a mapping from language codes to texts; absent codes are missing texts."""
        return cls(*(texts.get(language) or "" for language in Language))

    def __bool__(self) -> bool:
        return bool(self.en or self.fr or self.zh)

    def __str__(self) -> str:
        """Return the text for logs, in the first language that has one."""
        return self.en or self.fr or self.zh

    def text(self, language: Language) -> str:
        """Return the text in that language, empty if missing."""
        return str(getattr(self, language))

    def with_text(self, language: Language, text: str) -> "Label":
        """Return this label with one language changed and the others untouched."""
        match language:
            case Language.EN:
                return Label(text, self.fr, self.zh)
            case Language.FR:
                return Label(self.en, text, self.zh)
            case Language.ZH:
                return Label(self.en, self.fr, text)

    def missing(self, languages: Iterable[Language] = tuple(Language)) -> tuple[Language, ...]:
        """Return those of `languages` that have no text."""
        return tuple(language for language in languages if not self.text(language).strip())

    def shown(self, language: Language) -> Shown:
        """Return what the screen shows: the text, or the first other one, marked as a stand-in."""
        for candidate in (language, *Language):
            if text := self.text(candidate):
                return Shown(text, candidate, is_stand_in=candidate is not language)
        return Shown("", language, is_stand_in=False)

    def on_screen(self, language: Language) -> str:
        """Return the text for the screen; a stand-in carries the tag of its language, as in `Ottawa [EN]`."""
        shown = self.shown(language)
        return f"{shown.text} [{shown.language.tag}]" if shown.is_stand_in else shown.text

    def on_paper(self, language: Language) -> str:
        """Return the text for paper: `GAP` where only other languages have one, empty where none has."""
        return self.text(language) or (GAP if self else "")

    def filled(self) -> "Label":
        """Return this label with each missing text stood in by the first other one.

        That is for files that leave, in which the gap of paper would be read as the text itself.
        """
        return Label(*(self.shown(language).text for language in Language))

    def as_mapping(self) -> dict[str, str]:
        """Return the texts that are there by language code."""
        return {language.value: text for language in Language if (text := self.text(language))}
