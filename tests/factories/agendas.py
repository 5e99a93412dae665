"""Meetings of three years with a session each, and records that are open: what agendas are proposed from."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from alternat.actions.dialogues import create_dialogue
from alternat.actions.guidance import add_guidance
from alternat.actions.meetings import add_meeting
from alternat.actions.next_agenda import accept
from alternat.actions.programme import add_session
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.programme import SessionKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.next_agenda import Proposal, proposed
from alternat.storage.workspace import Workspace

TODAY = date(2027, 2, 1)


@dataclass(frozen=True, slots=True)
class Years:
    """A dialogue with a meeting that was held in 2026 and others planned for 2027 and 2028."""

    workspace: Workspace
    held: int
    coming: int
    following: int
    sessions: dict[int, int]
    """A plenary of each meeting, by meeting."""

    def offered(self, meeting: int | None = None) -> list[str]:
        """Return the names of what is offered for the coming meeting, or another one."""
        return [each.name for each in self.proposals(meeting) if each.is_offered]

    def proposals(self, meeting: int | None = None) -> tuple[Proposal, ...]:
        return proposed(self.workspace.tables, meeting or self.coming, TODAY)

    def proposal(self, name: str, meeting: int | None = None) -> Proposal:
        (found,) = (each for each in self.proposals(meeting) if each.name == name)
        return found

    def outcome(self, number: int, **fields: Any) -> int:
        """Record an outcome of the meeting of 2026."""
        values = {
            "meeting": self.held,
            "code": f"2026-{number}",
            "number": number,
            "text": Label(f"Outcome {number}", f"Résultat {number}", f"成果{number}"),
            "state": OutcomeState.UNDER_WAY,
            **fields,
        }
        return insert(self.workspace, "Outcome", values)

    def provision(self, kind: ProvisionKind, at: int = 0) -> int:
        table = self.workspace.tables.Provision
        return int(list(table.select().where(table.kind == kind).order_by(table.number))[at].id)

    def all_topics_done(self) -> None:
        """Let the meeting of 2026 have dealt with every topic, so that none is proposed."""
        table = self.workspace.tables.Provision
        topics = list(table.select().where(table.kind == ProvisionKind.TOPIC))
        for number, topic in enumerate(topics, 101):
            self.outcome(number, topic=topic.id, state=OutcomeState.DONE)


def insert(workspace: Workspace, table: str, values: dict[str, Any]) -> int:
    """Write a row as it is and return its id."""
    with workspace.change(message("Insert a row")) as change:
        (key,) = change.insert(getattr(workspace.tables, table), [values])
    return key


def update(workspace: Workspace, table: str, key: int, **values: Any) -> None:
    """Change a row as it is."""
    with workspace.change(message("Change a row")) as change:
        change.update(getattr(workspace.tables, table), {key: values})


def three_years(workspace: Workspace, *, topics_done: bool = True) -> Years:
    """Fill an empty workspace with the dialogue and three meetings, all topics dealt with in 2026 or none."""
    create_dialogue(workspace, "canada-china")
    days = {}
    for host, day, status in (
        ("CN", date(2026, 6, 9), MeetingStatus.HELD),
        ("CA", date(2027, 6, 12), MeetingStatus.DRAFT),
        ("CN", date(2028, 6, 10), MeetingStatus.DRAFT),
    ):
        changes = add_meeting(workspace, year=day.year, host=host, starts=day, status=status)
        days[changes.inserted("meeting")[0]] = day
    sessions = {
        meeting: add_session(
            workspace,
            meeting,
            kind=SessionKind.PLENARY,
            title=Label("Plenary", "Plénière", "全体会议"),
            day=day,
            start=time(9),
            minutes=90,
        ).inserted("session")[0]
        for meeting, day in days.items()
    }
    held, coming, following = days
    years = Years(workspace, held, coming, following, sessions)
    if topics_done:
        years.all_topics_done()
    return years


def why(proposal: Proposal) -> str:
    """Return why something is proposed, in English."""
    return catalog(Language.EN).say(proposal.why)


def items(years: Years, meeting: int | None = None) -> list[Any]:
    """Return the agenda of a meeting's session, of the coming one unless another is named."""
    item = years.workspace.tables.AgendaItem
    session = years.sessions[meeting or years.coming]
    return list(item.select().where(item.session == session).order_by(item.number))


def taken_on(years: Years, *names: str, meeting: int | None = None) -> list[int]:
    """Take proposals on for a meeting, and return the ids of the items."""
    meeting = meeting or years.coming
    chosen = [years.proposal(name, meeting) for name in names]
    changes = accept(years.workspace, years.sessions[meeting], chosen)
    return list(changes.inserted("agenda_item"))


def guidance(years: Years, **fields: Any) -> int:
    """Ask for guidance, and return the id of the request."""
    values = {
        "dialogue": years.provision(ProvisionKind.EXISTING_DIALOGUE),
        "question": Label("May evidence be shared?"),
        "asked_on": date(2026, 11, 2),
        **fields,
    }
    return add_guidance(years.workspace, values).inserted("guidance")[0]


def instrument(years: Years, **fields: Any) -> int:
    """Write an instrument of the first objective, a memorandum unless fields say otherwise."""
    values = {
        "objective": years.provision(ProvisionKind.OBJECTIVE),
        "kind": InstrumentKind.MEMORANDUM,
        "title": Label("Memorandum"),
        **fields,
    }
    return insert(years.workspace, "Instrument", values)
