"""The columns of the delegation list: what each shows, how it sorts, and which fields it edits."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from alternat.language.called import filed_under, latin_name, spellings
from alternat.language.catalogs import Catalog
from alternat.language.collation import collation_key
from alternat.language.formats import sentence_case
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import role_label, status_label
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.roster import Delegate


class Editor(Enum):
    """How a cell is edited in place."""

    NONE = auto()
    TEXT = auto()
    NAME = auto()
    ROLE = auto()
    STATUS = auto()
    ENTITY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the delegation list; `id` is how settings remember it."""

    id: str
    title: Message
    text: Callable[[Delegate, Catalog], str]
    order: Callable[[Delegate, Catalog], object] | None = None
    """What the rows are sorted by, where that is not the text."""
    editor: Editor = Editor.NONE
    field: str = ""
    """The field that the editor writes, of the person or of the part in the meeting."""
    width: int = 120
    """The width the column has where there is just room for all, in pixels at 100 %."""
    at_first: bool = True
    """Whether the column shows before anybody has chosen."""
    stretch: int = 0
    """The column's share of the room that is left over, or lacking."""
    room: int = 0
    """For a column that is as wide as its words: what stands beside them, in pixels at 100 %."""

    def sort_value(self, delegate: Delegate, catalog: Catalog) -> object:
        """Return the value by which the column orders its rows, in the collation of the screen's language."""
        if self.order is not None:
            return self.order(delegate, catalog)
        return collation_key(self.text(delegate, catalog), catalog.language)


def missing_languages(delegate: Delegate) -> tuple[Language, ...]:
    """Return the languages in which the name or the position of the delegate would print as a gap."""
    gaps = set(delegate.position.missing())
    if not delegate.name_zh:
        gaps.add(Language.ZH)
    if not latin_name(delegate):
        gaps |= {Language.EN, Language.FR}
    return tuple(language for language in Language if language in gaps)


def entity_text(delegate: Delegate, language: Language) -> str:
    """Return the entity as a list names it on the screen: the acronym, or the name where it has none."""
    return (delegate.entity_acronym or delegate.entity_name).on_screen(language)


def _place(delegate: Delegate, _catalog: Catalog) -> str:
    return str(delegate.place)


def _place_order(delegate: Delegate, _catalog: Catalog) -> object:
    return delegate.side_number, delegate.place


def _name(delegate: Delegate, _catalog: Catalog) -> str:
    return latin_name(delegate)


def _name_zh(delegate: Delegate, _catalog: Catalog) -> str:
    return delegate.name_zh


def _printed(delegate: Delegate, _catalog: Catalog) -> str:
    return delegate.printed_name


def _sort_key(delegate: Delegate, _catalog: Catalog) -> str:
    return delegate.sort_key


def _serial(delegate: Delegate, _catalog: Catalog) -> str:
    return str(delegate.serial)


def _serial_order(delegate: Delegate, _catalog: Catalog) -> object:
    return delegate.serial


def _missing_order(delegate: Delegate, _catalog: Catalog) -> object:
    return -len(missing_languages(delegate))


def _entity(delegate: Delegate, catalog: Catalog) -> str:
    return entity_text(delegate, catalog.language)


def _honorific(delegate: Delegate, catalog: Catalog) -> str:
    return delegate.honorific.on_screen(catalog.language)


def _position(delegate: Delegate, catalog: Catalog) -> str:
    return delegate.position.on_screen(catalog.language)


def _role(delegate: Delegate, catalog: Catalog) -> str:
    return sentence_case(role_label(delegate.role, delegate.gender).on_screen(catalog.language))


def _status(delegate: Delegate, catalog: Catalog) -> str:
    return sentence_case(status_label(delegate.status, delegate.gender).on_screen(catalog.language))


def _missing(delegate: Delegate, _catalog: Catalog) -> str:
    return " ".join(language.tag for language in missing_languages(delegate))


def _name_order(delegate: Delegate, catalog: Catalog) -> object:
    return collation_key(filed_under(delegate), catalog.language)


def _role_order(delegate: Delegate, _catalog: Catalog) -> object:
    return list(Role).index(delegate.role)


def _status_order(delegate: Delegate, _catalog: Catalog) -> object:
    return list(ParticipationStatus).index(delegate.status)


def _entity_order(delegate: Delegate, _catalog: Catalog) -> object:
    return delegate.side_number, delegate.entity is None, delegate.entity_number


COLUMNS: tuple[Column, ...] = (
    Column("place", message("Place"), _place, _place_order, room=32),
    Column("name", message("Name"), _name, _name_order, Editor.NAME, width=150, stretch=4),
    Column("name_zh", message("Chinese name"), _name_zh, None, Editor.TEXT, "name_zh", room=26),
    Column("position", message("Position"), _position, None, Editor.TEXT, "position", 96, stretch=5),
    Column("entity", message("Entity"), _entity, _entity_order, Editor.ENTITY, "entity", room=26),
    Column("role", message("Role"), _role, _role_order, Editor.ROLE, "role", 90, stretch=2),
    Column("status", message("Status"), _status, _status_order, Editor.STATUS, "status", room=44),
    Column("missing", message("Missing"), _missing, _missing_order, room=32),
    Column(
        "honorific",
        message("Form of address"),
        _honorific,
        None,
        Editor.TEXT,
        "honorific",
        120,
        at_first=False,
    ),
    Column(
        "printed", message("Printed form"), _printed, None, Editor.TEXT, "printed_name", 180, at_first=False
    ),
    Column("sort_key", message("Sort key"), _sort_key, None, Editor.TEXT, "sort_key", 140, at_first=False),
    Column("serial", message("Badge number"), _serial, _serial_order, width=110, at_first=False),
)


def search_texts(delegate: Delegate) -> tuple[str, ...]:
    """Return every text a delegate may be found by, in all languages whatever the screen shows."""
    role = role_label(delegate.role, delegate.gender)
    labels = (delegate.position, delegate.entity_name, delegate.entity_acronym, delegate.honorific, role)
    return (
        *spellings(delegate),
        delegate.sort_key,
        *(label.text(language) for label in labels for language in Language),
        f"#{delegate.serial}",
    )
