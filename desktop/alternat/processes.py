"""Processes of our own for what could harm this one: limited, without secrets, alone with their input."""

import os
import subprocess
import sys
from pathlib import Path

SECRETS = ("ALTERNAT_PASSWORD", "ALTERNAT_NEW_PASSWORD", "ALTERNAT_OLD_PASSWORD")
"""Variables of the environment that no other process is to inherit."""


def ask(module: str, request: bytes, *, seconds: float) -> bytes | None:
    """Return what a module of ours, run in a process of its own, answers to a request; None if it died.

    Raises `TimeoutError` after that many seconds; the process has then been ended.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter on a module of ours
            # -P keeps the current folder out of the path that modules are imported from.
            [sys.executable, "-P", "-m", module],
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    return done.stdout if done.returncode == 0 else None


def environment() -> dict[str, str]:
    """Return this process's environment without its secrets, this very package first among the imports."""
    kept = {name: value for name, value in os.environ.items() if name not in SECRETS}
    own, given = str(Path(__file__).parents[1]), kept.get("PYTHONPATH", "").split(os.pathsep)
    return {**kept, "PYTHONPATH": os.pathsep.join([own, *filter(None, given)])}


def limit_memory(size: int) -> None:
    """Keep this process below an address space in bytes, where the operating system can limit it."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit and the checks of each reader remain.
        return
    for what, limit in ((resource.RLIMIT_AS, size), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(what, (limit, hard))
