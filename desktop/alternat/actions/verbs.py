"""What makes a function a verb: no other desk comes between its reading and its writing."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from alternat.storage.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")


def verb(function: Callable[Concatenate[Workspace, P], R]) -> Callable[Concatenate[Workspace, P], R]:
    """Let a function run inside `Workspace.verb`.

    On a server nobody else writes meanwhile, and a row that another desk has changed since this one last
    looked is a `ConflictError`, naming it. Slow work that needs no rows is better done before.
    """

    @wraps(function)
    def run(workspace: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with workspace.verb():
            return function(workspace, *args, **kwargs)

    return run
