"""The verb that writes an import: people, contacts and parts in the meeting, as one step to undo."""

from collections.abc import Iterable, Mapping
from typing import Any

from alternat.actions.delegations import enrol
from alternat.actions.terms import add_entity
from alternat.actions.vacancies import keep_vacancies
from alternat.actions.verbs import verb
from alternat.language.folding import fold
from alternat.language.label import Label
from alternat.language.messages import counted, mark, message
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import CONTACT, Gender
from alternat.planning.import_plans import people_now
from alternat.planning.imports import ImportAction, ImportPlan, PersonDraft, PlannedRow
from alternat.storage.backup import BackupReason
from alternat.storage.changes import Change, Changes, ConflictError
from alternat.storage.workspace import Workspace

_CONTACT_FIELDS = tuple(CONTACT.by_name)
_STATED_FIELDS = (
    "family",
    "given",
    "name_zh",
    "sort_key",
    "printed_name",
    "honorific",
    "post_nominals",
    "position",
    "languages",
)


class PlanOutOfDate(ConflictError):
    """People were added or removed since the list was compared with them."""

    template = mark("People have been added or removed since the list was compared. Compare it again.")


@verb
def import_people(workspace: Workspace, plan: ImportPlan) -> Changes:
    """Write the rows of a plan that add or update people; rows that wait for a decision are left out.

    New people of a meeting's import join their delegation behind those it has, in the order of the list.
    A file is backed up first. Raises ConflictError if the people it concerns have changed since the plan was
    made; nothing is written.
    """
    added = [row for row in plan.rows if row.action is ImportAction.ADD]
    updated = [row for row in plan.rows if row.action is ImportAction.UPDATE]
    seats = plan.vacancies if plan.keeps_vacancies and plan.meeting is not None else ()
    label = counted(
        "Import {count} person from {source}",
        "Import {count} people from {source}",
        len(added) + len(updated),
        source=plan.source,
    )
    if seats and not (added or updated):
        label = counted(
            "Keep {count} vacant seat from {source}",
            "Keep {count} vacant seats from {source}",
            len(seats),
            source=plan.source,
        )
    if added or updated:
        workspace.back_up(BackupReason.BEFORE_IMPORT)
    with workspace.change(label) as change:
        if added or updated:
            _refuse_stale(workspace.tables, change, plan)
        entities = _create_entities(workspace, plan) if plan.creates_entities else {}
        writer = _Writer(workspace.tables, change, plan, entities)
        people = dict(zip((row.row for row in added), writer.add(added), strict=True))
        writer.update(updated)
        writer.enrol(plan.rows, people)
        if seats and plan.meeting is not None:
            keep_vacancies(workspace.tables, change, plan.meeting, seats)
    return change.result


def _refuse_stale(tables: Tables, change: Change, plan: ImportPlan) -> None:
    if people_now(tables) != plan.people_seen:
        raise PlanOutOfDate((), message("People"))
    for table in {seen.table for seen in plan.seen}:
        versions = {seen.key: seen.version for seen in plan.seen if seen.table == table}
        # Nothing to change, only to compare: the person decided on all of these rows together.
        change.update(tables.named(table), {key: {} for key in versions}, seen=versions)


def _entity_key(side: str, name: Label) -> tuple[str, str]:
    return side, fold(name.en or name.fr or name.zh)


def _create_entities(workspace: Workspace, plan: ImportPlan) -> dict[tuple[str, str], int]:
    """Add each entity that the list names and the dialogue lacks, once; return its id."""
    created: dict[tuple[str, str], int] = {}
    for row in plan.rows:
        draft = row.draft
        is_written = row.action in {ImportAction.ADD, ImportAction.UPDATE}
        key = _entity_key(draft.side, draft.new_entity)
        if is_written and draft.new_entity and key not in created:
            before = {entity.id for entity in workspace.tables.Entity.select()}
            add_entity(workspace, draft.side, {"name": draft.new_entity})
            after = {entity.id for entity in workspace.tables.Entity.select()}
            (created[key],) = after - before
    return created


class _Writer:
    """Writes the rows of one plan into one open change."""

    def __init__(
        self,
        tables: Tables,
        change: Change,
        plan: ImportPlan,
        entities: Mapping[tuple[str, str], int],
    ) -> None:
        self._tables, self._change, self._plan, self._entities = tables, change, plan, entities

    def add(self, rows: Iterable[PlannedRow]) -> tuple[int, ...]:
        """Add people with their contacts and return their ids in the order of the rows."""
        drafts = [row.draft for row in rows]
        sides = {side.code: side.id for side in self._tables.Side.select()}
        people = self._change.insert(
            self._tables.Person, [self._person_values(draft, sides[draft.side]) for draft in drafts]
        )
        contacts = (
            {"person": person, **values}
            for person, draft in zip(people, drafts, strict=True)
            if (values := _contact_values(draft))
        )
        self._change.insert(self._tables.Contact, list(contacts))
        return people

    def update(self, rows: Iterable[PlannedRow]) -> None:
        """Change the fields that the rows state otherwise."""
        people: dict[int, dict[str, Any]] = {}
        contacts: dict[int, dict[str, Any]] = {}
        roles: dict[int, Role] = {}
        for row in rows:
            assert row.person is not None
            for change in row.changes:
                if change.field == "role":
                    roles[row.person] = change.after
                elif change.field in _CONTACT_FIELDS:
                    contacts.setdefault(row.person, {})[change.field] = change.after
                else:
                    value = change.after if change.field != "entity" else self._entity(row.draft)
                    people.setdefault(row.person, {})[change.field] = value
        self._change.update(self._tables.Person, people)
        self._update_contacts(contacts)
        self._update_roles(roles)

    def enrol(self, rows: Iterable[PlannedRow], added: Mapping[int, int]) -> None:
        """Let people who are not in the meeting join it, in the order of the list."""
        if self._plan.meeting is None:
            return
        joining = {
            person: row.draft.role or Role.MEMBER
            for row in rows
            if row.joins and (person := added.get(row.row, row.person)) is not None
        }
        enrol(
            self._tables,
            self._change,
            self._plan.meeting,
            list(joining),
            Role.MEMBER,
            ParticipationStatus.INVITED,
            roles=joining,
        )

    def _person_values(self, draft: PersonDraft, side: int) -> dict[str, Any]:
        values = {"side": side, "name_order": draft.name_order, **_stated(draft, _STATED_FIELDS)}
        if (entity := self._entity(draft)) is not None:
            values["entity"] = entity
        if draft.gender is not Gender.UNKNOWN:
            values["gender"] = draft.gender
        return values

    def _entity(self, draft: PersonDraft) -> int | None:
        return draft.entity or self._entities.get(_entity_key(draft.side, draft.new_entity))

    def _update_contacts(self, values: Mapping[int, Mapping[str, Any]]) -> None:
        table: Any = self._tables.Contact
        kept = {
            row.person_id: row.id
            for row in table.select(table.id, table.person).where(table.person.in_(list(values)))
        }
        self._change.update(
            table, {kept[person]: fields for person, fields in values.items() if person in kept}
        )
        self._change.insert(
            table, [{"person": person, **fields} for person, fields in values.items() if person not in kept]
        )

    def _update_roles(self, roles: Mapping[int, Role]) -> None:
        part: Any = self._tables.Participation
        rows = part.select(part.id, part.person).where(
            (part.meeting == self._plan.meeting) & part.person.in_(list(roles))
        )
        self._change.update(part, {row.id: {"role": roles[row.person_id]} for row in rows})


def _contact_values(draft: PersonDraft) -> dict[str, Any]:
    note = {"note": draft.whole_note} if draft.whole_note else {}
    return _stated(draft, _CONTACT_FIELDS) | note


def _stated(draft: PersonDraft, fields: Iterable[str]) -> dict[str, Any]:
    return {name: value for name in fields if (value := getattr(draft, name))}
