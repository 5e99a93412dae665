"""The names, offices and terms of a dialogue, for which its texts are checked against each other."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from alternat.language.called import NameForms, spellings
from alternat.language.label import Label, Language
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.concordance.glossary import glossary_renderings
from alternat.planning.concordance.mentions import Kind
from alternat.planning.concordance.terms import Rendering, Terms

TERM_TABLES = frozenset({"person", "entity", "provision", "instrument"})
"""The tables from whose rows the terms are made."""


def dialogue_terms(tables: Tables) -> Terms:
    """Return all that the texts of a dialogue are checked for: the glossary, its people and its own names."""
    return Terms.of(dialogue_renderings(tables))


def dialogue_renderings(tables: Tables) -> tuple[Rendering, ...]:
    """Return the glossary, then people, their positions, entities, existing dialogues and instruments."""
    found = (
        *glossary_renderings(),
        *_people(tables),
        *_entities(tables),
        *_existing(tables),
        *_instruments(tables),
    )
    return tuple(dict.fromkeys(found))


def _people(tables: Tables) -> Iterator[Rendering]:
    """Yield whoever has a Latin and a Chinese name, and each position that is given in every language.

    A name of one word (“Song”, “Rose”) is left out, since it may be any word.
    """
    person = tables.Person
    columns = (
        *(person.family, person.given, person.name_zh, person.printed_name, person.name_order),
        person.position,
    )
    positions: dict[Label, None] = {}
    for *parts, position in tuples(person.select(*columns).order_by(person.id)):
        family, given, chinese, printed, order = parts
        forms = NameForms(family=family, given=given, name_zh=chinese, printed_name=printed, name_order=order)
        latin = [each for each in spellings(forms) if each != chinese and len(each.split()) > 1]
        if latin and len(chinese) > 1:
            yield Rendering(
                Kind.NAME,
                tuple(Label(each, each, chinese if not at else "") for at, each in enumerate(latin)),
            )
        if _is_long(position, at_least=_OFFICE_WORDS):
            positions[position] = None
    for position in positions:
        yield Rendering(Kind.OFFICE, (position,))


def _entities(tables: Tables) -> Iterator[Rendering]:
    entity = tables.Entity
    for name, acronym in tuples(entity.select(entity.name, entity.acronym).order_by(entity.id)):
        named = tuple(each for each in (name, acronym) if each)
        if named:
            yield Rendering(Kind.OFFICE, named)


def _existing(tables: Tables) -> Iterator[Rendering]:
    """Yield existing dialogues; their short names answer to the long ones, and ask nothing themselves."""
    provision: Any = tables.Provision
    query = provision.select(provision.text, provision.short).order_by(provision.id)
    for text, short in tuples(query.where(provision.kind == ProvisionKind.EXISTING_DIALOGUE)):
        if _is_long(text, at_least=_TITLE_WORDS):
            yield Rendering(Kind.TERM, (text, *((short,) if short else ())), shy=(short,) if short else ())


def _instruments(tables: Tables) -> Iterator[Rendering]:
    instrument = tables.Instrument
    for (title,) in tuples(instrument.select(instrument.title).order_by(instrument.id)):
        if _is_long(title, at_least=_TITLE_WORDS):
            yield Rendering(Kind.TERM, (title,))


_OFFICE_WORDS, _TITLE_WORDS, _CHARACTERS = 2, 3, 4


def _is_long(label: Label, *, at_least: int) -> bool:
    """Return whether a name is given in all languages and in each so long that it is no everyday word."""
    return len(label.zh) >= _CHARACTERS and all(
        len(each.split()) >= at_least for each in (label.en, label.fr)
    )


Sign = tuple[str, ...]
"""Parts of words that a text must have, all of them and in small letters, to mention something."""


def mentioned_by(renderings: Iterable[Rendering]) -> frozenset[Sign]:
    """Return signs, one of which is in every text that mentions any of these renderings.

    A text that has none of them says nothing of what changed. Names have one form, other words several, of
    which only the beginning is sure; Chinese has no forms.
    """
    found: set[Sign] = set()
    for rendering in renderings:
        reach = None if rendering.kind is Kind.NAME else _STEM
        for label in (*rendering.accepted, *rendering.forbidden):
            for language in (Language.EN, Language.FR):
                if words := re.findall(r"\w+", label.text(language).casefold()):
                    found.add(tuple(word[:reach] for word in words))
            if label.zh:
                found.add((label.zh.casefold(),))
    return frozenset(found)


_STEM = 3
"""Letters that all forms of a word have in common."""
