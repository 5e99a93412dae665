"""A kind of problem is told once, with its count and its rows."""

from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.problem_groups import grouped, ranges


def problem(row: int, text: str, column: str = "room") -> RowProblem:
    return RowProblem(row, column, Severity.BLOCKS, message("There is no room “{text}”.", text=text))


def test_problems_of_one_kind_and_column_are_one() -> None:
    first, second = grouped([problem(3, "X"), problem(4, "X"), problem(9, "Y", "hall"), problem(5, "X")])
    assert (first.rows, str(first.place), len(first.wordings)) == (
        (3, 4, 5),
        "Rows 3–5 (3), column “room”",
        1,
    )
    assert (second.rows, str(second.place)) == ((9,), "Row 9, column “hall”")


def test_many_wordings_are_counted() -> None:
    (group,) = grouped([problem(row, f"R{row}") for row in range(2, 502)])
    assert [str(each) for each in group.wordings[:-1]] == [f"There is no room “R{at}”." for at in (2, 3, 4)]
    assert str(group.wordings[-1]) == "And 497 more of the kind."


def test_runs_of_rows_are_drawn_together() -> None:
    assert ranges([2, 4, 5, 6, 9]) == "2, 4–6, 9"
    assert ranges(range(1, 60, 2)).endswith(" …")
