"""Problems of a list told once for each kind: what it is, how often it comes up, and in which rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from alternat.language.messages import Message, counted, message
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem

SHOWN_ROWS = 12
"""How many row numbers are given."""
SHOWN_WORDINGS = 3
"""How many wordings of one kind are given, such as one for each name that is not known."""
SHOWN_READINGS = 12
"""How many are given of how something was read, so that all days of a meeting are."""


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one kind in one column."""

    problems: tuple[RowProblem, ...]

    @property
    def severity(self) -> Severity:
        """Return how much it matters."""
        return self.problems[0].severity

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the rows, each once."""
        return tuple(dict.fromkeys(problem.row for problem in self.problems))

    @property
    def place(self) -> Message:
        """Return where it is: the rows and their count, and the column or else the field."""
        if len(self.rows) == 1:
            return self.problems[0].place
        where = self.problems[0].column or self.problems[0].field
        rows = ranges(self.rows)
        if not where:
            return message("Rows {rows} ({count})", rows=rows, count=len(self.rows))
        return message(
            "Rows {rows} ({count}), column “{column}”", rows=rows, count=len(self.rows), column=where
        )

    @property
    def wordings(self) -> tuple[Message, ...]:
        """Return what it is: the first few wordings, each once, and how many more there are."""
        found = tuple(dict.fromkeys(problem.message for problem in self.problems))
        most = SHOWN_READINGS if self.severity is Severity.NOTES else SHOWN_WORDINGS
        more = len(found) - most
        if more <= 0:
            return found
        rest = counted("And {count} more of the kind.", "And {count} more of the kind.", more)
        return (*found[:most], rest)


def grouped(problems: Iterable[RowProblem]) -> tuple[ProblemGroup, ...]:
    """Return problems by their kind and column, in the order in which each kind first comes up."""
    found: dict[object, list[RowProblem]] = {}
    for problem in problems:
        kind = (problem.severity, problem.column or problem.field, problem.message.template)
        found.setdefault(kind, []).append(problem)
    return tuple(ProblemGroup(tuple(each)) for each in found.values())


def ranges(rows: Iterable[int]) -> str:
    """Return row numbers with runs drawn together; of many only the first ones.

    >>> ranges([3, 4, 5, 9])
    '3–5, 9'
    """
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1][1:] = [row]
        else:
            runs.append([row])
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(texts[:SHOWN_ROWS]) + (" …" if len(texts) > SHOWN_ROWS else "")
