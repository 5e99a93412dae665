"""Replacing files: only an earlier one of the same output, unless the person says otherwise."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alternat.cli.syntax import option
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

OVERWRITE: Callable[[Any], Any] = option(
    "--overwrite",
    is_flag=True,
    explains=message("Replace the file even if it is not an earlier one of the same."),
)
REPLACED = message("An earlier file of that name was replaced.")


class NotAnExport(AlternatError):
    """Exporting would replace a file that is something else."""

    template = mark(
        "{place} is there already and is not a file of the format {format}. "
        "It was left as it is; choose another name, or say --overwrite."
    )


class OtherFile(AlternatError):
    """Something else than an earlier output of the same is there under that name."""

    template = mark(
        "{place} is there already and is something else than an earlier “{what}” of this meeting. It was "
        "left as it is; choose another name, or say --overwrite."
    )


def standing(place: Path) -> bytes:
    """Return what a file holds that an output would replace; nothing where there is none."""
    return place.read_bytes() if place.is_file() else b""


def replaced(place: Path, format_: str, starts: tuple[bytes, ...], *, overwrite: bool) -> bytes:
    """Return what would be replaced; never the dialogue itself, nor anything else of another format."""
    refusal = NotAnExport(place=str(place), format=format_)
    if place.is_dir() or place.suffix.casefold() == ".alternat":
        raise refusal
    try:
        old = standing(place)
    except OSError as error:
        raise refusal from error
    if old and not overwrite and not old.startswith(starts):
        raise refusal
    return old
