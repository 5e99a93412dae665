"""What this workstation remembers between sessions; never anything about a dialogue itself."""

import contextlib
import hashlib
import json
import logging
import math
import os
import platform
import secrets
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from alternat.addresses import without_password
from alternat.language.label import Language
from alternat.language.messages import Message, message

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

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


def desk_id(folder: Path | None = None) -> str:
    """Return what this person's desk at this workstation is called in journals, made up once.

    The name of the machine is part of it, since a home folder may follow a person from one to another.
    """
    file = (folder or settings_path().parent) / "desk"
    try:
        token = file.read_text(encoding="ascii").strip() or _new_desk(file)
    except (OSError, ValueError):
        token = _new_desk(file)
    return hashlib.sha256(f"{token} {platform.node()}".encode()).hexdigest()[:20]


def _new_desk(file: Path) -> str:
    """Make up and keep the token of a desk; where it cannot be kept, one that comes out alike each time."""
    token = secrets.token_hex(10)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="ascii") as kept:
            kept.write(token)
    except FileExistsError:
        # Another program of the desk was faster.
        return file.read_text(encoding="ascii").strip() or str(file)
    except OSError:
        _log.warning("the desk's name could not be kept at %s", file, exc_info=True)
        return str(file)
    return token


class SettingsFile:
    """The settings and the file they live in; without a path nothing outlives the process.

    Several windows may share the file: each change is read, made and written back under a lock, and touches
    only what was changed, so that each window keeps what the other wrote. What this window shows (its
    language, its theme) stays its own until it is opened again. With `is_reader` the file is never written
    or moved.
    """

    def __init__(self, path: Path | None = None, *, is_reader: bool = False) -> None:
        self._path, self._is_reader = path, is_reader
        self._tell: Callable[[Message], None] | None = None
        self._untold: list[Message] = []
        self._threads = threading.RLock()
        self.current = _settings(self._read() or {})

    def listen(self, tell: Callable[[Message], None]) -> None:
        """Have somebody told, now and from now on, of settings that were unreadable or could not be kept."""
        self._tell = tell
        while self._untold:
            tell(self._untold.pop(0))

    def change(self, **changed: Any) -> Settings:
        """Change some of the settings and keep them; if that cannot be done, it is told and logged.

        Of a mapping or a list only the entries that differ from this window's are changed in the file.
        """
        with self._threads:
            before = self.current
            self.current = replace(before, **changed)
            if self._path and not self._is_reader:
                try:
                    self._keep(before, changed)
                except OSError as error:
                    _log.warning("settings could not be kept at %s", self._path, exc_info=True)
                    self._report(
                        message(
                            "Your settings could not be kept at {file}: {reason}. They last until you close "
                            "the window.",
                            file=str(self._path),
                            reason=error.strerror or type(error).__name__,
                        )
                    )
            return self.current

    def remember(self, address: str) -> Settings:
        """Put a dialogue at the head of the recent ones."""
        kept = without_password(address)
        others = tuple(each for each in self.current.recent if each != kept)
        return self.change(recent=(kept, *others)[:RECENT_LIMIT])

    def forget(self, address: str) -> Settings:
        """Take a dialogue out of the recent ones."""
        return self.change(recent=tuple(each for each in self.current.recent if each != address))

    def keep_layout(self, name: str, state: str) -> Settings:
        """Keep what a page remembers under its own name."""
        return self.change(layouts={**self.current.layouts, name: state})

    def keep_of_printer(self, name: str, stock: str, value: object | None) -> Settings:
        """Keep what is known of the printer on a stock, in the setting of that name; None keeps nothing."""
        others = {each: known for each, known in getattr(self.current, name).items() if each != stock}
        return self.change(**{name: others if value is None else {**others, stock: value}})

    def _keep(self, before: Settings, changed: Mapping[str, Any]) -> None:
        """Bring the changes into the file as it stands now, and its lists into this window's."""
        assert self._path is not None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(self._path.parent):
            raw = self._read()
            if raw is None:
                # Nothing is there any more, or nothing readable: what this window knows is all there is.
                raw = asdict(self.current)
            stored = _settings(raw)
            for name, value in changed.items():
                merged = _merged(getattr(before, name), value, getattr(stored, name))
                self.current = replace(self.current, **{name: merged})
                raw[name] = merged
            _write(self._path, raw)

    def _read(self) -> dict[str, Any] | None:
        """Return what the file holds; None where there is none, or one that is damaged and now put aside."""
        if self._path is None:
            return None
        try:
            kept = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("settings at %s could not be read", self._path, exc_info=True)
            self._report(
                message(
                    "Your settings at {file} could not be read: {reason}. The usual ones are in use.",
                    file=str(self._path),
                    reason=error.strerror or type(error).__name__,
                )
            )
            return None
        except (ValueError, RecursionError):
            kept = None
        if isinstance(kept, dict):
            return kept
        self._set_aside(self._path)
        return None

    def _set_aside(self, path: Path) -> None:
        """Keep a damaged file for whoever wants to look at it, and say where."""
        if self._is_reader:
            self._report(
                message("Your settings at {file} are damaged; the usual ones are in use.", file=str(path))
            )
            return
        aside = _free_name(path)
        try:
            path.replace(aside)
        except OSError:
            _log.warning("broken settings at %s could not be set aside", path, exc_info=True)
            aside = path
        else:
            _log.warning("settings were unreadable and are now at %s", aside)
        self._report(
            message(
                "Your settings were damaged and could not be read. The file is kept as {file}; the usual "
                "settings are in use.",
                file=str(aside),
            )
        )

    def _report(self, trouble: Message) -> None:
        if self._tell is not None:
            self._tell(trouble)
        elif trouble not in self._untold:
            self._untold.append(trouble)


def _merged(before: Any, wanted: Any, stored: Any) -> Any:
    """Return what the file is to hold: the stored value with what was changed from `before` to `wanted`."""
    if isinstance(wanted, Mapping):
        left_out = before.keys() - wanted.keys()
        set_now = {key: value for key, value in wanted.items() if key not in before or before[key] != value}
        return {**{key: value for key, value in stored.items() if key not in left_out}, **set_now}
    if isinstance(wanted, tuple):
        gone = set(before) - set(wanted)
        head = () if len(wanted) < len(before) else wanted[:1]
        new = (*head, *(each for each in wanted if each not in before and each not in head))
        return (*new, *(each for each in stored if each not in gone and each not in new))[:RECENT_LIMIT]
    return wanted


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the settings of a folder against other windows; the lock is gone when its holder is.

    A system that locks no folder, as some network drives, goes without: the file is replaced whole anyway.
    """
    with contextlib.ExitStack() as held:
        try:
            if sys.platform == "win32":
                # The last one to have the file open takes it away; waits up to ten seconds.
                path = folder / "settings.lock"
                held.callback(_without, path)
                file = held.enter_context(path.open("a+b"))
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            else:
                descriptor = os.open(folder, os.O_RDONLY)
                held.callback(os.close, descriptor)
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            _log.warning("settings at %s could not be locked", folder, exc_info=True)
        yield


def _without(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _free_name(path: Path) -> Path:
    """Return a name for a damaged file under which none is kept yet."""
    names = [
        path.with_suffix(".broken.json"),
        *(path.with_suffix(f".broken-{at}.json") for at in range(2, 99)),
    ]
    return next((each for each in names if not each.exists()), names[0])


def _settings(kept: Mapping[str, Any]) -> Settings:
    settings = Settings()
    for each in fields(Settings):
        if each.name in kept:
            try:
                settings = replace(settings, **{each.name: _READERS[each.name](kept[each.name])})
            except (TypeError, ValueError, AttributeError):
                _log.warning("setting %s was unreadable", each.name)
    return settings


def _write(path: Path, raw: Mapping[str, Any]) -> None:
    part = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump(raw, file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
    "recent": lambda value: tuple(without_password(str(each)) for each in value)[:RECENT_LIMIT],
    "sidebar_collapsed": bool,
    "inspector_hidden": bool,
    "window": str,
    "layouts": lambda value: {str(key): str(state) for key, state in dict(value).items()},
    "export_folder": str,
    "printer_offsets": _offsets,
    "printer_scales": _scales,
}
