"""The names of months and weekdays as a calendar heads its columns with them."""

from functools import cache

from alternat.language.formats import sentence_case
from alternat.language.label import Language


@cache
def month_name(month: int, language: Language, *, is_short: bool = False) -> str:
    """Return the name of a month, 1 being January, as it stands alone."""
    from babel import Locale

    width = "abbreviated" if is_short else "wide"
    return sentence_case(str(Locale.parse(language.locale).months["stand-alone"][width][month]))


@cache
def weekday_letter(weekday: int, language: Language) -> str:
    """Return the letter that heads the column of a weekday, 0 being Monday."""
    from babel import Locale

    return str(Locale.parse(language.locale).days["stand-alone"]["narrow"][weekday])
