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
    changed = difference(name, text)
    assert not changed, changed
    return True


def difference(name: str, text: str) -> str:
    """Return how a text differs from the kept one, in words to fail with; nothing where it does not."""
    path, text = kept(name), text.rstrip("\n") + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = difflib.unified_diff(before.splitlines(), text.splitlines(), "kept", "now", lineterm="")
    changed = "\n".join(lines)
    return changed and f"{name} is not what is kept (UPDATE_SNAPSHOTS=1 writes it anew):\n{changed}\n"
