"""`add`, `set`, `remove` and `list` of any noun, from its description and its verbs."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Command, argument, command
from alternat.cli.values import within
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.nouns import kinds
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.kinds import KEYS
from alternat.nouns.noun import Field, Noun

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


class OneAtATime(AlternatError):
    """Texts of several rows cannot be the same ones."""

    template = mark("One text cannot be that of several. Give {option} with a single number.")


@dataclass(frozen=True, slots=True)
class Verbs:
    """What is done to rows of a noun; `add` is handed the row above, the others ids."""

    add: "Callable[[Workspace, int, Mapping[str, Any]], Changes]"
    change: "Callable[[Workspace, Sequence[int], Mapping[str, Any]], Changes]"
    remove: "Callable[[Workspace, Sequence[int]], Changes]"
    along: "Callable[[Tables, Sequence[int]], Sequence[Message]] | None" = None
    """What goes with rows that are removed."""
    chosen: "Callable[[Mapping[str, Any]], Sequence[Message]] | None" = None
    """What is told of fields that `add` was not given and that were chosen for it."""


@dataclass(frozen=True, slots=True)
class Says:
    """What the help says of the four commands, and of the argument that names a row."""

    row: Message
    add: Message
    set: Message
    remove: Message
    list: Message | None = None
    """None for a noun that is listed by a command of its own."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What rows are told with besides their fields: by their ids as JSON, and as cells under headings."""

    as_json: "Callable[[Tables, int | None], Mapping[int, Mapping[str, Any]]]"
    headings: Sequence[Message] = ()
    cells: "Callable[[Face, Tables, int | None], Mapping[int, Sequence[object]]] | None" = None


Finders = Callable[["Tables"], Mapping[str, Callable[[str], int]]]
"""For a dialogue, what finds the rows that fields refer to, by the names of these."""


def one(verb: "Callable[..., Changes]") -> "Callable[..., Changes]":
    """Return the verb of a single row as one that is handed a list with that row."""
    return lambda workspace, keys, *values: verb(workspace, keys[0], *values)


@dataclass(frozen=True, slots=True)
class _Commands:
    """The four commands of one noun; verbs are loaded when one of them runs, so that help loads no rows."""

    noun: Noun
    verbs: Callable[[], Verbs]
    beside: Beside | None
    columns: Sequence[str]
    finders: "Finders | None"

    def run_add(
        self, face: Face, file: str, *, as_json: bool, meeting: str | None = None, **typed: Any
    ) -> Exit:
        """Add a row, which is told as the list tells it."""
        with face.writing(file) as workspace:
            tables = workspace.tables
            if "meeting" in self.noun.by_name:
                typed["meeting"], meeting = meeting, None
            key = self._meeting(tables, meeting)
            values = read(face, tables, self.noun, typed, meeting=key, finders=self._finders(tables))
            above = values.pop(self.noun.column_above, key) or 0
            verbs = self.verbs()
            changes = verbs.add(workspace, above, values)
            along = verbs.chosen(values) if verbs.chosen else ()
            new = changes.inserted(self.noun.table)
            self._tell(face, tables, key, changes, new, along=along, as_json=as_json)
        return Exit.DONE

    def run_set(
        self, face: Face, file: str, row: Any, *, as_json: bool, meeting: str | None = None, **typed: Any
    ) -> Exit:
        """Change rows, all in one step."""
        with face.writing(file) as workspace:
            tables = workspace.tables
            key = self._meeting(tables, meeting)
            found = self._found(face, tables, row, key)
            first = tables.named(self.noun.table).get_by_id(found[0])
            finders = self._finders(tables)
            values = given(
                read(face, tables, self.noun, typed, meeting=key, row=first, finders=finders),
                spellings(self.noun),
            )
            for field in self.noun.fields if len(found) > 1 else ():
                if field.name in values and isinstance(field.kind, kinds.Texts):
                    raise OneAtATime(option=f"--{field.on_line}")
            changes = self.verbs().change(workspace, found, values)
            self._tell(face, tables, key, changes, found, as_json=as_json)
        return Exit.DONE

    def run_remove(
        self, face: Face, file: str, row: Any, *, as_json: bool, meeting: str | None = None
    ) -> Exit:
        """Remove rows, and tell what went with them."""
        with face.writing(file) as workspace:
            tables, verbs = workspace.tables, self.verbs()
            key = self._meeting(tables, meeting)
            found = self._found(face, tables, row, key)
            before = self.told(tables, key, found) if as_json else []
            along = verbs.along(tables, found) if verbs.along else ()
            changes = verbs.remove(workspace, found)
            face.tell_done(changes, as_json=as_json, along=along, rows=before)
        return Exit.DONE

    def run_list(self, face: Face, file: str, *, as_json: bool, meeting: str | None = None) -> Exit:
        """List the rows."""
        with face.reading(file) as workspace:
            tables = workspace.tables
            key = self._meeting(tables, meeting)
            if as_json:
                face.tell_json(self.told(tables, key, None))
                return Exit.DONE
            headings, rows = self._table(face, tables, key)
        face.tell_table(headings, rows)
        return Exit.DONE

    def told(
        self, tables: "Tables", meeting: int | None, keys: Collection[int] | None
    ) -> list[dict[str, Any]]:
        return told(self.noun, tables, meeting, keys, self.beside)

    def _table(
        self, face: Face, tables: "Tables", meeting: int | None
    ) -> tuple[list[str], list[tuple[object, ...]]]:
        from alternat.planning.rows import values

        fields = [self.noun.field(name) for name in self.columns] or self.noun.fields
        beside = self.beside
        more = beside.cells(face, tables, meeting) if beside and beside.cells else {}
        numbers = () if self.noun.found_by else (face.say(message("Number")),)
        rows = [
            (
                *(() if self.noun.found_by else (key,)),
                *(shown(face, row[field.name]) for field in fields),
                *more.get(key, ()),
            )
            for key, row in values(tables, self.noun, meeting).items()
        ]
        extra = [face.say(each) for each in beside.headings] if beside else []
        return [*numbers, *(heading(face, field) for field in fields), *extra], rows

    def _tell(
        self,
        face: Face,
        tables: "Tables",
        meeting: int | None,
        changes: "Changes",
        keys: Collection[int],
        *,
        along: Sequence[Message] = (),
        as_json: bool,
    ) -> None:
        rows = self.told(tables, meeting, keys) if as_json else ()
        face.tell_done(changes, as_json=as_json, along=() if as_json else along, rows=rows)

    def _finders(self, tables: "Tables") -> Mapping[str, Callable[[str], int]]:
        return self.finders(tables) if self.finders else {}

    def _meeting(self, tables: "Tables", reference: str | None) -> int | None:
        from alternat.actions.meetings import meeting_id

        return None if reference is None else meeting_id(tables, reference)

    def _found(self, face: Face, tables: "Tables", row: Any, meeting: int | None) -> list[int]:
        from alternat.planning.rows import found

        names = row if isinstance(row, tuple) else (row,)
        return [
            found(tables, self.noun, str(each), meeting, language=face.language)
            for each in dict.fromkeys(names)
        ]


def noun_commands(
    noun: Noun,
    verbs: Callable[[], Verbs],
    says: Says,
    *,
    beside: Beside | None = None,
    spared: Collection[str] = (),
    columns: Sequence[str] = (),
    several: bool = False,
    of_meeting: bool = True,
    finders: "Finders | None" = None,
) -> tuple[Command, ...]:
    """Return the commands of a noun.

    `spared` names fields that `add` works out where they are not given, `columns` those that a list shows
    where it does not show all; with `several` a command takes several rows at once. Rows of one meeting
    are asked for by its reference, unless the noun is not `of_meeting`. `finders` find rows of other nouns
    by what is typed for a field, where their usual names do not tell them apart.
    """
    own = _Commands(noun, verbs, beside, columns, finders)
    row = _row_argument(noun, says.row, several=several)
    where = (ONE_MEETING,) if of_meeting else ()
    new = options(noun, is_new=True, without=[f"{each}?" for each in spared])
    known = options(noun, is_new=False)
    made = [
        made_command("add", says.add, own.run_add, (FILE, *where, new, AS_JSON)),
        made_command("set", says.set, own.run_set, (FILE, row, *where, known, AS_JSON)),
        made_command("remove", says.remove, own.run_remove, (FILE, row, *where, AS_JSON)),
    ]
    if says.list is not None:
        made.append(made_command("list", says.list, own.run_list, (FILE, *where, AS_JSON)))
    return tuple(made)


def told(
    noun: Noun,
    tables: "Tables",
    meeting: int | None,
    keys: Collection[int] | None,
    beside: Beside | None = None,
) -> list[dict[str, Any]]:
    """Return rows of a noun for JSON, in the order of its list; all of a meeting unless some are named."""
    from alternat.exchange.nouns import as_json
    from alternat.planning.rows import values

    more = beside.as_json(tables, meeting) if beside else {}
    return [
        as_json(noun, key, row) | dict(more.get(key, {}))
        for key, row in values(tables, noun, meeting).items()
        if keys is None or key in keys
    ]


def shown(face: Face, value: object) -> object:
    """Return a value of any kind as a cell of a table: numbers stay numbers, which stand on the right."""
    if isinstance(value, bool):
        return face.say(message("yes") if value else message("no"))
    if isinstance(value, Label):
        return face.read(value)
    if isinstance(value, InstrumentKind):
        from alternat.planning.instruments import KIND_WORDS

        return face.say(KIND_WORDS[value])
    return value if value is None or isinstance(value, int) else face.show(value)


def heading(face: Face, field: Field) -> str:
    """Return what stands over the column of a field."""
    from alternat.language.formats import sentence_case

    return face.say(field.heading) if field.heading else sentence_case(face.say(field.title))


def _row_argument(noun: Noun, explains: Message, *, several: bool) -> Callable[[Any], Any]:
    is_number = not noun.found_by or noun.found_by == ("number",)
    more: dict[str, Any] = {"type": within(KEYS)} if is_number else {}
    if several:
        more |= {"nargs": -1, "required": True}
    metavar = "NUMBER" if is_number else noun.table.upper().replace("_", "-")
    return argument("row", metavar=metavar, explains=explains, **more)


def made_command(
    name: str, summary: Message, function: Any, parameters: Sequence[Callable[[Any], Any]]
) -> Command:
    """Return a command that runs a method with these parameters, in the order in which help shows them."""

    def run(face: Face, **typed: Any) -> Exit:
        done: Exit = function(face, **typed)
        return done

    made: Any = run
    for each in reversed(parameters):
        made = each(made)
    return command(name, summary)(made)
