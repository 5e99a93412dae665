"""Whether a file is an earlier export of the same meeting: by the calendar keys of its sessions."""

import io
import re
import zipfile
from collections.abc import Collection
from typing import Any
from urllib.parse import unquote_to_bytes

from alternat.exchange.exports.gathering import ProgrammeExport
from alternat.models.tables import Tables
from alternat.planning.told import told_before

_KEY = re.compile(rb"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_PRODUCT = b"PRODID:-//Alternat//"
_MOST = 64 * 1024 * 1024
"""No export of ours is larger, in bytes, unpacked."""


def known_keys(tables: Tables, export: ProgrammeExport) -> frozenset[str]:
    """Return the calendar keys of a meeting’s sessions: those of now, those told before, those that leave."""
    reference = export.public.reference
    meeting: Any = tables.Meeting.get_or_none(tables.Meeting.reference == reference)
    number = None if meeting is None else int(meeting.id)
    session: Any = tables.Session
    now = {row.uid for row in session.select(session.uid).where(session.meeting == number)}
    told = {each.state.uid for each in told_before(tables, number, reference).sessions}
    leaving = {each.uid for each in (*export.public.sessions, *export.public.dropped)}
    return frozenset(now | told | leaving)


def is_same_output(content: bytes, format_id: str, known: Collection[str]) -> bool:
    """Return whether a file of a format was exported of the meeting whose sessions have those keys.

    Whatever else holds a key beside them is another list. A calendar also has to be one of ours, since other
    programs write the keys that they have taken over.
    """
    plain = unpacked(content) if format_id == "xlsx" else content
    plain = unquote_to_bytes(plain) if format_id == "html" else plain
    if format_id in {"ics", "html"} and _PRODUCT not in plain:
        return False
    unfolded = plain.replace(b"\r\n ", b"")
    keys = {each.decode() for each in _KEY.findall(unfolded)}
    return bool(keys & frozenset(known)) or (not keys and _PRODUCT in plain)


def unpacked(content: bytes) -> bytes:
    """Return the parts of a workbook one after another; of what is none, nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [each for each in package.infolist() if each.filename.endswith(".xml")]
            if sum(each.file_size for each in parts) > _MOST:
                return b""
            return b"".join(package.read(each) for each in parts)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return b""
