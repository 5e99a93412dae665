"""All the follow-up as records of plain values, one a row of its sheets: what leaves and what is compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from alternat.language.called import shown_name, spellings
from alternat.language.label import Label, Language
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import Disclosure, LinkKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.disclosure import Audience, may_show
from alternat.planning.follow_up_sheets import (
    CORRECTIONS,
    GUIDANCES,
    INSTRUMENTS,
    NOTES,
    OUTCOMES,
    RECORDS,
    STEPS,
    Column,
    Form,
    Sheet,
    Target,
    follow_up_sheets,
)

Cells = Mapping[str, Any]
"""The values of a row by the names of its columns: texts, days, numbers, codes, and tuples of them.

What a cell refers to stands there by its code, a person and an instrument by their ids.
"""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a sheet."""

    key: int
    """The id of its row in the table of the sheet."""
    cells: Cells


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whom a cell can name."""

    id: int
    side: str
    name: Label
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting that can have agreed outcomes."""

    id: int
    reference: str
    year: int
    starts: date | None
    record_closed: date | None
    last_outcome: int


@dataclass(frozen=True, slots=True)
class KnownSession:
    """A session from which an outcome can come."""

    id: int
    uid: str
    meeting: str
    title: Label


@dataclass(frozen=True, slots=True)
class Known:
    """All that cells can refer to, besides the records themselves."""

    provisions: Mapping[ProvisionKind, Mapping[str, Label]]
    """What texts of the terms of reference are called, by their codes."""
    sides: Mapping[str, Label]
    """The countries by the codes of the sides, in their order."""
    meetings: Mapping[str, KnownMeeting]
    sessions: Mapping[str, KnownSession]
    """By their calendar keys."""
    people: Mapping[int, KnownPerson]

    def named(self, target: Target, code: str) -> Label:
        """Return what the text with a code is called; an empty label where there is none."""
        for kind in KINDS_OF.get(target, ()):
            if code in self.provisions[kind]:
                return self.provisions[kind][code]
        return Label()


KINDS_OF: Mapping[Target, tuple[ProvisionKind, ...]] = MappingProxyType(
    {
        Target.TOPIC: (ProvisionKind.TOPIC,),
        Target.DIALOGUE: (ProvisionKind.EXISTING_DIALOGUE,),
        Target.OBJECTIVE: (ProvisionKind.OBJECTIVE,),
        Target.LED: (ProvisionKind.EXISTING_DIALOGUE, ProvisionKind.OBJECTIVE),
    }
)
"""Which texts of the terms of reference a cell can refer to."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The records of all sheets, and what they refer to."""

    sheets: tuple[Sheet, ...]
    records: Mapping[str, tuple[Record, ...]]
    """By the id of the sheet, in the order in which they are shown."""
    known: Known

    def of(self, sheet: str) -> tuple[Record, ...]:
        """Return the records of a sheet."""
        return self.records.get(sheet, ())

    @property
    def people(self) -> frozenset[int]:
        """Return the ids of all who are named."""
        return frozenset(
            record.cells[column.id]
            for sheet in self.sheets
            for column in sheet.columns
            if column.to is Target.PERSON
            for record in self.of(sheet.id)
            if record.cells.get(column.id) is not None
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the follow-up an audience is shown, and how much of it stays at home."""

    follow_up: FollowUp
    audience: Audience
    left_out: Mapping[str, int]
    """How many records of each sheet are left out; of sheets of which any are."""
    hidden: "Hidden"
    all_sheets: tuple[Sheet, ...]
    """Those that the audience is not shown too."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is withheld from an audience, so that nothing that is shown refers to it."""

    outcomes: frozenset[str] = frozenset()
    """By their codes."""
    instruments: frozenset[int] = frozenset()
    """By their numbers."""

    def of(self, target: Target | None) -> frozenset[Any]:
        """Return what is hidden of that to which a cell refers."""
        if target is Target.OUTCOME:
            return self.outcomes
        return self.instruments if target is Target.INSTRUMENT else frozenset()


def read_follow_up(tables: Tables) -> FollowUp:
    """Return all the follow-up, in a query or two for each of its tables."""
    known = read_known(tables)
    sheets = follow_up_sheets(list(known.sides))
    reader = _Reader(tables)
    return FollowUp(sheets, {sheet.id: tuple(reader.records(sheet)) for sheet in sheets}, known)


def read_known(tables: Tables) -> Known:
    """Return all that cells can refer to."""
    provisions: dict[ProvisionKind, dict[str, Label]] = {kind: {} for kind in ProvisionKind}
    for row in tables.Provision.select().order_by(tables.Provision.number, tables.Provision.id):
        provisions[row.kind][row.code] = row.short or row.text
    sides = list(tables.Side.select().order_by(tables.Side.number))
    codes = {side.id: side.code for side in sides}
    meetings = {
        row.id: KnownMeeting(row.id, row.reference, row.year, row.starts, row.record_closed, row.last_outcome)
        for row in tables.Meeting.select().order_by(tables.Meeting.year, tables.Meeting.id)
    }
    session: Any = tables.Session
    sessions = (
        KnownSession(row.id, row.uid, meetings[row.meeting_id].reference, row.title)
        for row in session.select(session.id, session.uid, session.meeting, session.title)
    )
    people = (
        KnownPerson(row.id, codes[row.side_id], shown_name(row), spellings(row))
        for row in tables.Person.select()
    )
    return Known(
        provisions,
        {side.code: side.country for side in sides},
        {each.reference: each for each in meetings.values()},
        {each.uid: each for each in sessions},
        {each.id: each for each in people},
    )


def shown_to(follow_up: FollowUp, audience: Audience) -> Shown:
    """Return what an audience is shown: nothing that is withheld, and nothing that refers to it.

    Progress notes that are not shared stay at this desk; notes and requests for guidance are for the two
    sides, and so are the days on which somebody was asked or heard.
    """
    hidden = hidden_from(follow_up, audience)
    sheets = tuple(_for(sheet, audience) for sheet in follow_up.sheets)
    records: dict[str, tuple[Record, ...]] = {}
    left_out: dict[str, int] = {}
    for sheet in sheets:
        of_all = follow_up.of(sheet.id)
        kept = [each for each in of_all if is_shown(sheet, each.cells, audience, hidden)]
        if len(kept) < len(of_all):
            left_out[sheet.id] = len(of_all) - len(kept)
        records[sheet.id] = tuple(replace(each, cells=masked(sheet, each.cells, hidden)) for each in kept)
    shown = tuple(sheet for sheet in sheets if sheet.is_public or audience is not Audience.PUBLIC)
    seen = FollowUp(shown, records, follow_up.known)
    return Shown(seen, audience, left_out, hidden, follow_up.sheets)


def hidden_from(follow_up: FollowUp, audience: Audience) -> Hidden:
    """Return which outcomes and instruments an audience is not shown."""
    return Hidden(
        frozenset(
            each.cells["code"] for each in follow_up.of(OUTCOMES) if not _may_show(each.cells, audience)
        ),
        frozenset(each.key for each in follow_up.of(INSTRUMENTS) if not _may_show(each.cells, audience)),
    )


def is_shown(sheet: Sheet, cells: Cells, audience: Audience, hidden: Hidden) -> bool:
    """Return whether a record is one that an audience is shown."""
    if audience is Audience.PUBLIC and not sheet.is_public:
        return False
    if sheet.id == NOTES and audience is not Audience.DESK and not cells["is_shared"]:
        return False
    if sheet.id == INSTRUMENTS:
        return cells["number"] not in hidden.instruments
    if sheet.id == STEPS:
        return cells["instrument"] not in hidden.instruments
    code = {OUTCOMES: "code", NOTES: "outcome", CORRECTIONS: "outcome"}.get(sheet.id)
    return code is None or cells[code] not in hidden.outcomes


def masked(sheet: Sheet, cells: Cells, hidden: Hidden) -> Cells:
    """Return values without those that refer to what is hidden."""
    found = dict(cells)
    for column in sheet.columns:
        unseen = hidden.of(column.to)
        if not unseen or column.id not in found:
            continue
        if column.form is Form.REFERENCES:
            found[column.id] = tuple(each for each in found[column.id] if each not in unseen)
        elif found[column.id] in unseen:
            found[column.id] = empty(column)
    return found


def empty(column: Column) -> Any:
    """Return the value of a column that says nothing."""
    if column.form in {Form.DAY, Form.WHOLE} or column.to in {Target.PERSON, Target.INSTRUMENT}:
        return None
    if column.form in {Form.WORDS, Form.REFERENCES, Form.DAYS}:
        return ()
    return False if column.form is Form.FLAG else ""


_NOT_FOR_ALL = frozenset(
    {"last_asked", "last_heard", "disclosure", "consent_asked", "consent_given", "session", "last_outcome"}
)
"""Columns that are a matter of the two sides."""


def _for(sheet: Sheet, audience: Audience) -> Sheet:
    if audience is not Audience.PUBLIC:
        return sheet
    return replace(sheet, columns=tuple(each for each in sheet.columns if each.id not in _NOT_FOR_ALL))


@dataclass(frozen=True, slots=True)
class _Disclosed:
    disclosure: Disclosure
    consent_given: date | None


def _may_show(cells: Cells, audience: Audience) -> bool:
    return may_show(_Disclosed(Disclosure(cells["disclosure"]), cells["consent_given"]), audience)


class _Reader:
    """Reads records out of the tables; what hangs on outcomes and others is read once for all of them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        order = tables.Provision.number
        provisions = list(tables.Provision.select().order_by(tables.Provision.kind, order))
        self._codes: Mapping[Target, Mapping[int | None, Any]] = {
            Target.TOPIC: (by_id := {row.id: row.code for row in provisions}),
            Target.DIALOGUE: by_id,
            Target.OBJECTIVE: by_id,
            Target.LED: by_id,
            Target.OUTCOME: _column(tables.Outcome, "code"),
            Target.MEETING: _column(tables.Meeting, "reference"),
            Target.SIDE: _column(tables.Side, "code"),
            Target.SESSION: _column(tables.Session, "uid"),
        }
        self._titles: Mapping[int | None, Label] = _column(tables.Session, "title")
        self._sides: Mapping[int | None, str] = self._codes[Target.SIDE]
        self._more = {
            OUTCOMES: self._of_outcomes,
            GUIDANCES: self._of_guidance,
            INSTRUMENTS: self._of_instruments,
        }

    def records(self, sheet: Sheet) -> Iterator[Record]:
        """Yield the records of a sheet in their order."""
        more = self._more[sheet.id]() if sheet.id in self._more else {}
        nothing = {each.id: empty(each) for each in sheet.columns}
        for row in self._rows(sheet):
            own = {each.id: self._value(each, row) for each in sheet.columns if each.stored}
            if sheet.key == "number":
                own["number"] = row.id
            yield Record(row.id, {**nothing, **own, **more.get(row.id, {})})

    def _rows(self, sheet: Sheet) -> Sequence[Any]:
        model: Any = self._tables.named(sheet.table)
        if sheet.kind is not None:
            return list(model.select().where(model.kind == sheet.kind).order_by(model.number, model.id))
        order = {
            OUTCOMES: ("meeting", "number"),
            NOTES: ("day",),
            CORRECTIONS: ("made_on",),
            GUIDANCES: ("asked_on",),
            STEPS: ("instrument",),
            RECORDS: ("year",),
        }
        names = order.get(sheet.id, ())
        return list(model.select().order_by(*(getattr(model, name) for name in names), model.id))

    def _value(self, column: Column, row: Any) -> Any:
        if column.to is not None:
            key = getattr(row, f"{column.stored}_id")
            if column.to in {Target.PERSON, Target.INSTRUMENT}:
                return key
            return self._codes[column.to].get(key, "")
        value = getattr(row, column.stored)
        if isinstance(value, Label):
            assert column.language is not None
            return value.text(column.language)
        if column.form is Form.WORD:
            return str(value)
        return bool(value) if column.form is Form.FLAG else value

    def _of_outcomes(self) -> Mapping[int, dict[str, Any]]:
        tables, codes = self._tables, self._codes
        lists: dict[tuple[int, str], list[Any]] = defaultdict(list)
        for carrier in tables.OutcomeCarrier.select():
            code = codes[Target.DIALOGUE][carrier.dialogue_id]
            lists[carrier.outcome_id, "carriers"].append(code)
            for name in ("last_asked", "last_heard"):
                if (day := getattr(carrier, name)) is not None:
                    lists[carrier.outcome_id, name].append((code, day))
        for link in tables.OutcomeLink.select():
            lists[link.outcome_id, LinkKind(link.kind).value].append(codes[Target.OUTCOME][link.earlier_id])
        for served in tables.OutcomeObjective.select():
            code = codes[Target.OBJECTIVE][served.objective_id]
            lists[served.outcome_id, "objectives"].append(code)
        found: dict[int, dict[str, Any]] = defaultdict(dict)
        for (key, name), values in lists.items():
            found[key][name] = tuple(sorted(values))
        for lead in tables.OutcomeSide.select():
            found[lead.outcome_id][f"lead.{self._sides[lead.side_id]}"] = lead.lead_id
        outcome: Any = tables.Outcome
        for key, session in tuples(outcome.select(outcome.id, outcome.session)):
            if session is not None:
                found[key]["session_title"] = self._titles.get(session, Label())
        return found

    def _of_guidance(self) -> Mapping[int, dict[str, Any]]:
        found: dict[int, dict[str, Any]] = defaultdict(dict)
        for row in self._tables.GuidanceAnswer.select():
            side = self._sides[row.side_id]
            texts = {f"answer_of.{side}.{each}": row.text.text(each) for each in Language}
            found[row.guidance_id] |= texts | {f"answered_by.{side}": row.given}
        return found

    def _of_instruments(self) -> Mapping[int, dict[str, Any]]:
        found: dict[int, dict[str, Any]] = defaultdict(dict)
        for row in self._tables.InstrumentSide.select():
            found[row.instrument_id][f"binding.{self._sides[row.side_id]}"] = str(row.binding)
        return found


def _column(model: Any, name: str) -> Mapping[int | None, Any]:
    return dict(tuples(model.select(model.id, getattr(model, name))))


def outcome_title(record: Record) -> Label:
    """Return what an outcome is called in a list."""
    return label_of(record.cells, "short") or label_of(record.cells, "text")


def label_of(cells: Cells, name: str) -> Label:
    """Return the text in three languages that stands in three columns."""
    return Label(*(str(cells.get(f"{name}.{each}") or "") for each in Language))


def titles(records: Iterable[Record], name: str) -> Mapping[int, Label]:
    """Return what records are called, by their keys."""
    return {each.key: label_of(each.cells, name) for each in records}
