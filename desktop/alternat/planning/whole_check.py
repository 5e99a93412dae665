"""Everything that is wrong with a meeting: delegations, sub-groups, programme, as the dialogue takes it."""

from alternat.models.tables import Tables
from alternat.planning.checks import check_meeting
from alternat.planning.clashes.context import read_context
from alternat.planning.clashes.engine import check_programme
from alternat.planning.findings import Finding, by_severity
from alternat.planning.severities import in_force, read_lowered
from alternat.planning.subgroups import check_subgroups


def check_everything(tables: Tables, meeting: int) -> tuple[Finding, ...]:
    """Return what is wrong or worth knowing about a meeting, the gravest first; lowered kinds are lower."""
    lowered = read_lowered(tables)
    found = (*check_meeting(tables, meeting), *check_subgroups(tables, meeting))
    lacking = tuple(in_force(finding, lowered) for finding in found)
    return by_severity((*lacking, *check_programme(read_context(tables, meeting))))
