"""Finds on the syntax tree what steps of the history are called, and keeps every name that one ever had.

A step keeps the English template of its name, which the catalogs translate when it is shown. Run

    .venv/bin/python -m tests.storage.journal.step_names

after a new step or a rewording: it adds the new names to `tests/snapshots/steps.txt` and never drops one.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.kept import kept
from tests.source_tree import Module, modules, nodes_of

KEPT = "steps"
HEADING = (
    "# Every name that a step of the history ever had, and every sentence inside one: files keep them all.\n"
    "# Never take one out; add new ones with .venv/bin/python -m tests.storage.journal.step_names\n"
)
OPENS_A_STEP = {"change": 0, "erase": 2}
"""The methods that open a step, with the place of its name among what they are given."""
SAYS = {"message": 1, "counted": 2}
"""The functions that make a sentence, with how many forms it has."""
JOINT = " || "
"""What stands between the two forms of a counted name."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class StepNames:
    """Follows what is given as the name of a step back to the sentences that it can be."""

    source: dict[str, Module]
    found: set[str] = field(default_factory=set)
    unclear: list[str] = field(default_factory=list)
    """Where a name comes from something that cannot be followed."""

    def __post_init__(self) -> None:
        self._functions: dict[str, list[_Placed]] = {}
        self._calls: dict[str, list[tuple[Module, Function | None, ast.Call]]] = {}
        self._seen: set[ast.AST] = set()
        for module in self.source.values():
            self._file(module)

    def gather(self) -> "StepNames":
        """Look through every step that is opened."""
        for name, place in OPENS_A_STEP.items():
            for module, inside, call in self._calls.get(name, ()):
                if (
                    isinstance(call.func, ast.Attribute)
                    and _opens(call.func, name)
                    and len(call.args) > place
                ):
                    self._follow(module, inside, call.args[place])
        return self

    def _file(self, module: Module) -> None:
        owners: dict[ast.AST, Function] = {}
        for node in nodes_of(module.tree):
            if isinstance(node, Function):
                self._functions.setdefault(node.name, []).append(_Placed(module, node))
                # Breadth first, so that the innermost function comes last and stays.
                owners |= dict.fromkeys(ast.walk(node), node)
        for node in nodes_of(module.tree):
            if isinstance(node, ast.Call):
                self._calls.setdefault(_name_of(node.func), []).append((module, owners.get(node), node))

    def _follow(self, module: Module, inside: Function | None, value: ast.expr) -> None:
        if value in self._seen:
            return
        self._seen.add(value)
        match value:
            case ast.Call(func=ast.Name(id=("message" | "counted") as says)):
                self._say(module, inside, value, SAYS[says])
            case ast.IfExp(body=one, orelse=other):
                self._follow(module, inside, one)
                self._follow(module, inside, other)
            case ast.Name(id=name):
                self._follow_name(module, inside, name, value)
            case ast.Call(func=ast.Name(id=name)):
                self._follow_functions(self._called(module, name), module, value)
            case ast.Attribute(attr=name):
                self._follow_functions(self._functions.get(name, []), module, value)
            case _:
                self._miss(module, value)

    def _say(self, module: Module, inside: Function | None, call: ast.Call, forms: int) -> None:
        texts = [part.value for part in call.args[:forms] if isinstance(part, ast.Constant)]
        self.found.add(JOINT.join(map(str, texts)))
        for argument in call.keywords:
            self._follow_inner(module, inside, argument.value)

    def _follow_inner(self, module: Module, inside: Function | None, value: ast.expr) -> None:
        """Follow what stands inside a name only where it may be a sentence too."""
        match value:
            case ast.Call(func=ast.Name(id=name)) if name in SAYS or any(
                map(_says, self._called(module, name))
            ):
                self._follow(module, inside, value)
            case ast.Name(id=name) if inside is not None:
                for given in _assigned(inside, name):
                    self._follow_inner(module, inside, given)
                if _place_of(inside, name, annotated="Message") is not None:
                    self._follow(module, inside, value)
            case ast.IfExp(body=one, orelse=other):
                self._follow_inner(module, inside, one)
                self._follow_inner(module, inside, other)

    def _called(self, module: Module, name: str) -> "list[_Placed]":
        """Return the function that a name means in a module: its own one, else the one it imports."""
        everywhere = self._functions.get(name, [])
        own = [each for each in everywhere if each.module is module]
        homes = {
            node.module
            for node in nodes_of(module.tree)
            if isinstance(node, ast.ImportFrom) and any(alias.name == name for alias in node.names)
        }
        return own or [each for each in everywhere if each.module.name in homes]

    def _follow_name(self, module: Module, inside: Function | None, name: str, value: ast.expr) -> None:
        given = list(_assigned(inside or module.tree, name))
        place = _place_of(inside, name) if inside is not None else None
        if inside is not None and place is not None:
            callers = list(self._given_to(inside, name, place))
            for caller, around, argument in callers:
                self._follow(caller, around, argument)
            given += [argument for _, _, argument in callers]
        if not given:
            self._miss(module, value)
        for each in _assigned(inside or module.tree, name):
            self._follow(module, inside, each)

    def _given_to(
        self, function: Function, name: str, place: int
    ) -> Iterator[tuple[Module, Function | None, ast.expr]]:
        for module, inside, call in self._calls.get(function.name, ()):
            named = [each.value for each in call.keywords if each.arg == name]
            yield from ((module, inside, each) for each in named or call.args[place : place + 1])

    def _follow_functions(self, known: "list[_Placed]", module: Module, value: ast.expr) -> None:
        speaking = [each for each in known if _says(each)]
        for each in speaking:
            for node in ast.walk(each.function):
                if isinstance(node, ast.Return) and node.value is not None:
                    self._follow(each.module, each.function, node.value)
        if not speaking:
            self._miss(module, value)

    def _miss(self, module: Module, value: ast.expr) -> None:
        self.unclear.append(f"{module.name}:{value.lineno}: {ast.unparse(value)}")


def step_names() -> StepNames:
    """Return what the steps of the program are called today."""
    writing = {name: module for name, module in modules().items() if module.room in {"actions", "storage"}}
    return StepNames(writing).gather()


def kept_names() -> set[str]:
    """Return every name that a step ever had."""
    lines = kept(KEPT).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def keep(names: Iterable[str]) -> None:
    """Write names down beside those that are kept."""
    before = kept_names() if kept(KEPT).exists() else set()
    every = sorted({*before, *names})
    kept(KEPT).write_text(HEADING + "".join(f"{each}\n" for each in every), encoding="utf-8", newline="\n")


def _opens(method: ast.Attribute, name: str) -> bool:
    asked = ast.unparse(method.value)
    return asked.endswith("erasing") if name == "erase" else asked in {"workspace", "ws"}


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@dataclass(frozen=True)
class _Placed:
    """A function and the module that it stands in."""

    module: Module
    function: Function


def _says(placed: _Placed) -> bool:
    """Return whether a function gives sentences, by what it says that it gives."""
    given = placed.function.returns
    return given is not None and ast.unparse(given) in {"Message", "Message | None"}


def _assigned(scope: ast.AST, name: str) -> Iterator[ast.expr]:
    """Yield what a name is given in a function or a module."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and any(getattr(each, "id", "") == name for each in node.targets):
            yield node.value
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and getattr(node.target, "id", "") == name:
            yield from () if node.value is None else (node.value,)


def _place_of(function: Function, name: str, annotated: str = "") -> int | None:
    """Return the place of an argument of a function, if it has one of that name and kind."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    for place, argument in enumerate(arguments):
        kind = ast.unparse(argument.annotation) if argument.annotation is not None else ""
        if argument.arg == name and annotated in kind:
            return place
    return None


if __name__ == "__main__":
    now = step_names()
    keep(now.found)
    sys.stdout.writelines(f"not followed: {each}\n" for each in now.unclear)
