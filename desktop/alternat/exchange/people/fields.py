"""What a column of a list can mean, and what each meaning is called."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import Message, mark, message


class UnknownImportField(AlternatError):
    """No column can mean that; `choices` lists what it can."""

    template = mark("“{field}” is nothing that a column can be. Choose one of {choices}.")


class Field(StrEnum):
    """What a column means; a field with a language at its end holds that language only."""

    SIDE = "side"
    ENTITY = "entity"
    ENTITY_EN = "entity-en"
    ENTITY_FR = "entity-fr"
    ENTITY_ZH = "entity-zh"
    FAMILY = "family"
    GIVEN = "given"
    FAMILY_ZH = "family-zh"
    GIVEN_ZH = "given-zh"
    FULL_NAME = "full-name"
    NAME_ZH = "name-zh"
    PINYIN = "pinyin"
    PRINTED_NAME = "printed-name"
    SORT_KEY = "sort-key"
    HONORIFIC = "honorific"
    HONORIFIC_EN = "honorific-en"
    HONORIFIC_FR = "honorific-fr"
    HONORIFIC_ZH = "honorific-zh"
    GENDER = "gender"
    POSITION = "position"
    POSITION_EN = "position-en"
    POSITION_FR = "position-fr"
    POSITION_ZH = "position-zh"
    ROLE = "role"
    LANGUAGES = "languages"
    EMAIL = "email"
    PHONE = "phone"
    PASSPORT_NAME = "passport-name"
    NOTE = "note"
    IGNORE = "ignore"

    @property
    def label(self) -> Message:
        """Return what the field is called in a list of choices."""
        return _LABELS[self]

    @property
    def language(self) -> Language | None:
        """Return the one language that the field holds, or nothing if it can be any."""
        return _IN_ONE_LANGUAGE[self][1] if self in _IN_ONE_LANGUAGE else None

    @property
    def in_any_language(self) -> "Field":
        """Return the field that holds the same in any language, which may be this one."""
        return _IN_ONE_LANGUAGE[self][0] if self in _IN_ONE_LANGUAGE else self

    def in_language(self, language: Language | None) -> "Field":
        """Return the field that holds the same in one language, or this one if there is none such."""
        wanted = (self.in_any_language, language)
        return next((each for each, one in _IN_ONE_LANGUAGE.items() if one == wanted), self)


_IN_ONE_LANGUAGE: Mapping[Field, tuple[Field, Language]] = MappingProxyType(
    {
        Field.FAMILY_ZH: (Field.FAMILY, Language.ZH),
        Field.GIVEN_ZH: (Field.GIVEN, Language.ZH),
        **{
            Field(f"{base}-{language}"): (base, language)
            for base in (Field.ENTITY, Field.HONORIFIC, Field.POSITION)
            for language in Language
        },
    }
)

_LABELS: Mapping[Field, Message] = MappingProxyType(
    {
        Field.SIDE: message("Side"),
        Field.ENTITY: message("Entity"),
        Field.ENTITY_EN: message("Entity (English)"),
        Field.ENTITY_FR: message("Entity (French)"),
        Field.ENTITY_ZH: message("Entity (Chinese)"),
        Field.FAMILY: message("Family name"),
        Field.GIVEN: message("Given name"),
        Field.FAMILY_ZH: message("Family name in Chinese script"),
        Field.GIVEN_ZH: message("Given name in Chinese script"),
        Field.FULL_NAME: message("Full name"),
        Field.NAME_ZH: message("Name in Chinese script"),
        Field.PINYIN: message("Name in pinyin"),
        Field.PRINTED_NAME: message("Printed form of the name"),
        Field.SORT_KEY: message("Sort key"),
        Field.HONORIFIC: message("Form of address"),
        Field.HONORIFIC_EN: message("Form of address (English)"),
        Field.HONORIFIC_FR: message("Form of address (French)"),
        Field.HONORIFIC_ZH: message("Form of address (Chinese)"),
        Field.GENDER: message("Grammatical gender"),
        Field.POSITION: message("Position"),
        Field.POSITION_EN: message("Position (English)"),
        Field.POSITION_FR: message("Position (French)"),
        Field.POSITION_ZH: message("Position (Chinese)"),
        Field.ROLE: message("Role in the delegation"),
        Field.LANGUAGES: message("Working languages"),
        Field.EMAIL: message("E-mail"),
        Field.PHONE: message("Telephone"),
        Field.PASSPORT_NAME: message("Name as in the passport"),
        Field.NOTE: message("Note"),
        Field.IGNORE: message("Leave out"),
    }
)


def field_named(name: str) -> Field:
    """Return the field of a name as typed on the command line; raises UnknownImportField."""
    plain = name.strip().casefold().replace("_", "-").replace(".", "-").replace(" ", "-")
    for each in Field:
        if each.value == plain:
            return each
    raise UnknownImportField(field=name, choices=", ".join(Field))
