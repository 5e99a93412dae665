"""Commands about texts in three languages: who checked, agreed and collated them, and where they differ."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.text_json import differences_as_json, listed, text_as_json
from alternat.cli.values import Day, Languages, within
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import Message, mark, message
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.concordance.differences import Difference
    from alternat.planning.text_states import TextDifferences, TextState
    from alternat.planning.texts import TextKey
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


class NoDifferenceSo(AlternatError):
    """A text has no difference of that number."""

    template = mark("“{code}” has no difference with the number {number}. “text differences” lists them.")


_NAMES = message(
    "What the text is called, as “text list” shows: outcome:2027-3, guidance:4:answer, objective-2, "
    "instrument:1."
)
TEXT = argument("name", metavar="TEXT", explains=_NAMES)
_TEXTS = argument("names", metavar="TEXT", nargs=-1, required=True, explains=_NAMES)
_SOME = argument("names", metavar="TEXT", nargs=-1, required=False, explains=_NAMES)
_LANGUAGES = option(
    "--languages",
    metavar="LANGUAGES",
    type=Languages(),
    explains=message("The languages meant, such as en,fr; all that have a text unless they are given."),
)
_SIDE = option("--side", metavar="SIDE", required=True, explains=message("The code of one side, such as CA."))
_ON = option(
    "--on", "day", metavar="DATE", type=Day(), explains=message("The day it was done; today unless given.")
)
_BY = option("--by", metavar="NAME", explains=message("Who did it; whoever types this unless it is given."))
_DIFFERENCE = argument(
    "number",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of the difference, which “text differences” shows."),
)


@command("list", message("List the texts that have to say the same in every language, and how they stand."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the texts."""
    from alternat.planning.text_states import differences, text_states

    with face.reading(file) as workspace:
        states, differing = text_states(workspace.tables), differences(workspace.tables)
    if as_json:
        face.tell_json([text_as_json(each, differing.get(each.key)) for each in states])
        return Exit.DONE
    headings = (
        *(message("Text"), message("English"), message("French"), message("Chinese"), message("Agreed")),
        *(message("Collated"), message("Differences")),
    )
    face.tell_table(headings, [_row(face, each, differing.get(each.key)) for each in states])
    return Exit.DONE


@command("show", message("Tell all that is known of a text: its wording, its checks, and where it differs."))
@FILE
@TEXT
@AS_JSON
def show(face: Face, file: str, name: str, *, as_json: bool) -> Exit:
    """Tell all that is known of a text."""
    from alternat.planning.text_states import differences, text_states
    from alternat.planning.texts import text_named

    with face.reading(file) as workspace:
        keys = (text_named(workspace.tables, name),)
        (state,) = text_states(workspace.tables, keys=keys)
        differing = differences(workspace.tables, keys=keys).get(keys[0])
    if as_json:
        face.tell_json(text_as_json(state, differing))
        return Exit.DONE
    for line in _lines(state):
        face.tell(line)
    _tell_differences(face, (differing,) if differing else ())
    return Exit.DONE


@command("check", message("Record that a text was checked against the other languages, as it stands now."))
@FILE
@TEXT
@_LANGUAGES
@_ON
@_BY
@AS_JSON
def check(
    face: Face,
    file: str,
    name: str,
    languages: Sequence[Language] | None,
    day: date | None,
    by: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Record that a text was checked."""
    from alternat.actions.texts import check_text
    from alternat.planning.texts import text_named

    with face.writing(file) as workspace:
        key = text_named(workspace.tables, name)
        which = languages or _written(workspace.tables, key)
        _tell_open(face, workspace, (key,))
        changes = check_text(workspace, key, which, on=day or this_day(), by=by or workspace.actor)
        _tell(face, workspace, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("agree", message("Record that a side has agreed a text, language by language."))
@FILE
@TEXT
@_SIDE
@_LANGUAGES
@_ON
@_BY
@AS_JSON
def agree(
    face: Face,
    file: str,
    name: str,
    side: str,
    languages: Sequence[Language] | None,
    day: date | None,
    by: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Record that a side has agreed a text."""
    from alternat.actions.texts import agree_text
    from alternat.planning.texts import text_named

    with face.writing(file) as workspace:
        key = text_named(workspace.tables, name)
        which = languages or _written(workspace.tables, key)
        _tell_open(face, workspace, (key,))
        changes = agree_text(workspace, key, side, which, on=day or this_day(), by=by or workspace.actor)
        _tell(face, workspace, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("withdraw", message("Take back that a side has agreed a text."))
@FILE
@TEXT
@_SIDE
@_LANGUAGES
@AS_JSON
def withdraw(
    face: Face, file: str, name: str, side: str, languages: Sequence[Language] | None, *, as_json: bool
) -> Exit:
    """Take back that a side has agreed a text."""
    from alternat.actions.texts import withdraw_agreement
    from alternat.planning.text_states import text_states
    from alternat.planning.texts import text_named

    with face.writing(file) as workspace:
        key = text_named(workspace.tables, name)
        (state,) = text_states(workspace.tables, keys=(key,))
        given = [each.language for each in state.agreements if each.side == side.strip().upper()]
        changes = withdraw_agreement(workspace, key, side, languages or given or tuple(Language))
        _tell(face, workspace, changes, (key,), as_json=as_json)
    return Exit.DONE


@command(
    "collate", message("Record that texts were compared in all languages, by whom and in which versions.")
)
@FILE
@_TEXTS
@option("--by", metavar="NAMES", required=True, explains=message("Who compared the texts, of both sides."))
@option(
    "--versions",
    metavar="TEXT",
    default="",
    explains=message("Which versions were compared, such as the initialled text of 12 June."),
)
@option("--note", metavar="TEXT", default="", explains=message("A private note; it never leaves the desk."))
@_ON
@AS_JSON
def collate(
    face: Face,
    file: str,
    names: tuple[str, ...],
    by: str,
    versions: str,
    note: str,
    day: date | None,
    *,
    as_json: bool,
) -> Exit:
    """Record that texts were compared in all languages."""
    from alternat.actions.texts import record_collation
    from alternat.planning.texts import text_named

    with face.writing(file) as workspace:
        keys = [text_named(workspace.tables, each) for each in names]
        _tell_open(face, workspace, keys)
        changes = record_collation(
            workspace, keys, day=day or this_day(), done_by=by, versions=versions, note=note
        )
        _tell(face, workspace, changes, keys, as_json=as_json)
    return Exit.DONE


@command("uncollate", message("Remove the record of a collation."))
@FILE
@argument(
    "number",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of the collation, which “text show” shows."),
)
@AS_JSON
def uncollate(face: Face, file: str, number: int, *, as_json: bool) -> Exit:
    """Remove the record of a collation."""
    from alternat.actions.texts import remove_collation

    with face.writing(file) as workspace:
        face.tell_done(remove_collation(workspace, number), as_json=as_json)
    return Exit.DONE


@command("differences", message("Tell where texts do not say the same in every language."))
@FILE
@_SOME
@AS_JSON
def differences_(face: Face, file: str, names: tuple[str, ...], *, as_json: bool) -> Exit:
    """Tell where texts differ; all of them unless some are named."""
    from alternat.planning.text_states import differences
    from alternat.planning.texts import text_named

    with face.reading(file) as workspace:
        keys = [text_named(workspace.tables, each) for each in names] or None
        found = tuple(differences(workspace.tables, keys=keys).values())
    if as_json:
        face.tell_json([row for each in found for row in differences_as_json(each)])
    elif found:
        _tell_differences(face, found)
    else:
        face.tell(message("No differences found."))
    return Exit.DONE


@command(
    "dismiss", message("Say why a difference is no fault; it is told again once one of its texts changes.")
)
@FILE
@TEXT
@_DIFFERENCE
@option("--reason", metavar="TEXT", required=True, explains=message("Why it is no fault."))
@_ON
@_BY
@AS_JSON
def dismiss(
    face: Face,
    file: str,
    name: str,
    number: int,
    reason: str,
    day: date | None,
    by: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Say why a difference is no fault."""
    from alternat.actions.texts import dismiss_difference
    from alternat.planning.texts import text_named

    with face.writing(file) as workspace:
        key = text_named(workspace.tables, name)
        difference = _numbered(workspace.tables, key, name, number)
        changes = dismiss_difference(
            workspace, key, difference.key, reason, on=day or this_day(), by=by or workspace.actor
        )
        _tell(face, workspace, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("restore", message("Tell of a dismissed difference again."))
@FILE
@TEXT
@_DIFFERENCE
@AS_JSON
def restore(face: Face, file: str, name: str, number: int, *, as_json: bool) -> Exit:
    """Tell of a dismissed difference again."""
    from alternat.actions.texts import restore_difference
    from alternat.planning.texts import text_named

    with face.writing(file) as workspace:
        key = text_named(workspace.tables, name)
        difference = _numbered(workspace.tables, key, name, number)
        _tell(face, workspace, restore_difference(workspace, key, difference.key), (key,), as_json=as_json)
    return Exit.DONE


def _written(tables: "Tables", key: "TextKey") -> tuple[Language, ...]:
    """Return the languages in which a text says something."""
    from alternat.planning.texts import texts

    (text,) = texts(tables, keys=(key,))
    missing = text.text.missing()
    return tuple(each for each in Language if each not in missing)


def _numbered(tables: "Tables", key: "TextKey", name: str, number: int) -> "Difference":
    """Return the difference of a text with a number, as they are listed."""
    from alternat.planning.text_states import differences

    told = differences(tables, keys=(key,)).get(key)
    numbered = listed(told) if told else ()
    if number > len(numbered):
        raise NoDifferenceSo(code=name, number=str(number))
    return numbered[number - 1][0]


def _tell(
    face: Face, workspace: "Workspace", changes: "Changes", keys: Sequence["TextKey"], *, as_json: bool
) -> None:
    from alternat.planning.text_states import differences, text_states

    if not as_json:
        face.tell_done(changes)
        return
    tables = workspace.tables
    differing = differences(tables, keys=keys)
    rows = [text_as_json(each, differing.get(each.key)) for each in text_states(tables, keys=keys)]
    face.tell_done(changes, as_json=True, rows=rows)


def _tell_open(face: Face, workspace: "Workspace", keys: Sequence["TextKey"]) -> None:
    """Warn of differences that stand open in texts that are about to be checked, agreed or collated."""
    from alternat.planning.text_states import differences, open_differences

    count = sum(len(each.open) for each in differences(workspace.tables, keys=keys).values())
    if count:
        face.warn(open_differences(count))


def _row(face: Face, state: "TextState", differing: "TextDifferences | None") -> Sequence[object]:
    from alternat.planning.text_states import STANDINGS

    act = state.collation
    return (
        state.of.code,
        *(face.say(STANDINGS[each.standing]) for each in state.languages),
        " ".join(_agreed(state)),
        "" if act is None else f"{act.day:%Y-%m-%d}" if state.is_collated else face.say(message("Reopened")),
        (len(differing.open) if differing else 0) or "",
    )


def _agreed(state: "TextState") -> Iterable[str]:
    """Yield each side with the languages that it has agreed as they stand, as in `CA:en,fr`."""
    for side in dict.fromkeys(each.side for each in state.agreements):
        languages = [each.language for each in state.agreements if each.side == side and each.stands]
        if languages:
            yield f"{side}:{','.join(languages)}"


def _lines(state: "TextState") -> Iterable[Message]:
    from alternat.planning.text_states import Standing

    stands = {
        Standing.MISSING: message("missing"),
        Standing.DRAFT: message("not checked"),
        Standing.CHECKED: message("checked"),
        Standing.STALE: message("to be checked again"),
    }
    for each in state.languages:
        standing: dict[str, Any] = {"language": each.language, "standing": stands[each.standing]}
        text = state.of.text.text(each.language)
        if each.checked_on is None:
            yield message("The {language} text ({standing}): {text}", **standing, text=text)
        else:
            yield message(
                "The {language} text ({standing}, {day}, {name}): {text}",
                **standing,
                day=each.checked_on,
                name=each.checked_by or "–",
                text=text,
            )
    for given in state.agreements:
        told = {"side": given.side, "language": given.language, "day": given.day}
        if given.stands:
            yield message("{side} agreed the {language} text on {day}.", **told)
        else:
            yield message("{side} agreed the {language} text on {day}; it has changed since.", **told)
    for act in state.collations:
        told = {"number": str(act.id), "day": act.day, "names": act.done_by, "versions": act.versions or "–"}
        if act.changed:
            yield message(
                "Collation {number} of {day} by {names} ({versions}); a text has changed since.", **told
            )
        else:
            yield message("Collation {number} of {day} by {names} ({versions}).", **told)


def _tell_differences(face: Face, found: Iterable["TextDifferences"]) -> None:
    from alternat.planning.concordance.wording import sentence

    headings = (message("Text"), message("Number"), message("Difference"), message("Dismissed"))
    rows = [
        (differing.of.code, at, face.say(sentence(each)), reason)
        for differing in found
        for at, (each, reason) in enumerate(listed(differing), 1)
    ]
    if rows:
        face.tell_table(headings, rows)


COMMANDS = (
    Group(
        "text",
        (list_, show, check, agree, withdraw, collate, uncollate, differences_, dismiss, restore),
        message("Check, agree and collate texts in three languages, and tell where they differ."),
    ),
)
