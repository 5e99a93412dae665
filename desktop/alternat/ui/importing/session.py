"""What has been chosen so far in one import: the list, the columns, the side, and a decision a row."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from alternat.exchange.people.directory import directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people.recognition import recognise_columns
from alternat.exchange.people_import import (
    EntityChoices,
    Planning,
    planning_of,
    planning_steps,
    read_source,
    recognise,
)
from alternat.exchange.sources.table import Table
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.planning.import_plans import decided
from alternat.planning.imports import NO_DECISIONS, Choice, Decision, Decisions, ImportPlan, decide_all
from alternat.ui.importing.list_session import ListSession


class ImportSession(ListSession):
    """The choices of the person who imports, and the plan that follows from them; nothing is written."""

    def __init__(self, tables: Tables, meeting: int | None, side: str = "") -> None:
        super().__init__()
        self._tables, self._meeting = tables, meeting
        self.side = side
        """The code of the side whose list it is; empty where each row tells."""
        self.side_of_others = ""
        """The code of the side of rows that do not tell theirs; empty while nobody has said."""
        self.creates_entities = False
        """Whether entities that the dialogue lacks are added."""
        self.keeps_vacancies = False
        """Whether places still to be filled are kept as vacant seats."""
        self.standing_for: dict[str, str] = {}
        """Names of the list, each with the code of the entity that it stands for."""
        self.mapping: ColumnMapping | None = None
        self._known = directory(tables)
        self._recognised: tuple[Table, ColumnMapping] | None = None
        self._decisions: Decisions = NO_DECISIONS

    @property
    def sides(self) -> dict[str, Label]:
        """Return the countries by the codes of their sides."""
        return {side.code: side.name for side in self._known.sides}

    @property
    def tables(self) -> Tables:
        """Return the tables that the list is compared with."""
        return self._tables

    @property
    def meeting(self) -> int | None:
        """Return the meeting that new people join."""
        return self._meeting

    def reading(self, path: Path, encoding: str | None) -> Table:
        """Return the list in a file, its columns recognised already; for a thread of its own."""
        table = read_source(path, encoding=encoding)
        self._recognised = (table, recognise_columns(table, self._known))
        return table

    def take(self, table: Table | None) -> None:
        """Take another list; what was chosen for the one before is forgotten."""
        super().take(table)
        self._decisions, self.side_of_others = NO_DECISIONS, ""
        if table is None:
            self.mapping = None
        elif self._recognised is not None and self._recognised[0] is table:
            self.mapping = self._recognised[1]
        else:
            self.mapping = recognise(table, self._tables)

    def exchange_names(self) -> None:
        """Exchange the columns of family and given names."""
        assert self.mapping is not None
        self.mapping = self.mapping.exchanged()
        self._decisions = NO_DECISIONS

    def take_hidden(self, *, takes: bool) -> None:
        """Take the rows and columns that the workbook hides or strikes through, or leave them out."""
        if self.table is not None and self.table.takes_hidden != takes:
            others = self.side_of_others
            self.take(replace(self.table, takes_hidden=takes))
            self.side_of_others = others

    def let_stand_for(self, name: str, entity: str) -> None:
        """Take a name of the list for an entity of the dialogue by its code, or with none for a new name."""
        self.standing_for = {each: code for each, code in self.standing_for.items() if each != name}
        if entity:
            self.standing_for[name] = entity

    def choose_field(self, position: int, meaning: Field) -> None:
        """Say what a column means; decisions about rows, which may read differently now, are forgotten."""
        assert self.mapping is not None
        self.mapping = self.mapping.with_field(position, meaning)
        self._decisions = NO_DECISIONS

    def decide(self, row: int, decision: Decision | None) -> None:
        """Decide about one row, or take the decision back."""
        self._decisions = decided(self._decisions, row, decision)

    def decide_rest(self, plan_now: ImportPlan, choice: Choice) -> None:
        """Decide alike about every row that still waits."""
        self._decisions = {**self._decisions, **decide_all(plan_now, choice)}

    def plan(self) -> ImportPlan:
        """Return what the import would do now; an AlternatError says why there is no plan."""
        assert self.table is not None
        assert self.mapping is not None
        return planning_of(
            self._tables,
            self._meeting,
            self.side or None,
            self.table,
            self.mapping,
            EntityChoices(self.creates_entities, dict(self.standing_for)),
            keeps_vacancies=self.keeps_vacancies,
            side_of_others=self.side_of_others or None,
        ).plan(self._decisions)

    def steps(self) -> Generator[None, None, Planning]:
        """Return the steps that read what the plan needs."""
        assert self.table is not None
        assert self.mapping is not None
        return planning_steps(
            self._tables,
            self._meeting,
            self.side or None,
            self.table,
            self.mapping,
            EntityChoices(self.creates_entities, dict(self.standing_for)),
            keeps_vacancies=self.keeps_vacancies,
            side_of_others=self.side_of_others or None,
        )

    @property
    def decisions(self) -> Decisions:
        """Return what has been decided row by row."""
        return self._decisions
