"""People, with the forms of their names that print and, in a table of its own, what never prints."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, WordsField, refers_to
from alternat.models.entities import Entity
from alternat.models.photos import Photo
from alternat.models.sides import Side
from alternat.nouns.people import Gender, NameOrder


class Person(Row):
    """A person of one side, with every form of the name that may print."""

    side: Side = refers_to(Side)
    side_id: int
    entity: Entity | None = refers_to(Entity, null=True)
    entity_id: int | None
    family = pw.CharField(200, default="")
    """The family name in Latin script as typed; may be empty, since some people have none."""
    given = pw.CharField(200, default="")
    name_zh = pw.CharField(200, default="")
    """The name in Chinese script, whole and unspaced."""
    sort_key = pw.CharField(200, default="")
    """Typed by staff where the name alone sorts wrongly (de la Fontaine; 单 read as Shan)."""
    printed_name = pw.CharField(300, default="")
    """The exact Latin form to print, where it differs from the one derived from family and given name."""
    name_order = EnumField(NameOrder, default=NameOrder.GIVEN_FIRST)
    honorific = LabelField()
    post_nominals = pw.CharField(120, default="")
    """Letters after the name as typed (P.C., M.P., Ph.D.); never a part of the name."""
    position = LabelField()
    gender = EnumField(Gender, default=Gender.UNKNOWN)
    languages = WordsField()
    """Working languages as codes, the preferred one first."""
    photo: Photo | None = refers_to(Photo, null=True)
    photo_id: int | None


class Contact(Row):
    """What is kept about a person and never printed; no document reads this table."""

    person: Person = refers_to(Person, unique=True)
    person_id: int
    passport_name = pw.CharField(300, default="")
    email = pw.CharField(200, default="")
    phone = pw.CharField(80, default="")
    note = pw.TextField(default="")
