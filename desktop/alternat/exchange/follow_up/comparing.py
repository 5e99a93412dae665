"""Which rows of the dialogue the rows of a workbook are, and what would become another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from alternat.actions.fields import tidy_text
from alternat.exchange.follow_up.reading import InstrumentNamed, Named
from alternat.language.label import Label
from alternat.language.messages import Message, message, series
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.follow_up_plans import (
    CellChange,
    Gone,
    Name,
    PersonQuestion,
    PlannedRecord,
    RowAction,
    SheetProblem,
)
from alternat.planning.follow_up_records import FollowUp, Record, Shown, empty, label_of
from alternat.planning.follow_up_sheets import (
    CORRECTIONS,
    INSTRUMENTS,
    OUTCOMES,
    RECORDS,
    Column,
    Form,
    Sheet,
    Target,
)
from alternat.planning.outcomes import STATES, state_words

_CALLED = ("short", "text", "question", "title", "city")
"""The texts by which rows without a code are called, the first that there is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row of the workbook states, and what is wrong with its cells."""

    row: int
    cells: Mapping[str, Any]
    problems: tuple[SheetProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of a sheet."""

    rows: tuple[PlannedRecord, ...]
    problems: tuple[SheetProblem, ...]
    questions: tuple[PersonQuestion, ...]
    gone: tuple[Gone, ...]


class Comparison:
    """Compares the sheets of a workbook with the dialogue one by one, instruments before their steps."""

    def __init__(self, follow_up: FollowUp, shown: Shown) -> None:
        self._whole, self._shown = follow_up, shown
        self._instruments: dict[int, int] = {}
        """The ids of instruments by the rows of the workbook on which they stand; new ones are negative."""
        self._titles: dict[int, Label] = {
            each.key: label_of(each.cells, "title") for each in follow_up.of(INSTRUMENTS)
        }
        self._new_outcomes: set[str] = set()

    def compare(self, about: Sheet, drafts: Sequence[Draft]) -> Compared:
        """Return what the rows of a sheet would do, what is asked about them, and what they lack."""
        records = self._records(about)
        matched = _matched(about, drafts, records, self._instruments)
        if about.id == INSTRUMENTS:
            found = {each.row: matched[each.row].key if each.row in matched else -each.row for each in drafts}
            self._instruments.update(found)
            self._titles |= {
                -each.row: label_of(each.cells, "title") for each in drafts if each.row not in matched
            }
        rows: list[PlannedRecord] = []
        problems: list[SheetProblem] = []
        questions: list[PersonQuestion] = []
        for draft in drafts:
            record = matched.get(draft.row)
            settled, asked = self._settled(about, draft, record)
            planned = self._planned(about, settled, record, asked)
            rows.append(planned)
            problems += draft.problems
            questions += asked
        if about.id == OUTCOMES:
            self._new_outcomes = {str(each.cells.get("code")) for each in rows if each.key is None}
        left = (
            [each for each in records if each not in matched.values()] if len(matched) < len(records) else []
        )
        shown = {each.key for each in self._shown.follow_up.of(about.id)}
        names = tuple(self._name(about, each.cells) for each in left if each.key in shown)
        return Compared(
            tuple(rows), tuple(problems), tuple(questions), (Gone(about, names),) if names else ()
        )

    def _records(self, about: Sheet) -> Sequence[Record]:
        """Return the records as the audience is shown them; those withheld from it as they are."""
        masked = {each.key: each for each in self._shown.follow_up.of(about.id)}
        return [masked.get(each.key, each) for each in self._whole.of(about.id)]

    def _settled(
        self, about: Sheet, draft: Draft, record: Record | None
    ) -> tuple[Draft, tuple[PersonQuestion, ...]]:
        """Return a row in which every name is somebody; one that is not clear is left out and asked about."""
        cells: dict[str, Any] = {}
        asked = []
        for name, value in draft.cells.items():
            column = about.by_id[name]
            if isinstance(value, InstrumentNamed):
                cells[name] = value.key if value.row is None else self._instruments.get(value.row, -value.row)
            elif not isinstance(value, Named):
                cells[name] = value
            elif record is not None and record.cells[name] in value.ids:
                cells[name] = record.cells[name]
            elif len(ids := self._of_side(value, draft)) == 1:
                cells[name] = ids[0]
            else:
                among = tuple(self._whole.known.people[each] for each in ids)
                asked.append(PersonQuestion(about.title, draft.row, column.heading, value.text, among))
        return replace(draft, cells=cells), tuple(asked)

    def _of_side(self, named: Named, draft: Draft) -> tuple[int, ...]:
        """Return those who can be meant, of the side that the row names if it names one."""
        people = self._whole.known.people
        own = tuple(each for each in named.ids if people[each].side == draft.cells.get("side"))
        return own or named.ids

    def _planned(
        self, about: Sheet, draft: Draft, record: Record | None, asked: tuple[PersonQuestion, ...]
    ) -> PlannedRecord:
        named = record.cells if record is not None else draft.cells
        planned = PlannedRecord(about, draft.row, RowAction.ADD, None, self._name(about, named), draft.cells)
        if about.id == CORRECTIONS and draft.cells.get("outcome") not in self._new_outcomes:
            is_same = record is not None and not list(self._changes(about, draft, record))
            action = RowAction.SKIP if is_same else RowAction.LEAVE
            return replace(planned, action=action, key=record.key if record is not None else None)
        if about.id == RECORDS and (record is None or self._stays_closed(about, draft, record)):
            return replace(planned, action=RowAction.LEAVE, key=record.key if record is not None else None)
        if record is None:
            needs = {each.heading for each in about.columns if each.is_needed and each.to is Target.PERSON}
            is_unclear = any(each.field in needs for each in asked)
            return replace(planned, action=RowAction.LEAVE) if is_unclear else planned
        changes = tuple(self._changes(about, draft, record))
        action = RowAction.UPDATE if changes else RowAction.SKIP
        cells = {name: self._with_hidden(about, record, name, each) for name, each in draft.cells.items()}
        return replace(planned, action=action, key=record.key, cells=cells, changes=changes)

    def _stays_closed(self, about: Sheet, draft: Draft, record: Record) -> bool:
        """Return whether a row would open a record that is closed here, or give it another day."""
        changed = {each.column for each in self._changes(about, draft, record)}
        return record.cells["record_closed"] is not None and "record_closed" in changed

    def _with_hidden(self, about: Sheet, record: Record, name: str, value: Any) -> Any:
        """Return a list with what is withheld from the audience, which its workbook could not have."""
        unseen = self._shown.hidden.of(about.by_id[name].to)
        if about.by_id[name].form is not Form.REFERENCES or not unseen:
            return value
        whole = next(each for each in self._whole.of(about.id) if each.key == record.key)
        return tuple(sorted({*value, *(each for each in whole.cells[name] if each in unseen)}))

    def _changes(self, about: Sheet, draft: Draft, record: Record) -> Iterator[CellChange]:
        for name, value in draft.cells.items():
            column = about.by_id[name]
            if name in (about.key, "session_title") or _same(value, record.cells[name], self._instruments):
                continue
            if name == "last_outcome" and (value or 0) < record.cells[name]:
                # More numbers were given here; none of them is given again.
                continue
            before, after = (self._in_words(column, each) for each in (record.cells[name], value))
            if about.id == OUTCOMES and name == "state" and value:
                before = _state_words(record.cells)
                # What becomes another state is told by its own word, even where none may follow.
                is_begun = value != OutcomeState.AGREED
                after = (
                    STATES[OutcomeState(value)] if is_begun else _state_words({**record.cells, **draft.cells})
                )
            yield CellChange(name, column.heading, before, after)

    def _in_words(self, column: Column, value: Any) -> object:
        """Return a value as a sentence can show it."""
        if column.form is Form.FLAG:
            return message("yes") if value else message("no")
        if value in (None, "", ()):
            return ""
        if isinstance(value, tuple):
            return series(self._in_words(column, each) for each in value)
        if column.to in {Target.PERSON, Target.SESSION, Target.INSTRUMENT}:
            return self._called(column.to, value) or value
        return column.words.get(str(value), value) if column.words else value

    def _called(self, target: Target, key: Any) -> Label:
        """Return what somebody, a session or an instrument is called."""
        known = self._whole.known
        if target is Target.PERSON and key in known.people:
            return known.people[key].name
        if target is Target.SESSION and key in known.sessions:
            return known.sessions[key].title
        return self._titles.get(key, Label())

    def _name(self, about: Sheet, cells: Mapping[str, Any]) -> Name:
        """Return what a row is called: by its code, a text, or what it hangs on."""
        if about.key == "code":
            return str(cells.get("code") or "") or label_of(cells, "text")
        for name in _CALLED:
            if label := label_of(cells, name):
                return label
        parts = [self._in_words(about.by_id[name], cells[name]) for name in about.above if cells.get(name)]
        return series(each for each in parts if each)


def _state_words(cells: Mapping[str, Any]) -> Message:
    return state_words(OutcomeKind(cells["kind"] or OutcomeKind.AGREED), OutcomeState(cells["state"]))


def _matched(
    about: Sheet, drafts: Sequence[Draft], records: Sequence[Record], instruments: Mapping[int, int]
) -> Mapping[int, Record]:
    """Return the record that each row is, by the number of the row; new rows are not there."""
    if about.key == "code":
        return _by_code(drafts, records)
    found: dict[int, Record] = {}
    groups: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for record in records:
        groups[tuple(record.cells[name] for name in about.above)].append(record)
    taken: set[int] = set()
    for fits in (_is_exactly, _has_number, _is_the_only_one):
        for draft in drafts:
            if draft.row in found:
                continue
            among = _beside(about, draft, groups, instruments)
            free = [each for each in among if each.key not in taken]
            record_ = next((each for each in free if fits(about, draft, each, free, instruments)), None)
            if record_ is not None:
                found[draft.row] = record_
                taken.add(record_.key)
    return found


def _beside(
    about: Sheet,
    draft: Draft,
    groups: Mapping[tuple[Any, ...], Sequence[Record]],
    instruments: Mapping[int, int],
) -> Sequence[Record]:
    """Return the records that hang on the same as a row."""
    above = tuple(_plain(draft.cells.get(name), instruments) for name in about.above)
    stated = [name in draft.cells for name in about.above]
    if all(stated):
        return groups.get(tuple(above), ())
    return [
        record
        for key, records in groups.items()
        if all(
            not is_stated or own == other for is_stated, own, other in zip(stated, above, key, strict=True)
        )
        for record in records
    ]


def _is_exactly(
    about: Sheet, draft: Draft, record: Record, _free: Sequence[Record], instruments: Mapping[int, int]
) -> bool:
    return all(
        _same(value, record.cells[name], instruments)
        for name, value in draft.cells.items()
        if name not in (about.key, "replaced_by")
    )


def _has_number(
    about: Sheet, draft: Draft, record: Record, _free: Sequence[Record], instruments: Mapping[int, int]
) -> bool:
    """Return whether a row has the number of a record and says something that it says too.

    A number alone is not enough: in another dialogue it is that of something else.
    """
    return draft.cells.get("number") == record.key and (
        not about.alike
        or any(
            name in draft.cells
            and record.cells[name] not in (None, "", ())
            and _same(draft.cells[name], record.cells[name], instruments)
            for name in about.alike
        )
    )


def _is_the_only_one(
    about: Sheet, _draft: Draft, _record: Record, free: Sequence[Record], _instruments: Mapping[int, int]
) -> bool:
    """Return whether what a row hangs on tells it from all others of its kind."""
    return not about.alike and len(free) == 1


def _by_code(drafts: Sequence[Draft], records: Sequence[Record]) -> Mapping[int, Record]:
    """Return records by their codes; a row without one that says the same as a record is that."""
    codes = {str(each.cells["code"]).casefold(): each for each in records}
    found = {
        draft.row: codes[code]
        for draft in drafts
        if (code := str(draft.cells.get("code") or "").casefold()) in codes
    }
    taken = {each.key for each in found.values()}
    said: dict[object, Record] = {}
    for record in records:
        if record.key not in taken and label_of(record.cells, "text"):
            said.setdefault((record.cells.get("meeting"), label_of(record.cells, "text")), record)
    for draft in drafts:
        own = (draft.cells.get("meeting"), label_of(draft.cells, "text"))
        if not draft.cells.get("code") and own in said:
            found[draft.row] = said.pop(own)
    return found


def _plain(value: Any, instruments: Mapping[int, int]) -> Any:
    if isinstance(value, InstrumentNamed):
        return value.key if value.row is None else instruments.get(value.row, -value.row)
    return value


def _same(value: Any, standing: Any, instruments: Mapping[int, int]) -> bool:
    """Return whether a cell says what stands there."""
    if isinstance(value, Named):
        return standing in value.ids
    if isinstance(value, str) and isinstance(standing, str):
        return value == standing or value == tidy_text(standing)
    return bool(_plain(value, instruments) == standing)


def empties(about: Sheet) -> Mapping[str, Any]:
    """Return what a new row says where the workbook states nothing."""
    return {each.id: empty(each) for each in about.columns}
