"""Notes in the dialogue what a command has just written for others; where it cannot, it says so."""

from alternat.actions.releases import note_releases
from alternat.cli.face import Face
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.planning.releases import Leaving


def note(face: Face, address: str, *left: Leaving) -> bool:
    """Note what has left and return whether it could be noted.

    The file is there by now, so a dialogue that is open elsewhere or read-only stops nothing: it is told.
    """
    try:
        with face.writing(address) as workspace:
            note_releases(workspace, left)
    except AlternatError as error:
        face.warn(
            message(
                "The file is written, but it could not be noted in the dialogue that it left: {reason}",
                reason=face.catalog.say_error(error),
            )
        )
        return False
    return True
