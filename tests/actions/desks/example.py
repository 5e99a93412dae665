"""The example dialogue at two desks, and its rows."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import alternat.actions
from alternat.actions import meetings as years
from alternat.actions import outcomes
from alternat.actions.calendars import NoticeLine
from alternat.actions.guidance import change_guidance
from alternat.actions.placing import Spot
from alternat.actions.progress_notes import add_progress_note
from alternat.actions.texts import dismiss_difference
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.calendars import DayKind
from alternat.nouns.outcomes import LinkKind, OutcomeKind
from alternat.nouns.programme import PartyKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.next_agenda import Proposal, ProposalKind
from alternat.planning.programme import PartyPlan
from alternat.planning.text_states import differences
from alternat.planning.texts import TextKey
from alternat.storage.workspace import Workspace

DAY = date(2027, 6, 15)
NEWS = date(2027, 9, 1)
CODE = "entity-missing"
Act = Callable[[Workspace, int], object]


@dataclass(frozen=True, slots=True)
class Desks:
    first: Workspace
    second: Workspace


def rows(workspace: Workspace, table: str) -> list[Any]:
    model: Any = getattr(workspace.tables, table)
    return list(model.select().order_by(model.id))


def one(workspace: Workspace, table: str, at: int = 0) -> int:
    """Return the key of a row of a table, always the same one."""
    return int(rows(workspace, table)[at].id)


def last(workspace: Workspace, table: str) -> int:
    return one(workspace, table, -1)


def meeting(workspace: Workspace) -> int:
    return years.meeting_id(workspace.tables, "2027")


def part(workspace: Workspace, at: int = 0) -> Any:
    here = [row for row in rows(workspace, "Participation") if row.meeting_id == meeting(workspace)]
    return here[at]


def topic(workspace: Workspace, at: int = 0) -> int:
    return int([row for row in rows(workspace, "Provision") if row.kind is ProvisionKind.TOPIC][at].id)


def existing(workspace: Workspace, at: int = 0) -> int:
    kind = ProvisionKind.EXISTING_DIALOGUE
    return int([row for row in rows(workspace, "Provision") if row.kind is kind][at].id)


def objective(workspace: Workspace, at: int = 0) -> int:
    return int([row for row in rows(workspace, "Provision") if row.kind is ProvisionKind.OBJECTIVE][at].id)


def question(workspace: Workspace) -> TextKey:
    """Return the text of a request, which says in one language what the others do not."""
    return TextKey("guidance", one(workspace, "Guidance"), "question")


def difference(workspace: Workspace) -> str:
    told = differences(workspace.tables, keys=[question(workspace)])[question(workspace)]
    return (*told.open, *(each for each, _ in told.dismissed))[0].key


def dismissed_once(workspace: Workspace) -> None:
    key = question(workspace)
    change_guidance(workspace, key.row, {"question": Label("By 12 June", "D’ici le 13 juin", "6月12日前")})
    dismiss_difference(workspace, key, difference(workspace), "First", on=DAY)


def outcome(workspace: Workspace, at: int = 0) -> int:
    """Return an outcome of those that `agree_outcomes` made."""
    return int([row for row in rows(workspace, "Outcome") if row.note == "desks"][at].id)


def agree_outcomes(workspace: Workspace) -> None:
    """Let the meeting of 2027 agree outcomes, the first of which is carried out, led and linked."""
    keys = [
        outcomes.add_outcome(
            workspace,
            {
                "meeting": meeting(workspace),
                "kind": OutcomeKind.AGREED,
                "text": Label(f"Outcome {number}"),
                "note": "desks",
            },
        ).inserted("outcome")[0]
        for number in range(3)
    ]
    outcomes.set_carriers(workspace, keys[0], [existing(workspace)])
    outcomes.set_outcome_lead(workspace, keys[0], "CA", people_of(workspace, "CA")[0])
    outcomes.link_outcomes(workspace, keys[1], keys[0], LinkKind.CONTINUES)
    outcomes.set_objectives(workspace, keys[0], [objective(workspace)])
    add_progress_note(workspace, {"outcome": keys[0], "day": NEWS, "text": Label("News")})


def people_of(workspace: Workspace, side: str) -> list[int]:
    return [row.id for row in rows(workspace, "Person") if row.side.code == side]


def plan(number: int) -> list[PartyPlan]:
    return [PartyPlan(PartyKind.SIDE, "CA" if number == 1 else "CN")]


def pair(number: int) -> tuple[str, str]:
    return ("en", "zh") if number == 1 else ("fr", "zh")


def notice(number: int) -> list[NoticeLine]:
    return [NoticeLine(DAY, DayKind.DAY_OFF, Label(f"Day off {number}"))]


def spot(workspace: Workspace, number: int) -> list[Spot]:
    row = rows(workspace, "Session")[3]
    return [Spot(row.id, row.day, row.start, row.minutes + number, row.room_id)]


def midnight(workspace: Workspace) -> datetime:
    row = rows(workspace, "Session")[1]
    return datetime.combine(row.day, time(0, 0), ZoneInfo(row.time_zone))


def picture(number: int) -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 50 + number), "white").save(out, "PNG")
    return out.getvalue()


def look(workspace: Workspace) -> None:
    assert rows(workspace, "Side")


def proposal(workspace: Workspace, key: int | None = None) -> Proposal:
    """Return a proposal that somebody typed for the meeting, the last one unless another is named."""
    row = workspace.tables.AgendaProposal.get_by_id(key or last(workspace, "AgendaProposal"))
    name = f"own:{row.id}"
    return Proposal(ProposalKind.OWN, name, meeting(workspace), row.text, message("x"), stored=row.id)


def verbs() -> set[str]:
    """Return the names of all that can be done to a dialogue."""
    return {
        name
        for module in pkgutil.iter_modules(alternat.actions.__path__)
        for name, value in vars(importlib.import_module(f"alternat.actions.{module.name}")).items()
        if hasattr(value, "__wrapped__") or name == "set_photo"
    }
