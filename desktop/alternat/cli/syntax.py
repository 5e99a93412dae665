"""The command line's grammar on top of click: commands, arguments and options that explain themselves."""

import difflib
import re
import shlex
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import click

from alternat.cli.face import Face
from alternat.cli.help import Section, page
from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message, series

FEW = 3
"""So many groups may have a command that is named without its group, for them to be offered."""


class UsageError(AlternatError):
    """The command line was not understood; the argument `path` is the command to ask for help."""


class UnknownCommand(UsageError):
    """There is no such command."""

    template = mark("There is no command “{name}”. The commands are: {choices}. See {path} --help.")


class UnknownCommandNear(UsageError):
    """There is no such command, but one with nearly that name."""

    template = mark("There is no command “{name}”. Is “{nearest}” what you meant? See {path} --help.")


class UnknownCommandHere(UsageError):
    """There is no such command, but one of that name in a group or two."""

    template = mark("There is no command “{name}” by itself. Type {choices}. See {path} --help.")


class MissingCommand(UsageError):
    """A group was called without one of its commands."""

    template = mark("“{path}” needs one of these words after it: {choices}. See {path} --help.")


class UnknownOption(UsageError):
    """The command has no such option."""

    template = mark("There is no option “{name}” here. See {path} --help.")


class UnknownOptionNear(UsageError):
    """The command has no such option, but one with nearly that name."""

    template = mark("There is no option “{name}” here. Is “{nearest}” what you meant? See {path} --help.")


class MissingParameter(UsageError):
    """Something that must be given was left out."""

    template = mark("{name} must be given and is missing. See {path} --help.")


class MissingValue(UsageError):
    """An option that needs a value was given none."""

    template = mark("The option “{name}” needs a value after it. See {path} --help.")


class OptionTwice(UsageError):
    """An option that holds one value was given twice."""

    template = mark("The option “{name}” is given twice. Give it once. See {path} --help.")


class NeedlessValue(UsageError):
    """An option that takes no value was given one."""

    template = mark("The option “{name}” takes no value. See {path} --help.")


class ExtraWords(UsageError):
    """More was given than the command takes."""

    template = mark("There is more on the line than the command takes: {extra}. See {path} --help.")


class FormerGrammar(UsageError):
    """A field was given as FIELD=VALUE, which only earlier versions read."""

    template = mark("“{word}” is written {option} now. The options are: {choices}. See {path} --help.")


class FormerField(UsageError):
    """A field was given as FIELD=VALUE, and there is none of that name."""

    template = mark("“{word}” gives no field: options do. They are: {choices}. See {path} --help.")


class NotUnderstood(UsageError):
    """The line was not understood in a way that has no sentence of its own."""

    template = mark("The command line was not understood. See {path} --help.")


class Argument(click.Argument):
    """A value in its own place on the line, with what it is for."""

    def __init__(self, *declarations: Any, explains: Message, **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self.explains = explains


class Option(click.Option):
    """A named value, with what it is for.

    With `instead` it must be given unless one of the options of those names is.
    """

    def __init__(
        self, *declarations: Any, explains: Message, instead: Sequence[str] = (), **attributes: Any
    ) -> None:
        super().__init__(*declarations, **attributes)
        self.explains = explains
        self.instead = tuple(instead)

    @property
    def is_needed(self) -> bool:
        """Whether a line without it, or what stands for it, is refused."""
        return self.required or bool(self.instead)

    def handle_parse_result(
        self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        """Take the value that was typed; where nothing stands for a missing one it is refused."""
        if self.instead and not any(name in opts for name in (self.name, *self.instead)):
            raise click.MissingParameter(ctx=ctx, param=self)
        return super().handle_parse_result(ctx, opts, args)


class Command(click.Command):
    """A command with its summary; it takes nothing that it does not declare."""

    allow_extra_args = True

    def __init__(self, name: str | None, *, summary: Message, **attributes: Any) -> None:
        super().__init__(name, add_help_option=False, **attributes)
        self.summary = summary
        self.params += [_language_option(), _help_option()]

    def get_help(self, ctx: click.Context) -> str:
        """Return the help page in the language of the run."""
        return _help_page(ctx, self.summary, self.params, ())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the line; what is not understood is a `UsageError`."""
        _refuse_former(_places(ctx, args), ctx)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _understood(error, ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, unless words are left over that it does not take."""
        if ctx.args:
            raise ExtraWords(extra=" ".join(ctx.args), path=ctx.command_path)
        return super().invoke(ctx)


class Group(click.Group):
    """A command whose next word is another command."""

    def __init__(
        self, name: str, commands: Sequence[click.Command], summary: Message, **attributes: Any
    ) -> None:
        super().__init__(
            name,
            commands=list(commands),
            add_help_option=False,
            invoke_without_command=True,
            callback=click.pass_context(self.run_alone),
            **attributes,
        )
        self.summary = summary
        self.params += [_language_option(), _help_option()]

    def run_alone(self, ctx: click.Context, **_: Any) -> Any:
        """Do what the group does without a next word: here, ask for one."""
        if ctx.invoked_subcommand is None:
            raise MissingCommand(path=ctx.command_path, choices=series(self.list_commands(ctx)))

    def summaries(self) -> Iterable[tuple[str, Message]]:
        """Return the names and summaries of the commands, in their order."""
        return [(name, each.summary) for name, each in self.commands.items() if isinstance(each, Command)]

    def get_help(self, ctx: click.Context) -> str:
        """Return the help page in the language of the run."""
        return _help_page(ctx, self.summary, self.params, self.summaries())

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order of the work."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the line; what is not understood is a `UsageError`."""
        _places(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _understood(error, ctx) from error

    def _deeper(self, ctx: click.Context, name: str) -> list[str]:
        """Return where a word is a command of a group; none where so many have it that nothing is said."""
        groups = ((each, self.get_command(ctx, each)) for each in self.list_commands(ctx))
        found = [
            f"{ctx.command_path} {each} {name}"
            for each, group in groups
            if isinstance(group, Group) and name in group.commands
        ]
        return found if len(found) <= FEW else []

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the next word; an unknown one is an `UnknownCommand`."""
        name, names = args[0], self.list_commands(ctx)
        if name in names:
            return name, self.get_command(ctx, name), args[1:]
        if deeper := self._deeper(ctx, name):
            raise UnknownCommandHere(name=name, choices=series(deeper), path=ctx.command_path)
        if nearest := difflib.get_close_matches(name, names, n=1):
            raise UnknownCommandNear(name=name, nearest=nearest[0], path=ctx.command_path)
        raise UnknownCommand(name=name, choices=series(names), path=ctx.command_path)


def command(name: str, summary: Message) -> Callable[[Callable[..., Any]], Command]:
    """Return the decorator that makes a command of a function, which is handed the `Face` first."""

    def decorate(function: Callable[..., Any]) -> Command:
        make = click.command(name, cls=Command, summary=summary)
        return make(click.pass_obj(function))

    return decorate


def argument(*declarations: str, explains: Message, **attributes: Any) -> Callable[[Any], Any]:
    """Return the decorator that adds a value in its own place to a command."""
    return click.argument(*declarations, cls=Argument, explains=explains, **attributes)


def option(*declarations: str, explains: Message, **attributes: Any) -> Callable[[Any], Any]:
    """Return the decorator that adds a named value to a command."""
    return click.option(*declarations, cls=Option, explains=explains, **attributes)


def _language_option() -> Option:
    # Its value was read before the line was parsed, since whatever is said about the line needs it.
    explains = message(
        "The language of the messages: en, fr or zh; the environment variable ALTERNAT_LANG sets it too."
    )
    return Option(["--lang"], metavar="LANGUAGE", expose_value=False, explains=explains)


def shown(parameter: click.Parameter) -> str:
    """Return how a parameter is called on the line: `FILE` or `--meeting`."""
    if isinstance(parameter, click.Argument):
        return parameter.metavar or (parameter.name or "").upper()
    return max(parameter.opts, key=len)


def _understood(error: click.UsageError, ctx: click.Context) -> UsageError:
    """Return what click complains about as an error of ours, which can be translated."""
    path = ctx.command_path
    match error:
        case click.NoSuchOption(option_name=name, possibilities=possible) if possible:
            return UnknownOptionNear(name=name, nearest=possible[0], path=path)
        case click.NoSuchOption(option_name=name):
            return UnknownOption(name=name, path=path)
        case click.MissingParameter(param=parameter) if parameter is not None:
            return MissingParameter(name=shown(parameter), path=path)
        case click.BadOptionUsage(option_name=name):
            known = [each for each in ctx.command.params if name in each.opts]
            is_flag = any(isinstance(each, click.Option) and each.is_flag for each in known)
            return (NeedlessValue if is_flag else MissingValue)(name=name, path=path)
        case _:
            return NotUnderstood(path=path)


def _places(ctx: click.Context, args: Sequence[str]) -> Sequence[str]:
    """Return the words that are neither options nor their values, up to a call for help.

    Click lets the last of two values win, and takes the next option for the value of one that lacks its
    own; both are refused here. A value that begins like an option can stand behind an equals sign.
    """
    known = {name: each for each in ctx.command.params if isinstance(each, Option) for name in each.opts}
    places: list[str] = []
    given: set[str | None] = set()
    rest = iter(args)
    for word in rest:
        if word == "--":
            break
        name, is_attached = _spelt(word)
        option = known.get(name)
        if option is None:
            if word.startswith("-"):
                continue
            places.append(word)
            if not ctx.allow_interspersed_args:
                break
            continue
        if option.is_eager:
            break
        if option.name in given and not option.multiple:
            raise OptionTwice(name=name, path=ctx.command_path)
        given.add(option.name)
        for value in islice(rest, 0 if option.is_flag or is_attached else option.nargs):
            if value == "--" or value.partition("=")[0] in known:
                raise MissingValue(name=name, path=ctx.command_path)
    return places


def _spelt(word: str) -> tuple[str, bool]:
    """Return the option that a word is spelt like, and whether its value is in the same word."""
    if word.startswith("--"):
        name, equals, _ = word.partition("=")
        return name, bool(equals)
    return word[:2], len(word) > 2


def _refuse_former(places: Sequence[str], ctx: click.Context) -> None:
    """Raise what is said of FIELD=VALUE, which earlier versions read behind the arguments of a command.

    A field is known there by its column, its key and its option.
    """
    arguments = [each for each in ctx.command.params if isinstance(each, Argument)]
    options = [each for each in ctx.command.params if isinstance(each, Option)]
    by_name = {shown(each).lstrip("-").replace("-", "_"): each for each in options}
    by_name |= {each.name or "": each for each in options}
    path, choices = ctx.command_path, series(map(shown, options))
    taken = (
        sum(each.nargs for each in arguments) if all(each.nargs > 0 for each in arguments) else len(places)
    )
    for place, word in enumerate(places):
        field, equals, value = word.partition("=")
        if place == 0 or not equals or not re.fullmatch(r"[a-z][a-z_-]*(\.[a-z]+)?", field.strip()):
            continue
        now = by_name.get(field.strip().replace(".", "_").replace("-", "_"))
        if now is not None and not (now.is_flag and value != "yes"):
            spelt = shown(now) if now.is_flag else f"{shown(now)} {shlex.quote(value) if value else '-'}"
            raise FormerGrammar(word=word, option=spelt, choices=choices, path=path)
        if place >= taken:
            raise FormerField(word=word, choices=choices, path=path)


def _help_option() -> Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's signature
        if asked:
            ctx.obj.tell(ctx.get_help())
            ctx.exit()

    return Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        explains=message("Show this page and stop."),
    )


def _help_page(
    ctx: click.Context,
    summary: Message,
    params: Sequence[click.Parameter],
    commands: Iterable[tuple[str, Message]],
) -> str:
    face: Face = ctx.obj
    arguments = [each for each in params if isinstance(each, Argument)]
    options = [each for each in params if isinstance(each, Option)]
    words = [shown(each) if each.required else f"[{shown(each)}]" for each in arguments]
    words = [word + "…" if each.nargs != 1 else word for word, each in zip(words, arguments, strict=True)]
    words += [f"{_short_spelling(each)} {each.metavar}" for each in options if each.is_needed]
    words += [face.say(message("COMMAND …"))] if commands else []
    usage = face.say(message("Usage: {line} [OPTIONS]", line=" ".join([ctx.command_path, *words])))
    explained = [(_spelling(each), face.say(each.explains)) for each in options]
    sections = (
        Section(face.say(message("Commands:")), tuple((name, face.say(each)) for name, each in commands)),
        Section(
            face.say(message("Arguments:")),
            tuple((shown(each), face.say(each.explains)) for each in arguments),
        ),
        Section(face.say(message("Options:")), tuple(explained)),
    )
    return page(usage, face.say(summary), sections, cells=shutil.get_terminal_size().columns)


def _short_spelling(option: Option) -> str:
    return min(option.opts, key=len)


def _spelling(option: Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar}"
