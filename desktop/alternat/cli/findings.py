"""The command that checks a meeting before printing, and how findings are told on the command line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, MEETING
from alternat.cli.syntax import command
from alternat.clock import this_day
from alternat.language.messages import Message, counted, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.findings import Finding, Severity


@command("check", message("Tell what is missing or doubtful before printing."))
@FILE
@MEETING
@AS_JSON
def check(face: Face, file: str, meeting: str | None, *, as_json: bool) -> Exit:
    """Check a meeting, or all those still ahead."""
    from alternat.planning.findings import blocks
    from alternat.planning.whole_check import check_everything

    with face.reading(file) as workspace:
        tables = workspace.tables
        found = {
            row.reference: check_everything(tables, row.id, today=this_day())
            for row in meetings_to_check(tables, meeting)
        }
    everything = tuple(finding for findings in found.values() for finding in findings)
    if as_json:
        face.tell_json(
            [as_json_value(face, each) | {"meeting": name} for name, all_ in found.items() for each in all_]
        )
    else:
        for reference, findings in found.items():
            face.tell(message("Meeting {reference}: {count}", reference=reference, count=summary(findings)))
            for line in lines(face, findings):
                face.tell(line)
    return Exit.BLOCKED if blocks(everything) else Exit.DONE


def lines(face: Face, findings: "Iterable[Finding]") -> Iterable[str]:
    """Yield one line a finding, the gravest first, each with its severity in words."""
    from alternat.planning.findings import by_severity

    for finding in by_severity(tuple(findings)):
        severity = severity_name(finding.severity)
        line = f"  {face.say(message('{severity}: {sentence}', severity=severity, sentence=finding.message))}"
        yield f"{line} [{finding.reason}]" if finding.reason else line


def summary(findings: "Iterable[Finding]") -> Message:
    """Return how many findings there are, and how many of them block."""
    from alternat.planning.findings import Severity

    listed = tuple(findings)
    blocking = sum(finding.severity is Severity.BLOCKS for finding in listed)
    if not listed:
        return message("nothing found")
    found = counted("{count} finding", "{count} findings", len(listed))
    if not blocking:
        return found
    blocked = counted("{count} of them blocks printing", "{count} of them block printing", blocking)
    return message("{found}, {blocked}", found=found, blocked=blocked)


def severity_name(severity: "Severity") -> Message:
    """Return the word for how much a finding matters."""
    from alternat.planning.findings import Severity

    return {
        Severity.BLOCKS: message("Blocks"),
        Severity.WARNS: message("Warns"),
        Severity.NOTES: message("Notes"),
    }[severity]


def as_json_value(face: Face, finding: "Finding") -> dict[str, Any]:
    """Return a finding for JSON; the sentences are in the language of the messages."""
    concerned = {"sessions": finding.sessions, "people": finding.people, "reason": finding.reason}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subject": {"kind": finding.subject.kind.value, "id": finding.subject.id},
        "message": face.say(finding.message),
        "fix": {"label": face.say(finding.fix.label), "field": finding.fix.field} if finding.fix else None,
        **{name: value for name, value in concerned.items() if value},
    }


def meetings_to_check(tables: "Tables", reference: str | None) -> list[Any]:
    """Return the meeting with a reference; without one, all those still ahead."""
    from alternat.actions.meetings import meeting_id
    from alternat.nouns.meetings import MeetingStatus

    if reference is not None:
        return [tables.Meeting.get_by_id(meeting_id(tables, reference))]
    past = (MeetingStatus.HELD, MeetingStatus.CANCELLED)
    rows = tables.Meeting.select().order_by(tables.Meeting.year, tables.Meeting.id)
    return [row for row in rows if row.status not in past]


COMMANDS = (check,)
