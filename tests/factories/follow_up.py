"""Records of the follow-up, one row in each of its tables, as a meeting leaves them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.instruments import Binding, InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import LinkKind
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
