"""Findings that every document shares: characters that no font has, and texts missing in a language."""

from collections.abc import Iterator, Sequence

from alternat.documents.contents.meeting import SideFacts
from alternat.documents.press.fonts import Fonts
from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.roster import Delegate

_NO_POSITION = {
    Language.EN: mark("{name} has no English position; the paper shows a gap."),
    Language.FR: mark("{name} has no French position; the paper shows a gap."),
    Language.ZH: mark("{name} has no Chinese position; the paper shows a gap."),
}
_NO_ENTITY_NAME = {
    Language.EN: mark("{entity} has no English name; the paper shows a gap."),
    Language.FR: mark("{entity} has no French name; the paper shows a gap."),
    Language.ZH: mark("{entity} has no Chinese name; the paper shows a gap."),
}


def missing_glyphs(delegate: Delegate, fonts: Fonts) -> Iterator[Finding]:
    """Yield a finding for every character of a person's printed texts that no shipped font has.

    It blocks, since paper would leave the character out: a box or a question mark in a name is worse.
    """
    subject, name = Subject(SubjectKind.PERSON, delegate.person), shown_name(delegate)
    for field, text in _printed_texts(delegate):
        yield from _unset(text, fonts, subject, name, field)
    if delegate.entity is not None:
        subject = Subject(SubjectKind.ENTITY, delegate.entity)
        yield from missing_glyphs_of_label(delegate.entity_name, fonts, subject, delegate.entity_name, "name")


def missing_glyphs_of_person(delegate: Delegate, fonts: Fonts) -> Iterator[Finding]:
    """Yield the same for the name and the form of address of a delegate, where nothing else prints."""
    subject, name = Subject(SubjectKind.PERSON, delegate.person), shown_name(delegate)
    for field, text in _printed_texts(delegate):
        if not field.startswith("position"):
            yield from _unset(text, fonts, subject, name, field)


def missing_glyphs_of_side(side: SideFacts, fonts: Fonts) -> Iterator[Finding]:
    """Yield the same for the names of a side and of the dialogue as it calls it."""
    subject = Subject(SubjectKind.SIDE, side.id)
    for field in ("country", "side_name", "delegation_name", "dialogue_name"):
        yield from missing_glyphs_of_label(getattr(side, field), fonts, subject, side.country, field)


def missing_glyphs_of_name(person: int, name: Label, fonts: Fonts) -> Iterator[Finding]:
    """Yield the same for the name alone of a person, Latin and Chinese."""
    subject = Subject(SubjectKind.PERSON, person)
    yield from _unset(name.en, fonts, subject, name, "family")
    yield from _unset(name.zh, fonts, subject, name, "name_zh")


def missing_glyphs_of_label(
    label: Label, fonts: Fonts, subject: Subject, name: Label, field: str
) -> Iterator[Finding]:
    """Yield the same for one field of a subject that sentences call by `name`."""
    for language in Language:
        yield from _unset(label.text(language), fonts, subject, name, f"{field}.{language}")


def _unset(text: str, fonts: Fonts, subject: Subject, name: Label, field: str) -> Iterator[Finding]:
    for character in fonts.missing(text):
        yield Finding(
            "glyph-missing",
            Severity.BLOCKS,
            subject,
            message(
                "No font has the character “{character}” ({code}) of {name}; paper would leave it out.",
                character=character,
                code=f"U+{ord(character):04X}",
                name=name,
            ),
            Fix(message("Change the text"), field),
        )

    for cluster in fonts.misplaced(text):
        yield Finding(
            "mark-misplaced",
            Severity.BLOCKS,
            subject,
            message(
                "No font has a place for the mark on “{letter}” ({codes}) of {name}; on paper it would stand "
                "beside the letter.",
                letter=cluster,
                codes=" ".join(f"U+{ord(each):04X}" for each in cluster),
                name=name,
            ),
            Fix(message("Change the text"), field),
        )


def _printed_texts(delegate: Delegate) -> Iterator[tuple[str, str]]:
    if delegate.printed_name:
        yield "printed_name", delegate.printed_name
    else:
        yield "family", delegate.family.upper()
        yield "given", delegate.given
    yield "name_zh", delegate.name_zh
    for field, label in (("honorific", delegate.honorific), ("position", delegate.position)):
        for language in Language:
            yield f"{field}.{language}", label.text(language)


def missing_texts(delegate: Delegate, languages: Sequence[Language], *, positions: bool) -> Iterator[Finding]:
    """Yield a finding for every language in which the position or the entity has no text."""
    if positions:
        subject = Subject(SubjectKind.PERSON, delegate.person)
        for language in _gaps(delegate.position, languages):
            yield Finding(
                "position-missing",
                Severity.WARNS,
                subject,
                Message(_NO_POSITION[language], {"name": shown_name(delegate)}),
                Fix(message("Add the position"), f"position.{language}"),
            )
    if delegate.entity is not None:
        for language in _gaps(delegate.entity_name, languages):
            yield Finding(
                "entity-name-missing",
                Severity.WARNS,
                Subject(SubjectKind.ENTITY, delegate.entity),
                Message(_NO_ENTITY_NAME[language], {"entity": delegate.entity_name}),
                Fix(message("Add the name"), f"name.{language}"),
            )


def _gaps(label: Label, languages: Sequence[Language]) -> tuple[Language, ...]:
    """Return the languages of the paper without a text; a text that nobody wrote at all is no gap."""
    return label.missing(languages) if label else ()
