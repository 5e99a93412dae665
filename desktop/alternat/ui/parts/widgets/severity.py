"""How the severity of a finding looks and reads: an icon, a word and a colour."""

from dataclasses import dataclass

from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.ui.look.tokens import Palette


@dataclass(frozen=True, slots=True)
class SeverityLook:
    """The icon and the word of a severity."""

    icon: str
    word: Message


SEVERITY_LOOKS = {
    Severity.BLOCKS: SeverityLook("circle-alert", message("Blocks")),
    Severity.WARNS: SeverityLook("triangle-alert", message("Warns")),
    Severity.NOTES: SeverityLook("info", message("Notes")),
}


def severity_colour(severity: Severity, palette: Palette) -> str:
    """Return the colour of a severity."""
    return str(getattr(palette, severity.value))
