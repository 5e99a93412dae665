"""How outcomes are told on the command line: what names one, and what stands beside its fields as JSON."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Face
from alternat.cli.noun_commands import Beside, told
from alternat.cli.syntax import argument
from alternat.clock import this_day
from alternat.language.messages import Message, message
from alternat.nouns.outcomes import OUTCOME
from alternat.nouns.provisions import PROVISION, ProvisionKind

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.outcomes import LinkPlan, OutcomePlan
    from alternat.storage.changes import Changes

_EXPLAINS = message("The code of the outcome, such as 2027-3; “outcome list” shows them.")
CODE = argument("code", metavar="OUTCOME", explains=_EXPLAINS)
CODES = argument(
    "codes",
    metavar="OUTCOME",
    nargs=-1,
    required=True,
    explains=message("The codes of one or several outcomes, such as 2027-3; “outcome list” shows them."),
)


def outcome_named(tables: "Tables", code: str) -> int:
    """Return the id of the outcome with a code."""
    from alternat.planning.rows import found

    return found(tables, OUTCOME, code)


def provision_named(tables: "Tables", kind: ProvisionKind, name: str) -> int:
    """Return the id of a text of a kind by its code or number; another kind is for a verb to refuse."""
    from alternat.planning.provision_states import provision_id
    from alternat.planning.rows import UnknownRow, found

    try:
        return provision_id(tables, kind, name)
    except UnknownRow as unknown:
        try:
            return found(tables, PROVISION, name)
        except UnknownRow:
            raise unknown from None


def finders(tables: "Tables") -> Mapping[str, Callable[[str], int]]:
    """Return what finds the topic and the session of an outcome, and the objective of a note."""
    from alternat.nouns.programme import SESSION
    from alternat.planning.rows import UnknownRow, require

    def session(number: str) -> int:
        if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
            raise UnknownRow(SESSION, number)
        return require(tables, SESSION, (int(number),))[0]

    return {
        "topic": lambda name: provision_named(tables, ProvisionKind.TOPIC, name),
        "objective": lambda name: provision_named(tables, ProvisionKind.OBJECTIVE, name),
        "session": session,
    }


_MOST_DIGITS = 9


def _as_json(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.outcomes import outcomes

    codes = {row.id: row.code for row in tables.Provision.select(tables.Provision.id, tables.Provision.code)}
    return {plan.id: _beside(plan, codes) for plan in outcomes(tables)}


BESIDE = Beside(_as_json)
"""What outcomes are told with besides their fields."""


def _beside(plan: "OutcomePlan", codes: Mapping[int, str]) -> Mapping[str, Any]:
    def day(value: Any) -> str | None:
        return value.isoformat() if value else None

    def linked(links: "Sequence[LinkPlan]") -> list[dict[str, str]]:
        return [{"kind": each.kind.value, "outcome": each.code} for each in links]

    return {
        "code": plan.code,
        "carriers": [
            {
                "dialogue": codes[each.dialogue],
                "last_asked": day(each.last_asked),
                "last_heard": day(each.last_heard),
            }
            for each in plan.carriers
        ],
        "leads": [
            {"side": each.side, "lead": each.person, "name": each.name.as_mapping()} for each in plan.leads
        ],
        "links": linked(plan.links),
        "followed_by": linked(plan.followed_by),
        "objectives": [codes[each] for each in plan.objectives],
        "notes": [
            {
                "number": each.id,
                "day": day(each.day),
                "side": each.side or None,
                "text": each.text.as_mapping(),
                "is_shared": each.is_shared,
            }
            for each in plan.notes
        ],
        "corrections": [
            {
                "made_on": day(each.made_on),
                "field": each.field,
                "before": each.before.as_mapping(),
                "after": each.after.as_mapping(),
                "reason": each.reason.as_mapping(),
            }
            for each in plan.corrections
        ],
        "is_closed": plan.is_closed,
        "is_overdue": plan.is_overdue(this_day()),
    }


def tell(face: Face, tables: "Tables", changes: "Changes", keys: Collection[int], *, as_json: bool) -> None:
    """Tell what a verb did to outcomes: by the name of its step, or as JSON with them."""
    rows = told(OUTCOME, tables, None, keys, BESIDE) if as_json else ()
    face.tell_done(changes, as_json=as_json, rows=rows)


def chosen_disclosure(values: Mapping[str, Any]) -> Sequence[Message]:
    """Return what is told of a disclosure that was not given, since it says who may see a text."""
    from alternat.nouns.outcomes import Disclosure
    from alternat.planning.disclosure import DISCLOSURES

    if "disclosure" in values:
        return ()
    usual = DISCLOSURES[Disclosure.WITH_CONSENT]
    return (message("No disclosure was given, so that it is “{disclosure}”.", disclosure=usual),)
