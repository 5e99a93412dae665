"""A meeting's worth of records of the follow-up, as papers print them: every state, kind and disclosure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.storage.workspace import Workspace

_K, _S, _D = OutcomeKind, OutcomeState, Disclosure

OUTCOMES: tuple[tuple[int | None, OutcomeKind, OutcomeState, Disclosure, date | None, Label], ...] = (
    (
        0, _K.AGREED, _S.UNDER_WAY, _D.PUBLIC, date(2027, 10, 1),
        Label(
            "The two sides will hold counter-terrorism consultations twice a year and exchange assessments.",
            "Les deux parties tiendront des consultations antiterroristes deux fois par année et échangeront "
            "leurs évaluations.",
            "双方每年举行两次反恐磋商并交换评估。",
        ),
    ),
    (
        1, _K.AGREED, _S.AGREED, _D.WITH_CONSENT, date(2028, 3, 1),
        Label(
            "Contact points for combating cybercrime will be reachable around the clock.",
            "Des points de contact pour la lutte contre la cybercriminalité seront joignables en tout temps.",
            "打击网络犯罪联络点全天候可联系。",
        ),
    ),
    (
        1, _K.NOTED, _S.AGREED, _D.PUBLIC, None,
        Label(
            "Canada informed China of its strategy for cyber security.",
            "Le Canada a présenté à la Chine sa stratégie de cybersécurité.",
            "加方向中方通报了其网络安全战略。",
        ),
    ),
    (
        2, _K.FURTHER_STUDY, _S.STUCK, _D.WITH_CONSENT, None,
        Label(
            "Joint investigations of synthetic drugs will be studied further.",
            "Les enquêtes conjointes sur les drogues de synthèse seront étudiées plus avant.",
            "进一步研究对合成毒品开展联合侦查。",
        ),
    ),
    (
        4, _K.AGREED, _S.DONE, _D.PUBLIC, date(2027, 9, 1),
        Label(
            "A list of consular duty officers was exchanged.",
            "Une liste des agents consulaires de permanence a été échangée.",
            "交换了领事值班官员名单。",
        ),
    ),
    (
        None, _K.AGREED, _S.NO_NEWS, _D.WITHHELD, date(2027, 11, 1),
        Label("A withheld matter.", "Une question réservée.", "保密事项。"),
    ),
)  # fmt: skip
NOTES = (
    (0, "CA", True, Label("A first round was held.", "Un premier tour a eu lieu.", "首轮已举行。")),
    (0, "CA", False, Label("An internal reflection.", "Une réflexion interne.", "内部考虑。")),
    (4, "CN", True, Label("The lists are complete.", "Les listes sont complètes.", "名单已齐备。")),
)  # fmt: skip
INSTRUMENTS: tuple[tuple[int, InstrumentKind, Label], ...] = (
    (0, InstrumentKind.TREATY, Label("Extradition Treaty", "Traité d’extradition", "引渡条约")),
    (
        1,
        InstrumentKind.OTHER,
        Label("Arrangement on Cybercrime", "Entente sur la cybercriminalité", "打击网络犯罪安排"),
    ),
    (
        2,
        InstrumentKind.AGREEMENT,
        Label(
            "Agreement on the Sharing and Return of Forfeited Assets",
            "Accord sur le partage et la restitution de biens confisqués",
            "关于分享和返还被追缴资产的协定",
        ),
    ),
    (
        3,
        InstrumentKind.MEMORANDUM,
        Label(
            "Memorandum of Understanding Concerning Cooperation in Combating Crime",
            "Protocole d’entente sur la coopération en matière de lutte contre la criminalité",
            "关于打击犯罪合作的谅解备忘录",
        ),
    ),
    (
        4,
        InstrumentKind.PILOT,
        Label("MOU on the Pilot Project", "Protocole d’entente sur le projet pilote", "试点项目谅解备忘录"),
    ),
)


@dataclass(frozen=True, slots=True)
class Records:
    """The ids of the rows, in the order above."""

    outcomes: tuple[int, ...]
    topics: tuple[int, ...]
    dialogues: tuple[int, ...]
    objectives: tuple[int, ...]
    instruments: tuple[int, ...]
    requests: tuple[int, ...]
    """One with a joint answer, one that each side has answered for itself, one that waits for China."""
    leads: tuple[int, int]
    """Who leads for Canada, and for China."""


def fill_records(workspace: Workspace, meeting: int, people: list[int]) -> Records:
    """Put the records of a meeting into a dialogue from the template; its people lead them.

    Canada leads every outcome, China those that two dialogues carry out; the first outcome was corrected.
    """
    tables = workspace.tables
    provision: Any = tables.Provision

    def of_kind(kind: ProvisionKind) -> tuple[int, ...]:
        rows = provision.select().where(provision.kind == kind).order_by(provision.number)
        return tuple(row.id for row in rows)

    topics, dialogues = of_kind(ProvisionKind.TOPIC), of_kind(ProvisionKind.EXISTING_DIALOGUE)
    objectives = of_kind(ProvisionKind.OBJECTIVE)
    sides = {side.code: side.id for side in tables.Side.select()}
    side_of = {row.id: row.side_id for row in tables.Person.select()}
    canadian = next(key for key in people if side_of[key] == sides["CA"])
    chinese = next(key for key in people if side_of[key] == sides["CN"])
    reference = tables.Meeting.get_by_id(meeting).reference
    with workspace.change(message("Fill the records")) as change:
        outcomes = tuple(
            change.insert(
                tables.Outcome,
                [
                    {
                        "meeting": meeting,
                        "code": f"{reference}-{number}",
                        "number": number,
                        "kind": kind,
                        "text": text,
                        "topic": None if topic is None else topics[topic],
                        "due": due,
                        "state": state,
                        "state_on": date(2027, 9, 15) if state is not _S.AGREED else None,
                        "disclosure": disclosure,
                        "note": "Hush outcome",
                    }
                    for number, (topic, kind, state, disclosure, due, text) in enumerate(OUTCOMES, start=1)
                ],
            )
        )
        change.update(
            tables.Meeting, {meeting: {"last_outcome": len(outcomes), "record_closed": date(2027, 6, 20)}}
        )
        carried = [(0, 3), (0, 0), (1, 4), (4, 2), (5, 1)]
        change.insert(
            tables.OutcomeCarrier,
            [
                {"outcome": outcomes[at], "dialogue": dialogues[by], "last_asked": date(2027, 9, 1)}
                for at, by in carried
            ],
        )
        led = [(at, sides["CA"], canadian) for at in range(len(outcomes))]
        led += [(0, sides["CN"], chinese), (1, sides["CN"], chinese)]
        change.insert(
            tables.OutcomeSide,
            [{"outcome": outcomes[at], "side": side, "lead": lead} for at, side, lead in led],
        )
        change.insert(
            tables.OutcomeLink,
            [
                {"outcome": outcomes[1], "kind": LinkKind.CONTINUES, "earlier": outcomes[0]},
                {"outcome": outcomes[1], "kind": LinkKind.REPLACES, "earlier": outcomes[5]},
            ],
        )
        change.insert(
            tables.OutcomeCorrection,
            [
                {
                    "outcome": outcomes[0],
                    "made_on": date(2027, 7, 2),
                    "field": "text",
                    "before": Label("once a year", "une fois par année", "每年一次"),
                    "after": Label("twice a year", "deux fois par année", "每年两次"),
                    "reason": Label("A slip of the pen.", "Une erreur de plume.", "笔误。"),
                    "document": "Hush correction",
                }
            ],
        )
        change.insert(
            tables.ProgressNote,
            [
                {
                    "outcome": outcomes[at],
                    "day": date(2027, 9, 20),
                    "side": sides[side],
                    "text": text,
                    "source": "Hush source",
                    "is_shared": is_shared,
                }
                for at, side, is_shared, text in NOTES
            ],
        )
        change.insert(
            tables.Holder,
            [
                {"provision": led, "side": sides[side], "person": person, "since": date(2026, 1, 1)}
                for led in (dialogues[0], dialogues[3], objectives[0], objectives[3])
                for side, person in (("CA", canadian), ("CN", chinese))
            ],
        )
        instruments = _add_instruments(change, tables, objectives, sides)
        requests = _ask(change, tables, dialogues, sides, (canadian, chinese))
    return Records(outcomes, topics, dialogues, objectives, instruments, requests, (canadian, chinese))


def _add_instruments(
    change: Any, tables: Any, objectives: tuple[int, ...], sides: dict[str, int]
) -> tuple[int, ...]:
    values: list[dict[str, object]] = [
        {
            "objective": objectives[at],
            "kind": kind,
            "title": title,
            "note": "Hush instrument",
            "in_force": None,
            "months": None,
            "extension": "",
            "notice_months": None,
        }
        for at, kind, title in INSTRUMENTS
    ]
    values[3] |= {
        "in_force": date(2027, 1, 1),
        "months": 12,
        "extension": Extension.BY_NOTES,
        "notice_months": 3,
    }
    instruments = tuple(change.insert(tables.Instrument, values))
    step = InstrumentStep
    steps: tuple[tuple[int, InstrumentStep, str, date | None, date | None], ...] = (
        (0, step.DISCUSSIONS, "", None, date(2027, 2, 1)),
        (0, step.POLICY_APPROVED, "CA", None, date(2027, 3, 1)),
        (0, step.TEXT_AGREED, "", date(2028, 5, 1), None),
        (1, step.DISCUSSIONS, "", date(2027, 9, 1), None),
        (2, step.TEXT_AGREED, "", None, date(2026, 5, 1)),
        (2, step.SIGNED, "", None, date(2026, 9, 22)),
        (2, step.TABLED, "CA", date(2028, 2, 1), None),
        (2, step.APPROVED, "CN", None, date(2027, 4, 1)),
        (3, step.SIGNED, "", None, date(2026, 12, 1)),
        (3, step.TAKES_EFFECT, "", None, date(2027, 1, 1)),
        (4, step.TEXT_AGREED, "", None, date(2027, 5, 5)),
        (4, step.SIGNED, "", date(2027, 12, 20), None),
    )
    change.insert(
        tables.InstrumentStep,
        [
            {
                "instrument": instruments[at],
                "step": each,
                "side": sides.get(side),
                "planned": planned,
                "done_on": done,
                "document": "Hush step",
            }
            for at, each, side, planned, done in steps
        ],
    )
    change.insert(
        tables.InstrumentSide,
        [
            {"instrument": instruments[3], "side": sides["CA"], "binding": Binding.NOT_BINDING},
            {"instrument": instruments[3], "side": sides["CN"], "binding": Binding.BINDING},
        ],
    )
    return instruments


def _ask(
    change: Any, tables: Any, dialogues: tuple[int, ...], sides: dict[str, int], people: tuple[int, int]
) -> tuple[int, ...]:
    asked: list[dict[str, object]] = [
        {
            "dialogue": dialogues[0],
            "question": Label(
                "May evidence be shared before a request is formal?",
                "Peut-on partager des preuves avant une demande officielle?",
                "在提出正式请求之前可否分享证据？",
            ),
            "background": Label("Three cases wait.", "Trois affaires sont en attente.", "有三起案件待处理。"),
            "asked_on": date(2027, 2, 1),
            "asked_by": people[0],
            "answer": Label(
                "Yes, through the contact points.", "Oui, par les points de contact.", "可以，通过联络点。"
            ),
            "answered_on": date(2027, 6, 12),
            "reference": "Hush reference",
            "note": "Hush guidance",
        },
        {
            "dialogue": dialogues[3],
            "question": Label("Who convenes the group?", "Qui convoque le groupe?", "由谁召集工作组？"),
            "background": Label(),
            "asked_on": date(2027, 3, 1),
            "asked_by": None,
            "answer": Label(),
            "answered_on": None,
            "reference": "",
            "note": "",
        },
        {
            "dialogue": dialogues[4],
            "question": Label("Is the old list in force?", "L’ancienne liste vaut-elle?", "原名单是否有效？"),
            "background": Label(),
            "asked_on": date(2027, 4, 1),
            "asked_by": people[1],
            "answer": Label(),
            "answered_on": None,
            "reference": "",
            "note": "",
        },
    ]
    requests = tuple(change.insert(tables.Guidance, asked))
    change.insert(
        tables.GuidanceAnswer,
        [
            {
                "guidance": requests[at],
                "side": sides[side],
                "text": text,
                "given": date(2027, 5, day),
                "document": "Hush answer",
            }
            for at, side, day, text in (
                (1, "CA", 1, Label("By turns.", "À tour de rôle.", "轮流召集。")),
                (1, "CN", 9, Label("As Canada proposes.", "Comme le Canada le propose.", "同意加方建议。")),
                (2, "CA", 2, Label("In part.", "En partie.", "部分有效。")),
            )
        ],
    )
    return requests


def fill_many(workspace: Workspace, meeting: int, people: list[int], count: int) -> None:
    """Put that many different outcomes into a dialogue, each with a carrier, two leads and a shared note."""
    tables = workspace.tables
    provision: Any = tables.Provision
    sides = list(tables.Side.select().order_by(tables.Side.number))
    side_of = {row.id: row.side_id for row in tables.Person.select()}
    leads = {side.id: [key for key in people if side_of[key] == side.id] for side in sides}

    def of_kind(kind: ProvisionKind) -> list[int]:
        return [row.id for row in provision.select().where(provision.kind == kind).order_by(provision.number)]

    topics, dialogues = of_kind(ProvisionKind.TOPIC), of_kind(ProvisionKind.EXISTING_DIALOGUE)
    states = list(OutcomeState)
    with workspace.change(message("Fill many outcomes")) as change:
        ids = change.insert(
            tables.Outcome,
            [
                {
                    "meeting": meeting,
                    "code": f"2027-{number}",
                    "number": number,
                    "text": Label(
                        f"The two sides will exchange list {number} of contact points every year.",
                        f"Les deux parties échangeront chaque année la liste {number} de points de contact.",
                        f"双方每年交换第{number}份联络点名单。",
                    ),
                    "topic": topics[number % len(topics)],
                    "due": date(2027, 1 + number % 12, 1 + number % 28),
                    "state": states[number % len(states)],
                    "state_on": date(2027, 9, 1 + number % 28),
                    "disclosure": Disclosure.PUBLIC,
                }
                for number in range(1, count + 1)
            ],
        )
        change.insert(
            tables.OutcomeCarrier,
            [
                {"outcome": key, "dialogue": dialogues[key % len(dialogues)], "last_heard": date(2027, 9, 1)}
                for key in ids
            ],
        )
        change.insert(
            tables.OutcomeSide,
            [
                {"outcome": key, "side": side.id, "lead": leads[side.id][key % len(leads[side.id])]}
                for key in ids
                for side in sides
            ],
        )
        change.insert(
            tables.ProgressNote,
            [
                {
                    "outcome": key,
                    "day": date(2027, 9, 20),
                    "side": sides[key % 2].id,
                    "text": Label(
                        f"List {key} is ready.", f"La liste {key} est prête.", f"第{key}份名单已备妥。"
                    ),
                    "is_shared": True,
                }
                for key in ids
            ],
        )
