"""What is wrong with the rows of a list, each kind told once with its count and its rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.language.ranges import row_ranges
from alternat.planning.findings import Severity
from alternat.planning.imports import LeftOut, LeftOutKind, RowProblem


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """All problems of one kind; `first` stands for them."""

    first: RowProblem
    rows: tuple[int, ...]
    others: tuple[str, ...]
    """What the other sentences of the kind say differently, each with its count: `Parks (12)`."""

    @property
    def severity(self) -> Severity:
        """Return how much it matters."""
        return self.first.severity


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """All rows that bring nobody for one reason, with the texts of some."""

    kind: LeftOutKind
    rows: tuple[int, ...]
    texts: tuple[str, ...]


def problem_kinds(problems: Iterable[RowProblem]) -> tuple[ProblemKind, ...]:
    """Return the problems by kind, the gravest first, otherwise as they come."""
    order = list(Severity)
    found: dict[tuple[Severity, str], list[RowProblem]] = defaultdict(list)
    for problem in problems:
        found[problem.severity, problem.message.template].append(problem)
    kinds = [_kind(listed) for listed in found.values()]
    return tuple(sorted(kinds, key=lambda kind: order.index(kind.severity)))


def left_out_rows(left_out: Iterable[LeftOut]) -> tuple[LeftOutRows, ...]:
    """Return the rows that bring nobody by their reasons, in the order of these."""
    found: dict[LeftOutKind, list[LeftOut]] = defaultdict(list)
    for each in left_out:
        found[each.kind].append(each)
    return tuple(
        LeftOutRows(
            kind,
            tuple(each.row for each in found[kind]),
            tuple(dict.fromkeys(each.text for each in found[kind])),
        )
        for kind in LeftOutKind
        if kind in found
    )


def where(rows: Sequence[int]) -> Message:
    """Return where rows are: the one, or how many and which."""
    if len(rows) == 1:
        return message("Row {row}", row=str(rows[0]))
    return counted("{count} row ({rows})", "{count} rows ({rows})", len(rows), rows=row_ranges(rows))


def left_out_line(left: LeftOutRows, most: int) -> Message:
    """Return what is said of the rows left out for one reason, with the texts of so many at most."""
    texts = left.texts[:most]
    return message(
        "{where}, left out: {reason} “{texts}”",
        where=where(left.rows),
        reason=left.kind.reason,
        texts=" | ".join(texts) + (" | …" if len(texts) < len(left.texts) else ""),
    )


def likewise(said: Message, kind: ProblemKind, most: int) -> Message:
    """Return a sentence about a kind of problem with what its other sentences say differently."""
    if not kind.others:
        return said
    others = kind.others if "row" in kind.first.message.arguments else kind.others[:most]
    more = "" if len(others) == len(kind.others) else " …"
    return message("{said} Likewise: {others}", said=said, others=", ".join(others) + more)


def _kind(listed: list[RowProblem]) -> ProblemKind:
    said: dict[str, list[int]] = defaultdict(list)
    differing = _differing_argument([problem.message for problem in listed])
    for problem in listed:
        said[_said(problem, differing)].append(problem.row)
    others = list(said.items())[1:]
    is_pair = differing == "row"
    return ProblemKind(
        listed[0],
        tuple(dict.fromkeys(problem.row for problem in listed)),
        tuple(
            f"{row_ranges(rows)} → {text}" if is_pair else f"{text} ({len(rows)})" if len(rows) > 1 else text
            for text, rows in others
        )
        if differing
        else (),
    )


def _differing_argument(messages: list[Message]) -> str:
    first = messages[0].arguments
    names = [name for name in first if any(each.arguments.get(name) != first[name] for each in messages)]
    return next((name for name in ("row", "text", "name", *names) if name in names), "")


def _said(problem: RowProblem, argument: str) -> str:
    value = problem.message.arguments.get(argument, "") if argument else ""
    if isinstance(value, Label):
        return value.en or value.fr or value.zh
    return str(value)
