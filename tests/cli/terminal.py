"""A terminal for tests: lines are run in this process, with streams, settings and windows of its own."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alternat.cli.main import run
from alternat.language.label import Language
from alternat.settings import SettingsFile


@dataclass(frozen=True)
class Outcome:
    """What one line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the output read as JSON."""
        return json.loads(self.out)


@dataclass
class Terminal:
    """Runs lines in this process and remembers which windows they would have opened."""

    environ: dict[str, str] = field(default_factory=dict)
    has_display: bool = False
    settings: SettingsFile = field(default_factory=SettingsFile)
    windows: list[tuple[str | None, Language | None]] = field(default_factory=list)
    is_read_only: bool = False
    faults: list[Exception] = field(default_factory=list)
    ask_secret: Callable[[str], str] | None = None

    def type(self, *words: object) -> Outcome:
        """Run the command line with these words."""
        out, err = io.StringIO(), io.StringIO()
        code = run(
            [str(word) for word in words],
            environ=self.environ,
            out=out,
            err=err,
            open_window=self._open,
            has_display=lambda: self.has_display,
            settings=self.settings,
            keep_fault=self._keep,
            ask_secret=self.ask_secret,
        )
        return Outcome(code, out.getvalue(), err.getvalue())

    def done(self, *words: object) -> Outcome:
        """Run a line that must succeed without a word on the error stream."""
        outcome = self.type(*words)
        assert (outcome.code, outcome.err) == (0, "")
        return outcome

    def _open(self, address: str | None, language: Language | None, /, *, read_only: bool = False) -> int:
        self.windows.append((address, language))
        self.is_read_only = read_only
        return 0

    def _keep(self, error: Exception) -> Path:
        self.faults.append(error)
        return Path("alternat.log")
