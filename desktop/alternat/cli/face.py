"""What every command is handed: its catalog, its streams, and the way to a workspace and to the window."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Protocol

from alternat.cli.columns import in_one_line, table
from alternat.cli.output import Output
from alternat.errors import AlternatError
from alternat.language.catalogs import Catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, Series, message

if TYPE_CHECKING:
    # The database engine is loaded with the first dialogue, not with the first word of help.
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


PASSWORD = "ALTERNAT_PASSWORD"  # noqa: S105 - the name of a variable
"""The environment variable with the password of a protected dialogue; on the line everybody could read it."""
NEW_PASSWORD = "ALTERNAT_NEW_PASSWORD"  # noqa: S105 - the name of a variable
"""The environment variable with the password that a dialogue is to have from now on."""
OLD_PASSWORD = "ALTERNAT_OLD_PASSWORD"  # noqa: S105 - the name of a variable
"""The environment variable with a password that older backups still have."""


_SPOKEN = (Message, Series, Label, AlternatError)
"""What a cell can hold that every language writes in its own way."""


class OpenWindow(Protocol):
    """Opens the window on a dialogue, or on its welcome screen, in a language or the remembered one."""

    def __call__(self, address: str | None, language: Language | None, /, *, read_only: bool = False) -> int:
        """Return the exit code once the window is closed."""
        ...


class Exit(IntEnum):
    """How a command ends, as its exit code."""

    DONE = 0
    BLOCKED = 1
    """Findings stop what was asked for."""
    REFUSED = 2
    """Bad input or usage: one line on the error stream, and nothing written."""
    FAULT = 3
    """A fault in Alternat itself; its details are in the log file."""
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Face:
    """One run of the command line: the language it speaks, and where it reads and writes."""

    catalog: Catalog
    out: Output
    err: Output
    open_window: OpenWindow
    """Returns when the window is closed."""
    environ: Mapping[str, str]
    has_display: Callable[[], bool]
    """Whether somebody would see a window."""
    asked_language: Language | None
    """The language that the line or the environment asks for; None leaves it to the settings."""
    actor: str
    """Whose name the journal keeps beside each change."""
    ask_secret: Callable[[str], str] | None = None
    """Asks at the terminal for what must not be seen; None where there is no terminal."""
    opened: "list[Workspace]" = field(default_factory=list)
    """The dialogues of this run; a fault of ours may come of damage to one of them."""

    @property
    def language(self) -> Language:
        """The language of the messages."""
        return self.catalog.language

    def say(self, sentence: Message) -> str:
        """Return a sentence in the language of the messages."""
        return self.catalog.say(sentence)

    def read(self, label: Label) -> str:
        """Return a text of the dialogue for the screen; a stand-in carries the tag of its own language."""
        return label.on_screen(self.language)

    def tell(self, sentence: Message | str = "") -> None:
        """Write one line on the output."""
        self.out.write((sentence if isinstance(sentence, str) else self.say(sentence)) + "\n")

    def warn(self, sentence: Message | str) -> None:
        """Write one line on the error stream."""
        self.err.write((sentence if isinstance(sentence, str) else self.say(sentence)) + "\n")

    def refuse(self, error: AlternatError) -> Exit:
        """Write what an error has to tell as one line on the error stream."""
        self.err.write(f"alternat: {in_one_line(self.catalog.say_error(error))}\n")
        return Exit.REFUSED

    def show(self, value: object) -> str:
        """Return a value as a sentence in the language of the messages would show it."""
        return self.catalog.show(value)

    def tell_table(self, headings: Sequence[Message | str], rows: Iterable[Sequence[object]]) -> None:
        """Write rows in columns, sentences and texts in the language of the messages.

        On a terminal the widest columns are cut to its width.
        """
        cells = shutil.get_terminal_size().columns if self.out.isatty() else None
        spoken = ([self.show(each) if isinstance(each, _SPOKEN) else each for each in row] for row in rows)
        for line in table([self.show(heading) for heading in headings], spoken, cells=cells):
            self.tell(line)

    def tell_done(
        self,
        changes: "Changes",
        *,
        as_json: bool = False,
        along: "Sequence[Message]" = (),
        rows: "Sequence[Mapping[str, Any]] | None" = None,
    ) -> None:
        """Write what a verb did: by the name of its step, or as JSON with the rows that it changed.

        `along` says what went with it. `rows` are those of a noun as its list tells them, which JSON tells
        instead of the step.
        """
        went = {"along": [self.say(each) for each in along]} if along else {}
        if as_json and rows is not None:
            self.tell_json([{**each, **went} for each in rows])
        elif as_json:
            self.tell_json(
                {
                    "step": changes.step,
                    "done": self.say(changes.label) if changes else "",
                    "changed": [
                        {"table": row.table, "id": row.key, "kind": row.kind.value} for row in changes.rows
                    ],
                    **went,
                }
            )
        elif changes:
            self.tell(message("Done: {step}.", step=changes.label))
            for each in along:
                self.tell(each)
        else:
            self.tell(message("Nothing had to be changed."))

    def tell_json(self, value: Any) -> None:
        """Write a value as JSON on the output."""
        json.dump(value, self.out, ensure_ascii=False, indent=2)
        self.out.write("\n")

    def reading(self, address: str) -> "Workspace":
        """Open a dialogue to read from it."""
        return self._opened(address, write=False)

    def writing(self, address: str) -> "Workspace":
        """Open a dialogue to change it."""
        return self._opened(address, write=True)

    def creating(self, address: str, fill: "Callable[[Workspace], object]") -> "Workspace":
        """Make a new dialogue with what `fill` writes, protected where the environment holds a password.

        On a server the password of the address is all there is.
        """
        from alternat.settings import desk_id
        from alternat.storage.workspace import create_workspace

        password = self.password_for(address)
        workspace = create_workspace(address, actor=self.actor, password=password, desk=desk_id(), fill=fill)
        if password is not None:
            self.tell(
                message("{file} is protected by the password in {variable}.", file=address, variable=PASSWORD)
            )
        return workspace

    def password_for(self, address: str) -> str | None:
        """Return the password that a new file at an address gets; None for a server and where none is."""
        from alternat.addresses import is_server
        from alternat.storage.passwords import require_fit

        given = None if is_server(address) else self.environ.get(PASSWORD)
        return None if given is None else require_fit(given)

    def _opened(self, address: str, *, write: bool) -> "Workspace":
        from alternat.settings import desk_id
        from alternat.storage.faults import PasswordNeeded
        from alternat.storage.workspace import open_workspace

        desk = desk_id()
        try:
            workspace = open_workspace(address, actor=self.actor, write=write, desk=desk)
        except PasswordNeeded:
            password = self.environ.get(PASSWORD)
            if not password and self.ask_secret is not None:
                password = self.ask_secret(self.say(message("Password:")) + " ")
            if not password:
                raise
            workspace = open_workspace(address, actor=self.actor, write=write, password=password, desk=desk)
        # A command has seen what was there when it began, and nothing that came in meanwhile.
        workspace.team.follow()
        return self._watched(workspace)

    def _watched(self, workspace: "Workspace") -> "Workspace":
        """Say that the history is damaged, which stops nobody, and remember whom to ask about a fault."""
        self.opened.append(workspace)
        if workspace.has_damaged_history():
            self.warn(
                message(
                    "The history of {file} is damaged; the rest can be used. “alternat verify” says "
                    "what is wrong.",
                    file=workspace.address,
                )
            )
        return workspace
