"""The floors and the rules of the house, proved on the syntax tree of every module."""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from textwrap import dedent

import pytest

from alternat.models.tables import MODELS
from tests.source_tree import (
    ROOT,
    Arrow,
    Module,
    arrows,
    circles,
    limits_stated,
    mentions,
    modules,
    names_put_together,
    nodes_of,
    place,
    room_of,
    row_writes,
    third_party,
    unguarded_verbs,
)

GROUND = {"errors", "addresses", "shipped", "processes", "collecting", "clock", "language"}
HEADLESS = GROUND | {"settings", "nouns", "models", "planning", "storage", "actions", "documents", "exchange"}
FLOORS: dict[str, set[str]] = {
    "alternat": set(),
    "errors": set(),
    "addresses": set(),
    "shipped": set(),
    "processes": set(),
    "collecting": set(),
    "clock": set(),
    "language": {"errors", "shipped"},
    "settings": GROUND,
    "nouns": {"language"},
    "models": {"errors", "language", "nouns"},
    "planning": GROUND | {"nouns", "models"},
    "storage": GROUND | {"settings", "nouns", "models"},
    "actions": GROUND | {"nouns", "models", "planning", "storage"},
    "documents": GROUND | {"nouns", "models", "planning"},
    "exchange": GROUND | {"nouns", "models", "planning", "documents", "actions"},
    "cli": HEADLESS,
    "ui": HEADLESS,
    "app": HEADLESS | {"ui", "cli"},
    "__main__": HEADLESS | {"ui", "cli", "app"},
}
"""What each room may import besides itself, from the ground up."""

PAGES = {
    *(
        "overview",
        "calendar",
        "subgroups",
        "programme",
        "delegations",
        "checklist",
        "follow_up",
        "objectives",
        "concordance",
        "documents",
        "terms",
    ),
}
BELOW_PAGES = {"look", "desk", "parts", "person", "importing"}
FLOORS_WITHIN: dict[str, dict[str, set[str]]] = {
    "documents": {
        "press": set(),
        "contents": {"press"},
        "kinds": {"press", "contents"},
        "printing": {"press", "contents", "kinds"},
        "proofs": {"press", "kinds", "printing"},
    },
    "ui": {
        "look": set(),
        "desk": {"look"},
        "parts": {"look", "desk"},
        "person": {"look", "desk", "parts"},
        "importing": {"look", "desk", "parts", "person"},
        "opening": {"look", "desk", "parts"},
        **dict.fromkeys(PAGES, BELOW_PAGES),
        "frame": BELOW_PAGES | {"opening"} | PAGES,
        "window": BELOW_PAGES | {"opening", "frame"},
    },
}
"""What each part of a room may import of its other parts, from the ground up: no page another page."""

APART: dict[str, set[str]] = {
    "alternat.documents.kinds": {"alternat.documents.kinds.kind", "alternat.documents.kinds.registry"},
}
"""Whose modules and folders know nothing of each other; those named are for all, or know all."""

UNKNOWN_TO: dict[str, set[str]] = {
    "alternat.documents.press": {
        "alternat.models",
        "alternat.planning.roster",
        "alternat.planning.programme",
    },
}
"""What a part of a room must not even know that the room may: the press prints whatever it is given."""

ONLY_IN: dict[str, set[str]] = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "reportlab": {"documents"},
    "click": {"cli"},
    "apsw": {"storage"},
    "psycopg": {"storage"},
    "sqlite3": set(),
}
"""The rooms in which a library lives; in all others it is not imported, not even inside a function."""

TURNED_BY_THE_WHEEL = {
    *("QAbstractSlider", "QAbstractSpinBox", "QComboBox", "QDateEdit", "QDateTimeEdit", "QDial"),
    *("QDoubleSpinBox", "QFontComboBox", "QSlider", "QSpinBox", "QTabBar", "QTabWidget", "QTimeEdit"),
}
"""The classes of Qt that change their value when somebody scrolls past; one module makes them harmless."""
MAKES_THEM_STILL = "alternat.ui.parts.widgets.wheel"

SAYS_NAMES = "alternat.language.called"
"""The module that says what a person is called, in every form."""

WRITERS = {"actions", "storage"}
BANNED_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}
TOP_LEVEL = {"desktop", "resources", "translations", "tests", "pyproject.toml", "README.md", "LICENSE"}
MADE_HERE = {"build", "dist"}
"""What builds leave at the top level, ignored by git."""

MODEL_NAMES = frozenset(model.__name__ for model in MODELS)


Faults = Iterable[tuple[int, object]]
"""Where a module breaks a rule, by line, and with what."""


def offenders(faults_of: Callable[[Module], Faults]) -> list[str]:
    """Where a rule is broken and with what, as an editor opens it; empty when it holds everywhere."""
    return [
        f"{place(module.name, line)}: {fault}"
        for module in modules().values()
        for line, fault in faults_of(module)
    ]


def require_none(found: Iterable[object], advice: str = "") -> None:
    """Fail with every place that is wrong, one a line, however many there are."""
    if lines := list(map(str, found)):
        pytest.fail("\n".join([*lines, advice]), pytrace=False)


def is_in(name: str, root: str) -> bool:
    return name == root or name.startswith(f"{root}.")


def part_of(name: str, root: str) -> str:
    """Return the module or folder of `root` in which a module stands; empty for the root itself."""
    return name.removeprefix(root).split(".")[1] if name != root else ""


def arrows_within(root: str) -> list[Arrow]:
    return [each for each in arrows() if is_in(each.source, root) and is_in(each.target, root)]


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_room_is_on_the_plan() -> None:
    require_none(place(module.name, 1) for module in modules().values() if module.room not in FLOORS)


def test_no_arrow_runs_up() -> None:
    def is_allowed(arrow: Arrow) -> bool:
        source, target = room_of(arrow.source), room_of(arrow.target)
        return source == target or target in FLOORS[source]

    require_none(arrow for arrow in arrows() if not is_allowed(arrow))


@pytest.mark.parametrize("floors", [FLOORS, *FLOORS_WITHIN.values()], ids=["alternat", *FLOORS_WITHIN])
def test_the_floors_themselves_have_no_circle(floors: dict[str, set[str]]) -> None:
    assert circles(floors) == []


@pytest.mark.parametrize("room", FLOORS_WITHIN)
def test_no_arrow_runs_up_within_a_room(room: str) -> None:
    floors, root = FLOORS_WITHIN[room], f"alternat.{room}"

    def is_allowed(arrow: Arrow) -> bool:
        source, target = part_of(arrow.source, root), part_of(arrow.target, root)
        return source == target or target in floors[source]

    assert {part_of(name, root) for name in modules() if is_in(name, root)} - {""} == set(floors)
    require_none(each for each in arrows_within(root) if not is_allowed(each))


@pytest.mark.parametrize("root", APART)
def test_what_stands_apart_knows_nothing_of_its_neighbours(root: str) -> None:
    def is_between(arrow: Arrow) -> bool:
        source, target = part_of(arrow.source, root), part_of(arrow.target, root)
        return source != target and not {arrow.source, arrow.target} & APART[root]

    require_none(each for each in arrows_within(root) if is_between(each))


@pytest.mark.parametrize("root", UNKNOWN_TO)
def test_a_part_does_not_know_what_is_unknown_to_it(root: str) -> None:
    unknown = UNKNOWN_TO[root]
    require_none(
        each
        for each in arrows()
        if is_in(each.source, root) and any(is_in(each.target, name) for name in unknown)
    )


@pytest.mark.parametrize("with_lazy", [False, True], ids=["at import", "inside functions too"])
def test_no_import_circle_exists(*, with_lazy: bool) -> None:
    counted = [arrow for arrow in arrows() if with_lazy or not arrow.is_lazy]
    edges: dict[str, set[str]] = defaultdict(set)
    for arrow in counted:
        edges[arrow.source].add(arrow.target)
    require_none(
        arrow for circle in circles(edges) for arrow in counted if {arrow.source, arrow.target} <= set(circle)
    )


def test_libraries_stay_in_their_rooms() -> None:
    def strays(module: Module) -> Faults:
        for library, line in third_party(module):
            if module.room not in ONLY_IN.get(library, {module.room}):
                yield line, library

    require_none(offenders(strays))


def test_no_control_is_turned_by_the_wheel() -> None:
    def turned(module: Module) -> Faults:
        for node in nodes_of(module.tree):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtWidgets":
                for alias in node.names:
                    if alias.name in TURNED_BY_THE_WHEEL and module.name != MAKES_THEM_STILL:
                        yield alias.lineno, alias.name

    require_none(offenders(turned), f"use the controls of {MAKES_THEM_STILL}")


def test_rows_are_written_only_by_verbs_and_storage() -> None:
    def writes(module: Module) -> Faults:
        return () if module.room in WRITERS else row_writes(module.tree, MODEL_NAMES)

    require_none(offenders(writes))


def test_what_a_person_is_called_is_said_in_one_place() -> None:
    def puts_together(module: Module) -> Faults:
        if module.name != SAYS_NAMES:
            for line in names_put_together(module.tree):
                yield line, "a name"

    require_none(offenders(puts_together), f"use what {SAYS_NAMES} says")


def test_every_verb_runs_as_one() -> None:
    """What a verb reads must hold until it writes, whatever other desks do: put `@verb` above it."""

    def unguarded(module: Module) -> Faults:
        return unguarded_verbs(module.tree) if module.room == "actions" else ()

    require_none(offenders(unguarded), "put @verb above it")


def test_nothing_that_leaves_the_house_reads_private_fields() -> None:
    def reads(module: Module) -> Faults:
        if module.room == "documents" or (module.room == "exchange" and "import" not in module.name):
            for line in mentions(module.tree, "Contact"):
                yield line, "Contact"

    require_none(offenders(reads))


def test_every_module_opens_with_one_sentence() -> None:
    def opening(module: Module) -> Faults:
        words = (ast.get_docstring(module.tree) or "").split("\n\n")[0].replace("\n", " ")
        if not words.endswith(".") or ". " in words:
            yield 1, words or "nothing"

    require_none(offenders(opening))


def test_package_files_hold_no_logic() -> None:
    def logic(module: Module) -> Faults:
        return [(node.lineno, type(node).__name__) for node in module.tree.body[1:] if module.is_package]

    require_none(offenders(logic))


def test_names_say_what_a_module_is_for() -> None:
    def banned(module: Module) -> Faults:
        return [(1, name) for name in {module.path.stem, module.path.parent.name} & BANNED_NAMES]

    require_none(offenders(banned))


def test_modules_functions_and_classes_stay_small() -> None:
    def large(module: Module) -> Faults:
        if (lines := module.source.count("\n")) > 500:
            yield 1, f"{lines} lines"
        for node in nodes_of(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                most = 300 if isinstance(node, ast.ClassDef) else 60
                if lines_of(node) > most:
                    yield node.lineno, f"{node.name}, {lines_of(node)} lines"

    require_none(offenders(large))


def test_no_function_changes_a_module_variable() -> None:
    def changes(module: Module) -> Faults:
        return [
            (node.lineno, ast.unparse(node)) for node in nodes_of(module.tree) if isinstance(node, ast.Global)
        ]

    require_none(offenders(changes))


def test_the_top_level_is_the_plan_and_nothing_else() -> None:
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert shown - MADE_HERE == TOP_LEVEL


@pytest.mark.parametrize(
    "source",
    [
        "tables.Person.create(family='X')",
        "person = workspace.tables.Person\nperson.update(family='X').execute()",
        "person, part = tables.Person, tables.Participation\npart.delete().where(part.id == 1)",
        "row = tables.Person.get_by_id(1)\nrow.save()",
        "for row in tables.Person.select():\n    row.delete_instance()",
        "tables.Person.get_by_id(1).save()",
        "anything.insert_many(rows)",
        "workspace.change(label)",
        "database.execute('UPDATE person SET family = 1')",
        "database.execute_sql('VACUUM')",
    ],
)
def test_the_search_for_writes_finds(source: str) -> None:
    assert len(row_writes(ast.parse(source), MODEL_NAMES)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "options.update({'a': 1})",
        "'Person'.replace('P', 'p')",
        "canvas.save()",
        "people = {p.id: p for p in tables.Person.select()}\npeople.update(more)",
        "rows.insert(0, row)",
        "database.execute('SELECT 1')",
        "replace(person, family='X')",
    ],
)
def test_the_search_for_writes_leaves_alone(source: str) -> None:
    assert row_writes(ast.parse(source), MODEL_NAMES) == []


@pytest.mark.parametrize(
    "source",
    [
        "f'{row.given} {row.family}'",
        "' '.join(filter(None, (family, given)))",
        "' '.join(image[name] for name in ('given', 'family'))",
        "latin or row.name_zh",
        "person.name_zh or latin",
        "latin_name(row) or row.name_zh",
        "message('the name {given} {family}')",
    ],
)
def test_the_search_for_names_finds(source: str) -> None:
    assert names_put_together(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "NameForms(family=row.family, given=row.given)",
        "message('“{family}” for the family name and “{given}” for the given name')",
        "f'{row.family}:'",
        "draft.family or draft.given or draft.name_zh",
        "first.name_zh or second.name_zh",
        "' '.join(by_script(row))",
    ],
)
def test_the_search_for_names_leaves_alone(source: str) -> None:
    assert names_put_together(ast.parse(source)) == []


def test_the_window_takes_from_below_how_much_a_value_may_be() -> None:
    """What a field of a noun takes stands in `nouns/`; the limits of a plan stand beside its rules."""
    require_none(
        offenders(lambda module: limits_stated(module.tree) if module.room == "ui" else ()),
        "Take the limit from the field of its noun, or from the rule that it belongs to.",
    )


@pytest.mark.parametrize(
    "source",
    [
        "seats.setRange(0, 100_000)",
        "LONGEST = 8 * 60\nminutes.setRange(1, LONGEST)",
        "field.setMaxLength(40)",
        "field.setValidator(QIntValidator(1900, 2200))",
        "is_number = 0 <= seats <= 100_000",
        "MOST = 50\nif not -MOST <= booths <= MOST: raise OutOfRange",
    ],
)
def test_a_limit_of_the_windows_own_is_found(source: str) -> None:
    assert len(limits_stated(ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "year.setRange(YEARS.least, YEARS.most)",
        "bar.setRange(0, 0)",
        "bar.setRange(0, max(0, sheet.width - wide))",
        "is_inside = 0 <= row < len(rows)",
    ],
)
def test_the_search_for_limits_leaves_alone(source: str) -> None:
    assert limits_stated(ast.parse(source)) == []


def test_a_broken_rule_names_every_place_that_an_editor_can_open() -> None:
    faults = {"alternat.app": [(3, "one"), (7, "other")], "alternat.models": [(1, "third")]}
    found = offenders(lambda module: faults.get(module.name, ()))
    places = ["desktop/alternat/models/__init__.py:1: third"]
    assert found == ["desktop/alternat/app.py:3: one", "desktop/alternat/app.py:7: other", *places]
    with pytest.raises(pytest.fail.Exception) as failure:
        require_none(found, "mend it")
    assert str(failure.value) == "\n".join([*found, "mend it"])
    require_none([])


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


def test_private_names_are_found_wherever_they_stand() -> None:
    source = dedent("""
        from alternat.models.people import Contact
        tables.Contact.select()
    """)
    assert mentions(ast.parse(source), "Contact") == [2, 3]


def test_what_the_window_may_say_never_names_an_option_of_the_command_line() -> None:
    """A sentence outside the command line reaches both faces; the window has buttons in place of options."""
    said = 0

    def options(module: Module) -> Faults:
        nonlocal said
        for call in nodes_of(module.tree):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Name)
                and call.func.id in {"message", "counted", "mark"}
                and module.room != "cli"
            ):
                for text in call.args:
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        said += 1
                        if re.search(r"--[a-z]", text.value):
                            yield text.lineno, text.value

    require_none(offenders(options))
    assert said
