"""Commands about the backups beside a dialogue file: list them, make one, and restore one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from alternat.cli.face import PASSWORD, Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message

if TYPE_CHECKING:
    from alternat.storage.backup import Backup

T = TypeVar("T")


class BackedUpByServer(AlternatError):
    """A dialogue on a server has no file to back up."""

    template = mark("{address} is on a server, whose administrator makes its backups.")


class UnknownBackup(AlternatError):
    """No backup of the dialogue has that name."""

    template = mark("{file} has no backup “{name}”. Use “backup list” to see their names.")


class DamagedBackup(AlternatError):
    """A backup is not as it was written, and nobody has said to restore it all the same."""

    template = mark(
        "Nothing was restored: the backup {name} is not as it was written. Choose another one, or say "
        "--anyway to restore it as it is."
    )


@command("list", message("List the backups of a dialogue, the latest first."))
@FILE
@AS_JSON
def list_backups(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the backups beside a dialogue file; the file itself may be missing or damaged."""
    from alternat.storage.backup import backups

    kept = backups(_file(file))
    if as_json:
        face.tell_json([_as_json(each) for each in kept])
    elif not kept:
        face.tell(message("There is no backup yet."))
    else:
        headings = (message("Backup"), message("When"), message("Size"), message("Why"))
        face.tell_table(headings, [_in_columns(face, each) for each in kept])
    return Exit.DONE


@command("make", message("Back a dialogue up beside its file."))
@FILE
def make(face: Face, file: str) -> Exit:
    """Make a checked backup; older ones are thinned out to hourly, daily and weekly ones."""
    path = _file(file)
    with face.reading(str(path)) as workspace:
        made = workspace.back_up()
    if made is not None:
        face.tell(message("The backup is {file}", file=str(made.path)))
    return Exit.DONE


@command("restore", message("Restore a backup; the dialogue of now is kept among the backups."))
@FILE
@argument(
    "name",
    metavar="BACKUP",
    explains=message("The name of a backup, which “backup list” shows."),
)
@option(
    "--to",
    "target",
    metavar="OTHER",
    explains=message("Write the backup to this new file and leave the dialogue as it is."),
)
@option(
    "--anyway",
    is_flag=True,
    explains=message("Restore it even if it is not as it was written; what is wrong is told."),
)
def restore(face: Face, file: str, name: str, target: str | None, *, anyway: bool) -> Exit:
    """Put a backup in the place of a dialogue nobody has open, or write it to a new file."""
    from alternat.storage.backup import restore as put_back
    from alternat.storage.backup import restore_beside

    path = _file(file)
    backup = _named(path, name)
    if not _is_as_written(face, backup) and not anyway:
        face.refuse(DamagedBackup(name=backup.path.name))
        return Exit.BLOCKED
    if target is not None:
        _with_password(face, lambda password: restore_beside(Path(target), backup, password=password))
        face.tell(message("The backup was written to {file}", file=target))
        return Exit.DONE
    aside = _with_password(face, lambda password: put_back(path, backup, password=password))
    face.tell(message("The backup is now the dialogue {file}", file=str(path)))
    if aside is not None:
        face.tell(message("What was there before is kept as {file}", file=aside.path.name))
    return Exit.DONE


def _is_as_written(face: Face, backup: "Backup") -> bool:
    """Look at a backup before it is restored, and tell what is wrong with it."""
    from alternat.storage.examining import damage_in

    damage = _with_password(face, lambda password: damage_in(backup.path, password))
    for each in damage:
        face.warn(each.message)
    return not damage


def _file(address: str) -> Path:
    from alternat.addresses import is_server, without_password
    from alternat.storage.opening import file_path

    if is_server(address):
        raise BackedUpByServer(address=without_password(address))
    return file_path(address)


def _named(file: Path, name: str) -> "Backup":
    from alternat.storage.backup import backups

    for each in backups(file):
        if name in (each.path.name, each.path.stem):
            return each
    raise UnknownBackup(file=str(file), name=name)


def _with_password(face: Face, work: Callable[[str | None], T]) -> T:
    from alternat.storage.faults import PasswordNeeded

    try:
        return work(None)
    except PasswordNeeded:
        password = face.environ.get(PASSWORD)
        if not password and face.ask_secret is not None:
            password = face.ask_secret(face.say(message("Password:")) + " ")
        if not password:
            raise
        return work(password)


def _as_json(backup: "Backup") -> dict[str, Any]:
    return {
        "name": backup.path.name,
        "at": backup.at.isoformat(),
        "size": backup.path.stat().st_size,
        "reason": backup.reason.value,
    }


def _in_columns(face: Face, backup: "Backup") -> tuple[object, ...]:
    at = backup.at.astimezone().strftime("%Y-%m-%d %H:%M")
    size = message("{size} KB", size=-(-backup.path.stat().st_size // 1024))
    return backup.path.stem, at, face.say(size), face.say(_why(backup))


def _why(backup: "Backup") -> Message:
    from alternat.storage.backup import BackupReason

    return {
        BackupReason.REGULAR: message("regular"),
        BackupReason.BEFORE_UPDATE: message("before an update of the format"),
        BackupReason.BEFORE_IMPORT: message("before an import"),
        BackupReason.BEFORE_RESTORE: message("before a restore"),
        BackupReason.BEFORE_PASSWORD: message("before a change of the password"),
    }[backup.reason]


COMMANDS = (
    Group(
        "backup",
        (list_backups, make, restore),
        message("List, make or restore the backups of a dialogue."),
    ),
)
