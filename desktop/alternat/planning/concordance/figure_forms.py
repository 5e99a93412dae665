"""What figures are read into, and the forms that all three languages write alike."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from alternat.planning.concordance.mentions import Clock, Day, Often, Quantity, Strength

Value = Quantity | Often | Day | Clock
Read = tuple[Value, Strength, int, int]
"""A value, how sure it is, and where it stands."""

PLAIN = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u3000", " "),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("’ʼ‘", "'"),
        "％": "%",
        "．": ".",
        "：": ":",
    }
)
"""One character for one, so that places stay where they are."""
YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"
ISO = rf"(?P<iso>(?<![\d-])(?P<iy>{YEAR})-(?P<im>0\d|1[0-2])-(?P<id>[0-3]\d)(?![\d-]))"
SLASH = rf"(?P<slash>(?<![\d/])(?P<s1>\d\d?)/(?P<s2>\d\d?)/(?P<sy>{YEAR}))"
FISCAL = rf"(?P<fiscal>(?<![\d-])(?P<f1>{YEAR})[-/](?P<f2>\d\d)(?![\d-]))"


def alternatives(anyhow: Iterable[str], digits: Iterable[str], words: Iterable[str]) -> str:
    """Return a pattern of those that begin with either, with a figure, and with a letter.

    To try each at every place takes long, so that the first character chooses.
    """
    return "|".join((*anyhow, rf"(?=\d)(?:{'|'.join(digits)})", rf"(?=\D)(?:{'|'.join(words)})"))


def quantity(text: str) -> Quantity:
    """Return the number of plain figures with a decimal point; several points make a reference."""
    if text.count(".") > 1:
        return Quantity(text)
    return Quantity(Decimal(text), is_year=len(text) == 4 and text.isdigit() and "1500" <= text < "2200")


def shared_forms(match: re.Match[str]) -> Iterator[Read] | None:
    """Return what all three languages write in one way, or nothing where it is something else."""
    match match.lastgroup:
        case "sides" | "always" | "fold":
            return _shared_words(match)
        case "iso":
            day = Day(int(match["iy"]), int(match["im"]), int(match["id"]))
            return iter([(day, Strength.FIRM, *match.span())])
        case "slash":
            first, second = int(match["s1"]), int(match["s2"])
            is_open = first <= 12 and second <= 12 and first != second
            month, date = (second, first) if second <= 12 else (first, second)
            return iter([(Day(int(match["sy"]), month, date, is_open), Strength.FIRM, *match.span())])
        case "fiscal":
            first, rest = int(match["f1"]), int(match["f2"])
            last = first + 1 if (first + 1) % 100 == rest else rest
            years = (Quantity(Decimal(each), is_year=each > 99) for each in (first, last))
            spans = (match.span("f1"), match.span("f2"))
            return iter([(year, Strength.FIRM, *span) for year, span in zip(years, spans, strict=True)])
    return None


def _shared_words(match: re.Match[str]) -> Iterator[Read]:
    """Yield the two sides, around the clock, and doubled: each language has its own words for them."""
    if match.lastgroup == "sides":
        yield Quantity(Decimal(2), unit="sides"), Strength.FAINT, *match.span()
    elif match.lastgroup == "always":
        yield Quantity(Decimal(24), unit="hour"), Strength.SOFT, *match.span()
    else:
        times = next(times for times in (2, 3, 4) if match[f"x{times}"])
        strength = Strength.SOFT if times == 2 else Strength.FIRM
        yield Quantity(Decimal(times), unit="fold"), strength, *match.span()


def is_coded(match: re.Match[str], start: int) -> bool:
    """Return whether figures hang on a name, as in G20 or COVID-19, which another language may leave out."""
    return bool(_CODE.search(match.string, max(0, start - _LONGEST_CODE), start))


_CODE = re.compile(r"[A-Z][A-Za-z]*-?\Z")
_LONGEST_CODE = 12
