"""Texts that a spreadsheet would run as a formula, made harmless, and told apart on the way back in.

Source of the rule: OWASP, CSV Injection. Numbers, also telephone numbers, stay as they are.
"""

import re

STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""What a cell that spreadsheets may run starts with; the full-width forms do so in Chinese editions."""
_NUMBER = re.compile(r"[+-]?[\d\s().\N{NO-BREAK SPACE}-]*\d[\d\s().-]*")
_QUOTE = "'"


def is_risky(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula."""
    return text[:1] in STARTS and bool(text) and _NUMBER.fullmatch(text) is None


def guarded(text: str) -> str:
    """Return a text as it stands in a CSV cell: one that could be run is led by an apostrophe.

    >>> guarded("=1+1"), guarded("+1 613 555 0100")
    ("'=1+1", '+1 613 555 0100')
    """
    return f"{_QUOTE}{text}" if is_risky(text.lstrip(_QUOTE)) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell that `guarded` may have written."""
    return cell[1:] if cell.startswith(_QUOTE) and is_risky(cell.lstrip(_QUOTE)) else cell
