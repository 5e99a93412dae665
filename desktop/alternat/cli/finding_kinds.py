"""Commands about the kinds of findings: list them, take one less seriously here, and seriously again."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.findings import meetings_to_check, severity_name
from alternat.cli.parameters import AS_JSON, FILE, MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.findings import Severity
    from alternat.planning.severities import Lowered

CODE = argument(
    "code", metavar="CODE", explains=message("The code of the kind, such as room-twice; “list” shows it.")
)


class LowersNothing(AlternatError):
    """The kind matters no more than that by its rule already."""

    template = mark("By its rule, “{code}” is “{severity}” at most, so that “{wanted}” would not lower it.")


@dataclass(frozen=True, slots=True)
class _Standing:
    """A kind as the dialogue takes it, and how often it is found now."""

    code: str
    severity: "Severity | None"
    """By its rule; None for a code that no check makes any more."""
    lowered: "Lowered | None"
    count: int


@command("list", message("List the kinds of findings: how much each matters, and how many there are now."))
@FILE
@MEETING
@AS_JSON
def list_(face: Face, file: str, meeting: str | None, *, as_json: bool) -> Exit:
    """List the kinds; what is found is counted in a meeting, or in all those still ahead."""
    with face.reading(file) as workspace:
        standings = _standings(workspace.tables, meeting)
    if as_json:
        face.tell_json([_as_json(face, each) for each in standings])
    else:
        _tell(face, standings)
    return Exit.DONE


@command("lower", message("Take a kind of finding less seriously in this dialogue, and say why."))
@FILE
@CODE
@option(
    "--to",
    "severity",
    metavar="SEVERITY",
    required=True,
    type=Choice(("warns", "notes")),
    explains=message("How much it is to matter: warns, or notes."),
)
@option(
    "--reason",
    metavar="TEXT",
    required=True,
    explains=message("Why it matters less here; “check” shows it beside each finding."),
)
@AS_JSON
def lower(face: Face, file: str, code: str, severity: str, reason: str, *, as_json: bool) -> Exit:
    """Take a kind of finding less seriously."""
    from alternat.actions.severities import lower_finding
    from alternat.planning.finding_kinds import kind_of
    from alternat.planning.findings import Severity
    from alternat.planning.severities import is_lower

    wanted, kind = Severity(severity), kind_of(code)
    if not is_lower(wanted, kind.severity):
        raise LowersNothing(code=kind.code, severity=kind.severity.value, wanted=wanted.value)
    with face.writing(file) as workspace:
        face.tell_done(lower_finding(workspace, kind.code, wanted, reason), as_json=as_json)
    return Exit.DONE


@command("restore", message("Take a kind of finding as seriously again as its rule does."))
@FILE
@CODE
@AS_JSON
def restore(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Take a kind of finding seriously again; one that was never lowered stays as it is."""
    from alternat.actions.severities import restore_finding
    from alternat.planning.finding_kinds import kind_of
    from alternat.planning.severities import read_lowered

    with face.writing(file) as workspace:
        known = code if code in read_lowered(workspace.tables) else kind_of(code).code
        face.tell_done(restore_finding(workspace, known), as_json=as_json)
    return Exit.DONE


def _standings(tables: "Tables", meeting: str | None) -> list[_Standing]:
    """Return all kinds in their order, and after them the lowered ones that no check makes any more."""
    from alternat.planning.finding_kinds import KINDS
    from alternat.planning.severities import read_lowered
    from alternat.planning.whole_check import check_everything

    lowered = read_lowered(tables)
    rows, day = meetings_to_check(tables, meeting), this_day()
    counts = Counter(found.code for row in rows for found in check_everything(tables, row.id, today=day))
    return [
        _Standing(
            code,
            KINDS[code].severity if code in KINDS else None,
            lowered.get(code),
            counts[code],
        )
        for code in dict.fromkeys((*KINDS, *lowered))
    ]


def _as_json(face: Face, standing: _Standing) -> dict[str, Any]:
    from alternat.planning.finding_kinds import title

    lowered = standing.lowered
    return {
        "code": standing.code,
        "title": face.say(title(standing.code)),
        "severity": standing.severity.value if standing.severity else None,
        "lowered_to": lowered.severity.value if lowered else None,
        "reason": lowered.reason if lowered else "",
        "count": standing.count,
    }


def _tell(face: Face, standings: list[_Standing]) -> None:
    from alternat.planning.finding_kinds import title

    headings = (
        message("Code"),
        message("Kind"),
        message("Severity"),
        message("Found now"),
        message("Lowered to"),
        message("Reason"),
    )
    rows = [
        (
            each.code,
            face.say(title(each.code)),
            face.say(severity_name(each.severity)) if each.severity else "",
            each.count,
            face.say(severity_name(each.lowered.severity)) if each.lowered else "",
            each.lowered.reason if each.lowered else "",
        )
        for each in standings
    ]
    face.tell_table(headings, rows)


COMMANDS = (
    Group(
        "finding",
        (list_, lower, restore),
        message("List the kinds of findings, and take one less seriously with a reason."),
    ),
)
