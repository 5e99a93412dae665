"""The checklist of a meeting: the command that lists it, and what its tasks are told with."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import Beside, told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import command, option
from alternat.cli.values import Day
from alternat.clock import this_day
from alternat.language.messages import Message, message
from alternat.nouns.countdown import TASK

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.countdown import TaskPlan


@command("tasks", message("List the checklist of a meeting."))
@FILE
@ONE_MEETING
@option(
    "--today", metavar="DATE", type=Day(), explains=message("The day to tell what is overdue on; today else.")
)
@AS_JSON
def tasks(face: Face, file: str, meeting: str, today: date | None, *, as_json: bool) -> Exit:
    """List the checklist of a meeting by due date."""
    from alternat.actions.meetings import meeting_id
    from alternat.planning.countdown import checklist

    with face.reading(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        plans = checklist(tables, key, today or this_day())
        countries = {side.code: side.country for side in tables.Side.select()}
        if as_json:
            rows = {row["id"]: row for row in told(TASK, tables, key, None, beside(today or this_day()))}
            face.tell_json([rows[plan.id] for plan in plans])
            return Exit.DONE
    headings = (message("Number"), message("Due"), message("Task"), message("Owner"), message("Status"))
    both = message("both sides")
    face.tell_table(
        headings,
        [
            (
                plan.number,
                face.show(plan.due),
                face.read(plan.text),
                face.read(plan.owner) or face.show(countries.get(plan.owner_side or "", both)),
                face.say(_standing(plan)),
            )
            for plan in plans
        ],
    )
    return Exit.DONE


def beside(today: date | None = None) -> Beside:
    """Return what tasks are told with besides their fields: when they are due, and who sees to them."""

    def as_json(tables: "Tables", meeting: int | None) -> Mapping[int, Mapping[str, Any]]:
        from alternat.planning.countdown import checklist

        return {
            plan.id: {
                "due": plan.due.isoformat() if plan.due else None,
                "owner": plan.owner.as_mapping(),
                "is_overdue": plan.is_overdue,
            }
            for plan in checklist(tables, meeting or 0, today or this_day())
        }

    return Beside(as_json)


def _standing(plan: "TaskPlan") -> Message:
    if plan.done_on is not None and plan.done_by:
        return message("done on {day} by {name}", day=plan.done_on, name=plan.done_by)
    if plan.done_on is not None:
        return message("done on {day}", day=plan.done_on)
    return message("overdue") if plan.is_overdue else message("open")


COMMANDS = (tasks,)
