"""Verbs about how seriously a dialogue takes a kind of finding."""

from alternat.actions.fields import tidy_text
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.planning.finding_kinds import kind_of
from alternat.planning.findings import Severity
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class ReasonMissing(AlternatError):
    """Nothing is taken less seriously without a reason."""

    template = mark("Say why this kind of finding matters less here.")


class CannotRaise(AlternatError):
    """A finding is taken less seriously than its rule does, never more."""

    template = mark("A kind of finding can be lowered to “warns” or “notes”, never raised.")


@verb
def lower_finding(workspace: Workspace, code: str, severity: Severity, reason: str) -> Changes:
    """Take a kind of finding, named by its code, less seriously in this dialogue, and say why.

    A code that no check has is an `UnknownFindingKind`.
    """
    code = kind_of(code).code
    tidy = tidy_text(reason)
    if not tidy:
        raise ReasonMissing
    if severity is Severity.BLOCKS:
        raise CannotRaise
    table = workspace.tables.LoweredFinding
    values = {"code": code, "severity": severity.value, "reason": tidy}
    with workspace.change(message("Take a kind of finding less seriously")) as change:
        standing = table.get_or_none(table.code == code)
        if standing is not None:
            change.update(table, {standing.id: values})
        else:
            change.insert(table, [values])
    return change.result


@verb
def restore_finding(workspace: Workspace, code: str) -> Changes:
    """Take a kind of finding as seriously again as its rule does."""
    table = workspace.tables.LoweredFinding
    with workspace.change(message("Take a kind of finding seriously again")) as change:
        change.delete(table, [row.id for row in table.select().where(table.code == code)])
    return change.result
