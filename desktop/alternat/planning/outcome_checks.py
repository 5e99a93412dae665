"""What is wrong or worth knowing about outcomes, looked at again one by one where they change."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.all import below
from alternat.nouns.delegations import ParticipationStatus
from alternat.nouns.outcomes import LinkKind, OutcomeKind, OutcomeState
from alternat.planning.existing import holders, lead_on
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.hosting import PLANNED
from alternat.planning.instrument_terms import months_later
from alternat.planning.session_changes import TouchedRow

SILENT_MONTHS = 6
"""An open outcome of which nothing was heard for so long is told."""
OUTCOME_TABLES = frozenset({"outcome", "progress_note"}) | below("outcome")
"""The table of outcomes and those whose rows hang on one."""
_OWNERS = frozenset({"outcome", "earlier"})
"""The references by which a row hangs on an outcome, the earlier one of a link too."""
_MOST_ASKED = 400
"""So many outcomes are asked for by their ids; for more it is quicker to read all."""
_AWAY = frozenset({ParticipationStatus.DECLINED, ParticipationStatus.REPLACED, ParticipationStatus.WITHDRAWN})
_LACKS = {
    Language.EN: mark("The outcome {code}, “{name}”, has no English text."),
    Language.FR: mark("The outcome {code}, “{name}”, has no French text."),
    Language.ZH: mark("The outcome {code}, “{name}”, has no Chinese text."),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is checked of an outcome, as its rows have it."""

    id: int
    meeting: int
    code: str
    number: int
    kind: OutcomeKind
    text: Label
    name: Label
    due: date | None
    state: OutcomeState
    state_reason: Label
    carriers: tuple[int, ...]
    """The ids of the existing dialogues."""
    leads: tuple[tuple[int, int], ...]
    """The ids of the side and of the person."""
    heard: date | None
    replaced_by: tuple[str, ...]
    """The codes of the later outcomes that replace it."""

    @property
    def is_open(self) -> bool:
        """Return whether something is still to be done."""
        return self.state.is_open and self.kind is not OutcomeKind.NOTED


@dataclass(frozen=True, slots=True)
class _Ground:
    """What outcomes are checked against."""

    is_next: bool
    """Whether the meeting is the next one that is planned, for which all open outcomes are looked at."""
    years: Mapping[int, tuple[int, int]]
    """For each meeting, by what it is ordered: the newest first."""
    began: Mapping[int, date | None]
    """The last day of each meeting, else the first."""
    sides: Mapping[int, tuple[str, Label]]
    """The code and the country of each side, in their order."""
    left: Mapping[int, tuple[Label, Label]]
    """Those who no longer take part: what they are called, and who stands in their place."""
    holding: Mapping[tuple[int, int], tuple[int, Label]]
    """Who leads an existing dialogue for a side today, by both: the person, and what that one is called."""


class OutcomeCheck:
    """Holds what is found of each outcome, until its rows or those around it change.

    After `follow` it holds what a new one would. A change of one outcome, or of what hangs on it, reads its
    rows and no others.
    """

    def __init__(self, tables: Tables, meeting: int, today: date) -> None:
        self._tables, self._meeting, self._today = tables, meeting, today
        self._facts: dict[int, Facts] = {}
        self._found: dict[int, tuple[Finding, ...]] = {}

    def read(self) -> None:
        """Read all outcomes anew and check them; the ground was read before."""
        self._facts = self._read_facts(None)
        self._check_all()

    def read_ground(self) -> None:
        """Read what outcomes are checked against; whoever notes which tables that is calls it."""
        self._ground = _read_ground(self._tables, self._meeting, self._today)

    def follow(self, rows: Iterable[TouchedRow], *, is_ground: bool) -> None:
        """Take in a change of rows; `is_ground` says that what outcomes are checked against was read anew."""
        touched = _touched(self._tables, rows)
        if len(touched) > _MOST_ASKED:
            self._facts = self._read_facts(None)
        elif touched:
            fresh = self._read_facts(touched)
            for key in touched:
                self._facts.pop(key, None)
            self._facts |= fresh
        if is_ground or len(touched) > _MOST_ASKED:
            self._check_all()
            return
        for key in touched:
            self._keep(key)

    def findings(self) -> Iterator[Finding]:
        """Give the findings: those of the newest meeting first, and of each in the order of its outcomes."""
        order = [
            ((self._ground.years[self._facts[key].meeting], self._facts[key].number), found)
            for key, found in self._found.items()
        ]
        order.sort(key=itemgetter(0))
        for _, found in order:
            yield from found

    def _check_all(self) -> None:
        self._found.clear()
        for key in self._facts:
            self._keep(key)

    def _keep(self, key: int) -> None:
        facts = self._facts.get(key)
        is_ours = facts is not None and (facts.meeting == self._meeting or self._ground.is_next)
        found = tuple(self._check(facts)) if facts is not None and is_ours else ()
        if found:
            self._found[key] = found
        else:
            self._found.pop(key, None)

    def _check(self, facts: Facts) -> Iterator[Finding]:
        is_own = facts.meeting == self._meeting
        if is_own or facts.is_open:
            yield from _check_text(facts)
        if not facts.is_open:
            return
        if facts.kind is OutcomeKind.AGREED:
            yield from _check_who(facts, self._ground)
            yield from _check_heard(facts, self._ground, self._today)
        yield from _check_leads(facts, self._ground)
        yield from _check_standing(facts, self._today)

    def _read_facts(self, ids: Collection[int] | None) -> dict[int, Facts]:
        tables = self._tables
        outcome, carrier, side = tables.Outcome, tables.OutcomeCarrier, tables.OutcomeSide
        note = tables.ProgressNote
        link: Any = tables.OutcomeLink
        dialogues, leads = _listed(ids, carrier, "dialogue"), _listed(ids, side, "side lead")
        heard = _listed(ids, carrier, "last_heard")
        news = _listed(ids, note, "day")
        later: Any = link.select(link.earlier, outcome.code).join(outcome, on=link.outcome == outcome.id)
        later = later.where(link.kind == LinkKind.REPLACES)
        names = ["id", "meeting", "code", "number", "kind", "text", "short", "due", "state", "state_reason"]
        rows = outcome.select(*(getattr(outcome, name) for name in names))
        if ids is not None:
            keys = list(ids)
            later, rows = later.where(link.earlier.in_(keys)), rows.where(outcome.id.in_(keys))
        replaced: dict[int, list[str]] = defaultdict(list)
        for key, code in tuples(later.order_by(link.id)):
            replaced[key].append(code)
        found = {}
        for key, meeting, code, number, kind, text, short, due, state, reason in tuples(rows):
            days = [day for (day,) in (*heard[key], *news[key]) if day is not None]
            found[key] = Facts(
                *(key, meeting, code, number, kind, text, short or text, due, state, reason),
                tuple(each for (each,) in dialogues[key]),
                tuple(leads[key]),
                max(days, default=None),
                tuple(replaced[key]),
            )
        return found


def _check_text(facts: Facts) -> Iterator[Finding]:
    for language in facts.text.missing(tuple(Language)):
        yield _finding(
            facts,
            "outcome-text-missing",
            Message(_LACKS[language], MappingProxyType({"code": facts.code, "name": facts.name})),
            Fix(message("Add the text"), f"text.{language}"),
        )


def _check_who(facts: Facts, ground: _Ground) -> Iterator[Finding]:
    """Yield what an outcome lacks that was agreed: an existing dialogue, and a lead of each side."""
    if not facts.carriers:
        yield _finding(
            facts,
            "outcome-carrier-missing",
            message(
                "No existing dialogue carries out the outcome {code}, “{name}”.",
                code=facts.code,
                name=facts.name,
            ),
            Fix(message("Choose who carries it out"), "carriers"),
        )
    led = {side for side, _ in facts.leads}
    for key, (_, country) in ground.sides.items():
        if key not in led:
            yield _finding(
                facts,
                "outcome-lead-missing",
                message(
                    "Nobody leads on the outcome {code}, “{name}”, for {country}.",
                    code=facts.code,
                    name=facts.name,
                    country=country,
                ),
                Fix(message("Choose the lead"), "leads"),
            )


def _check_leads(facts: Facts, ground: _Ground) -> Iterator[Finding]:
    """Yield who leads and takes part no longer, with whoever stands in the place of that one."""
    for side, person in facts.leads:
        if person not in ground.left:
            continue
        name, successor = ground.left[person]
        if not successor:
            successor = _holding(facts, ground, side, person)
        named = {"lead": name, "code": facts.code, "name": facts.name}
        if successor:
            yield _finding(
                facts,
                "outcome-lead-left",
                message(
                    "{lead} leads on the outcome {code}, “{name}”, and no longer takes part. {successor} "
                    "could take it over.",
                    successor=successor,
                    **named,
                ),
                Fix(message("Hand over to {successor}", successor=successor), "leads"),
            )
        else:
            yield _finding(
                facts,
                "outcome-lead-left",
                message(
                    "{lead} leads on the outcome {code}, “{name}”, and no longer takes part. Nobody is known "
                    "to stand in the place of that person.",
                    **named,
                ),
                Fix(message("Choose the lead"), "leads"),
            )


def _holding(facts: Facts, ground: _Ground, side: int, person: int) -> Label:
    """Return who else leads for that side an existing dialogue that carries it out; empty for nobody."""
    for dialogue in facts.carriers:
        key, name = ground.holding.get((dialogue, side), (person, Label()))
        if key != person:
            return name
    return Label()


def _check_heard(facts: Facts, ground: _Ground, today: date) -> Iterator[Finding]:
    since = facts.heard or ground.began[facts.meeting]
    if not facts.carriers or since is None or months_later(since, SILENT_MONTHS) > today:
        return
    named = {"code": facts.code, "name": facts.name, "day": since}
    if facts.heard is None:
        sentence = message(
            "Nothing has been heard of the outcome {code}, “{name}”, since the meeting.", **named
        )
    else:
        sentence = message("Nothing has been heard of the outcome {code}, “{name}”, since {day}.", **named)
    yield _finding(facts, "outcome-silent", sentence, Fix(message("Ask who carries it out"), "carriers"))


def _check_standing(facts: Facts, today: date) -> Iterator[Finding]:
    named = {"code": facts.code, "name": facts.name}
    if facts.due is not None and facts.due < today:
        yield _finding(
            facts,
            "outcome-overdue",
            message("The outcome {code}, “{name}”, was due on {day}.", day=facts.due, **named),
            Fix(message("Change the due date"), "due"),
        )
    if facts.replaced_by:
        yield _finding(
            facts,
            "outcome-replaced-open",
            message(
                "The outcome {code}, “{name}”, is still open, although {later} replaces it.",
                later=facts.replaced_by[-1],
                **named,
            ),
            Fix(message("Change the state"), "state"),
        )
    if facts.state is OutcomeState.STUCK:
        yield _finding(
            facts,
            "outcome-stuck",
            message("The outcome {code}, “{name}”, is stuck: {reason}", reason=facts.state_reason, **named),
            Fix(message("Change the state"), "state"),
            Severity.NOTES,
        )


def _finding(
    facts: Facts, code: str, sentence: Message, fix: Fix, severity: Severity = Severity.WARNS
) -> Finding:
    return Finding(code, severity, Subject(SubjectKind.OUTCOME, facts.id), sentence, fix)


def _touched(tables: Tables, rows: Iterable[TouchedRow]) -> set[int]:
    """Return the ids of the outcomes that rows are, were, or hang on; some may be gone.

    A new or a removed row tells itself what it hangs on; what was changed is looked up.
    """
    found: set[int] = set()
    parts: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.table == "outcome":
            found.add(row.key)
        elif row.table in OUTCOME_TABLES:
            owners = {key for name, key in row.owners if name in _OWNERS}
            found |= owners
            if not owners:
                parts[row.table].add(row.key)
    for name, keys in parts.items():
        table: Any = tables.named(name)
        columns = [table.outcome, *([table.earlier] if name == "outcome_link" else [])]
        for ends in tuples(table.select(*columns).where(table.id.in_(list(keys)))):
            found.update(key for key in ends if key is not None)
    return found


def _listed(ids: Collection[int] | None, model: Any, names: str) -> Mapping[int, list[tuple[Any, ...]]]:
    """Return columns of the rows that hang on outcomes, by outcome, in the order of the rows."""
    query = model.select(model.outcome, *(getattr(model, name) for name in names.split())).order_by(model.id)
    query = query.where(
        model.outcome.in_(list(ids)) if ids is not None else model.outcome.is_null(is_null=False)
    )
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for outcome, *values in tuples(query):
        found[outcome].append(tuple(values))
    return found


def _read_ground(tables: Tables, meeting: int, today: date) -> _Ground:
    rows = list(tables.Meeting.select())
    order = sorted(rows, key=_when, reverse=True)
    planned = sorted((row for row in rows if row.status in PLANNED and _last(row) >= today), key=_when)
    sides = tables.Side.select().order_by(tables.Side.number)
    countries = {side.id: (side.code, side.country) for side in sides}
    led = {key for (key,) in tuples(tables.Holder.select(tables.Holder.provision).distinct())}
    ids = {code: key for key, (code, _) in countries.items()}
    holding = {}
    for dialogue, leading in holders(tables, led).items():
        for code, side in ids.items():
            if (now := lead_on(leading, code, today)) is not None:
                holding[dialogue, side] = (now.person, now.name)
    return _Ground(
        bool(planned) and planned[0].id == meeting,
        {row.id: (place, row.id) for place, row in enumerate(order)},
        {row.id: row.ends or row.starts for row in rows},
        countries,
        _read_left(tables, {row.id: place for place, row in enumerate(order)}),
        holding,
    )


def _last(row: Any) -> date:
    """Return the last day of a meeting; the last of its year where it has no dates."""
    return row.ends or row.starts or date(row.year, 12, 31)


def _when(row: Any) -> tuple[int, date, int]:
    return row.year, row.starts or date.max, row.id


def _read_left(tables: Tables, places: Mapping[int, int]) -> Mapping[int, tuple[Label, Label]]:
    """Return those who did not come to the newest meeting that they are on the list of, with a successor.

    That is whoever stands for them there, or came into the place of somebody who was replaced.
    """
    part, person = tables.Participation, tables.Person
    columns = (part.meeting, part.person, part.status, part.stands_for, part.role, part.place, person.side)
    newest: dict[int, tuple[Any, ...]] = {}
    standing: dict[tuple[int, int], int] = {}
    coming: dict[tuple[Any, ...], int] = {}
    for row in tuples(part.select(*columns).join(person, on=part.person == person.id).order_by(part.id)):
        meeting, key, status, stands_for, role, place, side = row
        if key not in newest or places[meeting] < places[newest[key][0]]:
            newest[key] = row
        if status not in _AWAY:
            coming[meeting, side, role, place] = key
            if stands_for is not None:
                standing[meeting, stands_for] = key
    away: dict[int, int | None] = {}
    for key, (meeting, _, status, _, role, place, side) in newest.items():
        if status in _AWAY:
            # A replacement takes the place itself, and moves whoever had it down by one.
            above = coming.get((meeting, side, role, place - 1))
            is_replaced = status is ParticipationStatus.REPLACED
            away[key] = standing.get((meeting, key), above if is_replaced else None)
    named = person.select().where(person.id.in_([each for pair in away.items() for each in pair if each]))
    names = {row.id: shown_name(row) for row in named}
    return {
        key: (names[key], Label() if successor is None else names[successor])
        for key, successor in away.items()
    }
