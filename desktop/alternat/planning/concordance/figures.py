"""The numbers, dates and times of a text, each by its value, as English, French and Chinese write them."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from alternat.language.label import Language
from alternat.planning.concordance.chinese_figures import HAN, chinese, chinese_pattern
from alternat.planning.concordance.figure_forms import PLAIN, Read, Value
from alternat.planning.concordance.latin_figures import english, french
from alternat.planning.concordance.latin_patterns import english_pattern, french_pattern
from alternat.planning.concordance.mentions import Clock, Day, Kind, Mention, Place, Quantity, Strength
from alternat.planning.concordance.units import ORDINAL, TIMES, is_lasting, with_unit


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    match language:
        case Language.EN:
            return re.compile(english_pattern())
        case Language.FR:
            return re.compile(french_pattern())
        case Language.ZH:
            return re.compile(chinese_pattern())


_EN_STARTS = (
    "ann apr aug beg bia bie bim biw bot clo com cur dai dec dou dup eac ear eig ele end eve feb fif "
    "fin fir fiv fol for fou fri hal jan jul jun las lat mar may mid mon nex nin noo nov oct onc one "
    "out pas pre qua qui sat sec sem sep sev six sta sun ten thi thr thu tre tri tue twe twi two wed "
    "wee yea"
)
_FR_STARTS = (
    "ann aoû août aux avr bia bie bim bis cen cet cha cin com dan der des deu dim dix dou déb déc fev "
    "fin fév heb hua hui jan jeu jui lun mai mar men mer mid mil min moi neu nof non nov oct onz par "
    "pre pro qua qui quo sam sec sei sem sep six soi ten tie tou tre tri tro une ven vin"
)
"""The first three letters of the words with which a figure may begin."""


@cache
def _starts(language: Language) -> frozenset[str]:
    return frozenset((_EN_STARTS if language is Language.EN else _FR_STARTS).split())


_SHORT = frozenset({"a", "an", "un", "le", "la", "l", "à", "ce", "mi", "les", "the", "de"})
"""Words of one to three letters that begin one only before some other words."""
_AFTER_SHORT = re.compile(
    r"(?i:an?[\s-](?:hu|ho|th|mi|mo|bi|tr|ha|qu|fi|fo|ye|we|da|de|ce)|the\s(?:two|past|last|next|coming)|un\b"
    r"|les?\s(?:deux|tiers|quart|cinqu|mois|demi)|l'(?:an|demi)|la\s(?:sem|demi|dern|proch|moi)|à\s(?:chaque|la\sfois)"
    r"|ce\smois|mi[\s-])"
)
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_ZH_TOKENS = re.compile(
    f"(?=[\\d{HAN}第统唯进单不专同逐另任某之周星礼分上早凌下晚中每半年月明今去来次本双按季午子正翻首前后这岁增提扩多高达清傍人])"
)


def _begins(plain: str, language: Language) -> Iterator[int]:
    """Yield where a figure may begin: to try all forms at every character takes long."""
    if language is Language.ZH:
        yield from (each.start() for each in _ZH_TOKENS.finditer(plain))
        return
    starts = _starts(language)
    for each in _TOKENS.finditer(plain):
        word, at = each[0], each.start()
        if word[0].isdigit() or word[:3].lower() in starts or word[0] in "IVXQHTS":
            if word[0] not in "QHTS" or len(word) > 1 or plain[at + 1 : at + 2].isdigit():
                yield at
        elif word.lower() in _SHORT and _AFTER_SHORT.match(plain, at):
            yield at


def figures_of(text: str, language: Language) -> tuple[Mention, ...]:
    """Return the numbers, dates and times of a text in their order; faint ones too."""
    plain = text.translate(PLAIN)
    found: list[Read] = []
    read = _READERS[language]
    pattern, reached = _pattern(language), 0
    for at in _begins(plain, language):
        if at >= reached and (match := pattern.match(plain, at)):
            found.extend(read(match))
            reached = match.end()
    return tuple(
        Mention(_kind(value), Place(language, start, end, text[start:end]), value, strength)
        for value, strength, start, end in _with_units(_with_years(found), plain, language)
    )


def _with_units(found: list[Read], plain: str, language: Language) -> Iterator[Read]:
    """Yield what was read with what each number counts; the numbers of paragraphs ask for nothing."""
    for value, strength, start, end in found:
        if not isinstance(value, Quantity) or not isinstance(value.value, Decimal):
            yield value, strength, start, end
        elif _is_numbering(value, plain, start, end):
            yield value, Strength.FAINT, start, end
        elif value.unit or value.is_percent:
            yield value, strength, start, end
        else:
            number, reach = with_unit(value, plain, start, end, language)
            yield number, _strength(number, strength), start, reach


def _strength(number: Quantity, strength: Strength) -> Strength:
    """Return how surely a number is meant: of days or times it is no article and no idiom."""
    if not (is_lasting(number.unit) or number.unit == TIMES):
        return strength
    return max(strength, Strength.FIRM if number.value != 1 else Strength.SOFT)


def _is_numbering(number: Quantity, plain: str, start: int, end: int) -> bool:
    before = plain[:start].rstrip(" （(")[-1:]
    if number.unit == ORDINAL:
        return before in _BEFORE_CLAUSE and bool(_AFTER_ORDINAL.match(plain, end))
    is_first = before in _BEFORE_LINE or (before in _BEFORE_CLAUSE and plain[start - 1] in "(（")
    return is_first and bool(_AFTER_NUMBER.match(plain, end))


_BEFORE_LINE, _BEFORE_CLAUSE = ("", "\n"), ("", *"\n;；。.:：")
_AFTER_NUMBER, _AFTER_ORDINAL = re.compile(r"\s?[.)）、](?!\d)"), re.compile(r"\s?[.,，、。)）:：](?!\d)")


def _kind(value: Value) -> Kind:
    match value:
        case Day():
            return Kind.DATE
        case Clock():
            return Kind.TIME
    return Kind.NUMBER


def _with_years(found: list[Read]) -> list[Read]:
    """Give a date the year that its neighbour says for both: “June 30 – July 2, 2027”, 6月30日至7月2日."""
    days = [at for at, (value, *_) in enumerate(found) if isinstance(value, Day)]
    for at, after in (*pairwise(days), *pairwise(days[::-1])):
        lacks, has = found[at][0], found[after][0]
        is_near = max(found[at][2], found[after][2]) - min(found[at][3], found[after][3]) <= _NEAR
        assert isinstance(lacks, Day)
        assert isinstance(has, Day)
        if lacks.day and not lacks.year and has.year and is_near:
            found[at] = (lacks._replace(year=has.year), *found[at][1:])
    return found


_NEAR = 14
"""Characters between two dates of which one says the year for both: “ and again on ”."""


_READERS: dict[Language, Callable[[re.Match[str]], Iterator[Read]]] = {
    Language.EN: english,
    Language.FR: french,
    Language.ZH: chinese,
}
