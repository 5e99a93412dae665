"""Options and lines that commands share about how a topic, an existing dialogue or an objective stands."""

from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read
from alternat.cli.face import Face
from alternat.cli.syntax import option
from alternat.cli.values import Day
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.provisions import PROVISION_STATE

if TYPE_CHECKING:
    from alternat.models.tables import Tables

ON = option(
    "--on",
    metavar="DATE",
    type=Day(),
    explains=message("The day from which it is so; today unless it is given."),
)
REASON = options(PROVISION_STATE, is_new=True)


def reason_of(face: Face, tables: "Tables", typed: dict[str, Any]) -> Label:
    """Return the reason that was typed, in the languages in which it was."""
    reason: Label = read(face, tables, PROVISION_STATE, typed).get("state_reason", Label())
    return reason


def tell_state(face: Face, row: Any, tables: "Tables") -> None:
    """Write how a text stands, since when, into what it was merged, and why."""
    from alternat.planning.provision_states import PROVISION_STATES

    words = PROVISION_STATES[row.kind][row.state]
    if row.state_on is None:
        face.tell(words)
    elif row.merged_into_id is not None:
        other = tables.Provision.get_by_id(row.merged_into_id)
        face.tell(message("{state} since {day}: {other}", state=words, day=row.state_on, other=other.code))
    else:
        face.tell(message("{state} since {day}", state=words, day=row.state_on))
    if row.state_reason:
        face.tell(message("Reason: {reason}", reason=row.state_reason))
