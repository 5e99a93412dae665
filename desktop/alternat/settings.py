"""What this workstation remembers between sessions; never anything about a dialogue itself."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

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
    """Return the settings kept at `path`; anything unreadable or unknown falls back to its default."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    settings = Settings()
    for each in fields(Settings):
        if each.name in kept:
            try:
                settings = replace(settings, **{each.name: _READERS[each.name](kept[each.name])})
            except (TypeError, ValueError):
                _log.warning("setting %s was unreadable", each.name)
    return settings


def _write(path: Path, settings: Settings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
    part.replace(path)


def _scale(value: Any) -> int:
    return min(TEXT_SCALES, key=lambda offered: abs(offered - int(value)))


_READERS: Mapping[str, Any] = {
    "language": lambda value: Language(value) if value else None,
    "theme": Theme,
    "text_scale": _scale,
    "recent": lambda value: tuple(str(each) for each in value)[:RECENT_LIMIT],
    "sidebar_collapsed": bool,
    "inspector_hidden": bool,
    "window": str,
    "layouts": lambda value: {str(key): str(state) for key, state in dict(value).items()},
}
