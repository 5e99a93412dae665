"""The public holidays of a country in a year, by the library `holidays` and what we know beyond it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from alternat.language.label import Label, Language
from alternat.planning.regions import region_day_names, region_facts, with_region
from alternat.shipped import resource

_OBSERVED = re.compile(r"(?P<name>.+) \(observed\)")
_EXCHANGED = re.compile(r"Day off \(substituted from .+\)")
_TOGETHER = "; "
"""Between the library's names of two holidays that fall on one day."""
_LIBRARY_LANGUAGES = {Language.EN: "en", Language.FR: "fr", Language.ZH: "zh"}


@dataclass(frozen=True, slots=True)
class PublicDay:
    """A day that the public service of a country has off, or works although it is a week-end."""

    day: date
    name: Label
    is_working: bool = False
    """A make-up working day on a week-end."""
    is_provisional: bool = False
    """The year's official notice was not out when our data were made."""
    is_guess: bool = False
    """Not the holiday itself, but where it would be moved to; a notice may say otherwise."""


@cache
def public_days(code: str, year: int) -> tuple[PublicDay, ...]:
    """Return the days off and the make-up working days of a country in a year, by day.

    `code` is an ISO 3166 country code; a country that the library does not know has none. Canada's are those
    of the federal public service. Source: `resources/calendars/countries.json`, protocol brief, section 6.
    """
    facts = _facts(code)
    days = sorted({*_days_off(code, year, facts), *_make_up_days(code, year)}, key=lambda each: each.day)
    is_open = year > facts.get("settled_through", year)
    return tuple(replace(each, is_provisional=True) if is_open else each for each in days)


@cache
def regional_days(region: str, year: int) -> tuple[PublicDay, ...]:
    """Return the days that a province has off in a year and its country has not, by day, named with it.

    `region` is an ISO 3166-2 code; one that the library does not know has none.
    """
    code = region.partition("-")[0]
    taken = {each.day for each in public_days(code, year) if not is_replaced(each, region)}
    days = _library_days(code, year, None, region.partition("-")[2])
    return tuple(
        PublicDay(
            day,
            with_region(_joined(name, region_day_names()), region),
            is_guess=bool(_OBSERVED.fullmatch(name.en)),
        )
        for day, name in sorted(days.items())
        if day not in taken
    )


def is_replaced(day: PublicDay, region: str) -> bool:
    """Return whether a province has another day off in place of that one of its country."""
    names = _facts(region.partition("-")[0]).get("names", {})
    gone = [names[name]["en"] for name in region_facts(region).get("replaces", ()) if name in names]
    return day.name.en in gone


def published_name(chinese: str, *, is_working: bool) -> Label:
    """Return the name of a day of China's notice in all languages where its Chinese words are known.

    A day that is worked says for which holiday.
    """
    known = {texts["zh"]: texts for texts in _facts("CN").get("names", {}).values()}
    parts = [known.get(part.strip()) for part in chinese.replace("、", "，").split("，")]
    names = [Label.from_mapping(part) for part in parts if part is not None]
    name = Label(zh=chinese)
    if names and len(names) == len(parts):
        name = Label(*(" / ".join(each.text(language) for each in names) for language in Language))
    if not is_working or not chinese:
        return Label() if not chinese else name
    made_up = make_up_name()
    english, french = (
        f"{made_up.text(each)} ({name.text(each)})" if name.text(each) else made_up.text(each)
        for each in (Language.EN, Language.FR)
    )
    return Label(english, french, f"{made_up.zh}（{name.zh}）")


def make_up_name() -> Label:
    """Return what a make-up working day is called."""
    return Label.from_mapping(_document()["make_up"])


def _days_off(code: str, year: int, facts: Mapping[str, Any]) -> Iterator[PublicDay]:
    named = _library_days(code, year, facts.get("category"))
    days = {name.en: day for day, name in named.items()}
    for day, name in named.items():
        is_guess = bool(_OBSERVED.fullmatch(name.en))
        yield PublicDay(day, _joined(name, facts.get("names", {})), is_guess=is_guess)
    for rule in facts.get("added", ()):
        yield PublicDay(_ruled(rule, year, days), Label.from_mapping(facts["names"][rule["name"]]))


def _make_up_days(code: str, year: int) -> Iterator[PublicDay]:
    library = _calendar(code, year)
    for day in getattr(library, "weekend_workdays", ()):
        if day.year == year:
            yield PublicDay(day, make_up_name(), is_working=True)


def _library_days(
    code: str, year: int, category: str | None, subdivision: str | None = None
) -> Mapping[date, Label]:
    """Return the library's days with its own names, in those of our languages that it speaks."""
    texts: dict[date, dict[str, str]] = {}
    for language in Language:
        for day, name in (_calendar(code, year, category, language, subdivision) or {}).items():
            texts.setdefault(day, {})[language.value] = name
    return {day: Label.from_mapping(names) for day, names in texts.items()}


def _calendar(
    code: str,
    year: int,
    category: str | None = None,
    language: Language = Language.EN,
    subdivision: str | None = None,
) -> Any | None:
    # Imported here, since few commands need a calendar.
    from holidays import country_holidays, list_supported_countries

    supported = list_supported_countries(include_aliases=False)
    if code not in supported or (subdivision is not None and subdivision not in supported[code]):
        return None
    spoken = country_holidays(code).supported_languages
    own = next((each for each in spoken if each.startswith(_LIBRARY_LANGUAGES[language])), None)
    if own is None and language is not Language.EN:
        return None
    return country_holidays(code, subdiv=subdivision, years=year, language=own, categories=category)


def _joined(name: Label, known: Mapping[str, Mapping[str, str]]) -> Label:
    parts = [_named(part, known) for part in name.en.split(_TOGETHER)]
    if any(part is None for part in parts):
        return name
    return Label(*(" / ".join(part.text(each) for part in parts if part) for each in Language))


def _named(english: str, known: Mapping[str, Mapping[str, str]]) -> Label | None:
    if _EXCHANGED.fullmatch(english):
        return Label.from_mapping(_document()["exchanged"])
    observed = _OBSERVED.fullmatch(english)
    texts = known.get(observed["name"] if observed else english)
    if texts is None:
        return None
    if observed is None:
        return Label.from_mapping(texts)
    patterns = _document()["observed"]
    return Label.from_mapping({each: patterns[each].format(name=texts[each]) for each in Language})


def _ruled(rule: Mapping[str, Any], year: int, days: Mapping[str, date]) -> date:
    if after := rule.get("days_after"):
        return days[after["name"]] + timedelta(days=after["days"])
    which = rule["weekday_of_month"]
    first = date(year, which["month"], 1)
    to_weekday = (which["weekday"] - first.weekday()) % 7
    return first + timedelta(days=to_weekday + 7 * (which["which"] - 1))


def _facts(code: str) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = _document()["countries"].get(code, {})
    return facts


@cache
def _document() -> Mapping[str, Any]:
    document: Mapping[str, Any] = json.loads(
        resource("calendars", "countries.json").read_text(encoding="utf-8")
    )
    return document
