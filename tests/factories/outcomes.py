"""Many outcomes over many years, as a dialogue of two decades has them."""

from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.storage.workspace import Workspace

TEXTS = (
    Label(
        "The two sides will exchange lists of contact points for requests for electronic evidence.",
        "Les deux parties échangeront des listes de points de contact pour les preuves électroniques.",
        "双方将交换电子证据请求联络点名单。",
    ),
    Label(
        "A joint assessment of the precursors of synthetic drugs will be prepared.",
        "Une évaluation conjointe des précurseurs de drogues synthétiques sera préparée.",
        "将编写关于合成毒品前体的联合评估。",
    ),
    Label("The consular agreement will be reviewed.", "L’accord consulaire sera révisé.", ""),
)
STATES = tuple(OutcomeState)


def fill_outcomes(workspace: Workspace, count: int, *, years: int = 20) -> tuple[int, ...]:
    """Record outcomes of so many yearly meetings from 1991 on, with carriers, leads, notes and links."""
    tables = workspace.tables
    dialogues, topics = _of(tables, ProvisionKind.EXISTING_DIALOGUE), _of(tables, ProvisionKind.TOPIC)
    host = tables.Side.select().order_by(tables.Side.number).first()
    with workspace.change(message("Fill the follow-up")) as change:
        people = change.insert(
            tables.Person, [{"side": host.id, "family": f"Lead{each}", "given": "A"} for each in range(12)]
        )
        meetings = change.insert(
            tables.Meeting,
            [
                {
                    "reference": str(year),
                    "year": year,
                    "host": host.id,
                    "starts": date(year, 6, 1),
                    "time_zone": "America/Toronto",
                    "status": MeetingStatus.HELD,
                    "last_outcome": count,
                }
                for year in range(1991, 1991 + years)
            ],
        )
        rows: list[dict[str, Any]] = []
        for at in range(count):
            year, number = divmod(at, -(-count // years))
            rows.append(
                {
                    "meeting": meetings[year],
                    "code": f"{1991 + year}-{number + 1}",
                    "number": number + 1,
                    "text": TEXTS[at % 3],
                    "topic": topics[at % len(topics)],
                    "due": date(1992 + year, 1 + at % 12, 1),
                    "state": STATES[at % len(STATES)],
                    "state_on": date(1991 + year, 7, 1),
                }
            )
        outcomes = change.insert(tables.Outcome, rows)
        pairs = list(enumerate(outcomes))
        change.insert(
            tables.OutcomeCarrier,
            [{"outcome": key, "dialogue": dialogues[at % len(dialogues)]} for at, key in pairs],
        )
        change.insert(
            tables.OutcomeSide,
            [{"outcome": key, "side": host.id, "lead": people[at % 12]} for at, key in pairs if at % 4],
        )
        change.insert(
            tables.ProgressNote,
            [
                {"outcome": key, "day": date(2011, 1, 1), "text": TEXTS[(at + 1) % 3]}
                for at, key in pairs
                if at % 5 == 0
            ],
        )
    return tuple(outcomes)


def _of(tables: Any, kind: ProvisionKind) -> list[int]:
    provision = tables.Provision
    return [row.id for row in provision.select().where(provision.kind == kind).order_by(provision.number)]
