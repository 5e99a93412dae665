"""Commands about the programme as a whole: publish it, list its revisions, and tell what has changed."""

from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, command, option
from alternat.cli.values import within
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.nouns.programme import REVISIONS

if TYPE_CHECKING:
    from alternat.planning.revisions import PersonChanges, ProgrammeChanges, Revision, SessionChange
    from alternat.planning.snapshots import SessionState


class NothingPublished(AlternatError):
    """There is no revision to compare with."""

    template = mark(
        "The programme of {meeting} has not been published yet, so there is nothing to compare it with."
    )


class SinceNeeded(AlternatError):
    """The end of a span was named without its beginning."""

    template = mark("“--until” needs “--since”: name the two revisions to compare.")


@command("publish", message("Publish the programme as its next revision."))
@FILE
@ONE_MEETING
@option(
    "--by",
    metavar="NAME",
    explains=message("Who publishes it; the name of this account unless it is given."),
)
@AS_JSON
def publish(face: Face, file: str, meeting: str, by: str | None, *, as_json: bool) -> Exit:
    """Publish the programme as its next revision."""
    from alternat.actions import revisions
    from alternat.actions.meetings import meeting_id

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        face.tell_done(revisions.publish(workspace, key, by or face.actor), as_json=as_json)
    return Exit.DONE


@command("revisions", message("List the revisions of the programme, with when and by whom."))
@FILE
@ONE_MEETING
@AS_JSON
def revisions_(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the revisions of the programme."""
    from alternat.actions.meetings import meeting_id
    from alternat.planning.revisions import revisions

    with face.reading(file) as workspace:
        found = revisions(workspace.tables, meeting_id(workspace.tables, meeting))
    if as_json:
        face.tell_json([_revision_as_json(each) for each in found])
        return Exit.DONE
    headings = (message("Revision"), message("Published"), message("By"), message("Sessions"))
    rows = [
        (
            each.number,
            f"{each.published.astimezone():%Y-%m-%d %H:%M}",
            each.published_by,
            len(each.snapshot.sessions),
        )
        for each in found
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


@command("diff", message("Tell what has changed since the programme was published, by session and person."))
@FILE
@ONE_MEETING
@option(
    "--since",
    metavar="N",
    type=within(REVISIONS),
    explains=message("The revision to compare with; the last one unless it is given."),
)
@option(
    "--until",
    metavar="N",
    type=within(REVISIONS),
    explains=message("The later revision; the programme as it is now unless it is given."),
)
@AS_JSON
def diff(face: Face, file: str, meeting: str, since: int | None, until: int | None, *, as_json: bool) -> Exit:
    """Tell what has changed since the programme was published."""
    from alternat.actions.meetings import meeting_id
    from alternat.planning.revisions import changes_between, current_changes

    if until is not None and since is None:
        raise SinceNeeded
    with face.reading(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        if since is None:
            changes = current_changes(tables, key)
        else:
            changes = changes_between(tables, key, since, until)
    if changes.since is None:
        raise NothingPublished(meeting=meeting)
    if as_json:
        face.tell_json(_as_json(face, changes))
    else:
        _tell(face, changes)
    return Exit.DONE


def _tell(face: Face, changes: "ProgrammeChanges") -> None:
    from alternat.planning.revision_wording import sentence

    number = str(changes.since.number) if changes.since else ""
    if not changes:
        face.tell(message("Nothing has changed since revision {number}.", number=number))
        return
    face.tell(message("Changed since revision {number}:", number=number))
    for change in changes.sessions:
        face.tell(f"  {face.say(sentence(change, changes.names))}")
    face.tell()
    face.tell(message("For each person:"))
    for person in changes.people:
        if named := changes.names.get(person.person):
            face.tell(f"  {face.read(named.name)} ({named.side})")
            for change in person.changes:
                face.tell(f"    {face.say(sentence(change, changes.names))}")


def _as_json(face: Face, changes: "ProgrammeChanges") -> dict[str, Any]:
    return {
        "since": changes.since and _revision_as_json(changes.since),
        "until": changes.until and _revision_as_json(changes.until),
        "sessions": [_change_as_json(face, changes, each) for each in changes.sessions],
        "people": [_person_as_json(face, changes, each) for each in changes.people],
    }


def _revision_as_json(revision: "Revision") -> dict[str, Any]:
    return {
        "number": revision.number,
        "published": revision.published.isoformat(),
        "published_by": revision.published_by,
        "sessions": len(revision.snapshot.sessions),
    }


def _change_as_json(face: Face, changes: "ProgrammeChanges", change: "SessionChange") -> dict[str, Any]:
    from alternat.planning.revision_wording import sentence

    return {
        "session": change.session,
        "kind": change.kind.value,
        "message": face.say(sentence(change, changes.names)),
        "before": change.before and _state_as_json(change.before),
        "after": change.after and _state_as_json(change.after),
        "joined": list(change.joined),
        "left": list(change.left),
        "people": list(change.affected),
    }


def _person_as_json(face: Face, changes: "ProgrammeChanges", person: "PersonChanges") -> dict[str, Any]:
    named = changes.names.get(person.person)
    return {
        "person": person.person,
        "name": named.name.as_mapping() if named else None,
        "side": named.side if named else None,
        "changes": [_change_as_json(face, changes, each) for each in person.changes],
    }


def _state_as_json(state: "SessionState") -> dict[str, Any]:
    return {
        "title": state.title.as_mapping(),
        "kind": state.kind.value,
        "day": state.day.isoformat(),
        "start": f"{state.start:%H:%M}",
        "minutes": state.minutes,
        "time_zone": state.time_zone,
        "room": state.room and state.room.code,
        "is_cancelled": state.is_cancelled,
    }


COMMANDS = (
    Group(
        "programme",
        (publish, revisions_, diff),
        message("Publish the programme in revisions, and tell what has changed."),
    ),
)
