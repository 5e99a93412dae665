"""Records of the follow-up, one row in each of its tables, as a meeting leaves them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.instruments import Binding, InstrumentKind, InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import LinkKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.nouns.texts import TextStep
from alternat.storage.workspace import Workspace

TEXT = Label(
    "The two sides will exchange lists of contact points by 1 September 2027.",
    "Les deux parties échangeront des listes de points de contact d’ici le 1er septembre 2027.",
    "双方将于2027年9月1日前交换联络点名单。",
)
EARLIER = Label("Contact points will be named.", "Des points de contact seront désignés.", "指定联络点。")


@dataclass(frozen=True, slots=True)
class FilledFollowUp:
    """The ids of the rows."""

    outcome: int
    earlier: int
    """The outcome that `outcome` continues."""
    dialogue: int
    """The existing dialogue that carries out `outcome`."""
    objective: int
    instrument: int


def fill_follow_up(workspace: Workspace, meeting: int, person: int, *, side: str = "CA") -> FilledFollowUp:
    """Put one row into every table of the follow-up, two outcomes among them, led by that person."""
    tables = workspace.tables
    provision: Any = tables.Provision
    dialogue = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    objective = provision.get(provision.kind == ProvisionKind.OBJECTIVE).id
    owner = tables.Side.get(tables.Side.code == side).id
    day, number = date(2027, 6, 17), tables.Outcome.select().count()
    reference = tables.Meeting.get_by_id(meeting).reference
    with workspace.change(message("Fill the follow-up")) as change:
        earlier, outcome = change.insert(
            tables.Outcome,
            [
                {
                    "meeting": meeting,
                    "code": f"{reference}-{place}",
                    "number": place,
                    "text": text,
                    "due": date(2027, 9, 1),
                }
                for place, text in enumerate((EARLIER, TEXT), number + 1)
            ],
        )
        change.update(tables.Meeting, {meeting: {"last_outcome": number + 2}})
        of = {"outcome": outcome}
        change.insert(tables.OutcomeCarrier, [{**of, "dialogue": dialogue, "last_asked": day}])
        change.insert(tables.OutcomeSide, [{**of, "side": owner, "lead": person}])
        change.insert(tables.OutcomeLink, [{**of, "kind": LinkKind.CONTINUES, "earlier": earlier}])
        change.insert(tables.OutcomeObjective, [{**of, "objective": objective}])
        change.insert(
            tables.OutcomeCorrection, [{**of, "made_on": day, "field": "text", "before": TEXT, "after": TEXT}]
        )
        change.insert(tables.ProgressNote, [{**of, "day": day, "side": owner, "text": EARLIER}])
        change.insert(tables.Holder, [{"provision": dialogue, "side": owner, "person": person, "since": day}])
        change.insert(tables.DialogueMeeting, [{"dialogue": dialogue, "starts": date(2027, 10, 4)}])
        (instrument,) = change.insert(
            tables.Instrument,
            [
                {
                    "objective": objective,
                    "kind": InstrumentKind.TREATY,
                    "title": Label("Treaty", "Traité", "条约"),
                }
            ],
        )
        by = {"instrument": instrument}
        change.insert(tables.InstrumentSide, [{**by, "side": owner, "binding": Binding.BINDING}])
        change.insert(tables.InstrumentStep, [{**by, "step": InstrumentStep.SIGNED, "done_on": day}])
        change.insert(tables.AgendaProposal, [{**of, "meeting": meeting, "text": EARLIER}])
        seen = {**of, "field": "text", "day": day, "seen": TEXT, "done_by": "Protocol"}
        change.insert(tables.TextMark, [{**seen, "language": "en", "step": TextStep.CHECKED}])
        change.insert(tables.Collation, [seen])
        change.insert(tables.DismissedDifference, [{**seen, "key": "number:1", "reason": "-"}])
    return FilledFollowUp(outcome, earlier, dialogue, objective, instrument)


@dataclass(frozen=True, slots=True)
class ManyOutcomes:
    """The ids of outcomes of many meetings, the oldest first, and of the meeting that is planned next."""

    outcomes: tuple[int, ...]
    next: int


MEETINGS, OUTCOMES = 20, 5000


def fill_outcomes(
    workspace: Workspace, *, meetings: int = MEETINGS, outcomes: int = OUTCOMES
) -> ManyOutcomes:
    """Fill a dialogue with outcomes of many years, one in ten of the older and most of the newest open.

    Each is carried out by an existing dialogue and led by a person of each side, serves an objective and
    has a note; every fifth continues one of the meeting before.
    """
    tables = workspace.tables
    sides = [row.id for row in tables.Side.select().order_by(tables.Side.number)]
    kinds = {kind: _of_kind(workspace, kind) for kind in ProvisionKind}
    each = outcomes // meetings
    first = 2027 - meetings
    with workspace.change(message("Fill the years")) as change:
        people = change.insert(
            tables.Person,
            [{"side": sides[n % 2], "family": f"Roy {n}", "given": "Zoé"} for n in range(40)],
        )
        years = change.insert(
            tables.Meeting,
            [
                {
                    "reference": f"R{year}",
                    "year": year,
                    "host": sides[year % 2],
                    "starts": date(year, 6, 12),
                    "time_zone": "America/Toronto",
                    "status": MeetingStatus.HELD if year < 2027 else MeetingStatus.DRAFT,
                    "last_outcome": each,
                }
                for year in range(first, 2028)
            ],
        )
        keys = change.insert(
            tables.Outcome,
            [_outcome(first, each, years, kinds[ProvisionKind.TOPIC], n) for n in range(outcomes)],
        )
        placed = list(enumerate(keys))
        dialogues, objectives = kinds[ProvisionKind.EXISTING_DIALOGUE], kinds[ProvisionKind.OBJECTIVE]
        change.insert(
            tables.OutcomeCarrier,
            [{"outcome": key, "dialogue": dialogues[n % len(dialogues)]} for n, key in placed if n % 11],
        )
        change.insert(
            tables.OutcomeSide,
            [
                {"outcome": key, "side": sides[side], "lead": people[n % 20 * 2 + side]}
                for n, key in placed
                for side in range(2)
                if n % 13
            ],
        )
        change.insert(
            tables.OutcomeObjective,
            [{"outcome": key, "objective": objectives[n % len(objectives)]} for n, key in placed],
        )
        change.insert(
            tables.OutcomeLink,
            [
                {"outcome": key, "earlier": keys[n - each], "kind": LinkKind.CONTINUES}
                for n, key in placed
                if n >= each and n % 5 == 0
            ],
        )
        change.insert(
            tables.ProgressNote,
            [
                {"outcome": key, "day": date(first + n // each, 9, 1), "side": sides[n % 2], "text": EARLIER}
                for n, key in placed
            ],
        )
    return ManyOutcomes(keys, years[-1])


def _of_kind(workspace: Workspace, kind: ProvisionKind) -> list[int]:
    provision: Any = workspace.tables.Provision
    return [row.id for row in provision.select().where(provision.kind == kind).order_by(provision.number)]


def _outcome(first: int, each: int, years: tuple[int, ...], topics: list[int], n: int) -> dict[str, Any]:
    year, place = first + n // each, n % each + 1
    is_open = n % 10 == 0 or year == 2026
    return {
        "meeting": years[n // each],
        "code": f"R{year}-{place}",
        "number": place,
        "text": Label(f"{TEXT.en} {n}", f"{TEXT.fr} {n}", f"{TEXT.zh}{n}"),
        "short": Label(f"Contacts {n}", f"Contacts {n}", f"联络{n}"),
        "topic": topics[n % len(topics)],
        "due": date(year + 1, 3, 1),
        "state": OutcomeState.UNDER_WAY if is_open else OutcomeState.DONE,
        "state_on": date(year, 6, 12),
    }
