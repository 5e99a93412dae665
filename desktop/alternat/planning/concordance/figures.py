"""The numbers, dates and times of a text, each by its value, as English, French and Chinese write them."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from alternat.language.label import Language
from alternat.planning.concordance.chinese_figures import HAN, chinese, chinese_pattern
from alternat.planning.concordance.figure_forms import PLAIN, Read, Value
from alternat.planning.concordance.latin_figures import english, english_pattern, french, french_pattern
from alternat.planning.concordance.mentions import Clock, Day, Kind, Mention, Place


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    match language:
        case Language.EN:
            return re.compile(english_pattern())
        case Language.FR:
            return re.compile(french_pattern())
        case Language.ZH:
            return re.compile(chinese_pattern())


@cache
def _starts(language: Language) -> re.Pattern[str]:
    """Return what the beginning of a figure looks like: to try all forms at every character takes long."""
    match language:
        case Language.EN:
            return re.compile(
                r"\d|\b(?i:one|tw|th[ir]|fo[ur]|fi[rfv]|si[x]|se[cv]|ei|nin|te[n]|ele"
                r"|a[\s-](?:hu|th|mi|bi|tr|ha|qu|fi))"
                r"|\b(?:J[aAuU]|F[eE]|M[aA]|A[pPuU]|S[eE]|O[cC]|N[oO]|D[eE])"
            )
        case Language.FR:
            return re.compile(
                r"\d|\b(?i:une?\b|de[uc]|tr[oe]|qua|ci[n]|si[x]|se[ptci]|hui|ne[u]|di[x]|qui[n]|on[z]|do[u]|vi[n]|cen|mil"
                r"|soi|hua|no[nv]|pr[e]|ja[n]|f[ée][v]|ma[ri]|av[r]|ju[i]|ao|oc[t]|dé[c])|\b[XVI]+e\s"
            )
        case Language.ZH:
            return re.compile(f"[\\d{HAN}第统唯进单不专百千同逐另任某之周星礼分上早凌下晚中]")


def figures_of(text: str, language: Language) -> tuple[Mention, ...]:
    """Return the numbers, dates and times of a text in their order; faint ones too."""
    plain = text.translate(PLAIN)
    found: list[Read] = []
    read = _READERS[language]
    pattern, reached = _pattern(language), 0
    for start in _starts(language).finditer(plain):
        at = start.start()
        if at >= reached and (match := pattern.match(plain, at)):
            found.extend(read(match))
            reached = match.end()
    return tuple(
        Mention(_kind(value), Place(language, start, end, text[start:end]), value, strength)
        for value, strength, start, end in _with_years(found)
    )


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
