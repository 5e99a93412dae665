"""What a check has to say: findings with a severity, a subject, a sentence, and the field to mend."""

from dataclasses import dataclass
from enum import StrEnum

from alternat.language.messages import Message


class Severity(StrEnum):
    """How much a finding matters; `BLOCKS` stops printing unless the person insists."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"


class SubjectKind(StrEnum):
    """What a finding is about; the value is the name of the table that holds it."""

    DIALOGUE = "dialogue"
    SIDE = "side"
    ENTITY = "entity"
    PROVISION = "provision"
    MEETING = "meeting"
    PERSON = "person"
    ROOM = "room"
    SESSION = "session"
    SUB_GROUP = "sub_group"
    TASK = "task"
    GUIDANCE = "guidance"
    INSTRUMENT = "instrument"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Subject:
    """The row that a finding is about."""

    kind: SubjectKind
    id: int


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend a finding: the words for a button, and the field of the subject to fill.

    `field` is a field of the subject's model, with the language after a dot for a label, as in `position.fr`.
    """

    label: Message
    field: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing; `code` names the rule, such as `position-missing`."""

    code: str
    severity: Severity
    subject: Subject
    message: Message
    fix: Fix | None = None
    sessions: tuple[int, ...] = ()
    """The sessions that it is about, the subject among them if it is one."""
    people: tuple[int, ...] = ()
    """The people whom it holds up, besides a subject that is a person."""
    reason: str = ""
    """Why this dialogue takes it less seriously than the rule does; empty where it does not."""


def by_severity(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings with the gravest first, otherwise in their order."""
    order = list(Severity)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))


def blocks(findings: tuple[Finding, ...], held_back: frozenset[int] = frozenset()) -> bool:
    """Return whether any of the findings stops printing.

    What blocks one of the people `held_back` stops nothing: everything else prints without that person.
    """
    return any(
        finding.severity is Severity.BLOCKS
        and not (finding.subject.kind is SubjectKind.PERSON and finding.subject.id in held_back)
        for finding in findings
    )
