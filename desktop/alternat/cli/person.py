"""Commands about single people: who they are, and their part in a meeting."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.erasure import pseudonymise, purge_person
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.parameters import AS_JSON, FILE, MEETING, ONE_MEETING, PEOPLE
from alternat.cli.people import people_told
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, within
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.nouns.delegations import PARTICIPATION, Role
from alternat.nouns.entities import ENTITY
from alternat.nouns.kinds import KEYS
from alternat.nouns.people import CONTACT, PERSON

if TYPE_CHECKING:
    from alternat.models.tables import Tables


NUMBER = argument(
    "person",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of a person, which “people” lists."),
)
ROLE = option(
    "--role",
    metavar="ROLE",
    type=Choice(each.value for each in Role),
    explains=message("The role in the delegation; member unless given."),
)


class MeetingNeeded(AlternatError):
    """A role or a status was given without the meeting in which the person has it."""

    template = mark("{option} says what a person is at a meeting. Name the meeting with --meeting.")


class NotInMeeting(AlternatError):
    """A person takes no part in a meeting."""

    template = mark("The person with the number {number} takes no part in the meeting {meeting}.")


@command("add", message("Add a person, with --meeting also to the delegation there."))
@FILE
@option(
    "--side",
    metavar="S",
    required=True,
    explains=message("The code of the side the person belongs to, such as CA."),
)
@MEETING
@ROLE
@options(PERSON, is_new=True)
@options(CONTACT, is_new=True)
@AS_JSON
def add(
    face: Face, file: str, side: str, meeting: str | None, role: str | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Add a person to a side and, with a meeting, to its delegation there."""
    from alternat.actions.meetings import meeting_id, side_id
    from alternat.actions.people import add_person

    if role and not meeting:
        raise MeetingNeeded(option="--role")
    with face.writing(file) as workspace:
        tables = workspace.tables
        entity = _entity_of(tables, side_id(tables, side))
        key = meeting_id(tables, meeting) if meeting else None
        changes = add_person(
            workspace,
            side,
            read(face, tables, PERSON, typed, finders={"entity": entity}),
            contact=read(face, tables, CONTACT, typed),
            meeting=key,
            role=Role(role or Role.MEMBER),
        )
        (number,) = changes.inserted("person")
        rows = people_told(tables, face.language, (number,), key) if as_json else ()
        face.tell_done(changes, as_json=as_json, rows=rows)
        if not as_json:
            face.tell(message("The number of the person is {number}.", number=str(number)))
    return Exit.DONE


@command("set", message("Change fields of a person; with --meeting also the role and the status there."))
@FILE
@NUMBER
@MEETING
@options(PERSON, is_new=False)
@options(CONTACT, is_new=False)
@options(PARTICIPATION, is_new=False)
@AS_JSON
def change(face: Face, file: str, person: int, meeting: str | None, *, as_json: bool, **typed: Any) -> Exit:
    """Change what is kept about a person, the contact and the part in the meeting, in one step."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.people import change_person, person_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        row = tables.Person.get_by_id(person_id(tables, person))
        parts = participations(tables, meeting, [person])
        entity = _entity_of(tables, row.side_id)
        fields = read(face, tables, PERSON, typed, row=row, finders={"entity": entity})
        private = read(face, tables, CONTACT, typed, row=row)
        part = read(face, tables, PARTICIPATION, typed, row=row)
        if part and not parts:
            raise MeetingNeeded(option=f"--{PARTICIPATION.field(next(iter(part))).on_line}")
        given({**fields, **private, **part}, spellings(PERSON, CONTACT, PARTICIPATION))
        by_part = dict.fromkeys(parts, part)
        changes = change_person(workspace, person, fields, contact=private, parts=by_part)
        key = meeting_id(tables, meeting) if meeting else None
        rows = people_told(tables, face.language, (person,), key) if as_json else ()
        face.tell_done(changes, as_json=as_json, rows=rows)
    return Exit.DONE


@command("photo", message("Give a person a photo from an image file, or take it away."))
@FILE
@NUMBER
@argument(
    "image",
    metavar="IMAGE",
    required=False,
    explains=message("A JPEG, PNG, WebP or TIFF file; none takes the photo away."),
)
@AS_JSON
def photo(face: Face, file: str, person: int, image: str | None, *, as_json: bool) -> Exit:
    """Give a person a photo, re-encoded without its metadata."""
    from alternat.actions.people import person_id, set_photo
    from alternat.actions.photos import photo_file

    with face.writing(file) as workspace:
        number = person_id(workspace.tables, person)
        content = photo_file(Path(image)) if image else None
        face.tell_done(set_photo(workspace, number, content), as_json=as_json)
    return Exit.DONE


@command("remove", message("Remove people from the dialogue and from every meeting."))
@FILE
@PEOPLE
@AS_JSON
def remove(face: Face, file: str, people: Sequence[int], *, as_json: bool) -> Exit:
    """Remove people with their contacts and their parts in every meeting."""
    from alternat.actions.people import person_id, remove_people
    from alternat.actions.removals import people_removal

    with face.writing(file) as workspace:
        keys = [person_id(workspace.tables, each) for each in people]
        along = people_removal(workspace.tables, keys)
        rows = people_told(workspace.tables, face.language, keys) if as_json else ()
        face.tell_done(remove_people(workspace, keys), as_json=as_json, along=along, rows=rows)
    return Exit.DONE


@command("invite", message("Add people of the dialogue to their delegation at a meeting."))
@FILE
@PEOPLE
@ONE_MEETING
@ROLE
@AS_JSON
def invite(
    face: Face, file: str, people: Sequence[int], meeting: str, role: str | None, *, as_json: bool
) -> Exit:
    """Add people to their delegation at a meeting, at the end of its order."""
    from alternat.actions.delegations import invite as invite_people
    from alternat.actions.meetings import meeting_id
    from alternat.actions.people import person_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        ids = [person_id(tables, each) for each in people]
        face.tell_done(
            invite_people(workspace, meeting_id(tables, meeting), ids, role=Role(role or Role.MEMBER)),
            as_json=as_json,
        )
    return Exit.DONE


@command("leave", message("Take people out of a meeting; they stay in the dialogue."))
@FILE
@PEOPLE
@ONE_MEETING
@AS_JSON
def leave(face: Face, file: str, people: Sequence[int], meeting: str, *, as_json: bool) -> Exit:
    """Take people out of a meeting."""
    from alternat.actions.delegations import leave_meeting

    with face.writing(file) as workspace:
        face.tell_done(
            leave_meeting(workspace, participations(workspace.tables, meeting, people)), as_json=as_json
        )
    return Exit.DONE


@command("move", message("Put delegates at a place in the order of precedence of their delegation."))
@FILE
@PEOPLE
@ONE_MEETING
@option(
    "--to",
    "place",
    metavar="PLACE",
    required=True,
    type=within(KEYS),
    explains=message("The place, from 1."),
)
@AS_JSON
def move(face: Face, file: str, people: Sequence[int], meeting: str, place: int, *, as_json: bool) -> Exit:
    """Put delegates of one delegation at a place of its precedence."""
    from alternat.actions.delegations import move_to_place

    with face.writing(file) as workspace:
        parts = participations(workspace.tables, meeting, people)
        face.tell_done(move_to_place(workspace, parts, place), as_json=as_json)
    return Exit.DONE


@command("replace", message("Let another person of the same side take a delegate’s place and role."))
@FILE
@NUMBER
@option(
    "--by",
    metavar="NUMBER",
    required=True,
    type=within(KEYS),
    explains=message("The number of the person who takes the place."),
)
@ONE_MEETING
@AS_JSON
def replace(face: Face, file: str, person: int, by: int, meeting: str, *, as_json: bool) -> Exit:
    """Let a person of the same side take the role and the place of a delegate."""
    from alternat.actions.delegations import replace_delegate
    from alternat.actions.people import person_id

    with face.writing(file) as workspace:
        (part,) = participations(workspace.tables, meeting, [person])
        face.tell_done(replace_delegate(workspace, part, person_id(workspace.tables, by)), as_json=as_json)
    return Exit.DONE


def participations(tables: "Tables", meeting: str | None, people: Sequence[int]) -> list[int]:
    """Return the participations of people in a meeting, in their order; none without a meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.people import person_id

    if meeting is None:
        return []
    part = tables.Participation
    rows = part.select(part.person, part.id).where(part.meeting == meeting_id(tables, meeting))
    known = {row.person_id: row.id for row in rows}
    for each in people:
        if each not in known:
            raise NotInMeeting(number=str(person_id(tables, each)), meeting=meeting)
    return [known[each] for each in people]


def _entity_of(tables: "Tables", side: int) -> Callable[[str], int]:
    """Return what finds an entity among those of a side, where an acronym may be the other side’s too."""
    from alternat.planning.rows import found_among, rows

    return lambda name: found_among(
        ENTITY, [row for row in rows(tables, ENTITY) if row.side_id == side], name
    )


COMMANDS = (
    Group(
        "person",
        (add, change, photo, remove, purge_person, pseudonymise, invite, leave, move, replace),
        message("Add, change, order or remove people, one by one."),
    ),
)
