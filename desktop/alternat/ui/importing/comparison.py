"""What a row of the list and a person who is there already say, field by field, as texts side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alternat.language.catalogs import Catalog
from alternat.language.formats import sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.nouns.noun import field_among
from alternat.nouns.people import Gender
from alternat.planning.imports import WRITTEN, FieldChange, PersonDraft
from alternat.ui.person.record import Record

FIELDS = (
    "family",
    "given",
    "name_zh",
    "printed_name",
    "honorific",
    "post_nominals",
    "position",
    "entity",
    "gender",
    "languages",
    "role",
    "passport_name",
    "email",
    "phone",
    "note",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One field: its name, what the list says, what is there already."""

    name: str
    listed: str
    present: str

    @property
    def differs(self) -> bool:
        """Return whether the list says something else than what is there."""
        return bool(self.listed) and self.listed != self.present


def compared(draft: PersonDraft, person: Record, tables: Tables, catalog: Catalog) -> tuple[Compared, ...]:
    """Return the fields that either has, in the order of a form."""
    shown = Shower(tables, catalog)
    rows = (
        Compared(
            shown.name(field_among(WRITTEN, field).title),
            shown.text(_of_draft(draft, field)),
            shown.text(person.part.role if field == "role" and person.part else getattr(person, field, "")),
        )
        for field in FIELDS
    )
    return tuple(row for row in rows if row.listed or row.present)


def stated(draft: PersonDraft, tables: Tables, catalog: Catalog) -> tuple[Compared, ...]:
    """Return the fields that a row of the list has, its side first."""
    shown = Shower(tables, catalog)
    rows = (
        Compared(shown.name(field_among(WRITTEN, field).title), shown.text(_of_draft(draft, field)), "")
        for field in FIELDS
    )
    side = Compared(shown.name(message("side")), shown.side(draft), "")
    return tuple(row for row in (side, *rows) if row.listed)


def changed(changes: Iterable[FieldChange], tables: Tables, catalog: Catalog) -> tuple[Compared, ...]:
    """Return the fields that an update would change."""
    shown = Shower(tables, catalog)
    return tuple(
        Compared(shown.name(each.described.title), shown.text(each.after), shown.text(each.before))
        for each in changes
    )


def _of_draft(draft: PersonDraft, field: str) -> Any:
    return (draft.entity or draft.new_entity) if field == "entity" else getattr(draft, field)


class Shower:
    """Writes values of any field as a text of the screen's language."""

    def __init__(self, tables: Tables, catalog: Catalog) -> None:
        self._tables, self._catalog = tables, catalog

    def name(self, title: Message) -> str:
        """Return the title of a field as it stands at the head of a line."""
        return sentence_case(self._catalog.say(title))

    def side(self, draft: PersonDraft) -> str:
        """Return the country of the side of a row, with a question mark where it is guessed."""
        side = self._tables.Side.get_or_none(self._tables.Side.code == draft.side)
        country = side.country.on_screen(self._catalog.language) if side else ""
        return self._catalog.say(message("{side}?", side=country)) if draft.is_side_guessed else country

    def text(self, value: Any) -> str:
        """Return a value as a text; a label on a line for each language that it has."""
        if value is None or value is Gender.UNKNOWN:
            return ""
        if isinstance(value, Label):
            return "\n".join(f"{each.tag}  {value.text(each)}" for each in Language if value.text(each))
        if isinstance(value, int):
            entity = self._tables.Entity.get_or_none(self._tables.Entity.id == value)
            return (entity.acronym or entity.name).on_screen(self._catalog.language) if entity else ""
        if isinstance(value, tuple):
            codes = tuple(Language(each) if each in set(Language) else each for each in value)
            return self._catalog.show(codes)
        return self._catalog.show(value)
