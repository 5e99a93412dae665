"""Reads the source of the package as trees: its modules, the arrows between them, where rows are written."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop" / "alternat"

CLASS_WRITES = frozenset(
    {
        *("create", "insert", "insert_many", "insert_from", "replace", "replace_many", "update", "delete"),
        *("delete_by_id", "set_by_id", "bulk_create", "bulk_update", "get_or_create"),
        *("create_table", "drop_table", "truncate_table"),
    }
)
"""What a peewee model class is asked when rows are to change."""
ROW_WRITES = frozenset({"save", "delete_instance"})
"""What a row is asked when it is to change."""
ALWAYS_WRITES = frozenset(
    (
        "insert_many",
        "insert_from",
        "delete_instance",
        "bulk_create",
        "bulk_update",
        "delete_by_id",
        "execute_sql",
    )
)
"""Names that nothing but peewee has: a write whoever is asked."""


@dataclass(frozen=True)
class Module:
    """One module of the package, by its dotted name, with its source and its syntax tree."""

    name: str
    path: Path
    source: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """Return the room it stands in: `models`, `ui`, or its own name for a file beside the rooms."""
        return room_of(self.name)

    @property
    def is_package(self) -> bool:
        """Return whether it is an `__init__.py`."""
        return self.path.name == "__init__.py"


@dataclass(frozen=True)
class Arrow:
    """One import of ours by ours; `is_lazy` inside a function or where a string holds the module's name."""

    source: str
    target: str
    line: int
    is_lazy: bool

    def __str__(self) -> str:
        return f"{place(self.source, self.line)}: {self.target}"


def room_of(name: str) -> str:
    """Return the room of a dotted module name; the package itself is `alternat`."""
    return name.split(".")[1] if "." in name else name


@cache
def modules() -> dict[str, Module]:
    """Return every module of the package by dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        source = path.read_text(encoding="utf-8")
        found[name] = Module(name, path, source, ast.parse(source, str(path)))
    return found


def place(name: str, line: int) -> str:
    """Return where a line of a module is, as an editor opens it."""
    return f"{modules()[name].path.relative_to(ROOT).as_posix()}:{line}"


def imported_names(tree: ast.AST, module: str, *, is_package: bool) -> Iterator[tuple[str, int, bool]]:
    """Yield every dotted name that a tree imports, with its line and whether a function does it."""
    for node, is_lazy in _imports(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, is_lazy
        else:
            base = _absolute(node, module, is_package=is_package)
            for alias in node.names:
                yield f"{base}.{alias.name}", node.lineno, is_lazy


@cache
def arrows() -> tuple[Arrow, ...]:
    """Return every import of one of our modules by another, type-only and lazy ones included."""
    known = modules()
    found = []
    for module in known.values():
        for name, line, is_lazy in imported_names(module.tree, module.name, is_package=module.is_package):
            target = name if name in known else name.rpartition(".")[0]
            if target in known and target != module.name:
                found.append(Arrow(module.name, target, line, is_lazy))
        for node in nodes_of(module.tree):
            # A registry names the modules it loads on demand; a name is an arrow too.
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and value in known and value not in {module.name, "alternat"}:
                found.append(Arrow(module.name, value, getattr(node, "lineno", 0), is_lazy=True))
    return tuple(found)


def third_party(module: Module) -> list[tuple[str, int]]:
    """Return the top-level name of everything outside the package that a module imports, with the line."""
    names = imported_names(module.tree, module.name, is_package=module.is_package)
    tops = [(name.split(".")[0], line) for name, line, _ in names]
    return [(top, line) for top, line in tops if top != "alternat"]


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Return every group of modules that import each other in a circle (Tarjan's components over one)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for target in sorted(edges.get(node, ())):
            if target not in index:
                visit(target)
                low[node] = min(low[node], low[target])
            elif target in stack:
                low[node] = min(low[node], index[target])
        if low[node] == index[node]:
            group = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(group) > 1:
                found.append(sorted(group))

    for node in sorted(edges):
        if node not in index:
            visit(node)
    return found


def row_writes(tree: ast.AST, model_names: frozenset[str]) -> list[tuple[int, str]]:
    """Return where a tree writes rows: the line and the call.

    A receiver is a model when it ends in a model's name (`tables.Person`) or is a local name for one
    (`person = tables.Person`); it is a row when its name was assigned from an expression over a model.
    Opening a change (`workspace.change(…)`) and SQL text that writes count as well.
    """
    classes, rows = _names_of_models(tree, model_names)
    found = []
    for node in nodes_of(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        method, receiver = node.func.attr, node.func.value
        last = _last_name(receiver)
        is_class = last in model_names or last in classes
        if (
            method in ALWAYS_WRITES
            or (method in CLASS_WRITES and is_class)
            or (method in ROW_WRITES and (last in rows or _mentions(receiver, model_names | classes)))
            or (method == "change" and last in {"workspace", "ws"})
            or (method == "execute" and _is_writing_sql(node))
        ):
            found.append((node.lineno, ast.unparse(node)[:80]))
    return found


BOUNDING = frozenset({"setRange", "setMaximum", "setMaxLength", "QIntValidator", "QDoubleValidator"})
"""What gives a control of Qt the most that it takes, as the last thing that it is told."""


def limits_stated(tree: ast.Module) -> list[tuple[int, str]]:
    """Return where a module says by a number of its own how much a control or a value may be.

    That is a call that gives a control its most, or a comparison with a number at both ends, be it by a name
    that the module gives to the number.
    """
    named = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and _is_figure(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = []
    for node in nodes_of(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=setter) | ast.Name(id=setter), args=[*_, most]):
                is_stated = setter in BOUNDING and _is_figure(most, named) and ast.unparse(most) != "0"
            case ast.Compare(left=least, comparators=[_, most]):
                is_stated = _is_figure(least, named) and _is_figure(most, named)
            case _:
                is_stated = False
        if is_stated:
            found.append((getattr(node, "lineno", 0), ast.unparse(node)[:80]))
    return found


def _is_figure(node: ast.AST, named: Collection[str] = ()) -> bool:
    """Return whether an expression is made of figures, and of names for them, alone."""
    return all(
        isinstance(each, ast.BinOp | ast.UnaryOp)
        or (isinstance(each, ast.Constant) and type(each.value) in {int, float})
        or (isinstance(each, ast.Name) and each.id in named)
        for each in ast.walk(node)
        if isinstance(each, ast.expr)
    )


def mentions(tree: ast.AST, name: str) -> list[int]:
    """Return the lines on which a tree uses a name, as a name, an attribute, an import or a keyword."""
    return [getattr(node, "lineno", 0) for node in nodes_of(tree) if name in _own_names(node)]


def _own_names(node: ast.AST) -> tuple[str | None, ...]:
    match node:
        case ast.Name(id=own) | ast.Attribute(attr=own) | ast.alias(name=own) | ast.keyword(arg=own):
            return (own,)
        case _:
            return ()


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Return every node of a tree; kept, since each rule looks through the same ones."""
    return tuple(ast.walk(tree))


@cache
def _imports(tree: ast.AST) -> tuple[tuple[ast.Import | ast.ImportFrom, bool], ...]:
    """Return the imports of a tree, each with whether a function makes it."""
    nodes = nodes_of(tree)
    lazy = {
        inner
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    }
    return tuple((node, node in lazy) for node in nodes if isinstance(node, ast.Import | ast.ImportFrom))


def _absolute(node: ast.ImportFrom, module: str, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    kept = parts[: len(parts) - node.level + (1 if is_package else 0)]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _names_of_models(tree: ast.AST, model_names: frozenset[str]) -> tuple[set[str], set[str]]:
    classes: set[str] = set()
    rows: set[str] = set()
    for node in nodes_of(tree):
        pairs: list[tuple[ast.expr, ast.expr]] = []
        if isinstance(node, ast.Assign):
            pairs = [pair for target in node.targets for pair in _unpacked(target, node.value)]
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            pairs = [(node.target, node.value)]
        elif isinstance(node, ast.For | ast.comprehension):
            pairs = [(node.target, node.iter)]
        for target, value in pairs:
            names = {each.id for each in ast.walk(target) if isinstance(each, ast.Name)}
            if _last_name(value) in model_names:
                classes |= names
            elif _mentions(value, model_names | classes):
                rows |= names
    return classes, rows


def _unpacked(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _mentions(node: ast.expr, names: frozenset[str] | set[str]) -> bool:
    return any(isinstance(each, ast.expr) and _last_name(each) in names for each in ast.walk(node))


def _is_writing_sql(call: ast.Call) -> bool:
    texts = (each.value for each in ast.walk(call) if isinstance(each, ast.Constant))
    starts = ("insert", "update", "delete", "replace", "drop", "alter", "create")
    return any(isinstance(text, str) and text.lstrip().lower().startswith(starts) for text in texts)


def unguarded_verbs(tree: ast.Module) -> list[tuple[int, str]]:
    """Return the functions of a module that take a workspace and write, but lack `@verb`."""
    return [
        (node.lineno, node.name)
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and node.args.args[:1]
        and node.args.args[0].arg == "workspace"
        and (is_public_verb(node) or "workspace.change(" in ast.unparse(node))
        and "verb" not in map(ast.unparse, node.decorator_list)
        and node.name not in PREPARING
    ]


PREPARING = frozenset({"set_photo"})
"""What does slow work, reading no rows, before it calls the verb."""


def is_public_verb(node: ast.FunctionDef) -> bool:
    """Return whether a function gives what a verb gives."""
    is_verb = node.returns is not None and ast.unparse(node.returns) == "Changes"
    return is_verb and not node.name.startswith("_")


NAME_PARTS = frozenset({"family", "given"})
_BOTH_PARTS = re.compile(r"\{(given|family)\}[ ,]+\{(given|family)\}")


def names_put_together(tree: ast.AST) -> list[int]:
    """Return the lines where a person's name is put together: of its parts, or of its two scripts."""
    return sorted(
        {node.lineno for node in nodes_of(tree) if isinstance(node, ast.expr) and _makes_name(node)}
    )


def _makes_name(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr() | ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join")):
            return _words(node) >= NAME_PARTS
        case ast.BoolOp(op=ast.Or(), values=[one, other]):
            scripts = {"latin", "name_zh"}
            return scripts == {_last_word(one), _last_word(other)} & scripts or _is_latin_name(one)
        case ast.Constant(value=str(text)):
            return bool(_BOTH_PARTS.search(text))
    return False


def _is_latin_name(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _last_word(node.func) == "latin_name"


def _words(node: ast.expr) -> set[str]:
    """Return the names, attributes and texts that an expression uses."""
    return {_last_word(each) for each in ast.walk(node) if isinstance(each, ast.expr)}


def _last_word(node: ast.expr) -> str:
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word) | ast.Constant(value=str(word)):
            return word
    return ""
