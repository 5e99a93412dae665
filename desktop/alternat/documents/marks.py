"""What a PDF of ours says of which document it is, so that nothing else is taken for it and replaced."""

import hashlib
import re
from datetime import datetime

from alternat.models.tables import Tables

MARK = "AlternatDocument"
"""The name of the entry in the information dictionary of a PDF."""
_ENTRY = re.compile(rb"/" + MARK.encode() + rb"\s*\(([\w. -]+)\)")


def document_mark(kind: str, tables: Tables, meeting: int, began: datetime | None) -> str:
    """Return what marks the documents of a kind of one meeting of the dialogue that began then.

    It tells nothing about the dialogue to whoever has not got it. Where a damaged history no longer tells
    when that was, the mark is that of the kind only.
    """
    if began is None:
        return kind
    own = f"{began} {tables.Meeting.get_by_id(meeting).reference}"
    return f"{kind} {hashlib.sha256(own.encode()).hexdigest()[:16]}"


def is_of_mark(pdf: bytes, mark: str) -> bool:
    """Return whether a PDF is the document of that mark; one of a kind only is that of any meeting."""
    found = _ENTRY.findall(pdf)
    if " " in mark:
        return mark.encode() in found
    return any(each.partition(b" ")[0] == mark.encode() for each in found)


def is_same_document(one: bytes, other: bytes) -> bool:
    """Return whether two PDFs carry the same mark."""
    return bool(set(_ENTRY.findall(one)) & set(_ENTRY.findall(other)))
