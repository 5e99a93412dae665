"""In which province a meeting is held: the one on record, or that of its city."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.models.meetings import Meeting
from alternat.shipped import resource


def region_of(meeting: Meeting) -> str:
    """Return the ISO 3166-2 code of the province of a meeting, such as CA-QC; empty where none is known.

    That is the one on record, else that of the city by its name in any language.
    """
    return str(meeting.region) or region_of_city(meeting.city)


def region_of_city(city: Label) -> str:
    """Return the province of a city, in whatever case and with or without accents; empty where none is known.

    The names have to agree: one city named in two provinces tells none.
    """
    found = {_region_named(text) for text in city.as_mapping().values()} - {""}
    return found.pop() if len(found) == 1 else ""


def _region_named(city: str) -> str:
    """Return the province of a city that is written alone or with more behind it: “Gatineau (Québec)”."""
    alone = re.split(r"[,(，（]", city)[0]
    return _cities().get(fold(city)) or _cities().get(fold(alone), "")


def known_region(text: str, countries: tuple[str, ...]) -> str | None:
    """Return the code of the province that is meant by its code or its name; None where none is.

    The country may be left out (QC); `countries` are the codes of those whose provinces can be meant.
    """
    wanted = fold(text)
    for code, facts in regions(countries).items():
        names = (code, code.partition("-")[2], *facts.as_mapping().values())
        if wanted in {fold(name) for name in names}:
            return code
    return None


def regions(countries: tuple[str, ...]) -> Mapping[str, Label]:
    """Return the provinces of countries by code, with their names."""
    return {
        code: Label.from_mapping(facts["name"])
        for code, facts in _document()["regions"].items()
        if code.partition("-")[0] in countries
    }


def region_name(code: str) -> Label:
    """Return the name of a province, its code where the name is not known."""
    facts = _document()["regions"].get(code)
    return Label.from_mapping(facts["name"]) if facts else Label(code, code, code)


def region_facts(code: str) -> Mapping[str, Any]:
    """Return what is known of a province beside its name: which days of the country its own stand in for."""
    facts: Mapping[str, Any] = _document()["regions"].get(code, {})
    return facts


def region_day_names() -> Mapping[str, Mapping[str, str]]:
    """Return the names of provincial days by the English ones of the library."""
    names: Mapping[str, Mapping[str, str]] = _document()["names"]
    return names


def with_region(name: Label, code: str) -> Label:
    """Return the name of a day with the province that has it off."""
    region = region_name(code)
    english, french = (f"{name.text(each)} ({region.text(each)})" for each in (Language.EN, Language.FR))
    return Label(english, french, f"{name.text(Language.ZH)}（{region.text(Language.ZH)}）")


@cache
def _cities() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, facts in _document()["regions"].items():
        for name in facts["cities"]:
            found[fold(name)] = code
    return found


@cache
def _document() -> Mapping[str, Any]:
    document: Mapping[str, Any] = json.loads(
        resource("calendars", "regions.json").read_text(encoding="utf-8")
    )
    return document
