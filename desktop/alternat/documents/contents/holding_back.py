"""Names that no font sets: they are held back, one by one, and everything else of a paper prints.

A name with a letter missing would be another name, so paper shows the gap of `Label.on_paper` in its place,
and a finding names the person.
"""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from alternat.documents.contents.programme import ProgrammeFacts
from alternat.documents.press.drawing import HeldBack
from alternat.documents.press.fonts import Fonts
from alternat.language.called import latin_name, shown_name
from alternat.language.label import GAP, Label, Language
from alternat.planning.findings import Finding, SubjectKind
from alternat.planning.roster import Delegate

_UNSET = frozenset({"glyph-missing", "mark-misplaced"})
Text = TypeVar("Text", str, Label)


def printable_delegate(delegate: Delegate, fonts: Fonts) -> Delegate:
    """Return a delegate whose texts can all be set; those that cannot are gaps."""
    latin = latin_name(delegate)
    shown: dict[str, Any] = {
        "name_zh": printable(delegate.name_zh, fonts),
        "honorific": printable(delegate.honorific, fonts),
        "position": printable(delegate.position, fonts),
    }
    if printable(latin, fonts) != latin:
        shown["printed_name"] = GAP
    if all(getattr(delegate, field) == text for field, text in shown.items()):
        return delegate
    return replace(delegate, **shown)


def printable(text: Text, fonts: Fonts) -> Text:
    """Return a text, or each language of a label, as it is if it can be set, else a gap."""
    if isinstance(text, Label):
        return Label(*(printable(text.text(language), fonts) for language in Language))
    return GAP if fonts.missing(text) or fonts.misplaced(text) else text


def printable_people(facts: ProgrammeFacts, fonts: Fonts) -> ProgrammeFacts:
    """Return a programme in which the names of all people can be set."""
    people = {key: printable_delegate(each, fonts) for key, each in facts.programme.people.items()}
    return replace(facts, programme=replace(facts.programme, people=MappingProxyType(people)))


def held_back(findings: Iterable[Finding], people: Iterable[Delegate]) -> tuple[HeldBack, ...]:
    """Return whose names or texts are gaps on a paper with these findings."""
    unset = {
        each.subject.id
        for each in findings
        if each.code in _UNSET and each.subject.kind is SubjectKind.PERSON
    }
    return tuple(HeldBack(each.person, shown_name(each)) for each in people if each.person in unset)
