"""What is wrong with the texts that papers of the follow-up print: gaps, glyphs, and what is too long."""

from collections.abc import Iterator, Mapping, Sequence

from alternat.documents.contents.paper_findings import missing_glyphs_of_label, missing_glyphs_of_name
from alternat.documents.press.drawing import HeldBack
from alternat.documents.press.fonts import Fonts
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.guidance import GuidancePlan
from alternat.planning.outcomes import OutcomePlan

Texts = Sequence[tuple[str, Label]]
"""The fields of a record that a paper prints, with their texts."""

_OF_OUTCOMES = {
    Language.EN: mark("A text of the outcome {name} is not in English; the paper shows a gap."),
    Language.FR: mark("A text of the outcome {name} is not in French; the paper shows a gap."),
    Language.ZH: mark("A text of the outcome {name} is not in Chinese; the paper shows a gap."),
}
_OF_REQUESTS = {
    Language.EN: mark(
        "A text of the request for guidance “{name}” is not in English; the paper shows a gap."
    ),
    Language.FR: mark("A text of the request for guidance “{name}” is not in French; the paper shows a gap."),
    Language.ZH: mark(
        "A text of the request for guidance “{name}” is not in Chinese; the paper shows a gap."
    ),
}
_OF_OTHERS = {
    Language.EN: mark("A text of “{name}” is not in English; the paper shows a gap."),
    Language.FR: mark("A text of “{name}” is not in French; the paper shows a gap."),
    Language.ZH: mark("A text of “{name}” is not in Chinese; the paper shows a gap."),
}


def outcome_findings(
    plan: OutcomePlan, texts: Texts, languages: Sequence[Language], fonts: Fonts, *, is_cut: bool
) -> Iterator[Finding]:
    """Yield what is wrong with the texts of an outcome, which is called by its code."""
    subject, name = Subject(SubjectKind.OUTCOME, plan.id), Label.same(plan.code)
    yield from _texts(subject, name, texts, languages, fonts, _OF_OUTCOMES)
    if is_cut:
        sentence = message(
            "The outcome {code} has a text too long for a page of this paper. Shorten it.", code=plan.code
        )
        fix = Fix(message("Shorten the text"), "text")
        yield Finding("outcome-too-long", Severity.BLOCKS, subject, sentence, fix)


def request_findings(
    plan: GuidancePlan, texts: Texts, languages: Sequence[Language], fonts: Fonts, *, is_cut: bool
) -> Iterator[Finding]:
    """Yield what is wrong with the texts of a request for guidance, which is called by its question."""
    subject = Subject(SubjectKind.GUIDANCE, plan.id)
    yield from _texts(subject, plan.question, texts, languages, fonts, _OF_REQUESTS)
    if is_cut:
        sentence = message(
            "The request for guidance “{question}” is too long for its column. Shorten it.",
            question=plan.question,
        )
        yield Finding("guidance-too-long", Severity.BLOCKS, subject, sentence)


def text_findings(
    subject: Subject,
    name: Label,
    texts: Texts,
    languages: Sequence[Language],
    fonts: Fonts,
    *,
    is_cut: bool,
) -> Iterator[Finding]:
    """Yield the same of anything else that has a name, such as an objective or an instrument."""
    yield from _texts(subject, name, texts, languages, fonts, _OF_OTHERS)
    if is_cut:
        sentence = message("“{name}” has a text too long for a page of this paper. Shorten it.", name=name)
        yield Finding(f"{subject.kind.value}-too-long", Severity.BLOCKS, subject, sentence)


def names_findings(
    names: Mapping[int, Label], fonts: Fonts
) -> tuple[tuple[Finding, ...], tuple[HeldBack, ...]]:
    """Return what no font sets of the names of people, and whose names are gaps on the paper for it."""
    found: list[Finding] = []
    held: list[HeldBack] = []
    for person, name in names.items():
        own = tuple(missing_glyphs_of_name(person, name, fonts))
        found += own
        if own:
            held.append(HeldBack(person, name))
    return tuple(found), tuple(held)


def _texts(
    subject: Subject,
    name: Label,
    texts: Texts,
    languages: Sequence[Language],
    fonts: Fonts,
    sentences: Mapping[Language, str],
) -> Iterator[Finding]:
    for field, text in texts:
        yield from missing_glyphs_of_label(text, fonts, subject, name, field)
    for language in languages:
        gaps = [field for field, text in texts if text and not text.text(language)]
        if gaps:
            fix = Fix(message("Add the text"), f"{gaps[0]}.{language}")
            sentence = Message(sentences[language], {"name": name})
            yield Finding(f"{subject.kind.value}-gap", Severity.WARNS, subject, sentence, fix)
