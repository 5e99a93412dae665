"""Commands about the officials who lead an existing dialogue or an objective; both groups have them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.noun_commands import made_command, told
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Command, argument, option
from alternat.cli.values import Day, within
from alternat.clock import this_day
from alternat.language.messages import message
from alternat.nouns.existing import HOLDER
from alternat.nouns.kinds import KEYS
from alternat.nouns.provisions import ProvisionKind

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.existing import HolderPlan

_Parameter = Callable[[Any], Any]
_PERSON = option(
    "--person",
    metavar="NUMBER",
    required=True,
    type=within(KEYS),
    explains=message("The number of the official, which “people” lists."),
)
_ON = option(
    "--on",
    metavar="DATE",
    type=Day(),
    explains=message("The first day of the successor; today unless it is given."),
)
_LEADS = argument(
    "numbers",
    metavar="NUMBER",
    nargs=-1,
    required=True,
    type=within(KEYS),
    explains=message("The numbers of officials who lead, as “show” lists them."),
)
_ONE_LEAD = argument(
    "number",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of an official who leads, as “show” lists it."),
)


@dataclass(frozen=True, slots=True)
class _Leads:
    """What the commands do to those who lead texts of a kind."""

    kind: ProvisionKind

    def run_lead(self, face: Face, file: str, code: str, *, as_json: bool, **typed: Any) -> Exit:
        """Record who leads an existing dialogue or an objective."""
        from alternat.actions.existing import add_holder
        from alternat.planning.provision_states import provision_id

        with face.writing(file) as workspace:
            tables = workspace.tables
            key = provision_id(tables, self.kind, code)
            values = read(face, tables, HOLDER, typed)
            side = tables.Person.get_by_id(values["person"]).side_id
            changes = add_holder(workspace, {"provision": key, "side": side, **values})
            rows = told(HOLDER, tables, None, changes.inserted("holder"))
            face.tell_done(changes, as_json=as_json, rows=rows)
        return Exit.DONE

    def run_set(self, face: Face, file: str, number: int, *, as_json: bool, **typed: Any) -> Exit:
        """Change who leads, since when and until when."""
        from alternat.actions.existing import change_holder

        with face.writing(file) as workspace:
            tables = workspace.tables
            values = given(read(face, tables, HOLDER, typed), spellings(HOLDER))
            changes = change_holder(workspace, number, values)
            face.tell_done(changes, as_json=as_json, rows=told(HOLDER, tables, None, (number,)))
        return Exit.DONE

    def run_remove(self, face: Face, file: str, numbers: tuple[int, ...], *, as_json: bool) -> Exit:
        """Take officials off what they are said to lead."""
        from alternat.actions.existing import remove_holders

        with face.writing(file) as workspace:
            rows = told(HOLDER, workspace.tables, None, numbers) if as_json else []
            face.tell_done(remove_holders(workspace, numbers), as_json=as_json, rows=rows)
        return Exit.DONE

    def run_succeed(
        self, face: Face, file: str, code: str, person: int, on: date | None, *, as_json: bool
    ) -> Exit:
        """Let an official succeed another in one step."""
        from alternat.actions.existing import succeed
        from alternat.nouns.people import PERSON
        from alternat.planning.provision_states import provision_id
        from alternat.planning.rows import require

        with face.writing(file) as workspace:
            tables = workspace.tables
            key = provision_id(tables, self.kind, code)
            require(tables, PERSON, (person,))
            side = tables.Person.get_by_id(person).side.code
            changes = succeed(workspace, key, side, person, on=on or this_day())
            touched = [row.key for row in changes.rows if row.table == "holder"]
            face.tell_done(changes, as_json=as_json, rows=told(HOLDER, tables, None, touched))
        return Exit.DONE


def lead_commands(kind: ProvisionKind, code: _Parameter) -> tuple[Command, ...]:
    """Return the commands about those who lead texts of a kind, which `code` names on the line."""
    own = _Leads(kind)
    new = options(HOLDER, is_new=True, without=("provision", "side"))
    known = options(HOLDER, is_new=False)
    return (
        made_command(
            "lead",
            message("Say who leads it for the side of that official."),
            own.run_lead,
            (FILE, code, new, AS_JSON),
        ),
        made_command(
            "lead-set",
            message("Correct the official, the first or the last day of who leads it."),
            own.run_set,
            (FILE, _ONE_LEAD, known, AS_JSON),
        ),
        made_command(
            "lead-remove",
            message("Take officials off the list of those who lead, where that was a slip."),
            own.run_remove,
            (FILE, _LEADS, AS_JSON),
        ),
        made_command(
            "succeed",
            message("Let an official succeed the one who leads it for the same side."),
            own.run_succeed,
            (FILE, code, _PERSON, _ON, AS_JSON),
        ),
    )


def leads_as_json(tables: "Tables", provision: int) -> list[dict[str, Any]]:
    """Return who leads something over time, as rows of their noun: by side, the earliest first."""
    from alternat.planning.existing import holders

    keys = [each.id for each in holders(tables, (provision,)).get(provision, ())]
    rows = {row["number"]: row for row in told(HOLDER, tables, None, keys)} if keys else {}
    return [rows[key] for key in keys]


def tell_leads(face: Face, holders: "Iterable[HolderPlan]") -> None:
    """Write who leads something over time, if anybody does."""
    rows = [
        (each.id, each.side, each.person, face.read(each.name), *map(face.show, _days(each)))
        for each in holders
    ]
    if rows:
        face.tell()
        headings = (
            message("Lead"),
            message("Side"),
            message("Number"),
            message("Official"),
            message("Since"),
            message("Until"),
        )
        face.tell_table(headings, rows)


def lead_cells(face: Face, holders: "Mapping[str, HolderPlan | None]") -> str:
    """Return who leads today on each side, in one cell."""
    return face.show(
        tuple(
            message("{side}: {name}", side=code, name=each.name if each else "–")
            for code, each in holders.items()
        )
    )


def _days(holder: "HolderPlan") -> tuple[date | str, date | str]:
    return holder.since or "", holder.until or ""
