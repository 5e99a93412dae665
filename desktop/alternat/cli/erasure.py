"""Commands that let people go for good: what would go is shown, and goes only where that is confirmed."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.face import OLD_PASSWORD, Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, PEOPLE
from alternat.cli.syntax import command, option
from alternat.cli.values import Day
from alternat.language.messages import Message, counted, message

if TYPE_CHECKING:
    from alternat.actions.erasure import Erased, ErasurePlan
    from alternat.storage.erasure.traces import Mention
    from alternat.storage.workspace import Workspace

YES = option(
    "--yes",
    is_flag=True,
    explains=message("Do it; without this, what would go is shown and nothing is written."),
)


@command("purge", message("Erase people for good: from rows, photos, history and every backup."))
@FILE
@PEOPLE
@YES
@AS_JSON
def purge_person(face: Face, file: str, people: Sequence[int], *, yes: bool, as_json: bool) -> Exit:
    """Show what would go with people, and erase them for good once that is confirmed."""
    with face.writing(file) as workspace:
        ids = [_person(workspace, each) for each in people]
        return _erase(face, workspace, ids, "purge", yes=yes, as_json=as_json)


@command(
    "pseudonymise", message("Replace the names of people by numbers, and erase all else that tells of them.")
)
@FILE
@PEOPLE
@YES
@AS_JSON
def pseudonymise(face: Face, file: str, people: Sequence[int], *, yes: bool, as_json: bool) -> Exit:
    """Show what would go with the names of people, and leave numbers once that is confirmed."""
    with face.writing(file) as workspace:
        ids = [_person(workspace, each) for each in people]
        return _erase(face, workspace, ids, "pseudonymise", yes=yes, as_json=as_json)


@command("purge", message("Erase the people who took part only in meetings before a day, for good."))
@FILE
@option(
    "--meetings-before",
    "day",
    metavar="DATE",
    required=True,
    type=Day(),
    explains=message("The people only of meetings that ended before this day, such as 2024-01-01."),
)
@option(
    "--pseudonymise",
    "keep_numbers",
    is_flag=True,
    explains=message("Leave a number in the place of each, so that figures stay right."),
)
@YES
@AS_JSON
def purge(face: Face, file: str, day: date, *, keep_numbers: bool, yes: bool, as_json: bool) -> Exit:
    """Show who took part only in earlier meetings, and erase them once that is confirmed."""
    from alternat.actions.erasure import people_of_meetings_before

    with face.writing(file) as workspace:
        ids = people_of_meetings_before(workspace.tables, day)
        manner = "pseudonymise" if keep_numbers else "purge"
        if not ids:
            if as_json:
                face.tell_json({"manner": manner, "people": [], "done": False})
            else:
                face.tell(message("Nobody took part only in meetings before {day}.", day=day))
            return Exit.DONE
        return _erase(face, workspace, ids, manner, yes=yes, as_json=as_json)


def _person(workspace: "Workspace", number: int) -> int:
    """Return a number of somebody who is there, or was removed and is in the history still."""
    from alternat.actions.erasure import known_person
    from alternat.actions.people import person_id

    return number if known_person(workspace, number) else person_id(workspace.tables, number)


def _erase(
    face: Face, workspace: "Workspace", people: Sequence[int], manner: str, *, yes: bool, as_json: bool
) -> Exit:
    from alternat.actions.erasure import erase_people, plan_erasure
    from alternat.storage.erasure.erasing import Manner

    earlier = face.environ.get(OLD_PASSWORD)
    plan = plan_erasure(workspace, people, Manner(manner), earlier)
    if not yes:
        if as_json:
            face.tell_json({**_as_json(face, plan), "done": False})
        else:
            _tell_plan(face, plan)
            face.tell(
                message("Nothing was written. To do it, say the same with --yes; it cannot be taken back.")
            )
        return Exit.BLOCKED
    erased = erase_people(workspace, plan, earlier)
    logs = _clean_logs(workspace, plan)
    if as_json:
        face.tell_json({**_as_json(face, plan), "done": True, "logs": logs})
    else:
        face.tell_done(erased.changes)
        _tell_rest(face, plan, erased)
    return Exit.BLOCKED if any(not each.is_readable for each in erased.backups) else Exit.DONE


def _clean_logs(workspace: "Workspace", plan: "ErasurePlan") -> int:
    from platformdirs import user_log_path

    from alternat.storage.erasure.logs import clean_logs
    from alternat.storage.erasure.traces import eraser_of

    return len(clean_logs(user_log_path("alternat"), eraser_of(workspace.tables, plan.traces)))


def _tell_plan(face: Face, plan: "ErasurePlan") -> None:
    from alternat.storage.naming import table_name

    face.tell(message("This would go for good:"))
    for key, name in plan.people:
        face.tell(f"  {key}  {face.read(name)}")
    traces = plan.traces
    lines: list[tuple[Message | str, int]] = [
        (table_name(table), count) for table, count in traces.counts.items()
    ]
    lines += [
        (message("photographs"), len(traces.photos)),
        (message("entries of the history"), len(traces.images)),
        (message("sentences of the history"), len(traces.steps)),
        (message("backups to be written anew"), sum(each.is_touched for each in plan.backups)),
    ]
    face.tell_table((message("What"), message("How many")), [line for line in lines if line[1]])
    for sentence in plan.taken_out:
        face.tell(sentence)
    if traces.mentions:
        face.tell(message("These texts name them and would be changed:"))
        for each in traces.mentions:
            face.tell(f"  {face.say(_place_of(plan, each))}")
    _tell_doubts(face, plan)
    _tell_unreadable(face, plan.unreadable)
    _tell_releases(face, plan)


def _tell_rest(face: Face, plan: "ErasurePlan", erased: "Erased") -> None:
    touched = sum(each.is_touched for each in erased.backups)
    if touched:
        face.tell(counted("{count} backup was written anew.", "{count} backups were written anew.", touched))
    _tell_doubts(face, plan)
    _tell_unreadable(face, tuple(each for each in erased.backups if not each.is_readable))
    _tell_releases(face, plan)


def _tell_doubts(face: Face, plan: "ErasurePlan") -> None:
    if plan.traces.doubts:
        face.tell(message("These texts have a word that may be one of the names; look at them yourself:"))
        for each in plan.traces.doubts:
            face.tell(f"  {face.say(_place_of(plan, each))}")


def _place_of(plan: "ErasurePlan", mention: "Mention") -> Message:
    """Return where a name is mentioned and the text around it, as one line."""
    from alternat.actions.erasure import shown_text
    from alternat.storage.naming import table_name

    place, text = table_name(mention.table), shown_text(plan, mention)
    return message("{place} {number}: {text}", place=place, number=str(mention.key), text=text)


def _tell_unreadable(face: Face, unreadable: Sequence[Any]) -> None:
    if unreadable:
        face.tell(message("These backups open with none of the passwords given and stay as they are:"))
        for each in unreadable:
            face.tell(f"  {each.backup.path.name}")


def _tell_releases(face: Face, plan: "ErasurePlan") -> None:
    if plan.releases:
        face.tell(message("This was shared and told of them; ask those who have it to delete it:"))
        for each in plan.releases:
            face.tell(f"  {each.at.astimezone():%Y-%m-%d %H:%M}  {each.kind}  {each.name}  ({each.by})")


def _as_json(face: Face, plan: "ErasurePlan") -> dict[str, Any]:
    traces = plan.traces
    return {
        "manner": plan.manner.value,
        "people": [{"number": key, "name": face.read(name)} for key, name in plan.people],
        "rows": dict(traces.counts),
        "taken_out": [face.say(each) for each in plan.taken_out],
        "photos": len(traces.photos),
        "history_entries": len(traces.images),
        "history_sentences": len(traces.steps),
        "mentions": [[each.table, each.key, each.field, each.text] for each in traces.mentions],
        "doubts": [[each.table, each.key, each.field, each.text] for each in traces.doubts],
        "backups": [
            {"name": each.backup.path.name, "people": each.people, "readable": each.is_readable}
            for each in plan.backups
        ],
        "releases": [
            {"at": each.at.isoformat(), "kind": each.kind, "file": each.name, "by": each.by}
            for each in plan.releases
        ],
    }


COMMANDS = (purge,)
