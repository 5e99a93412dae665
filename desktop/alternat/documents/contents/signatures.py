"""Where both sides sign: each language's text in the order of the alternat, the first side at the left."""

from collections.abc import Sequence
from math import inf

from alternat.documents.contents.alternat import alike
from alternat.documents.contents.holding_back import printable_delegate
from alternat.documents.contents.meeting import Gathered, SideFacts
from alternat.documents.contents.sheets import SheetWords
from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Item, Rule
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.paper import points
from alternat.documents.press.style import BODY, INK, NAME, SMALLEST, TEXT_WIDTH
from alternat.documents.press.tables import faint
from alternat.documents.press.typesetting import SEPARATOR, Breaks, Paragraph, Typesetter
from alternat.language.called import shown_name
from alternat.language.catalogs import catalog
from alternat.language.formats import listed
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.language.vocabulary import language_name
from alternat.nouns.delegations import Role
from alternat.planning.roster import Delegate

_ROOM = points(16)
"""Above the line on which somebody signs."""
_BETWEEN = points(12)


def heads(gathered: Gathered) -> dict[str, Delegate]:
    """Return the head of each delegation by the code of the side; a side without one is not there."""
    found: dict[str, Delegate] = {}
    for side, delegates in gathered.delegations:
        for each in delegates:
            if each.role is Role.HEAD:
                found.setdefault(side.code, each)
    return found


def signature_section(words: SheetWords, typesetter: Typesetter, *, with_copies: bool = True) -> Section:
    """Return the places to sign; texts that name the sides in another order have places of their own.

    The first named side signs at the left (circular of 1994): in the reversed form that is the side whose
    copy it is. All of it stays together. `with_copies` says above it how many copies there are.
    """
    blocks = list(alike(words.gathered, words.alternat, words.languages))
    strips = [
        _block(words, languages if with_copies else (), languages, order, typesetter)
        for languages, order in blocks
    ]
    last = len(strips) - 1
    body = tuple(
        Strip(strip.block, strip.height, stays_with_next=place < last) for place, strip in enumerate(strips)
    )
    return Section((), (), body)


def _block(
    words: SheetWords,
    saying: Sequence[Language],
    languages: Sequence[Language],
    order: Sequence[SideFacts],
    typesetter: Typesetter,
) -> Strip:
    signing = heads(words.gathered)
    formula = tuple(faint(_formula(words, language), size=BODY, before=0.15) for language in saying)
    stack = typesetter.stack(formula, TEXT_WIDTH, inf, SMALLEST)
    items: list[Item] = set_down(typesetter, stack, Column(0.0, TEXT_WIDTH), points(6))
    top = points(6) + stack.height + points(4)
    width = (TEXT_WIDTH - _BETWEEN * (len(order) - 1)) / len(order)
    foot = top
    for place, side in enumerate(order):
        column = Column(place * (width + _BETWEEN), width)
        country = SEPARATOR.join(dict.fromkeys(side.country.on_paper(each) for each in languages))
        named = typesetter.stack((_strong(country, NAME),), width, inf, SMALLEST)
        items += set_down(typesetter, named, column, top)
        line = top + named.height + _ROOM
        items.append(Rule(column.x, line, column.x + width, line, 0.5, INK))
        signs = typesetter.stack(_signs(signing.get(side.code), languages, typesetter), width, inf, SMALLEST)
        items += set_down(typesetter, signs, column, line + points(1))
        foot = max(foot, line + points(1) + signs.height)
    return Strip(Block(tuple(items)), foot + points(4))


def _formula(words: SheetWords, language: Language) -> str:
    names = listed([language_name(each).on_paper(language) for each in words.languages], language)
    sentence = message("Done in two copies, one for each side, in {languages}.", languages=names)
    return catalog(language).say(sentence)


def _signs(
    head: Delegate | None, languages: Sequence[Language], typesetter: Typesetter
) -> tuple[Paragraph, ...]:
    if head is None:
        return ()
    shown = printable_delegate(head, typesetter.fonts)
    name = shown_name(shown)
    names = SEPARATOR.join(dict.fromkeys(name.on_paper(each) for each in languages))
    positions = dict.fromkeys(shown.position.on_paper(each) for each in languages)
    return (_strong(names, BODY), *(faint(text, before=0.05) for text in positions))


def _strong(text: str, size: float) -> Paragraph:
    return Paragraph(text, Weight.BOLD, size, 4, 1.3, breaks=Breaks.PARTS, colour=INK)
