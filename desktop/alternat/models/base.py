"""What every table shares: a versioned row, and fields that keep labels, enumerations and references."""

import json
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import peewee as pw

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")

if TYPE_CHECKING:

    class _Field(pw.Field[V]):
        pass
else:
    # peewee's fields are generic in its stubs only.
    class _Field(pw.Field, Generic[V]):
        pass


class DamagedText(AlternatError):
    """A stored text in three languages, or a stored code, is none any more: the disk has changed it."""

    template = mark("A text in this dialogue is damaged: “{start}”. Restore a backup of the file.")


class KeyField(pw.AutoField):
    """A key that is never given out twice, since the journal goes on naming rows that are gone."""

    def ddl(self, ctx: Any) -> Any:
        """Return the column's definition; PostgreSQL's sequences behave so by themselves."""
        column = super().ddl(ctx)
        is_sqlite = isinstance(self.model._meta.database, pw.SqliteDatabase)
        return pw.NodeList((column, pw.SQL("AUTOINCREMENT"))) if is_sqlite else column


class Row(pw.Model):
    """A row whose version grows with every change, so that nobody overwrites what they have not seen."""

    high_water: ClassVar[frozenset[str]] = frozenset()
    """The names of fields that keep the highest number given out: undo never lowers them."""

    id = KeyField()
    version = pw.IntegerField(default=1)

    class Meta:
        legacy_table_names = False


class LabelField(_Field[Label]):
    """Keeps a `Label` as one JSON text, absent languages left out."""

    field_type = "TEXT"

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", Label())
        super().__init__(**options)

    def db_value(self, value: Label | str | None) -> str | None:
        """Return the stored text of a label."""
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value.as_mapping(), ensure_ascii=False, separators=(",", ":"))

    def python_value(self, value: str | None) -> Label:
        """Return the label of a stored text."""
        return _label(value) if value else Label()


@lru_cache(maxsize=32768)
def _label(text: str) -> Label:
    """Return the label of a stored text; names repeat in every list, and outcomes are read often."""
    try:
        return Label.from_mapping(json.loads(text))
    except (ValueError, AttributeError) as error:
        raise DamagedText(start=text[:40]) from error


class EnumField(_Field[E]):
    """Keeps a member of a string enumeration as its value."""

    field_type = "VARCHAR"

    def __init__(self, members: type[E], **options: Any) -> None:
        self.members = members
        self._by_value: dict[str, E] = {member.value: member for member in members}
        super().__init__(**options)

    def db_value(self, value: E | str | None) -> str | None:
        """Return the stored value; an unknown one is a ValueError."""
        return None if value is None else self.members(value).value

    def python_value(self, value: str | E | None) -> E | None:
        """Return the member of a stored value; looked up, since a programme has thousands of them."""
        if value is None:
            return None
        member = self._by_value.get(value)
        if member is None:
            raise DamagedText(start=str(value)[:40])
        return member


class WordsField(_Field[tuple[str, ...]]):
    """Keeps a short tuple of codes, such as working languages, separated by single spaces."""

    field_type = "TEXT"

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", ())
        super().__init__(**options)

    def db_value(self, value: tuple[str, ...] | str | None) -> str | None:
        """Return the stored text of the codes."""
        return value if value is None or isinstance(value, str) else " ".join(value)

    def python_value(self, value: str | None) -> tuple[str, ...]:
        """Return the codes of a stored text."""
        return tuple((value or "").split())


def tuples(query: Any) -> Iterable[tuple[Any, ...]]:
    """Return the rows of a query as tuples of its columns, which the stubs of peewee leave untyped."""
    rows: Iterable[tuple[Any, ...]] = query.tuples()
    return rows


def refers_to(model: type[Row], *, null: bool = False, unique: bool = False) -> Any:
    """Return a foreign key that the database only checks at commit.

    It never cascades: the journal must see every row that changes, so cascades are done in code.
    """
    key: Any = pw.ForeignKeyField
    return key(model, null=null, unique=unique, backref="+", deferrable="INITIALLY DEFERRED")


def refers_to_own() -> Any:
    """Return a foreign key to another row of the same table, or to none; otherwise as `refers_to`."""
    key: Any = pw.ForeignKeyField
    return key("self", null=True, backref="+", deferrable="INITIALLY DEFERRED")
