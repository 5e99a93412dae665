"""Remembers how each document was set up, per meeting and per label stock, on this workstation."""

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from alternat.documents.contents.meeting import printing_habits
from alternat.documents.kinds.kind import DocumentKind
from alternat.errors import AlternatError
from alternat.ui.desk.desk import Desk
from alternat.ui.documents.options import Kept, Option, options_of

_OF_PRINTER: Mapping[str, tuple[str, object]] = {
    "offset_mm": ("printer_offsets", (0.0, 0.0)),
    "scale_percent": ("printer_scales", 100.0),
}
"""For each option: the setting that keeps what is known of a printer, by stock, and what a true one has."""
_log = logging.getLogger(__name__)


class OptionMemory:
    """Returns the options of a document as last set, and keeps what is changed.

    Only what a person has set is kept, so that everything else follows what is suggested: a meeting that
    moves to the other country gets that country's paper.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._session: dict[str, dict[str, Any]] = {}

    def options(self, kind: DocumentKind[Any, Any], meeting: int, copy_for: str = "") -> Any:
        """Return the options of a document of a meeting, for the copy of one side if that is named."""
        options = kind.suggest(self._desk.tables, meeting, self._desk.today())
        key = self._key(kind, meeting)
        kept = {**self._read(key), **self._session.get(key, {})}
        options = self._of_copy(options, meeting, copy_for or kept.get("copy_for"))
        offered = options_of(kind)
        for option in offered:
            name = option.name_kept(options)
            if name in kept and option.field != "copy_for":
                options = self._with(options, option, meeting, kept[name])
        for option in offered:
            if option.kept is Kept.STOCK:
                known = getattr(self._desk.settings.current, _OF_PRINTER[option.field][0]).get(options.stock)
                options = replace(options, **{option.field: known}) if known else options
        return options

    def keep(self, kind: DocumentKind[Any, Any], meeting: int, option: Option, value: Any) -> None:
        """Remember what was chosen for an option, and forget what it resets."""
        key = self._key(kind, meeting)
        session = self._session.setdefault(key, {})
        for name in option.resets:
            session.pop(name, None)
        if option.kept is Kept.SESSION:
            session[option.field] = value
        elif option.kept is Kept.STOCK:
            settings = self._desk.settings
            stock = self.options(kind, meeting).stock
            name, true = _OF_PRINTER[option.field]
            settings.keep_of_printer(name, stock, None if value == true else value)
        elif option.kept is Kept.MEETING:
            name = option.name_kept(self.options(kind, meeting)) if option.is_of_copy else option.field
            kept = {name: each for name, each in self._read(key).items() if name not in option.resets}
            self._write(key, {**kept, name: value})

    def _of_copy(self, options: Any, meeting: int, copy_for: object) -> Any:
        """Return the options for the copy of a side, with the languages in that side's own order."""
        if not isinstance(copy_for, str) or not hasattr(options, "copy_for"):
            return options
        try:
            habits = printing_habits(self._desk.tables, meeting, copy_for)
        except AlternatError:
            _log.warning("a kept option was unreadable: copy_for")
            return options
        return replace(options, copy_for=copy_for, languages=habits.languages)

    def _key(self, kind: DocumentKind[Any, Any], meeting: int) -> str:
        dialogue = sha256(self._desk.workspace.address.encode()).hexdigest()[:12]
        return f"documents/{kind.id}/{dialogue}/{meeting}"

    def _read(self, key: str) -> Mapping[str, Any]:
        try:
            kept = json.loads(self._desk.settings.current.layouts.get(key, "{}"))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, key: str, kept: Mapping[str, Any]) -> None:
        self._desk.settings.keep_layout(key, json.dumps(kept, ensure_ascii=False))

    def _with(self, options: Any, option: Option, meeting: int, value: Any) -> Any:
        try:
            fitting = option.fit(self._desk.tables, meeting, option.read(value))
            return replace(options, **{option.field: fitting})
        except (TypeError, ValueError, AlternatError):
            _log.warning("a kept option was unreadable: %s", option.field)
            return options
