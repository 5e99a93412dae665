"""Compares texts with those kept under tests/snapshots, or writes them anew when asked to."""

import difflib
import os
from pathlib import Path

SNAPSHOTS = Path(__file__).parent / "snapshots"


def kept(name: str) -> Path:
    """Return where a text is kept, by its name with its folder and without its ending."""
    return SNAPSHOTS / f"{name}.txt"


def same_as_kept(name: str, text: str) -> bool:
    """Compare a text with the kept one; `UPDATE_SNAPSHOTS=1` in the environment writes it anew."""
    path, text = kept(name), text.rstrip("\n") + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = "\n".join(
        difflib.unified_diff(before.splitlines(), text.splitlines(), "kept", "now", lineterm="")
    )
    assert not changed, f"{path.name} is not what is kept (UPDATE_SNAPSHOTS=1 writes it anew):\n{changed}"
    return True
