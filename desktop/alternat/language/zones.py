"""Time zones: the newest data at hand, its version, and what a zone’s place is called in each language."""

import zoneinfo
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from alternat.language.label import Label, Language


@dataclass(frozen=True, slots=True)
class ZoneData:
    """The data from which zones are read: its version, such as `2026f`, and whether the system has it."""

    version: str
    is_system: bool


def newest_zone_data(places: Iterable[str] = zoneinfo.TZPATH) -> ZoneData:
    """Return the newer of the system’s data in those folders and the package’s.

    A system without a version on record, as some are, cannot be newer as far as anybody can tell.
    """
    packaged = packaged_version()
    system = next((found for place in places if (found := _version_in(Path(place)))), "")
    return ZoneData(system, is_system=True) if system > packaged else ZoneData(packaged, is_system=False)


def use_newest_zone_data() -> ZoneData:
    """Let every zone of this process be read from the newest data, and return which that is.

    Python itself takes the system’s data wherever there is some, however old. Zones that were read before
    stay as they were, so this comes first.
    """
    newest = newest_zone_data()
    if newest.version and not newest.is_system and zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(to=())
        zoneinfo.ZoneInfo.clear_cache()
    return newest


def packaged_version() -> str:
    """Return the version of the data that the package `tzdata` brings, empty without the package."""
    try:
        return str(import_module("tzdata").IANA_VERSION)
    except (ModuleNotFoundError, AttributeError):
        return ""


def _version_in(folder: Path) -> str:
    """Return the version of the data in a folder, empty where none is on record."""
    for name in ("tzdata.zi", "+VERSION", "VERSION"):
        try:
            with (folder / name).open(encoding="ascii") as stream:
                words = stream.readline().split()
        except (OSError, UnicodeDecodeError):
            continue
        if words:
            return words[-1]
    return ""


def zone_place(zone: str) -> Label:
    """Return what the place of a zone is called, such as Vancouver or 温哥华, as CLDR names it."""
    from babel.dates import get_timezone, get_timezone_location

    info = get_timezone(zone)
    names = (get_timezone_location(info, locale=each.locale, return_city=True) for each in Language)
    return Label(*(str(name) for name in names))


def zones_of(territories: Iterable[str]) -> tuple[str, ...]:
    """Return the zones of countries, given by their ISO 3166 codes."""
    from babel.core import get_global

    wanted = set(territories)
    places = get_global("zone_territories")
    return tuple(sorted(zone for zone, country in places.items() if country in wanted and "/" in zone))
