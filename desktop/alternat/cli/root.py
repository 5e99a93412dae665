"""The command `alternat` itself, which loads the others on demand and opens the window without one."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from alternat.addresses import without_password
from alternat.cli.face import Face
from alternat.cli.registry import COMMANDS
from alternat.cli.syntax import Command, Group, Option
from alternat.cli.window import is_address, show_window
from alternat.language.messages import Message, message

READ_ONLY = "--read-only"
"""Behind an address: look at the dialogue without holding it, as when it is open for editing elsewhere."""


class Root(Group):
    """All commands, each loaded when it is asked for; alone or with a dialogue's address, the window."""

    def __init__(self) -> None:
        summary = message(
            "Protocol desk for a dialogue of two countries that host its annual meeting in turn. "
            "Without a command the window opens: alternat [FILE [--read-only]]"
        )
        super().__init__("alternat", (), summary)
        self.params.append(_version_option())
        self._descriptors = {each.name: each for each in COMMANDS}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the words of all commands in the order of the work."""
        return list(self._descriptors)

    def summaries(self) -> Sequence[tuple[str, Message]]:
        """Return the words and summaries of all commands without loading any."""
        return [(each.name, each.summary) for each in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the module of a command and return the command."""
        module = import_module(self._descriptors[cmd_name].module)
        commands: Sequence[Command | Group] = module.COMMANDS
        return next(each for each in commands if each.name == cmd_name)

    def run_alone(self, ctx: click.Context, **_: Any) -> Any:
        """Open the window on its welcome screen."""
        return show_window(ctx.obj, None) if ctx.invoked_subcommand is None else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the next word; for a lone address, the one that opens the window on it."""
        alone = args[1:] in ([], [READ_ONLY])
        if alone and args[0] not in self._descriptors and is_address(args[0]):
            return args[0], _window_on(args[0], read_only=len(args) > 1), []
        return super().resolve_command(ctx, args)


def _window_on(address: str, *, read_only: bool) -> Command:
    @click.pass_obj
    def show(face: Face) -> int:
        return show_window(face, address, read_only=read_only)

    return Command(
        without_password(address), callback=show, summary=message("Open the window on a dialogue.")
    )


def _version_option() -> Option:
    def tell(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's signature
        if asked:
            from alternat.language.zones import newest_zone_data

            ctx.obj.tell(f"alternat {_version()}")
            zones = newest_zone_data().version or "–"
            ctx.obj.tell(message("Time zones: {version}", version=zones))
            ctx.exit()

    return Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=tell,
        explains=message("Tell the version and stop."),
    )


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("alternat")
    except PackageNotFoundError:
        # Run out of its source without having been installed.
        return "?"
