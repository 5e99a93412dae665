"""Taking people out of the log files of this workstation, where a fault may have repeated a name."""

from contextlib import suppress
from pathlib import Path

from alternat.storage.erasure.wording import Eraser


def clean_logs(folder: Path, eraser: Eraser) -> tuple[Path, ...]:
    """Write the log files of a folder without the names and return those that had any.

    They are written in place, since the one in use is open; what cannot be written is left.
    """
    cleaned = []
    for path in sorted(folder.glob("alternat.log*")):
        with suppress(OSError, UnicodeDecodeError):
            text = path.read_text("utf-8")
            told = eraser.without(text)
            if told != text:
                with path.open("r+", encoding="utf-8", newline="") as file:
                    file.write(told)
                    file.truncate()
                cleaned.append(path)
    return tuple(cleaned)
