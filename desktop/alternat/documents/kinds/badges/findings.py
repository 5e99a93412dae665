"""What would go wrong with a person's badge on paper, said before it prints."""

from collections.abc import Iterator, Sequence

from alternat.documents.contents.paper_findings import missing_glyphs, missing_texts
from alternat.documents.kinds.badges.layouts import LaidBadge
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.stocks import Stock
from alternat.language.called import shown_name
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.roster import Delegate

_ROUNDING = 0.05
"""Points; a difference that nobody sees."""


def check_badge(
    delegate: Delegate,
    badge: LaidBadge,
    languages: Sequence[Language],
    sheet: Stock,
    fonts: Fonts,
    *,
    positions: bool,
    least_name: float,
) -> Iterator[Finding]:
    """Yield what is missing from the badge, cut off on it, or in no font, and names below `least_name`."""
    subject, name = Subject(SubjectKind.PERSON, delegate.person), shown_name(delegate)
    yield from missing_glyphs(delegate, fonts)
    yield from missing_texts(delegate, languages, positions=positions)
    if badge.names_cut:
        yield Finding(
            "name-too-long",
            Severity.BLOCKS,
            subject,
            message(
                "The name of {name} is too long for a badge on {stock} and would be cut off. "
                "Type a shorter printed form.",
                name=name,
                stock=sheet.id,
            ),
            Fix(message("Shorten the name"), "printed_name"),
        )
    elif badge.name_size < least_name - _ROUNDING:
        yield Finding(
            "name-small",
            Severity.WARNS,
            subject,
            message(
                "The name of {name} prints at {size} points on a badge on {stock}; below {least} points it "
                "is not read across a table. Type a shorter printed form, or use a larger stock.",
                name=name,
                size=f"{badge.name_size:.1f}",
                least=f"{least_name:.1f}",
                stock=sheet.id,
            ),
            Fix(message("Shorten the name"), "printed_name"),
        )
    if badge.details_cut:
        yield Finding(
            "office-too-long",
            Severity.WARNS,
            subject,
            message(
                "Role and entity of {name} do not fit on a badge on {stock}. "
                "Print fewer languages or use a larger stock.",
                name=name,
                stock=sheet.id,
            ),
        )
