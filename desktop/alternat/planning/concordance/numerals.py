"""The values of number words in English and French and of Chinese numerals."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType


def _numbered(words: str, first: int, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(first + step * at) for at, word in enumerate(words.split())}


_EN_UNITS = _numbered("one two three four five six seven eight nine", 1)
_EN_TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_EN_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_EN_SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_EN_ORDINALS = {
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1),
    **_numbered("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 13),
    **_numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
}
_FR_UNITS = {**_numbered("un deux trois quatre cinq six sept huit neuf", 1), "une": Decimal(1)}
_FR_TEENS = _numbered("dix onze douze treize quatorze quinze seize", 10)
_FR_TENS = _numbered("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10)
_FR_SCALES = {
    "mille": Decimal(10**3),
    "million": Decimal(10**6),
    "milliard": Decimal(10**9),
    "billion": Decimal(10**12),
}
_FR_ORDINALS = {
    **dict.fromkeys(("premier", "première", "premiers", "premières"), Decimal(1)),
    **dict.fromkeys(("second", "seconde"), Decimal(2)),
    **_numbered("deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième", 2),
    **_numbered("onzième douzième treizième quatorzième quinzième seizième", 11),
    **_numbered("vingtième trentième quarantième cinquantième soixantième", 20, 10),
}


def _any_of(words: Mapping[str, Decimal]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _english() -> tuple[str, str]:
    units = _any_of(_EN_UNITS)
    below_100 = rf"(?:(?:{_any_of(_EN_TENS)})(?:[\s-](?:{units}))?|{_any_of(_EN_TEENS)}|{units})"
    below_1000 = rf"(?:(?:a|{below_100})[\s-]hundred(?:\s(?:and\s)?{below_100})?|{below_100})"
    scale = _any_of(_EN_SCALES)
    rest = rf"(?:\s(?:and\s)?{below_1000}(?:[\s-](?:{scale}))?)*"
    cardinal = rf"(?:(?:a|{below_1000})[\s-](?:{scale}){rest}|{below_1000})"
    ordinal = rf"(?:(?:{_any_of(_EN_TENS)})[\s-])?(?:{_any_of(_EN_ORDINALS)})"
    return cardinal, ordinal


def _french() -> tuple[str, str]:
    units, teens = _any_of(_FR_UNITS), _any_of(_FR_TEENS)
    teen = rf"(?:dix[\s-](?:sept|huit|neuf)|{teens})"
    after = rf"(?:[\s-]et[\s-](?:une?|onze)|[\s-](?:{teen}|{units}))?"
    below_100 = rf"(?:quatre[\s-]vingts?{after}|(?:{_any_of(_FR_TENS)}){after}|{teen}|{units})"
    below_1000 = rf"(?:(?:(?:{units})[\s-])?cent(?:[\s-]{below_100})?|(?:{units})[\s-]cents|{below_100})"
    scale = r"(?:millions?|milliards?|billions?)"
    thousands = rf"(?:(?:{below_1000}[\s-])?mille(?:[\s-]{below_1000})?|{below_1000})"
    cardinal = rf"(?:{below_1000}[\s-]{scale}(?:[\s-]{thousands})?|{thousands})"
    tens = rf"(?:quatre[\s-]vingts?|{_any_of(_FR_TENS)})"
    whole = r"centième|millième|millionième|quatre[\s-]vingtième|dix[\s-](?:septième|huitième|neuvième)"
    ordinal = (
        rf"(?:{tens}[\s-](?:et[\s-])?(?:unième|dix[\s-](?:sept|huit|neuv)ième|{_any_of(_FR_ORDINALS)})"
        rf"|{whole}|{_any_of(_FR_ORDINALS)})"
    )
    return cardinal, ordinal


ENGLISH_CARDINAL, ENGLISH_ORDINAL = _english()
FRENCH_CARDINAL, FRENCH_ORDINAL = _french()
"""Patterns of number words in small letters, without the boundaries around them."""

ENGLISH_SMALL = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty(?:-four)?"
    "|thirty(?:-six)?|forty|forty-five|fifty|sixty|ninety)"
)
FRENCH_SMALL = (
    "(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix-huit|dix|onze|douze|quinze|seize|vingt(?:-quatre)?"
    "|trente(?:-six)?|quarante|cinquante|soixante|quatre-vingt-dix)"
)
"""Patterns of the numbers of days, weeks, months and times that are written in words; quick to compile."""

_ONE = Decimal(1)
_JOINTS = re.compile(r"[\s-]+")


@lru_cache(maxsize=2_000)
def english_value(words: str) -> Decimal:
    """Return the value of English number words, cardinal or ordinal, in small letters.

    >>> english_value("one hundred and twenty"), english_value("twenty-first"), english_value("a million")
    (Decimal('120'), Decimal('21'), Decimal('1000000'))
    """
    whole, group = Decimal(0), Decimal(0)
    for word in _JOINTS.split(words):
        if word in _EN_SCALES:
            whole, group = whole + (group or _ONE) * _EN_SCALES[word], Decimal(0)
        elif word == "hundred":
            group = (group or _ONE) * 100
        else:
            group += _ENGLISH.get(word, Decimal(0))
    return whole + group


@lru_cache(maxsize=2_000)
def french_value(words: str) -> Decimal:
    """Return the value of French number words, cardinal or ordinal, in small letters.

    >>> french_value("quatre-vingt-dix-sept"), french_value("deux mille cent"), french_value("deuxième")
    (Decimal('97'), Decimal('2100'), Decimal('2'))
    """
    whole, group = Decimal(0), Decimal(0)
    for word in _JOINTS.split(words):
        plain = word.removesuffix("s") if word not in _FRENCH else word
        plain = _FR_STEMS.get(plain, plain)
        if plain in _FR_SCALES:
            whole, group = whole + (group or _ONE) * _FR_SCALES[plain], Decimal(0)
        elif plain == "cent":
            group = (group or _ONE) * 100
        elif plain == "vingt" and group % 100 == 4:
            group += 76
        else:
            group += _FRENCH.get(plain, Decimal(0))
    return whole + group


_ENGLISH: Mapping[str, Decimal] = MappingProxyType({**_EN_UNITS, **_EN_TEENS, **_EN_TENS, **_EN_ORDINALS})
_FRENCH: Mapping[str, Decimal] = MappingProxyType(
    {**_FR_UNITS, **_FR_TEENS, **_FR_TENS, **_FR_ORDINALS, "unième": Decimal(1)}
)

_FR_STEMS: Mapping[str, str] = MappingProxyType(
    {"centième": "cent", "millième": "mille", "millionième": "million", "vingtième": "vingt"}
)
"""Ordinals that multiply as the cardinal does: quatre-vingtième, deux centième."""

HAN_DIGITS: Mapping[str, int] = MappingProxyType(
    {**{digit: at for at, digit in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "两": 2}
)
HAN_UNITS: Mapping[str, int] = MappingProxyType({"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8})
_NOT_ADJACENT = re.compile("[一二三四五六七八九两]{2}")


@lru_cache(maxsize=2_000)
def chinese_value(numeral: str) -> Decimal | None:
    """Return the value of a Chinese numeral, or nothing where it is none, as 三四 (three or four) is not.

    >>> chinese_value("一百二十"), chinese_value("二〇二七"), chinese_value("三四百")
    (Decimal('120'), Decimal('2027'), None)
    """
    whole, _, decimals = numeral.partition("点")
    if decimals:
        base = chinese_value(whole)
        digits = "".join(str(HAN_DIGITS[each]) for each in decimals if each in HAN_DIGITS)
        return base + Decimal(f"0.{digits}") if base is not None and digits else None
    if not any(each in HAN_UNITS for each in whole):
        if len(whole) == 2 and _NOT_ADJACENT.search(whole):
            return None
        return Decimal("".join(str(HAN_DIGITS[each]) for each in whole))
    return None if _NOT_ADJACENT.search(whole) else _by_units(whole)


def _by_units(numeral: str) -> Decimal:
    total = section = digit = 0
    for each in numeral:
        if each in HAN_DIGITS:
            digit = HAN_DIGITS[each]
            continue
        unit = HAN_UNITS[each]
        if unit < HAN_UNITS["万"]:
            section, digit = section + (digit or 1) * unit, 0
        elif unit == HAN_UNITS["亿"]:
            total, section, digit = ((total + section + digit) or 1) * unit, 0, 0
        else:
            total, section, digit = total + ((section + digit) or 1) * unit, 0, 0
    # 一百二 is short for 一百二十, 三万五 for 三万五千.
    if digit and len(numeral) > 1 and HAN_UNITS.get(numeral[-2], 0) > HAN_UNITS["十"]:
        digit = digit * HAN_UNITS[numeral[-2]] // 10
    return Decimal(total + section + digit)


def figures_with_units(text: str) -> Decimal:
    """Return the value of figures with Chinese units.

    >>> figures_with_units("350万"), figures_with_units("1亿2000万"), figures_with_units("12.5")
    (Decimal('3500000'), Decimal('120000000'), Decimal('12.5'))
    """
    total = Decimal(0)
    for figures, units in re.findall(r"([\d.,]+)([十百千万亿]*)", text):
        value = Decimal(figures.replace(",", ""))
        for unit in units:
            value *= HAN_UNITS[unit]
        total += value
    return total


_ROMAN: Mapping[str, int] = MappingProxyType({"I": 1, "V": 5, "X": 10, "L": 50, "C": 100})


def roman_value(numeral: str) -> Decimal:
    """Return the value of a Roman numeral in capitals up to C.

    >>> roman_value("XXI"), roman_value("IV")
    (Decimal('21'), Decimal('4'))
    """
    values = [_ROMAN[each] for each in numeral]
    following = [*values[1:], 0]
    return Decimal(sum(-one if one < after else one for one, after in zip(values, following, strict=True)))
