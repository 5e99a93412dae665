"""The command that proves a dialogue to be as it was last written."""

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import command
from alternat.language.messages import message


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


COMMANDS = (verify,)
