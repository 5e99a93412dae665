"""Commands about the password of a dialogue file and of its older backups: set, change, remove."""

from pathlib import Path
from typing import TYPE_CHECKING

from alternat.cli.face import NEW_PASSWORD, OLD_PASSWORD, PASSWORD, Exit, Face
from alternat.cli.parameters import FILE
from alternat.cli.syntax import Group, command, option
from alternat.cli.values import Choice
from alternat.errors import AlternatError
from alternat.language.messages import counted, mark, message

if TYPE_CHECKING:
    from alternat.storage.passwords import BackupKeys

KEEP, PROTECT, REMOVE = "keep", "protect", "remove"


class PasswordNotGiven(AlternatError):
    """A password is needed and can neither be found nor asked for."""

    template = mark(
        "A password is needed. Put it into the environment variable {variable}, or type it at a terminal; "
        "it is never part of the command line, which others can read."
    )


class PasswordsDiffer(AlternatError):
    """The new password was not typed the same way twice."""

    template = mark("The two passwords are not the same. Nothing was changed; try again.")


class ServerPassword(AlternatError):
    """A dialogue on a server is protected by the server."""

    template = mark("{address} is on a server, whose administrator gives its passwords.")


BACKUPS = option(
    "--backups",
    metavar="WHAT",
    type=Choice((KEEP, PROTECT, REMOVE)),
    default=KEEP,
    explains=message(
        "What becomes of older backups with another password or none: keep, which is used unless another is "
        "named, protect (write them anew under the password of the dialogue) or remove."
    ),
)


@command("set", message("Protect a dialogue file with a password."))
@FILE
@BACKUPS
def set_password(face: Face, file: str, backups: str) -> Exit:
    """Protect a file that has no password yet."""
    from alternat.storage.passwords import AlreadyProtected, is_protected

    path = _file(file)
    if is_protected(path):
        raise AlreadyProtected(place=str(path))
    new = face.environ.get(NEW_PASSWORD) or face.environ.get(PASSWORD) or _typed_twice(face)
    _change(face, path, None, new)
    face.tell(message("{file} is protected by the password. Without it nobody can open it.", file=str(path)))
    return _see_to_backups(face, path, backups, new, None)


@command("change", message("Change the password of a dialogue file."))
@FILE
@BACKUPS
def change(face: Face, file: str, backups: str) -> Exit:
    """Write a protected file anew under another password."""
    path = _protected(file)
    old = _current(face)
    new = face.environ.get(NEW_PASSWORD) or _typed_twice(face)
    _change(face, path, old, new)
    face.tell(message("The password of {file} is changed.", file=str(path)))
    return _see_to_backups(face, path, backups, new, old)


@command("remove", message("Take the password of a dialogue file away, so that everybody can open it."))
@FILE
@BACKUPS
def remove(face: Face, file: str, backups: str) -> Exit:
    """Write a protected file anew without a password."""
    path = _protected(file)
    old = _current(face)
    _change(face, path, old, None)
    face.tell(message("{file} has no password any more: whoever has the file can read it.", file=str(path)))
    return _see_to_backups(face, path, backups, None, old)


@command("backups", message("Protect or remove the backups that have another password than the dialogue."))
@FILE
@BACKUPS
def backups_too(face: Face, file: str, backups: str) -> Exit:
    """Tell what opens the backups, and bring them under the password of the dialogue or remove them."""
    from alternat.storage.passwords import is_protected, opening

    path = _file(file)
    current = _current(face) if is_protected(path) else None
    if opening(path, (current,)) is None:
        from alternat.storage.faults import WrongPassword

        raise WrongPassword(place=str(path))
    return _see_to_backups(face, path, backups, current, face.environ.get(OLD_PASSWORD))


def _file(address: str) -> Path:
    from alternat.addresses import is_server, without_password

    if is_server(address):
        raise ServerPassword(address=without_password(address))
    return Path(address)


def _protected(address: str) -> Path:
    from alternat.storage.passwords import NotProtected, is_protected

    path = _file(address)
    if not is_protected(path):
        raise NotProtected(place=str(path))
    return path


def _change(face: Face, path: Path, old: str | None, new: str | None) -> None:
    from alternat.storage.passwords import SHORT, change_password

    change_password(path, old=old, new=new)
    if new is not None and len(new) < SHORT:
        face.warn(
            message(
                "The password is short: with fewer than {count} characters it can be guessed.", count=SHORT
            )
        )


def _see_to_backups(face: Face, path: Path, wish: str, password: str | None, earlier: str | None) -> Exit:
    from alternat.storage.passwords import backup_keys, protect_backups, remove_backups

    keys = backup_keys(path, password, earlier)
    if not keys.differing:
        return Exit.DONE
    if wish == REMOVE:
        remove_backups(keys.differing)
        face.tell(counted("{count} backup is removed.", "{count} backups are removed.", len(keys.differing)))
    elif wish == PROTECT:
        left = protect_backups(path, password, earlier)
        brought = len(keys.differing) - len(left.differing)
        face.tell(
            counted(
                "{count} backup opens as the dialogue does now.",
                "{count} backups open as the dialogue does now.",
                brought,
            )
        )
        return _tell_left(face, left)
    else:
        _tell_left(face, keys)
        face.tell(
            message(
                "Protect or remove them with: alternat password backups {file} --backups …", file=str(path)
            )
        )
    return Exit.DONE


def _tell_left(face: Face, keys: "BackupKeys") -> Exit:
    told = (
        (
            keys.plain,
            counted(
                "{count} older backup has no password; whoever has it can read it:",
                "{count} older backups have no password; whoever has them can read them:",
                len(keys.plain),
            ),
        ),
        (
            keys.other,
            counted(
                "{count} older backup still has the earlier password:",
                "{count} older backups still have the earlier password:",
                len(keys.other),
            ),
        ),
        (
            keys.unknown,
            counted(
                "{count} backup opens with none of the passwords given:",
                "{count} backups open with none of the passwords given:",
                len(keys.unknown),
            ),
        ),
    )
    for them, words in told:
        if them:
            face.tell(words)
            for each in them:
                face.tell(f"  {each.path.name}")
    return Exit.BLOCKED if keys.differing else Exit.DONE


def _current(face: Face) -> str:
    return face.environ.get(PASSWORD) or _typed(face, PASSWORD)


def _typed(face: Face, variable: str) -> str:
    if face.ask_secret is None:
        raise PasswordNotGiven(variable=variable)
    return face.ask_secret(face.say(message("Password:")) + " ")


def _typed_twice(face: Face) -> str:
    if face.ask_secret is None:
        raise PasswordNotGiven(variable=NEW_PASSWORD)
    first = face.ask_secret(face.say(message("New password:")) + " ")
    if face.ask_secret(face.say(message("Once more:")) + " ") != first:
        raise PasswordsDiffer
    return first


COMMANDS = (
    Group(
        "password",
        (set_password, change, remove, backups_too),
        message("Set, change or remove the password of a dialogue file."),
    ),
)
