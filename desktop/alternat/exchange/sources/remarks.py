"""What had to be done to read a file, in words: bytes dropped, lines in another encoding."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.exchange.sources.table import Reading
from alternat.language.messages import Message, mark

NULS, OTHER_ENCODING, NO_STYLES = "nuls", "other-encoding", "no-styles"

_SAID: Mapping[str, str] = MappingProxyType(
    {
        NULS: mark("Bytes without meaning (NUL) were dropped in the lines {lines}. Check the names there."),
        OTHER_ENCODING: mark(
            "The file mixes encodings: {lines}. Check the accents and characters in these lines."
        ),
        NO_STYLES: mark(
            "Hidden and struck-through rows cannot be told in {lines}. Save the list as .xlsx if it has any."
        ),
    }
)


def reading_notes(reading: Reading) -> tuple[Message, ...]:
    """Return what a person should know of how a file was read."""
    return tuple(Message(_SAID[kind], {"lines": lines}) for kind, lines in reading.remarks)
