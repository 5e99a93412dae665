"""People, with the forms of their names that print and, as a noun of its own, what never prints."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import OneOf, RowOf, Text, Texts, Words
from alternat.nouns.noun import PRIVATE, PUBLIC, Field, Noun


class Gender(StrEnum):
    """Grammatical gender, which French role names and forms of address need."""

    UNKNOWN = "unknown"
    FEMININE = "feminine"
    MASCULINE = "masculine"


def is_feminine(gender: Gender) -> bool | None:
    """Return whether French words agree in the feminine; None where nobody said."""
    return None if gender is Gender.UNKNOWN else gender is Gender.FEMININE


class NameOrder(StrEnum):
    """Which name comes first in the Latin form."""

    FAMILY_FIRST = "family-first"
    GIVEN_FIRST = "given-first"


class WorkingLanguage(StrEnum):
    """The languages that people work in: those of the dialogue, and others that lists of people name."""

    EN = "en"
    FR = "fr"
    ZH = "zh"
    AR = "ar"
    DE = "de"
    ES = "es"
    JA = "ja"
    RU = "ru"
    YUE = "yue"


PERSON = Noun(
    table="person",
    named=mark("the person {name}"),
    many=mark("people"),
    unknown=mark("There is nobody with the number {name}. The command “people” lists everybody’s number."),
    above="side",
    fields=(
        Field(
            "entity",
            RowOf("entity"),
            message("entity"),
            PUBLIC,
            message("The code or the acronym of the entity, such as CA-GAC."),
            may_be_empty=True,
        ),
        Field("family", Text(200), message("family name"), PUBLIC, message("The family name.")),
        Field("given", Text(200), message("given name"), PUBLIC, message("The given name.")),
        Field(
            "name_zh",
            Text(200),
            message("name in Chinese script"),
            PUBLIC,
            message("The name in Chinese script."),
        ),
        Field(
            "sort_key",
            Text(200),
            message("sort key"),
            PUBLIC,
            message("What the person is filed under, where that is not the family name."),
        ),
        Field(
            "printed_name",
            Text(300),
            message("printed form"),
            PUBLIC,
            message("The whole name in Latin letters, where it prints otherwise than its parts say."),
        ),
        Field(
            "name_order",
            OneOf(NameOrder),
            message("order of names"),
            PUBLIC,
            message("Which name comes first in Latin letters."),
        ),
        Field(
            "honorific",
            Texts(),
            message("form of address"),
            PUBLIC,
            message("The form of address, such as Dr."),
        ),
        Field(
            "post_nominals",
            Text(120),
            message("letters after the name"),
            PUBLIC,
            message("The letters after the name, such as P.C."),
        ),
        Field("position", Texts(), message("position"), PUBLIC, message("The position.")),
        Field(
            "gender",
            OneOf(Gender),
            message("grammatical gender"),
            PUBLIC,
            message("The grammatical gender, which French words need."),
        ),
        Field(
            "languages",
            Words(WorkingLanguage),
            message("working languages"),
            PUBLIC,
            message("The working languages, the preferred one first, such as zh,en."),
        ),
        Field("photo", RowOf("photo"), message("photo"), PUBLIC, may_be_empty=True, is_told_only=True),
    ),
)

CONTACT = Noun(
    table="contact",
    named=mark("the contact details {name}"),
    many=mark("contact details"),
    above="person",
    fields=(
        Field(
            "passport_name",
            Text(300),
            message("name as in the passport"),
            PRIVATE,
            message("The name as in the passport."),
        ),
        Field(
            "email", Text(200, is_address=True), message("e-mail"), PRIVATE, message("The e-mail address.")
        ),
        Field("phone", Text(80), message("telephone"), PRIVATE, message("The telephone number.")),
        Field("note", Text(), message("note"), PRIVATE, message("A private note; it never leaves the desk.")),
    ),
)
