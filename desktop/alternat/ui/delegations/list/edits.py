"""Editing in place: what a cell's editor starts with, and what its answer changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from alternat.language.label import Label, Language
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.columns import Column, Editor


class DelegateVerbs(Protocol):
    """What the list asks of its page; each returns whether it was done."""

    def change_person(self, person: int, fields: Mapping[str, object]) -> bool:
        """Change fields of one person."""
        ...

    def change_part(self, participation: int, fields: Mapping[str, object]) -> bool:
        """Change fields of one participation."""
        ...

    def move(self, participations: Sequence[int], place: int) -> bool:
        """Move participations of one side together, the first to this place of precedence."""
        ...


def edited_value(delegate: Delegate, column: Column, language: Language) -> object:
    """Return what the editor of a cell starts with; a label is edited in the screen's language."""
    return _STARTS[column.editor](delegate, column, language)


def write(
    verbs: DelegateVerbs, delegate: Delegate, column: Column, value: object, language: Language
) -> bool:
    """Write what the editor of a cell returned; return whether it was done."""
    return _WRITES[column.editor](verbs, delegate, column, value, language)


def _text(delegate: Delegate, column: Column, language: Language) -> object:
    kept = getattr(delegate, column.field)
    return kept.text(language) if isinstance(kept, Label) else kept


def _write_text(
    verbs: DelegateVerbs, delegate: Delegate, column: Column, value: Any, language: Language
) -> bool:
    kept, text = getattr(delegate, column.field), str(value).strip()
    new = kept.with_text(language, text) if isinstance(kept, Label) else text
    return verbs.change_person(delegate.person, {column.field: new})


def _write_name(verbs: DelegateVerbs, delegate: Delegate, _column: Column, value: Any, _: Language) -> bool:
    family, given = value
    return verbs.change_person(delegate.person, {"family": family.strip(), "given": given.strip()})


def _write_person(verbs: DelegateVerbs, delegate: Delegate, column: Column, value: Any, _: Language) -> bool:
    return verbs.change_person(delegate.person, {column.field: value})


def _write_part(verbs: DelegateVerbs, delegate: Delegate, column: Column, value: Any, _: Language) -> bool:
    return verbs.change_part(delegate.participation, {column.field: value})


def _write_nothing(*_: object) -> bool:
    return False


_STARTS: Mapping[Editor, Callable[[Delegate, Column, Language], object]] = {
    Editor.NONE: lambda *_: None,
    Editor.TEXT: _text,
    Editor.NAME: lambda delegate, *_: (delegate.family, delegate.given),
    Editor.ROLE: lambda delegate, *_: delegate.role,
    Editor.STATUS: lambda delegate, *_: delegate.status,
    Editor.ENTITY: lambda delegate, *_: delegate.entity,
}

_WRITES: Mapping[Editor, Callable[[DelegateVerbs, Delegate, Column, Any, Language], bool]] = {
    Editor.NONE: _write_nothing,
    Editor.TEXT: _write_text,
    Editor.NAME: _write_name,
    Editor.ROLE: _write_part,
    Editor.STATUS: _write_part,
    Editor.ENTITY: _write_person,
}
