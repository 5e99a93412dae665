"""Texts and terms against which the comparison of languages is tried."""

import json
from collections.abc import Iterator

from alternat.language.label import Label
from alternat.planning.concordance.compare import compare
from alternat.planning.concordance.differences import Difference
from alternat.planning.concordance.glossary import glossary_renderings
from alternat.planning.concordance.mentions import Kind
from alternat.planning.concordance.terms import Rendering, Terms
from alternat.shipped import resource

NONE = Terms.of(())


def offices() -> tuple[Rendering, ...]:
    """Return the entities of the built-in template."""
    document = json.loads(resource("templates", "canada-china.json").read_text(encoding="utf-8"))
    return tuple(
        Rendering(
            Kind.OFFICE, tuple(Label.from_mapping(each[key]) for key in ("name", "acronym") if key in each)
        )
        for each in document["entities"]
    )


def terms() -> Terms:
    """Return the glossary, the entities, three people, and a term with a forbidden rendering."""
    people = (
        Label("Yang Weimin", "Yang Weimin", "杨为民"),
        Label("Élise Côté", "Élise Côté", "埃莉斯·科泰"),
        Label("Wang Fang", "Wang Fang", "王芳"),
    )
    treaty = Rendering(
        Kind.TERM,
        (Label("extradition treaty", "traité d’extradition", "引渡条约"),),
        forbidden=(Label("deportation treaty", "traité de déportation", "遣返条约"),),
    )
    named = (Rendering(Kind.NAME, (each,)) for each in people)
    return Terms.of((*glossary_renderings(), *offices(), *named, treaty))


def labels_of(*parts: str) -> Iterator[Label]:
    """Return every trilingual text of a shipped file."""
    yield from _labels(json.loads(resource(*parts).read_text(encoding="utf-8")))


def _labels(value: object) -> Iterator[Label]:
    if isinstance(value, dict):
        if {"en", "fr", "zh"} & set(value) and all(isinstance(each, str) for each in value.values()):
            yield Label.from_mapping(value)
            return
        for each in value.values():
            yield from _labels(each)
    elif isinstance(value, list):
        for each in value:
            yield from _labels(each)


def told(en: str, fr: str = "", zh: str = "", among: Terms = NONE) -> tuple[Difference, ...]:
    """Return the differences between texts; the words of each place must be what stands there."""
    label = Label(en, fr, zh)
    found = compare(label, among)
    for each in found:
        for place in (each.here, each.there):
            if place is not None:
                assert label.text(place.language)[place.start : place.end] == place.words
    return found
