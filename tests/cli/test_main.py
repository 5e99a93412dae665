"""The way in: languages, usage errors, exit codes, and when the window opens."""

from importlib import import_module
from pathlib import Path

import pytest

from alternat.cli import dialogues
from alternat.cli.face import Exit, Face
from alternat.cli.registry import COMMANDS
from alternat.language.label import Language
from tests.cli.terminal import Terminal


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["poeple"], "There is no command “poeple”. Is “people” what you meant? See alternat --help."),
        (
            ["new-edition", "a"],
            "There is no command “new-edition” by itself. Type alternat meeting new-edition. See alternat",
        ),
        (["people", "a", "--mee", "1"], "There is no option “--mee” here."),
        (["people", "a", "--meting", "1"], "Is “--meeting” what you meant? See alternat people --help."),
        (["people"], "FILE must be given and is missing. See alternat people --help."),
        (["people", "a", "--meeting"], "The option “--meeting” needs a value after it."),
        (["people", "a", "--json=1"], "The option “--json” takes no value."),
        (["people", "a", "b", "c"], "There is more on the line than the command takes: b c."),
        (
            ["meeting"],
            (
                "“alternat meeting” needs one of these words after it: "
                "add, set, propose, accept, withdraw, status, new-edition, list, remove."
            ),
        ),
        (
            ["meeting", "drop"],
            (
                "There is no command “drop”. The commands are: add, set, propose, accept, withdraw, status, "
                "new-edition, list, remove."
            ),
        ),
        (["people", "a", "--side", "CA", "--json", "--side", "CN"], "The option “--side” is given twice."),
        (["people", "a", "--json", "--json"], "The option “--json” is given twice. Give it once."),
        (["people", "--lang", "fr", "a", "--lang=en"], "The option “--lang” is given twice."),
        (["print", "a", "badges", "-oa", "-o", "b"], "The option “-o” is given twice."),
        (["print", "a", "badges", "-oa", "--output=b"], "The option “--output” is given twice."),
        (["guidance", "set", "a", "1", "--question", "--json"], "The option “--question” needs a value"),
        (["guidance", "set", "a", "1", "--question", "--help"], "The option “--question” needs a value"),
        (["guidance", "set", "a", "1", "--question", "--lang", "fr"], "--question"),
        (["guidance", "set", "a", "1", "--question", "--answer=x"], "The option “--question” needs a value"),
        (
            ["dates", "a", "--between", "2027-01-01", "--json"],
            "The option “--between” needs a value after it.",
        ),
        (["guidance", "add", "a", "dialogue=d"], "“dialogue=d” is written --dialogue d now."),
        (["guidance", "add", "a", "asked_on=2027-01-01"], "is written --asked-on 2027-01-01 now."),
        (["guidance", "add", "a", "asked-on=2027-01-01"], "is written --asked-on 2027-01-01 now."),
        (["meeting", "set", "a", "2027", "from=2027-01-01"], "is written --from 2027-01-01 now."),
        (["room", "add", "a", "seats=5"], "“seats=5” is written --seats 5 now."),
        (["session", "add", "a", "fixed=yes"], "“fixed=yes” is written --fixed now."),
        (["session", "set", "a", "1", "is_fixed=no"], "“is_fixed=no” is written --fixed no now."),
        (["agenda", "add", "a", "1", "text.fr=X"], "“text.fr=X” is written --text-fr X now."),
        (["guidance", "add", "a", "colour=red"], "“colour=red” gives no field: options do."),
        (["room", "add", "a", "--opens", "08:00:30"], "“08:00:30” in --opens is not a time of day."),
        (["meeting", "set", "a", "2027", "--from", "2027-02-30"], "“2027-02-30” in --from is not a day"),
        (["print", "a", "badges", "--meeting", "1"], "--output must be given and is missing."),
        (["log", "a", "--limit", "0"], "“0” is not a whole number from 1 to 100000, as --limit needs."),
        (["log", "a", "--limit", "³"], "“³” is not a whole number"),
        (["people", "a", "--lang", "de"], "“de” is not a value of --lang. Choose one of: en, fr, zh."),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(terminal: Terminal, words: list[str], sentence: str) -> None:
    outcome = terminal.type(*words)
    assert (outcome.code, outcome.out) == (Exit.REFUSED, "")
    assert outcome.err.startswith("alternat: ")
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "environ", "opening"),
    [
        (["--lang", "fr", "--help"], {}, "Utilisation"),
        (["--help", "--lang=zh"], {}, "用法"),
        (["--help"], {"ALTERNAT_LANG": "fr"}, "Utilisation"),
        (["--help"], {"ALTERNAT_LANG": "fr_CA", "LANG": "zh_CN.UTF-8"}, "Utilisation"),
        (["--help"], {"LANG": "zh_CN.UTF-8"}, "用法"),
        (["--help"], {"LANG": "de_DE.UTF-8"}, "Usage"),
        (["--help", "--lang", "en"], {"ALTERNAT_LANG": "fr"}, "Usage"),
        (["--help"], {}, "Usage"),
    ],
)
def test_messages_come_in_the_language_asked_for(
    terminal: Terminal, words: list[str], environ: dict[str, str], opening: str
) -> None:
    terminal.environ = environ
    assert terminal.done(*words).out.startswith(opening)


def test_the_language_of_the_window_is_the_language_of_the_line(terminal: Terminal) -> None:
    terminal.settings.change(language=Language.FR)
    assert terminal.done("--help").out.startswith("Utilisation")


def test_usage_errors_are_translated(terminal: Terminal) -> None:
    assert terminal.type("poeple", "--lang", "fr").err == (
        "alternat: Il n’y a pas de commande «\N{NO-BREAK SPACE}poeple\N{NO-BREAK SPACE}». "
        "Vouliez-vous dire «\N{NO-BREAK SPACE}people\N{NO-BREAK SPACE}»? Voir alternat --help.\n"
    )


@pytest.mark.parametrize(
    ("language", "opening", "heading"),
    [("en", "Usage: ", "Options:"), ("fr", "Utilisation", "Options"), ("zh", "用法", "选项")],
)
@pytest.mark.parametrize("name", [each.name for each in COMMANDS])
def test_every_command_has_a_help_page(
    terminal: Terminal, name: str, language: str, opening: str, heading: str
) -> None:
    page = terminal.done(name, "--help", "--lang", language).out
    assert page.startswith(opening)
    assert heading in page


def test_the_summary_of_a_command_is_the_one_in_the_list() -> None:
    for descriptor in COMMANDS:
        module = import_module(descriptor.module)
        command = next(each for each in module.COMMANDS if each.name == descriptor.name)
        assert command.summary == descriptor.summary


def test_without_words_the_window_opens_on_its_welcome_screen(terminal: Terminal) -> None:
    terminal.has_display = True
    assert terminal.done().out == ""
    terminal.done("--lang", "fr")
    assert terminal.windows == [(None, None), (None, Language.FR)]


def test_a_file_opens_in_the_window(terminal: Terminal, empty: Path) -> None:
    terminal.has_display = True
    terminal.environ = {"ALTERNAT_LANG": "zh"}
    terminal.done(empty)
    terminal.done("postgresql://server/talks")
    assert terminal.windows == [(str(empty), Language.ZH), ("postgresql://server/talks", Language.ZH)]


def test_the_window_refuses_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    terminal.has_display = True
    outcome = terminal.type(tmp_path / "gone.alternat")
    assert outcome.code == Exit.REFUSED
    assert "There is no file" in outcome.err
    assert terminal.windows == []


def test_without_a_display_the_window_says_so(terminal: Terminal, empty: Path) -> None:
    outcome = terminal.type(empty)
    assert outcome.code == Exit.REFUSED
    assert "There is no display" in outcome.err


def test_who_tells_qt_what_to_draw_on_gets_the_window(terminal: Terminal, empty: Path) -> None:
    terminal.environ |= {"QT_QPA_PLATFORM": "offscreen"}
    terminal.done(empty)
    assert terminal.windows == [(str(empty), None)]


def test_a_missing_library_of_the_window_is_said(
    terminal: Terminal, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(terminal, "_open", fail)
    terminal.has_display = True
    outcome = terminal.type(empty)
    assert (outcome.code, outcome.err.count("\n")) == (Exit.REFUSED, 1)
    assert "libEGL.so.1" in outcome.err


def test_a_fault_of_our_own_is_one_line_and_a_log(
    terminal: Terminal, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Face) -> None:
        raise ZeroDivisionError("never shown")

    monkeypatch.setattr(dialogues, "_facts", fail)
    outcome = terminal.type("info", empty)
    assert outcome.code == Exit.FAULT
    assert outcome.err == (
        "alternat: Alternat failed in a way it should not have, and stopped. "
        "The details are in alternat.log.\n"
    )
    assert [type(fault) for fault in terminal.faults] == [ZeroDivisionError]


def test_a_closed_pipe_and_ctrl_c_end_quietly(
    terminal: Terminal, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, code in ((BrokenPipeError(), Exit.DONE), (KeyboardInterrupt(), Exit.INTERRUPTED)):

        def stop(_: Face, error: BaseException = error) -> None:
            raise error

        monkeypatch.setattr(dialogues, "_facts", stop)
        outcome = terminal.type("info", empty)
        assert (outcome.code, outcome.out, outcome.err.strip()) == (code, "", "")


def test_the_version_is_told(terminal: Terminal) -> None:
    assert terminal.done("--version").out.startswith("alternat ")


def test_the_window_opens_for_reading_only_when_asked(terminal: Terminal, example: Path) -> None:
    terminal.has_display = True
    assert terminal.type(example, "--read-only").code == 0
    assert terminal.is_read_only
    assert terminal.type(example).code == 0
    assert not terminal.is_read_only
    assert terminal.windows == [(str(example), None)] * 2
    assert terminal.type("info", example, "--read-only").code == 2
