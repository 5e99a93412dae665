"""Characters in names and positions that nobody sees, or that only one computer knows; each named."""

from collections.abc import Iterable, Iterator

from alternat.language.called import shown_name
from alternat.language.characters import (
    code_point,
    private_in,
    private_question,
    unseen_in,
    with_proposals,
    without_unseen,
)
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.people import PERSON
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.roster import Delegate

_TEXTS = ("family", "given", "name_zh", "printed_name", "sort_key")
_LABELS = ("honorific", "position")


def check_characters(delegates: Iterable[Delegate]) -> Iterator[Finding]:
    """Yield a finding for each character of a delegate's name or post that is unseen or of private use."""
    for delegate in delegates:
        subject = Subject(SubjectKind.PERSON, delegate.person)
        strange = [(field, text) for field, text in _texts(delegate) if unseen_in(text) or private_in(text)]
        if not strange:
            continue
        name = _cleaned(shown_name(delegate))
        for field, text in strange:
            called = PERSON.title(field.partition(".")[0])
            for each in unseen_in(text):
                yield Finding(
                    "unseen-character",
                    Severity.WARNS,
                    subject,
                    message(
                        "{name} has a character that nobody sees, {code}, in the field “{field}”.",
                        name=name,
                        code=code_point(each),
                        field=called,
                    ),
                    Fix(message("Type it anew"), field),
                )
            for each in private_in(text):
                yield Finding(
                    "private-character",
                    Severity.WARNS,
                    subject,
                    message("{name}: {question}", name=name, question=private_question(each)),
                    Fix(message("Type it anew"), field),
                )


def _texts(delegate: Delegate) -> Iterator[tuple[str, str]]:
    for field in _TEXTS:
        if not (text := getattr(delegate, field)).isascii() or not text.isprintable():
            yield field, text
    for field in _LABELS:
        label: Label = getattr(delegate, field)
        for language in Language:
            if not (text := label.text(language)).isascii() or not text.isprintable():
                yield f"{field}.{language}", text


def _cleaned(name: Label) -> Label:
    return Label(*(with_proposals(without_unseen(text)) for text in (name.en, name.fr, name.zh)))
