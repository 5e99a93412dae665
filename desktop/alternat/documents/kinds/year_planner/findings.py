"""What would go wrong with a year planner on paper: gaps, cut texts, characters that no font has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from alternat.documents.contents.meeting import SideFacts
from alternat.documents.contents.paper_findings import missing_glyphs_of_label
from alternat.documents.press.fonts import Fonts
from alternat.language.label import Language
from alternat.language.messages import Message, mark, message
from alternat.planning.calendar import DayMark
from alternat.planning.findings import Finding, Severity, Subject, SubjectKind

_NO_NAME = {
    Language.EN: mark("“{name}” has no English text in the calendar; the paper shows a gap."),
    Language.FR: mark("“{name}” has no French text in the calendar; the paper shows a gap."),
    Language.ZH: mark("“{name}” has no Chinese text in the calendar; the paper shows a gap."),
}


def check_marks(
    marks: Iterable[DayMark],
    meeting: int,
    sides: Mapping[str, SideFacts],
    languages: Sequence[Language],
    fonts: Fonts,
    cut: frozenset[DayMark] = frozenset(),
) -> tuple[Finding, ...]:
    """Return what is missing from the texts of days, in no font, or cut off (`cut`), each once.

    A finding is about the side in whose calendar the day stands; a meeting stands in that of both, and is
    found on the meeting whose paper it is.
    """
    found: list[Finding] = []
    for each in marks:
        side = sides.get(each.side or "")
        subject = Subject(SubjectKind.SIDE, side.id) if side else Subject(SubjectKind.MEETING, meeting)
        found += _of_mark(each, subject, languages, fonts)
        if each in cut:
            found.append(_cut(each, subject))
    return tuple(dict.fromkeys(found))


def _of_mark(
    each: DayMark, subject: Subject, languages: Sequence[Language], fonts: Fonts
) -> Iterator[Finding]:
    yield from missing_glyphs_of_label(each.name, fonts, subject, each.name, "name")
    for language in each.name.missing(languages) if each.name else ():
        sentence = Message(_NO_NAME[language], {"name": each.name})
        yield Finding("mark-name-missing", Severity.WARNS, subject, sentence)


def _cut(each: DayMark, subject: Subject) -> Finding:
    return Finding(
        "mark-too-long",
        Severity.BLOCKS,
        subject,
        message(
            "The text “{name}” in the calendar is too long for its column and would be cut off. Shorten it.",
            name=each.name,
        ),
    )
