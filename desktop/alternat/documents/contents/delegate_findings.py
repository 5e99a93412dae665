"""What would go wrong with a person's row in a delegation list, said before it prints."""

from collections.abc import Iterator, Sequence

from alternat.documents.contents.paper_findings import missing_glyphs, missing_texts
from alternat.documents.press.fonts import Fonts
from alternat.language.called import latin_name, shown_name
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.roster import Delegate


def check_row(
    delegate: Delegate, languages: Sequence[Language], fonts: Fonts, *, is_cut: bool
) -> Iterator[Finding]:
    """Yield what is missing from the row, cut off in it, or in no font."""
    subject, name = Subject(SubjectKind.PERSON, delegate.person), shown_name(delegate)
    yield from missing_glyphs(delegate, fonts)
    yield from missing_texts(delegate, languages, positions=True)
    if Language.ZH in languages and not delegate.name_zh:
        yield Finding(
            "chinese-name-missing",
            Severity.WARNS,
            subject,
            message(
                "{name} has no name in Chinese script; the Chinese column shows the Latin one.", name=name
            ),
            Fix(message("Add the Chinese name"), "name_zh"),
        )
    if set(languages) - {Language.ZH} and not latin_name(delegate):
        yield Finding(
            "latin-name-missing",
            Severity.WARNS,
            subject,
            message("{name} has no name in Latin script; the list shows the Chinese one.", name=name),
            Fix(message("Add the Latin name"), "family"),
        )
    if is_cut:
        yield Finding(
            "row-too-long",
            Severity.BLOCKS,
            subject,
            message(
                "A text of {name} is too long for its column in the list and would be cut off. Shorten it.",
                name=name,
            ),
            Fix(message("Shorten the position"), "position.en"),
        )
