"""Making the plan of an import: what becomes of each person of a list, given who is there already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from peewee import fn

from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.people import Gender
from alternat.planning.duplicates import (
    Acquaintances,
    KnownPerson,
    Likeness,
    acquaintances,
    name_in,
)
from alternat.planning.findings import Severity
from alternat.planning.imports import (
    NO_DECISIONS,
    Candidate,
    Choice,
    Decision,
    Decisions,
    FieldChange,
    ImportAction,
    ImportPlan,
    PersonDraft,
    PlannedRow,
    RowProblem,
    Seen,
    with_remarks,
)
from alternat.planning.namesakes import Twin, Verdict, candidate, merged, twins
from alternat.planning.spellings import Kinship, agreed, drops_only, kinship

_TEXTS = ("sort_key", "printed_name", "post_nominals", "passport_name", "phone")
_WHOLE_NAMES = ("name_zh", "printed_name", "passport_name")
"""Names of which a list with only some of their parts takes nothing away."""
_LABELS = ("honorific", "position")


def plan_import(
    tables: Tables,
    meeting: int | None,
    source: str,
    drafts: Sequence[PersonDraft],
    *,
    decisions: Decisions = NO_DECISIONS,
    creates_entities: bool = False,
    notes: tuple[Message, ...] = (),
) -> ImportPlan:
    """Return what importing a list would do; `decisions` settle rows that may be somebody who is there.

    An empty cell never empties a field, so a shorter list takes nothing away. Importing a list again, when
    its people have not changed, changes nothing.
    """
    return compare(
        acquaintances(tables, meeting),
        drafts,
        ImportPlan(source, meeting, (), creates_entities, people_seen=people_now(tables), notes=notes),
        decisions,
    )


def compare(
    known: Acquaintances,
    drafts: Sequence[PersonDraft],
    frame: ImportPlan,
    decisions: Decisions = NO_DECISIONS,
) -> ImportPlan:
    """Return the plan of a frame that has everything but its rows; it needs no database."""
    planner = _Planner(
        known,
        decisions,
        with_meeting=frame.meeting is not None,
        creates_entities=frame.creates_entities,
    )
    rows = planner.rows(drafts)
    return replace(frame, rows=rows, seen=tuple(_seen(rows, known)))


def people_now(tables: Tables) -> tuple[int, int]:
    """Return how many people there are and the highest key among them."""
    person = tables.Person
    ((count, highest),) = tuples(person.select(fn.COUNT(person.id), fn.MAX(person.id)))
    return int(count), int(highest or 0)


def changed_fields(draft: PersonDraft, person: KnownPerson, *, is_merge: bool) -> tuple[FieldChange, ...]:
    """Return the fields of a person, contact and participation that a list states otherwise.

    Of two spellings of one name the richer and fuller counts. Other letters count only where somebody has
    decided to merge.
    """
    now, after = name_in(person), agreed(name_in(person), name_in(draft), takes_other=is_merge)
    pairs = (("family", now.family, after.family), ("given", now.given, after.given))
    found = [FieldChange(name, one, other) if one != other else None for name, one, other in pairs]
    if draft.name_zh and draft.name_zh != person.name_zh and not _is_shorter(draft, person, "name_zh"):
        found.append(FieldChange("name_zh", person.name_zh, draft.name_zh))
    texts = (each for each in _TEXTS if each not in _WHOLE_NAMES or not _is_shorter(draft, person, each))
    found += [_changed_text(each, draft, person) for each in texts]
    found.append(_changed_note(draft, person))
    found += [_changed_label(each, draft, person) for each in _LABELS]
    if draft.email and draft.email.casefold() != person.email.casefold():
        found.append(FieldChange("email", person.email, draft.email))
    if draft.entity and draft.entity != person.entity:
        found.append(FieldChange("entity", person.entity, draft.entity))
    if draft.gender is not Gender.UNKNOWN and draft.gender is not person.gender:
        found.append(FieldChange("gender", person.gender, draft.gender))
    if draft.languages and draft.languages != person.languages:
        found.append(FieldChange("languages", person.languages, draft.languages))
    if draft.role and draft.is_role_stated and person.role and draft.role is not person.role:
        found.append(FieldChange("role", person.role, draft.role))
    return tuple(change for change in found if change is not None)


@dataclass
class _Planner:
    """Works through the rows of one list; each person who is there already is met by one row at most."""

    known: Acquaintances
    decisions: Decisions
    with_meeting: bool
    creates_entities: bool
    taken: set[int] = field(default_factory=set)

    def rows(self, drafts: Sequence[PersonDraft]) -> tuple[PlannedRow, ...]:
        """Return the planned rows in the order of the list.

        Rows that are one person are merged first. Those that agree with somebody who is there to the letter
        go before others, so that no other row takes that person.
        """
        found = twins(drafts)
        merged_into = self._merged_rows(drafts, found)
        whole = _merged_drafts(drafts, merged_into)
        apart = [whole[draft.row] for draft in drafts if draft.row not in merged_into]
        likenesses = {draft.row: self.known.like(draft) for draft in apart if not draft.is_blocked}
        planned: dict[int, PlannedRow] = {}
        for only_unchanged in (True, False):
            for draft in apart:
                may_settle = likenesses.get(draft.row) or draft.row in self.decisions
                if draft.row not in planned and (may_settle or not only_unchanged):
                    twin = found.get(draft.row)
                    earlier = whole.get(merged_into.get(twin.row, twin.row)) if twin else None
                    row = self._row(draft, likenesses.get(draft.row, []), twin, earlier)
                    if not only_unchanged or self._is_settled(row):
                        planned[draft.row] = row
                        self.taken |= {row.person} if row.person else set()
        for draft in drafts:
            if (into := merged_into.get(draft.row)) is not None:
                planned[draft.row] = _merged_row(draft, whole[into], found.get(draft.row), self.decisions)
        return tuple(planned[draft.row] for draft in drafts)

    def _merged_rows(self, drafts: Sequence[PersonDraft], found: Mapping[int, Twin]) -> dict[int, int]:
        """Return the rows that are the person of an earlier one, each with that row."""
        rows = {draft.row for draft in drafts if not draft.is_blocked}
        into: dict[int, int] = {}
        for draft in drafts:
            decision, twin = self.decisions.get(draft.row), found.get(draft.row)
            target = decision.row if decision is not None and decision.choice is Choice.MERGE else None
            if decision is None and twin is not None and twin.verdict is Verdict.SAME:
                target = twin.row
            if target in rows and target is not None and target < draft.row:
                into[draft.row] = into.get(target, target)
        return into

    def _is_settled(self, row: PlannedRow) -> bool:
        return row.decision is not None or (row.person is not None and not row.changes)

    def _row(
        self,
        draft: PersonDraft,
        likenesses: list[Likeness],
        twin: Twin | None,
        earlier: PersonDraft | None,
    ) -> PlannedRow:
        if draft.is_blocked:
            blocking = next(each for each in draft.problems if each.severity is Severity.BLOCKS)
            return _skipped(draft, blocking.message)
        beside = (candidate(earlier, twin),) if twin is not None and earlier is not None else ()
        if (decision := self.decisions.get(draft.row)) and (
            row := self._as_decided(draft, decision, likenesses, beside)
        ):
            return row
        free = [likeness for likeness in likenesses if likeness.person.id not in self.taken]
        if same := [likeness for likeness in free if likeness.is_same]:
            return min((self._meeting(draft, each.person) for each in same), key=lambda row: len(row.changes))
        is_asked = twin is not None and twin.verdict is Verdict.ASKED
        candidates = (*(beside if is_asked else ()), *(likeness.candidate for likeness in free))
        if twin is not None and twin.verdict is Verdict.OTHER:
            draft = _with_twin_problem(draft, twin)
        if candidates:
            return PlannedRow(
                draft,
                ImportAction.POSSIBLE_DUPLICATE,
                _question(candidates[0]),
                candidates=candidates,
                problems=draft.problems,
            )
        return self._added(self._with_known_email(draft))

    def _with_known_email(self, draft: PersonDraft) -> PersonDraft:
        """Return somebody who is added with a word about who is there already under the same e-mail."""
        for person in self.known.with_email(draft)[:1]:
            sentence = message("{name} is there already with the same e-mail.", name=person.shown_name)
            problem = RowProblem(draft.row, "", Severity.WARNS, sentence)
            return replace(draft, problems=(*draft.problems, problem))
        return draft

    def _as_decided(
        self,
        draft: PersonDraft,
        decision: Decision,
        likenesses: list[Likeness],
        beside: tuple[Candidate, ...] = (),
    ) -> PlannedRow | None:
        """Return the row as a person wants it; a decision for somebody who has gone counts for nothing."""
        candidates = (*beside, *(likeness.candidate for likeness in likenesses))
        if decision.choice is Choice.SKIP:
            return _skipped(draft, message("You left the row out."), decision, candidates)
        if decision.choice is Choice.ADD:
            return self._added(draft, decision, candidates)
        person = self.known.people.get(decision.person or 0)
        if person is None or person.side != draft.side or person.id in self.taken:
            return None
        return self._meeting(draft, person, decision, candidates)

    def _added(
        self, draft: PersonDraft, decision: Decision | None = None, candidates: tuple[Any, ...] = ()
    ) -> PlannedRow:
        return PlannedRow(
            draft,
            ImportAction.ADD,
            message("Is added."),
            joins=self.with_meeting,
            candidates=candidates,
            problems=draft.problems,
            decision=decision,
        )

    def _meeting(
        self,
        draft: PersonDraft,
        person: KnownPerson,
        decision: Decision | None = None,
        candidates: tuple[Any, ...] = (),
    ) -> PlannedRow:
        """Return the row of a person who is there already."""
        changes = changed_fields(draft, person, is_merge=decision is not None)
        if self.creates_entities and draft.new_entity:
            changes = (*changes, FieldChange("entity", person.entity, draft.new_entity))
        joins = self.with_meeting and person.participation is None
        return PlannedRow(
            draft,
            ImportAction.UPDATE if changes or joins else ImportAction.SKIP,
            _reason(person, has_changes=bool(changes), joins=joins),
            person=person.id,
            changes=changes,
            joins=joins,
            candidates=candidates,
            problems=(
                *draft.problems,
                *_names_kept(draft, person, is_merge=decision is not None),
                *_moves(draft, person, changes),
            ),
            decision=decision,
        )


def _merged_drafts(drafts: Sequence[PersonDraft], merged_into: Mapping[int, int]) -> dict[int, PersonDraft]:
    """Return the person of each row with what the rows that were merged into it say."""
    whole = {draft.row: draft for draft in drafts}
    for draft in drafts:
        if (into := merged_into.get(draft.row)) is not None:
            whole[into] = merged(whole[into], draft)
    return whole


def _merged_row(draft: PersonDraft, into: PersonDraft, twin: Twin | None, decisions: Decisions) -> PlannedRow:
    reason = message("The same person as in row {row}; merged with it.", row=str(into.row))
    sentence = message(
        "The same person as in row {row}, written “{name}”.", row=str(into.row), name=into.shown_name
    )
    told = RowProblem(draft.row, "", Severity.NOTES, sentence)
    return PlannedRow(
        draft,
        ImportAction.SKIP,
        reason,
        candidates=(candidate(into, twin),) if twin is not None else (),
        problems=(*draft.problems, told),
        decision=decisions.get(draft.row),
        merged_into=into.row,
    )


def _question(first: Candidate) -> Message:
    if first.row is not None:
        return message("May be the person of row {row}, {name}.", row=str(first.row), name=first.name)
    return message("May be {name}.", name=first.name)


def _with_twin_problem(draft: PersonDraft, twin: Twin) -> PersonDraft:
    if twin.is_near:
        nearly = message(
            "Nearly the same name as in row {row}; taken to be another person.", row=str(twin.row)
        )
        problem = RowProblem(draft.row, "", Severity.NOTES, nearly)
        return replace(draft, problems=(*draft.problems, problem))
    sentence = Message(twin.says, {"row": str(twin.row)})
    problem = RowProblem(draft.row, "", Severity.WARNS, sentence)
    return replace(draft, problems=(*draft.problems, problem))


def _skipped(
    draft: PersonDraft,
    reason: Message,
    decision: Decision | None = None,
    candidates: tuple[Any, ...] = (),
) -> PlannedRow:
    return PlannedRow(
        draft,
        ImportAction.SKIP,
        reason,
        candidates=candidates,
        problems=draft.problems,
        decision=decision,
    )


def _reason(person: KnownPerson, *, has_changes: bool, joins: bool) -> Message:
    if has_changes:
        return message("Updates {name}.", name=person.shown_name)
    if joins:
        return message("Adds {name} to the meeting.", name=person.shown_name)
    return message("{name} is there already, unchanged.", name=person.shown_name)


def _seen(rows: Iterable[PlannedRow], known: Acquaintances) -> Iterable[Seen]:
    for row in rows:
        if row.action is not ImportAction.UPDATE or row.person is None:
            continue
        person = known.people[row.person]
        yield Seen("person", person.id, person.version)
        if person.contact and person.contact_version:
            yield Seen("contact", person.contact, person.contact_version)
        if person.participation and person.participation_version:
            yield Seen("participation", person.participation, person.participation_version)


def _names_kept(draft: PersonDraft, person: KnownPerson, *, is_merge: bool) -> Iterable[RowProblem]:
    """Tell of spellings of a list that are not taken since the person's own are fuller or richer."""
    stated, now = name_in(draft), name_in(person)
    kept = agreed(now, stated, takes_other=is_merge)
    if kinship(now, stated) is Kinship.CUT:
        sentence = message(
            "The list has “{family}” for the family name and “{given}” for the given name; “{name}” is kept.",
            family=stated.family,
            given=stated.given,
            name=person.shown_name,
        )
        yield RowProblem(draft.row, "", Severity.WARNS, sentence)
        return
    pairs = [(stated.family, kept.family), (stated.given, kept.given)]
    pairs += [
        (getattr(draft, each), getattr(person, each))
        for each in _WHOLE_NAMES
        if _is_shorter(draft, person, each)
    ]
    for text, name in pairs:
        if not text or text.casefold() == name.casefold():
            continue
        severity = Severity.NOTES if fold(text) == fold(name) else Severity.WARNS
        sentence = (
            message("The list has only “{text}”; “{name}” is kept.", text=text, name=name)
            if drops_only(text, name)
            else message("The list writes “{text}”; “{name}” is kept.", text=text, name=name)
        )
        yield RowProblem(draft.row, "", severity, sentence)


def _moves(draft: PersonDraft, person: KnownPerson, changes: Iterable[FieldChange]) -> Iterable[RowProblem]:
    """Tell of the entity that a person would leave for another one."""
    if person.entity and any(change.field == "entity" for change in changes):
        sentence = message(
            "{name} moves from “{before}” to “{after}”.",
            name=person.shown_name,
            before=person.entity_name,
            after=draft.entity_name or draft.new_entity,
        )
        yield RowProblem(draft.row, "", Severity.WARNS, sentence)


def _is_shorter(draft: PersonDraft, person: KnownPerson, name: str) -> bool:
    """Return whether a list has only parts of a name that a person has whole."""
    return drops_only(getattr(draft, name), getattr(person, name))


def _changed_note(draft: PersonDraft, person: KnownPerson) -> FieldChange | None:
    after = with_remarks(draft.note or person.note, draft.remarks)
    if not draft.note and not draft.remarks:
        return None
    if draft.note and draft.note in person.note:
        after = with_remarks(person.note, draft.remarks)
    return FieldChange("note", person.note, after) if after != person.note else None


def _changed_text(name: str, draft: PersonDraft, person: KnownPerson) -> FieldChange | None:
    before, after = getattr(person, name), getattr(draft, name)
    return FieldChange(name, before, after) if after and before != after else None


def _changed_label(name: str, draft: PersonDraft, person: KnownPerson) -> FieldChange | None:
    before: Label = getattr(person, name)
    stated: Label = getattr(draft, name)
    if not stated or stated == before:
        return None
    if name == "position" and draft.is_language_guessed:
        stated = _without_known_texts(stated, before)
    after = Label(*(stated.text(language) or before.text(language) for language in Language))
    return FieldChange(name, before, after) if after != before else None


def _without_known_texts(stated: Label, before: Label) -> Label:
    """Return a label without the texts that a person has in another language already."""
    return Label(
        *(
            ""
            if any(
                each is not language and before.text(each) and fold(before.text(each)) == fold(text)
                for each in Language
            )
            else text
            for language in Language
            for text in (stated.text(language),)
        )
    )


def decided(decisions: Mapping[int, Decision], row: int, decision: Decision | None) -> Decisions:
    """Return the decisions with one more, or with one taken back."""
    kept = {each: value for each, value in decisions.items() if each != row}
    return {**kept, row: decision} if decision else kept
