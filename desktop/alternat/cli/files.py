"""Commands about the file that keeps a dialogue: prove that it is whole, and back it up."""

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import command
from alternat.errors import AlternatError
from alternat.language.messages import mark, message


class BackedUpByServer(AlternatError):
    """A dialogue on a server has no file to back up."""

    template = mark("{address} is on a server, whose administrator makes its backups.")


@command("verify", message("Prove that a dialogue is as it was last written."))
@FILE
@AS_JSON
def verify(face: Face, file: str, *, as_json: bool) -> Exit:
    """Compare every row with the history and every photo with its hash; damage blocks."""
    with face.reading(file) as workspace:
        damage = workspace.verify()
    if as_json:
        face.tell_json(
            [
                {
                    "damage": each.damage.value,
                    "table": each.table,
                    "row": each.key,
                    "message": face.say(each.message),
                }
                for each in damage
            ]
        )
    else:
        for each in damage:
            face.tell(each.message)
        if not damage:
            face.tell(message("Everything is as it was written."))
    return Exit.BLOCKED if damage else Exit.DONE


@command("backup", message("Back a dialogue up beside its file."))
@FILE
def backup(face: Face, file: str) -> Exit:
    """Make a checked backup; older ones are thinned out to hourly, daily and weekly ones."""
    with face.reading(file) as workspace:
        made = workspace.back_up()
        if made is None:
            raise BackedUpByServer(address=workspace.address)
    face.tell(message("The backup is {file}", file=str(made.path)))
    return Exit.DONE


COMMANDS = (verify, backup)
