"""Options and lines about consent that the commands on sub-groups and topics share."""

from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.syntax import option
from alternat.cli.values import Day
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.consents import Agreement, ConsentSubject, Word

SIDE = option(
    "--side", metavar="S", required=True, explains=message("The code of the side that says so, such as CA.")
)
GIVEN = option(
    "--on",
    "given",
    metavar="DATE",
    type=Day(),
    required=True,
    explains=message("The day on which the side said so, in its own capital, such as 2027-01-11."),
)
DOCUMENT = option(
    "--document",
    metavar="REFERENCE",
    default="",
    explains=message("The note, letter or record that says so."),
)


class NothingToWithdraw(AlternatError):
    """The side has said nothing that it could take back."""

    template = mark("{country} has given no consent to {subject} that could be withdrawn.")


def word_to_withdraw(tables: "Tables", side: str, subject: "ConsentSubject", key: int) -> int:
    """Return the id of a side's word on a subject; where it gave none, a `NothingToWithdraw`."""
    from alternat.actions.consents import subject_name
    from alternat.actions.meetings import side_id
    from alternat.planning.consents import agreement

    row: Any = tables.Side.get_by_id(side_id(tables, side))
    word = agreement(tables, **{subject.value: key}).word_of(row.code)
    if word is None:
        raise NothingToWithdraw(country=row.country, subject=subject_name(tables, subject, key))
    return word.id


def agreement_as_json(agreement: "Agreement") -> dict[str, Any]:
    """Return an agreement for JSON."""
    return {
        "is_complete": agreement.is_complete,
        "proposal": _word_as_json(agreement.proposal),
        "acceptance": _word_as_json(agreement.acceptance),
        "missing": list(agreement.missing),
    }


def told(word: "Word | None") -> str:
    """Return a side's word for a column: the side, the day and the document."""
    if word is None:
        return ""
    if word.document:
        return f"{word.side} {word.given:%Y-%m-%d} ({word.document})"
    return f"{word.side} {word.given:%Y-%m-%d}"


def _word_as_json(word: "Word | None") -> dict[str, Any] | None:
    if word is None:
        return None
    given: date = word.given
    return {"side": word.side, "given": given.isoformat(), "document": word.document}
