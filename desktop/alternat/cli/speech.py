"""Which language the command line speaks, decided before a single word of it is parsed."""

from collections.abc import Mapping, Sequence

from alternat.cli.values import NotOffered
from alternat.language.label import Language
from alternat.language.messages import series

OPTION = "--lang"
VARIABLE = "ALTERNAT_LANG"


def asked_language(arguments: Sequence[str], environ: Mapping[str, str]) -> Language | None:
    """Return the language that `--lang`, anywhere on the line, or else `ALTERNAT_LANG` asks for.

    A locale such as `fr_CA` will do; a language that is none of ours is a `NotOffered`.
    """
    for name, asked in ((OPTION, _on_line(arguments)), (VARIABLE, environ.get(VARIABLE))):
        if asked:
            code = _code(asked)
            if code not in set(Language):
                raise NotOffered(value=asked, name=name, choices=series(each.value for each in Language))
            return Language(code)
    return None


def usual_language(environ: Mapping[str, str], chosen: Language | None) -> Language:
    """Return the language where none is asked for: the one chosen in the window, the system's, or English."""
    if chosen is not None:
        return chosen
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            code = _code(value)
            return Language(code) if code in set(Language) else Language.EN
    return Language.EN


def _on_line(arguments: Sequence[str]) -> str | None:
    asked = None
    is_value = False
    for argument in arguments:
        if argument == "--":
            break
        if is_value:
            asked = argument
        elif argument.startswith(f"{OPTION}="):
            asked = argument.partition("=")[2]
        is_value = argument == OPTION and not is_value
    return asked


def _code(locale: str) -> str:
    return locale.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
