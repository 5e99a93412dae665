"""The arguments and options that several commands share."""

from alternat.cli.syntax import argument, option
from alternat.cli.values import within
from alternat.language.messages import message
from alternat.nouns.kinds import KEYS

FILE = argument(
    "file",
    metavar="FILE",
    explains=message("The dialogue: a file such as dialogue.alternat, or a postgresql:// address."),
)
MEETING = option(
    "--meeting",
    metavar="M",
    explains=message("The reference of a meeting, such as 2027; “meetings” lists them."),
)
ONE_MEETING = option(
    "--meeting",
    metavar="M",
    required=True,
    explains=message("The reference of a meeting, such as 2027; “meetings” lists them."),
)
SIDE = option("--side", metavar="S", explains=message("The code of one side, such as CA."))
AS_JSON = option("--json", "as_json", is_flag=True, explains=message("Write JSON instead of columns."))
PEOPLE = argument(
    "people",
    metavar="NUMBER",
    nargs=-1,
    required=True,
    type=within(KEYS),
    explains=message("The numbers of one or several people, which “people” lists."),
)
