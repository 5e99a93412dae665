"""What this workstation remembers between sessions; never anything about a dialogue itself."""

import json
import logging
import math
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from alternat.language.label import Language

RECENT_LIMIT = 8
TEXT_SCALES = (100, 110, 125, 150, 175, 200)
"""The sizes of screen text that the window offers, in percent."""

_log = logging.getLogger(__name__)


class Theme(StrEnum):
    """Which colours the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the person at this workstation."""

    language: Language | None = None
    """The screen language; None follows the operating system."""
    theme: Theme = Theme.SYSTEM
    text_scale: int = 100
    """The size of screen text in percent, one of `TEXT_SCALES`."""
    recent: tuple[str, ...] = ()
    """The dialogues opened last, the latest first, as paths or database addresses without passwords."""
    sidebar_collapsed: bool = False
    inspector_hidden: bool = False
    window: str = ""
    """The window's place and size as Qt saved it, in base 64."""
    layouts: Mapping[str, str] = field(default_factory=dict)
    """What pages remember of their columns and splitters, by a name of their own."""
    export_folder: str = ""
    """Where the last document or file was saved."""
    printer_offsets: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By the id of a label stock, how far this printer must print to the right and down, in mm."""
    printer_scales: Mapping[str, float] = field(default_factory=dict)
    """By the id of a label stock, how large this printer must print, in percent."""


def settings_path() -> Path:
    """Return where the person's settings are kept on this system."""
    return user_config_path("alternat", appauthor=False) / "settings.json"


class SettingsFile:
    """The settings and the file they live in; without a path nothing outlives the process."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.current = _read(path) if path else Settings()

    def change(self, **changed: Any) -> Settings:
        """Change some of the settings and keep them; a file that cannot be written is only logged."""
        self.current = replace(self.current, **changed)
        if self._path:
            try:
                _write(self._path, self.current)
            except OSError:
                _log.warning("settings could not be kept at %s", self._path, exc_info=True)
        return self.current

    def remember(self, address: str) -> Settings:
        """Put a dialogue at the head of the recent ones."""
        others = tuple(each for each in self.current.recent if each != address)
        return self.change(recent=(address, *others)[:RECENT_LIMIT])

    def forget(self, address: str) -> Settings:
        """Take a dialogue out of the recent ones."""
        return self.change(recent=tuple(each for each in self.current.recent if each != address))

    def keep_layout(self, name: str, state: str) -> Settings:
        """Keep what a page remembers under its own name."""
        return self.change(layouts={**self.current.layouts, name: state})


def _read(path: Path) -> Settings:
    """Return the settings kept at `path`; unreadable or unknown ones fall back to their defaults."""
    try:
        kept = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except OSError:
        _log.warning("settings at %s could not be read", path, exc_info=True)
        return Settings()
    except ValueError:
        _set_aside(path)
        return Settings()
    if not isinstance(kept, dict):
        _set_aside(path)
        return Settings()
    return _settings(kept)


def _settings(kept: Mapping[str, Any]) -> Settings:
    settings = Settings()
    for each in fields(Settings):
        if each.name in kept:
            try:
                settings = replace(settings, **{each.name: _READERS[each.name](kept[each.name])})
            except (TypeError, ValueError, AttributeError):
                _log.warning("setting %s was unreadable", each.name)
    return settings


def _set_aside(path: Path) -> None:
    """Keep a broken file for whoever wants to look at it; the next change would write over it."""
    aside = path.with_suffix(".broken.json")
    try:
        path.replace(aside)
    except OSError:
        _log.warning("broken settings at %s could not be set aside", path, exc_info=True)
    else:
        _log.warning("settings were unreadable and are now at %s", aside)


def _write(path: Path, settings: Settings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _scale(value: Any) -> int:
    return min(TEXT_SCALES, key=lambda offered: abs(offered - int(value)))


def _offsets(value: Any) -> dict[str, tuple[float, float]]:
    offsets = {str(stock): (float(right), float(down)) for stock, (right, down) in dict(value).items()}
    if not all(math.isfinite(each) for pair in offsets.values() for each in pair):
        raise ValueError("an offset is not a number")
    return offsets


def _scales(value: Any) -> dict[str, float]:
    scales = {str(stock): float(percent) for stock, percent in dict(value).items()}
    if not all(math.isfinite(each) and each > 0 for each in scales.values()):
        raise ValueError("a scale is not a number")
    return scales


_READERS: Mapping[str, Any] = {
    "language": lambda value: Language(value) if value else None,
    "theme": Theme,
    "text_scale": _scale,
    "recent": lambda value: tuple(str(each) for each in value)[:RECENT_LIMIT],
    "sidebar_collapsed": bool,
    "inspector_hidden": bool,
    "window": str,
    "layouts": lambda value: {str(key): str(state) for key, state in dict(value).items()},
    "export_folder": str,
    "printer_offsets": _offsets,
    "printer_scales": _scales,
}
