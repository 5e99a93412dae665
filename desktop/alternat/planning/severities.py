"""Findings that a dialogue takes less seriously than the rule does, each with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from alternat.models.tables import Tables
from alternat.planning.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Lowered:
    """How seriously a dialogue takes a kind of finding, and why."""

    severity: Severity
    reason: str


LoweredCodes = Mapping[str, Lowered]
"""The lowered kinds of findings by their code."""
NONE_LOWERED: LoweredCodes = MappingProxyType({})


def read_lowered(tables: Tables) -> LoweredCodes:
    """Return the kinds of findings that the dialogue has lowered."""
    rows = tables.LoweredFinding.select().order_by(tables.LoweredFinding.code)
    return MappingProxyType({row.code: Lowered(Severity(row.severity), row.reason) for row in rows})


def in_force(finding: Finding, lowered: LoweredCodes) -> Finding:
    """Return a finding as the dialogue takes it: never more seriously than the rule, and with the reason."""
    standing = lowered.get(finding.code)
    if standing is None or not is_lower(standing.severity, finding.severity):
        return finding
    return replace(finding, severity=standing.severity, reason=standing.reason)


def is_lower(one: Severity, other: Severity) -> bool:
    """Return whether a severity matters less than another."""
    order = list(Severity)
    return order.index(one) > order.index(other)
