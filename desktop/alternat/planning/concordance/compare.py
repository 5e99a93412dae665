"""A text in up to three languages compared with itself."""

from collections.abc import Mapping
from decimal import Decimal

from alternat.language.label import Label, Language
from alternat.planning.concordance.differences import Difference, differences_between
from alternat.planning.concordance.figures import figures_of
from alternat.planning.concordance.mentions import Clock, Day, Kind, Mention, Quantity, Renderings, Strength
from alternat.planning.concordance.numbers_meant import numbers_meant
from alternat.planning.concordance.terms import Found, Terms

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
            return (first.value, first.is_percent) == (second.value, second.is_percent)
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
                and number.value in _meant(text, language, theirs)
            )
        case Day() as day:
            return any(
                isinstance(each.value, Day) and _day_is_said(day, each.value, theirs) for each in theirs
            )
        case Clock() as clock:
            return any(
                isinstance(each.value, Clock) and _same_time(clock, each.value) for each in theirs
            ) or (clock == (_LATEST_MORNING, 0) and any(word in text.casefold() for word in _NOON))
    return True


_NOON = ("noon", "midi", "中午", "正午")


def _meant(text: str, language: Language, theirs: tuple[Mention, ...]) -> frozenset[Decimal]:
    """Return the numbers that a text says in other words; asked only where something seems to lack."""
    numbers = (
        (each.value.value, each.place.end)
        for each in theirs
        if isinstance(each.value, Quantity) and isinstance(each.value.value, Decimal)
    )
    return numbers_meant(text, language, numbers)


def _number_is_said(
    number: Quantity, strength: Strength, own: tuple[Mention, ...], theirs: tuple[Mention, ...]
) -> bool:
    """Return whether the other text has the number, a year within a date too.

    “5 to 10 per cent” says once what 5%至10% says twice: the sign counts where one text has none at all.
    The article of « un protocole » does not answer to the “one” of “one year”, though it does to a figure.
    """
    for each in theirs:
        match each.value:
            case Quantity(value, is_percent, _):
                if strength is Strength.SOFT and number.value == 1 and each.strength is Strength.FAINT:
                    continue
                if value == number.value and (
                    is_percent == number.is_percent or (_has_percent(own) and _has_percent(theirs))
                ):
                    return True
            case Day(year, _, _, _):
                if number.value == year:
                    return True
    return False


def _has_percent(mentions: tuple[Mention, ...]) -> bool:
    return any(isinstance(each.value, Quantity) and each.value.is_percent for each in mentions)


def _same_day(one: Day, other: Day) -> bool:
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
        case Day(year, _, _, _):
            return year
        case Quantity(Decimal() as value, _, True):
            return int(value)
    return 0


def _same_time(one: Clock, other: Clock) -> bool:
    """Return whether two times are the same; without a.m. or p.m. 2:30 may be meant for 14:30."""
    is_open = min(one.hour, other.hour) <= _LATEST_MORNING and abs(one.hour - other.hour) == _LATEST_MORNING
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
