"""The command that lists people: everybody in the dialogue, or a meeting's delegations in their order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import told
from alternat.cli.parameters import AS_JSON, FILE, MEETING, SIDE
from alternat.cli.syntax import command, option
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.nouns.people import CONTACT, PERSON

if TYPE_CHECKING:
    from alternat.models.people import Person
    from alternat.models.tables import Tables
    from alternat.planning.roster import Delegate


@command("people", message("List the people, or a delegation in its order."))
@FILE
@MEETING
@SIDE
@AS_JSON
@option(
    "--private",
    is_flag=True,
    explains=message("Show passport names, telephone numbers, e-mail addresses and notes too."),
)
def people(
    face: Face, file: str, meeting: str | None, side: str | None, *, as_json: bool, private: bool
) -> Exit:
    """List everybody, or with a meeting those who take part, by side and place of precedence."""
    from alternat.actions.meetings import meeting_id, side_id

    with face.reading(file) as workspace:
        tables = workspace.tables
        code = tables.Side.get_by_id(side_id(tables, side)).code if side else None
        if meeting is None:
            listed = _everybody(tables, code, face.language)
        else:
            listed = _delegates(tables, meeting_id(tables, meeting), code)
        contacts = _contacts(tables) if private else {}
        vacant = _vacant(tables, meeting_id(tables, meeting), code) if meeting else 0
        rows = _as_json(tables, listed, contacts) if as_json else []
    if as_json:
        face.tell_json(rows)
    else:
        face.tell_table(_headings(face), [_in_columns(face, each, contacts) for each in listed])
        if vacant:
            face.tell()
            face.tell(
                counted(
                    "{count} place is still to be filled; “vacancy list” shows it.",
                    "{count} places are still to be filled; “vacancy list” shows them.",
                    vacant,
                )
            )
    return Exit.DONE


def people_told(
    tables: "Tables", language: Language, people: Collection[int], meeting: int | None = None
) -> list[dict[str, Any]]:
    """Return people for JSON as the list tells them, with a meeting as it tells the delegations there."""
    listed = _everybody(tables, None, language) if meeting is None else _delegates(tables, meeting, None)
    return _as_json(tables, [each for each in listed if each.person in people], {})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a person is in a meeting."""

    place: int
    role: str
    status: str
    stands_for: int | None
    serial: int


@dataclass(frozen=True, slots=True)
class _Listed:
    """A person as listed; `part` is None where no meeting was asked for."""

    person: int
    side: str
    family: str
    given: str
    name_order: str
    printed_name: str
    name_zh: str
    honorific: Label
    position: Label
    entity: str | None
    gender: str
    languages: tuple[str, ...]
    post_nominals: str = ""
    part: _Part | None = None


@dataclass(frozen=True, slots=True)
class _Private:
    """What is shown only on demand."""

    passport_name: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""


def _delegates(tables: "Tables", meeting: int, side: str | None) -> list[_Listed]:
    from alternat.planning.roster import roster

    codes = _entity_codes(tables)
    person = tables.Person
    lettered = person.select(person.id, person.post_nominals).where(person.post_nominals != "")
    letters = {row.id: row.post_nominals for row in lettered}
    return [
        _listed(
            delegate,
            delegate.person,
            delegate.side,
            codes.get(delegate.entity or 0),
            letters.get(delegate.person, ""),
            _Part(delegate.place, delegate.role, delegate.status, delegate.stands_for, delegate.serial),
        )
        for delegate in roster(tables, meeting, side=side, attending_only=False)
    ]


def _vacant(tables: "Tables", meeting: int, side: str | None) -> int:
    from alternat.planning.vacancies import vacant_places

    return len(vacant_places(tables, meeting, side))


def _everybody(tables: "Tables", side: str | None, language: Language) -> list[_Listed]:
    from alternat.language.called import filed_under
    from alternat.language.collation import collation_key

    codes = _entity_codes(tables)
    sides = {row.id: row for row in tables.Side.select()}
    rows = [row for row in tables.Person.select() if side in {None, sides[row.side_id].code}]

    def standing(row: "Person") -> tuple[object, ...]:
        return sides[row.side_id].number, collation_key(filed_under(row), language), row.id

    rows.sort(key=standing)
    return [
        _listed(row, row.id, sides[row.side_id].code, codes.get(row.entity_id or 0), row.post_nominals)
        for row in rows
    ]


def _listed(
    source: "Person | Delegate",
    person: int,
    side: str,
    entity: str | None,
    letters: str,
    part: _Part | None = None,
) -> _Listed:
    return _Listed(
        person=person,
        side=side,
        family=source.family,
        given=source.given,
        name_order=source.name_order,
        printed_name=source.printed_name,
        name_zh=source.name_zh,
        honorific=source.honorific,
        position=source.position,
        entity=entity,
        gender=source.gender,
        languages=source.languages,
        post_nominals=letters,
        part=part,
    )


def _entity_codes(tables: "Tables") -> dict[int, str]:
    return {row.id: row.code for row in tables.Entity.select(tables.Entity.id, tables.Entity.code)}


def _contacts(tables: "Tables") -> dict[int, _Private]:
    return {
        row.person_id: _Private(row.passport_name, row.email, row.phone, row.note)
        for row in tables.Contact.select()
    }


def _as_json(
    tables: "Tables", listed: Sequence[_Listed], contacts: Mapping[int, _Private]
) -> list[dict[str, Any]]:
    rows = {row["number"]: row for row in told(PERSON, tables, None, {each.person for each in listed})}
    return [
        rows[each.person]
        | {"side": each.side}
        | (asdict(each.part) if each.part else {})
        | (asdict(contacts.get(each.person, _Private())) if contacts else {})
        for each in listed
    ]


def _in_columns(face: Face, listed: _Listed, contacts: Mapping[int, _Private]) -> tuple[object, ...]:
    from alternat.language.called import latin_name
    from alternat.language.vocabulary import role_label, status_label

    part, private = listed.part, contacts.get(listed.person, _Private())
    return (
        listed.person,
        listed.side,
        part.place if part else "",
        latin_name(listed),
        listed.name_zh,
        face.read(role_label(part.role, listed.gender)) if part else "",
        face.read(status_label(part.status, listed.gender)) if part else "",
        listed.entity or "",
        face.read(listed.position),
        private.passport_name,
        private.email,
        private.phone,
        private.note,
    )


def _headings(face: Face) -> tuple[Message | str, ...]:
    from alternat.language.formats import sentence_case

    private = (sentence_case(face.show(CONTACT.title(each.name))) for each in fields(_Private))
    return (*_HEADINGS, *private)


_HEADINGS: tuple[Message, ...] = (
    message("Number"),
    message("Side"),
    message("Place"),
    message("Name"),
    message("Chinese name"),
    message("Role"),
    message("Status"),
    message("Entity"),
    message("Position"),
)
COMMANDS = (people,)
