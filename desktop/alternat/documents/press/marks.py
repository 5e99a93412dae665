"""What a PDF of ours says of which document it is, so that nothing else is taken for it and replaced."""

import re

MARK = "AlternatDocument"
"""The name of the entry in the information dictionary of a PDF."""
_ENTRY = re.compile(rb"/" + MARK.encode() + rb"\s*\(([\w. -]+)\)")


def is_of_mark(pdf: bytes, mark: str) -> bool:
    """Return whether a PDF is the document of that mark; one of a kind only is that of any meeting."""
    found = _ENTRY.findall(pdf)
    if " " in mark:
        return mark.encode() in found
    return any(each.partition(b" ")[0] == mark.encode() for each in found)


def is_same_document(one: bytes, other: bytes) -> bool:
    """Return whether two PDFs carry the same mark."""
    return bool(set(_ENTRY.findall(one)) & set(_ENTRY.findall(other)))
