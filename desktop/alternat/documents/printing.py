"""Printing: from the open workspace to a PDF, in three steps of which only the first needs the workspace."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from alternat.collecting import without_collecting
from alternat.documents.contents.left_out import LeftOut
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition, HeldBack, Placement
from alternat.documents.press.typesetting import Typesetter
from alternat.models.tables import Tables
from alternat.planning.findings import Finding, by_severity

if TYPE_CHECKING:
    from alternat.documents.press.pdf import PdfWriter

Options = TypeVar("Options")
Values = TypeVar("Values")


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document: the PDF, its findings with the gravest first, and where each person stands."""

    pdf: bytes
    page_count: int
    findings: tuple[Finding, ...]
    placements: tuple[Placement, ...]
    people: tuple[int, ...]
    """The ids of those whom it names, in order."""
    held_back: tuple[HeldBack, ...] = ()
    is_blocked: bool = False
    left_out: tuple[LeftOut, ...] = ()


def named_on(
    kind: DocumentKind[Options, Values], values: Values, options: Options, composition: Composition
) -> tuple[int, ...]:
    """Return the ids of those whom a document names, in order, without those who are held back."""
    placed = {each.person for each in composition.placements}
    waiting = {each.person for each in composition.held_back if not each.has_gaps} - placed
    return tuple(sorted(set(kind.people(values, options)) - waiting))


class Press:
    """Prints documents and remembers what it set, so that printing again after a small change is quick.

    One thread at a time may use a press; a preview keeps its own.
    """

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        self._writer: PdfWriter | None = None

    def compose(
        self, kind: DocumentKind[Options, Values], values: Values, options: Options, mark: str = ""
    ) -> Composition:
        """Return the document laid out, without writing it; `mark` is what the PDF says of which it is."""
        self._typesetter.forget_if_full()
        with without_collecting():
            composition = kind.compose(values, options, self._typesetter)
        return replace(composition, info=replace(composition.info, mark=mark)) if mark else composition

    def write(self, composition: Composition, pages: Sequence[int] | None = None) -> bytes:
        """Return the PDF of a composition, or of some of its pages (from 0)."""
        from alternat.documents.press.pdf import PdfWriter

        if self._writer is None:
            self._writer = PdfWriter(self._typesetter)
        wanted = composition.pages if pages is None else [composition.pages[page] for page in pages]
        with without_collecting():
            return self._writer.write(wanted, composition.info)

    def print_values(
        self, kind: DocumentKind[Options, Values], values: Values, options: Options, mark: str = ""
    ) -> Printed:
        """Return the finished document of values that were gathered before; any thread may do it."""
        composition = self.compose(kind, values, options, mark)
        return Printed(
            self.write(composition),
            len(composition.pages),
            by_severity(composition.findings),
            composition.placements,
            named_on(kind, values, options, composition),
            composition.held_back,
            composition.is_blocked,
            kind.left_out(values, options),
        )


def print_values(
    kind: DocumentKind[Options, Values], values: Values, options: Options, mark: str = ""
) -> Printed:
    """Return the finished document of values that were gathered before, with a press of its own."""
    return Press().print_values(kind, values, options, mark)


def produce(kind: DocumentKind[Options, Values], tables: Tables, meeting: int, options: Options) -> Printed:
    """Return the finished document of a meeting; reads the open workspace, so in its own thread."""
    with without_collecting():
        values = kind.gather(tables, meeting, options)
    return print_values(kind, values, options)


def document_mark(kind: str, tables: Tables, meeting: int, began: datetime | None) -> str:
    """Return what marks the documents of a kind of one meeting of the dialogue that began then.

    It tells nothing about the dialogue to whoever has not got it. Where a damaged history no longer tells
    when that was, the mark is that of the kind only.
    """
    if began is None:
        return kind
    own = f"{began} {tables.Meeting.get_by_id(meeting).reference}"
    return f"{kind} {hashlib.sha256(own.encode()).hexdigest()[:16]}"
