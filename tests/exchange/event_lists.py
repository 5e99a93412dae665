"""Lists of sessions as text, planned, and what is said of them."""

from datetime import date, time
from pathlib import Path

from alternat.exchange.events_import import plan_events
from alternat.exchange.people_import import read_source
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.planning.event_drafts import NO_WISHES, EventWishes
from alternat.planning.event_imports import EventPlan
from alternat.planning.programme import SessionPlan, read_sessions
from alternat.storage.workspace import Workspace

HEADINGS = "day,start,end,room,title,people\n"


def plan_of(workspace: Workspace, meeting: int, path: Path) -> EventPlan:
    return plan_events(workspace.tables, meeting, read_source(path))


def planned(
    workspace: Workspace, meeting: int, folder: Path, text: str, wishes: EventWishes = NO_WISHES
) -> EventPlan:
    path = folder / "events.csv"
    path.write_text(text, encoding="utf-8")
    return plan_events(workspace.tables, meeting, read_source(path), wishes=wishes)


def sessions(workspace: Workspace, meeting: int) -> list[SessionPlan]:
    return list(read_sessions(workspace.tables, meeting).values())


def times(workspace: Workspace, meeting: int) -> list[tuple[int, time, int]]:
    return [(each.id, each.start, each.minutes) for each in sessions(workspace, meeting)]


def said(plan: EventPlan) -> list[str]:
    return [f"{each.row}: {catalog(Language.EN).say(each.message)}" for each in plan.problems]


def days(plan: EventPlan) -> list[date | None]:
    return [row.draft.day for row in plan.rows]
