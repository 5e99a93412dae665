"""What every sheet has around its rows: its opening, the foot of its pages, what the file says of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from alternat.documents.contents.alternat import Alternat, sides_in_order
from alternat.documents.contents.meeting import Gathered, SideFacts
from alternat.documents.contents.titles import document_title, meeting_title, place_and_dates
from alternat.documents.press.drawing import DocumentInfo, Page, Placed, Placement
from alternat.documents.press.pagination import PutStrip, Section, Strip, paginate
from alternat.documents.press.paper import millimetres, points
from alternat.documents.press.parts import FOOT_MARGIN, TOP_MARGIN, FootLine, SheetSetter
from alternat.documents.press.style import TEXT_WIDTH
from alternat.documents.press.typesetting import SEPARATOR
from alternat.language.catalogs import catalog
from alternat.language.formats import date_span, plain_date, sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import copy_owner
from alternat.nouns.paper import Paper


def said(sentence: Message) -> Label:
    """Return a sentence in every language."""
    return Label(*(catalog(language).say(sentence) for language in Language))


def copy_for(side: SideFacts) -> Message:
    """Return what says whose copy a paper is: `Copy for Canada`, `Exemplaire du Canada`, `加方文本`."""
    return message("Copy for {country}", country=copy_owner(side.country, side.side_name))


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet says outside its rows; `document` is what it is called, `edition` which state it shows."""

    gathered: Gathered
    languages: tuple[Language, ...]
    document: Label
    edition: Message | None
    """None where the sheet has no revisions of its own."""
    printed_on: date
    is_for_both: bool = False
    """Whether both sides read one and the same sheet, such as a sign, so that it is neither’s copy."""
    alternat: Alternat = Alternat.REVERSED
    """Which side each text names first."""
    audience: Message | None = None
    """For whom the sheet is, said at its foot where that is fewer than the two sides."""

    def in_each(self, sentence: Message) -> tuple[str, ...]:
        """Return a sentence in each language of the sheet."""
        return tuple(catalog(language).say(sentence) for language in self.languages)

    def of(self, label: Label) -> tuple[str, ...]:
        """Return a text in each language of the sheet, as paper shows it."""
        return tuple(label.on_paper(language) for language in self.languages)

    def again(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return a heading, given in each language, as it stands where its part goes on overleaf."""
        words = self.in_each(message("continued"))
        return tuple(
            f"{text}（{word}）" if language is Language.ZH else f"{text} ({word})"
            for text, word, language in zip(texts, words, self.languages, strict=True)
        )

    def dates(self, first: date, last: date | None = None) -> tuple[str, ...]:
        """Return a day, or the days from the first to the last, in each language, the same words once."""
        spans = (
            plain_date(first, language) if last in {None, first} else date_span(first, last, language)
            for language in self.languages
        )
        return tuple(dict.fromkeys(sentence_case(text) for text in spans))

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Return the title of the meeting and its place and dates in each language."""
        meeting = self.gathered.meeting
        return tuple(
            (meeting_title(meeting, self.named_first(language), language), place_and_dates(meeting, language))
            for language in self.languages
        )

    def named_first(self, language: Language) -> SideFacts:
        """Return the side whose country the text in that language names first."""
        return sides_in_order(self.gathered, self.alternat, language)[0]

    def foot(self, page: int, pages: int, name: Label | None = None) -> tuple[FootLine, ...]:
        """Return what stands at a page's foot in each language.

        It begins with what the sheet is, or with the `name` of a part of it, for pages that come apart.
        """
        page_of = message("Page {number} of {count}", number=page, count=pages)
        return tuple(
            FootLine(
                (name or self.document).on_paper(language),
                self._state(language),
                "　" if language is Language.ZH else SEPARATOR,
                catalog(language).say(page_of),
            )
            for language in self.languages
        )

    def _state(self, language: Language) -> tuple[str, ...]:
        say = catalog(language).say
        copy = () if self.is_for_both else (say(copy_for(self.gathered.copy_for)),)
        return (
            *(() if self.edition is None else (say(self.edition),)),
            plain_date(self.printed_on, language),
            *copy,
            *(() if self.audience is None else (say(self.audience),)),
        )

    def info(self) -> DocumentInfo:
        """Return what the file says about itself."""
        return DocumentInfo(
            document_title(
                self.gathered.meeting, self.named_first(self.languages[0]), self.document, self.languages[0]
            ),
            self.gathered.meeting.reference,
            self.languages[0],
            self.printed_on,
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages laid out, with the strips on each and the left edge of their text, in points."""

    pages: tuple[Page, ...]
    put: tuple[tuple[PutStrip, ...], ...]
    left: float


def usual_opening(words: SheetWords, setter: SheetSetter, *, with_edition: bool = False) -> tuple[Strip, ...]:
    """Return the opening of a sheet: the meeting in each language, and what the sheet is.

    `with_edition` says under the title which state it shows, not at the foot alone.
    """
    opening = setter.opening(words.titles(), words.of(words.document))
    if with_edition and words.edition is not None:
        return (*opening, setter.subtitle(words.in_each(words.edition)))
    return opening


def lay_out_sheet(
    words: SheetWords,
    parts: Sequence[tuple[Sequence[Strip], Sequence[Section]]],
    paper: Paper,
    setter: SheetSetter,
    names: Sequence[Label] = (),
    *,
    least_at_end: int = 0,
) -> Sheet:
    """Return the pages of a sheet; each part, an opening with its sections, begins on a page of its own.

    Every part counts its pages for itself, since parts are handed out one by one; `names` are what the foot
    of each part calls it, if not by the name of the sheet. `least_at_end` is as in `paginate`.
    """
    width, height = map(points, paper.size_mm)
    left = (width - TEXT_WIDTH) / 2
    put: list[tuple[PutStrip, ...]] = []
    pages = []
    for (opening, sections), name in zip_longest(parts, names):
        # The numbers of pages are not known yet; these are as wide as any.
        foot_top = height - FOOT_MARGIN - setter.foot(words.foot(88, 88, name)).height
        own = paginate(opening, sections, foot_top - TOP_MARGIN, least_at_end=least_at_end)
        put += own
        for number, page in enumerate(own, start=1):
            foot = Placed(left, foot_top, setter.foot(words.foot(number, len(own), name)).block)
            strips = (Placed(left, TOP_MARGIN + each.top, each.strip.block) for each in page)
            pages.append(Page(width, height, (*strips, foot)))
    return Sheet(tuple(pages), tuple(put), left)


def placements(sheet: Sheet) -> Iterator[Placement]:
    """Yield where each person stands whose strip says so, in millimetres."""
    for number, page in enumerate(sheet.put):
        for put in page:
            if put.strip.person is not None:
                yield Placement(
                    number,
                    millimetres(sheet.left),
                    millimetres(TOP_MARGIN + put.top),
                    millimetres(TEXT_WIDTH),
                    millimetres(put.strip.height),
                    put.strip.person,
                )
