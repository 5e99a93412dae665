"""What the inspector shows of one person, as a frozen value read from the tables."""

from dataclasses import dataclass, field

from alternat.language.called import usual_order
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder


@dataclass(frozen=True, slots=True)
class Part:
    """The person's part in the meeting in view; `id` is None while the person is only being added."""

    id: int | None = None
    role: Role = Role.MEMBER
    status: ParticipationStatus = ParticipationStatus.INVITED
    place: int = 0
    serial: int = 0
    stands_for: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One person with the contact and the part in the meeting in view; `id` is None for a newcomer."""

    id: int | None
    side: str
    version: int = 1
    family: str = ""
    given: str = ""
    name_zh: str = ""
    sort_key: str = ""
    printed_name: str = ""
    post_nominals: str = ""
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    honorific: Label = field(default_factory=Label)
    position: Label = field(default_factory=Label)
    gender: Gender = Gender.UNKNOWN
    languages: tuple[str, ...] = ()
    entity: int | None = None
    photo: int | None = None
    passport_name: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    part: Part | None = None


def read_record(tables: Tables, person: int, meeting: int | None) -> Record | None:
    """Return a person as the tables have it now, or nothing where the person is gone."""
    row = tables.Person.get_or_none(tables.Person.id == person)
    if row is None:
        return None
    contact = tables.Contact.get_or_none(tables.Contact.person == person)
    return Record(
        id=row.id,
        side=row.side.code,
        version=row.version,
        family=row.family,
        given=row.given,
        name_zh=row.name_zh,
        sort_key=row.sort_key,
        printed_name=row.printed_name,
        post_nominals=row.post_nominals,
        name_order=row.name_order,
        honorific=row.honorific,
        position=row.position,
        gender=row.gender,
        languages=row.languages,
        entity=row.entity_id,
        photo=row.photo_id,
        passport_name=contact.passport_name if contact else "",
        email=contact.email if contact else "",
        phone=contact.phone if contact else "",
        note=contact.note if contact else "",
        part=_read_part(tables, person, meeting),
    )


def newcomer(tables: Tables, side: str) -> Record:
    """Return the empty record of somebody about to join a side, its own order of names set."""
    row = tables.Side.get(tables.Side.code == side)
    return Record(id=None, side=side, name_order=NameOrder(usual_order(row.languages)), part=Part())


def _read_part(tables: Tables, person: int, meeting: int | None) -> Part | None:
    if meeting is None:
        return None
    part = tables.Participation
    row = part.get_or_none((part.person == person) & (part.meeting == meeting))
    if row is None:
        return None
    return Part(row.id, row.role, row.status, row.place, row.serial, row.stands_for_id)
