"""The time zone of a city, where the sides' capitals or the names of the zones themselves tell it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

from alternat.language.folding import fold
from alternat.language.label import Label


def zone_of_city(city: Label, capitals: Iterable[tuple[Label, str]]) -> str | None:
    """Return the IANA zone of a city: that of a capital of this name, else the zone that bears its name.

    `capitals` come with their zones. Zones of other continents than theirs do not count: there is a London
    in Ontario too.
    """
    wanted = {fold(text) for text in city.as_mapping().values()}
    known = tuple(capitals)
    for name, zone in known:
        if wanted & {fold(text) for text in name.as_mapping().values()}:
            return zone
    continents = {zone.partition("/")[0] for _, zone in known}
    named = (zone for each in sorted(wanted) for zone in _zones_by_city().get(each.replace(" ", ""), ()))
    return next((zone for zone in named if zone.partition("/")[0] in continents), None)


def differs(one: str, other: str, day: date) -> bool:
    """Return whether the clocks of two zones differ at noon of a day."""
    noon = datetime.combine(day, time(12))
    return noon.replace(tzinfo=ZoneInfo(one)).utcoffset() != noon.replace(tzinfo=ZoneInfo(other)).utcoffset()


@cache
def _zones_by_city() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for zone in sorted(available_timezones()):
        continent, parted, city = zone.rpartition("/")
        if parted and continent not in {"Etc", "US", "Canada", "posix", "right"}:
            key = fold(city.replace("_", " ")).replace(" ", "")
            found[key] = (*found.get(key, ()), zone)
    return MappingProxyType(found)
