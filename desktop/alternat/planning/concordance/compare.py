"""A text in up to three languages compared with itself."""

from collections.abc import Mapping
from decimal import Decimal

from alternat.language.label import Label, Language
from alternat.planning.concordance.differences import Difference, differences_between
from alternat.planning.concordance.figures import figures_of
from alternat.planning.concordance.mentions import (
    Clock,
    Day,
    Kind,
    Mention,
    Often,
    Quantity,
    Renderings,
    Strength,
)
from alternat.planning.concordance.numbers_meant import numbers_meant
from alternat.planning.concordance.terms import Found, Terms
from alternat.planning.concordance.units import SIDES, TIMES, is_counted, is_lasting, same_amount

_LATEST_MORNING = 12


def compare(text: Label, terms: Terms) -> tuple[Difference, ...]:
    """Return where the languages of a text do not say the same; one language alone has forbidden words only.

    Each thing is told once: where two texts agree, against the third. Numbers go by value, names and terms
    by presence. Sources: anchors.md “Follow-up” 12 (word forms, forbidden renderings, numbers by value).
    """
    texts = {language: text.text(language) for language in Language if text.text(language).strip()}
    return (*_figures(texts), *_terms(texts, terms))


def _figures(texts: Mapping[Language, str]) -> tuple[Difference, ...]:
    if len(texts) < 2:
        return ()
    found = {language: figures_of(each, language) for language, each in texts.items()}
    if not any(found.values()):
        return ()

    def holds(mention: Mention, language: Language) -> bool:
        return _is_said(mention, found[mention.place.language], found[language], texts[language], language)

    return differences_between(
        found, {language: len(each) for language, each in texts.items()}, holds, _same_figure, _nothing_else
    )


def _nothing_else(_mention: Mention, _language: Language) -> tuple[str, ...]:
    return ()


def _same_figure(one: Mention, other: Mention) -> bool:
    if one.kind is not other.kind:
        return False
    match one.value, other.value:
        case Quantity() as first, Quantity() as second:
            return first.is_percent == second.is_percent and same_amount(first, second)
        case Often() as first, Often() as second:
            return bool(first.a_year & second.a_year)
        case Clock() as first, Clock() as second:
            return first[:2] == second[:2]
        case Day() as first, Day() as second:
            return _same_day(first, second) and (first.year == second.year or 0 in (first.year, second.year))
    return one.value == other.value


def _is_said(
    mention: Mention,
    own: tuple[Mention, ...],
    theirs: tuple[Mention, ...],
    text: str,
    language: Language,
) -> bool:
    match mention.value:
        case Quantity() as number:
            return _number_is_said(number, mention.strength, own, theirs) or (
                not number.is_percent
                and isinstance(number.value, Decimal)
                and number.value in numbers_meant(text, language, number.unit)
            )
        case Often() as often:
            return _often_is_said(often, own, theirs) or (
                often.times > 1 and Decimal(often.times) in numbers_meant(text, language)
            )
        case Day() as day:
            return any(
                isinstance(each.value, Day) and _day_is_said(day, each.value, theirs) for each in theirs
            )
        case Clock() as clock:
            mine, yours = clock._replace(is_sure=clock.is_sure or _counts_to_24(own)), _counts_to_24(theirs)
            return any(
                isinstance(each.value, Clock)
                and _same_time(mine, each.value._replace(is_sure=each.value.is_sure or yours))
                for each in theirs
            ) or (clock[:2] == (_LATEST_MORNING, 0) and any(word in text.casefold() for word in _NOON))
    return True


_NOON = ("noon", "midi", "中午", "正午")


def _number_is_said(
    number: Quantity, strength: Strength, own: tuple[Mention, ...], theirs: tuple[Mention, ...]
) -> bool:
    """Return whether the other text has the number, a year within a date too.

    “5 to 10 per cent” says once what 5%至10% says twice: the sign counts where one text has none at all.
    The article of « un protocole » does not answer to the “one” of “one year”, though it does to a figure.
    """
    for each in theirs:
        match each.value:
            case Quantity() as other:
                is_article = number.value == 1 and (strength, each.strength) == (
                    Strength.SOFT,
                    Strength.FAINT,
                )
                if is_article and number.unit and other.unit != number.unit:
                    continue
                if _same_value(number, other, own, theirs):
                    return True
            case Day(year, _, _, _, _):
                if number.value == year and not is_lasting(number.unit):
                    return True
            case Often() as often:
                if _is_of(number, often):
                    return True
    return False


def _same_value(
    number: Quantity, other: Quantity, own: tuple[Mention, ...], theirs: tuple[Mention, ...]
) -> bool:
    if number.is_percent != other.is_percent:
        if number.value == other.value:
            return _has_percent(own) and _has_percent(theirs)
        return _as_part(number) == _as_part(other) is not None
    if not same_amount(number, other):
        return False
    if is_counted(number.unit) == is_counted(other.unit):
        return True
    # “Six experts for six months”: a number alone answers to one with a unit only where it is one too many.
    unit_known = is_counted(other.unit)
    return _count(number, theirs, is_counted_=unit_known) > _count(number, own, is_counted_=unit_known)


def _count(number: Quantity, among: tuple[Mention, ...], *, is_counted_: bool) -> int:
    return sum(
        isinstance(each.value, Quantity)
        and each.value.value == number.value
        and is_counted(each.value.unit) is is_counted_
        for each in among
    )


def _as_part(number: Quantity) -> Decimal | None:
    """Return a share as a part of one: half, 50 per cent."""
    if not isinstance(number.value, Decimal):
        return None
    return number.value / 100 if number.is_percent else number.value if number.value < 1 else None


def _is_of(number: Quantity, often: Often) -> bool:
    """Return whether a number is one of those of which “twice every three years” is made."""
    if not isinstance(number.value, Decimal) or number.is_percent:
        return False
    if is_lasting(number.unit):
        return same_amount(number, Quantity(often.every, unit=often.unit))
    if number.unit == TIMES:
        return number.value == often.times
    if is_counted(number.unit):
        return False
    return number.value > 1 and number.value in (often.times, often.every)


def _often_is_said(often: Often, own: tuple[Mention, ...], theirs: tuple[Mention, ...]) -> bool:
    """Return whether the other text says how often, or has the numbers of it in words not known for that."""
    told = [each.value for each in theirs if isinstance(each.value, Often)]
    if any(often.a_year & each.a_year for each in told):
        return True
    if any(often.times == each.times and often.every == each.every == 1 for each in told):
        return False
    asked = Quantity(Decimal(often.times)) if often.times > 1 else Quantity(often.every, unit=often.unit)
    mine = sum(isinstance(each.value, Quantity) and same_amount(asked, each.value) for each in own)
    yours = sum(
        isinstance(each.value, Quantity)
        and same_amount(asked, each.value)
        # 双方 is who does it, and never how often.
        and each.value.unit != SIDES
        and (asked.value != 1 or is_lasting(each.value.unit))
        for each in theirs
    )
    return yours > mine


def _has_percent(mentions: tuple[Mention, ...]) -> bool:
    return any(isinstance(each.value, Quantity) and each.value.is_percent for each in mentions)


def _same_day(one: Day, other: Day) -> bool:
    if one.part != other.part:
        return False
    if (one.month, one.day) == (other.month, other.day):
        return True
    is_open = one.is_turned or other.is_turned
    return is_open and (one.month, one.day) == (other.day, other.month)


def _day_is_said(day: Day, other: Day, theirs: tuple[Mention, ...]) -> bool:
    """Return whether another date is the same; what it leaves unsaid its text says elsewhere."""
    if not _same_day(day, other):
        return False
    if day.year == other.year or not day.year:
        return True
    if other.year:
        return False
    return any(day.year == _year_of(each) for each in theirs)


def _year_of(mention: Mention) -> int:
    match mention.value:
        case Day(year, _, _, _, _):
            return year
        case Quantity(Decimal() as value, _, True, _):
            return int(value)
    return 0


def _counts_to_24(mentions: tuple[Mention, ...]) -> bool:
    return any(isinstance(each.value, Clock) and each.value.hour > _LATEST_MORNING for each in mentions)


def _same_time(one: Clock, other: Clock) -> bool:
    """Return whether two times are the same; without a.m. or p.m. 2:30 may be meant for 14:30."""
    if (one.hour % 24, one.minute) == (other.hour % 24, other.minute):
        return True
    is_open = not (one.is_sure and other.is_sure) and abs(one.hour - other.hour) == _LATEST_MORNING
    return one.minute == other.minute and (one.hour == other.hour or is_open)


def _terms(texts: Mapping[Language, str], terms: Terms) -> tuple[Difference, ...]:
    found = {language: terms.found_in(each, language) for language, each in texts.items()}
    wrong = [difference for language in texts for difference in _forbidden(found, language, terms)]
    if len(texts) < 2 or not any(each.mentions for each in found.values()):
        return tuple(wrong)

    def holds(mention: Mention, language: Language) -> bool:
        numbers = _numbers(mention)
        asked = numbers & terms.asked[language]
        return not asked or bool(asked & found[language].numbers)

    def expected(mention: Mention, language: Language) -> tuple[str, ...]:
        return terms.expected(_numbers(mention), language)

    told = differences_between(
        {
            language: [each for each in of.mentions if each.kind is not Kind.FORBIDDEN]
            for language, of in found.items()
        },
        {language: len(each) for language, each in texts.items()},
        holds,
        _same_rendering,
        expected,
    )
    return (*told, *wrong)


def _numbers(mention: Mention) -> frozenset[int]:
    return mention.value.numbers if isinstance(mention.value, Renderings) else frozenset()


def _same_rendering(one: Mention, other: Mention) -> bool:
    return one.kind is other.kind and bool(_numbers(one) & _numbers(other))


def _forbidden(found: Mapping[Language, Found], language: Language, terms: Terms) -> list[Difference]:
    told: dict[str, Difference] = {}
    for mention in found[language].mentions:
        if mention.kind is not Kind.FORBIDDEN:
            continue
        other = next(
            (
                each
                for each_language, of in found.items()
                if each_language is not language
                for each in of.mentions
                if each.kind is not Kind.FORBIDDEN and _numbers(each) & _numbers(mention)
            ),
            None,
        )
        against = other.place.language if other else language
        key = f"{Kind.FORBIDDEN}|{language}:{mention.sign}"
        told.setdefault(
            key,
            Difference(
                kind=Kind.FORBIDDEN,
                languages=(language, against),
                here=mention.place,
                there=other.place if other else None,
                key=key,
                expected=terms.expected(_numbers(mention), language),
            ),
        )
    return list(told.values())
