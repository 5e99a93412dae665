"""What a kind of document is: its three steps, whom it names, and what it leaves out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from alternat.documents.contents.left_out import LeftOut
from alternat.documents.press.drawing import Composition
from alternat.documents.press.typesetting import Typesetter
from alternat.language.messages import Message
from alternat.models.tables import Tables

Options = TypeVar("Options")
Values = TypeVar("Values")


def nobody(values: object, options: object) -> frozenset[int]:  # noqa: ARG001 - one shape for all kinds
    """Return nobody: the document names no people."""
    return frozenset()


def nothing(_values: object, _options: object) -> tuple[LeftOut, ...]:
    """Return nothing: the document has all there is."""
    return ()


@dataclass(frozen=True, slots=True)
class DocumentKind(Generic[Options, Values]):
    """A kind of document in its three steps.

    `gather` reads the workspace into frozen values, in the thread of the workspace; `compose` lays them out
    in any thread. `suggest` returns the options that suit a meeting: the host's copy, paper and languages.
    """

    id: str
    title: Message
    options: type[Options]
    suggest: Callable[[Tables, int, date], Options]
    gather: Callable[[Tables, int, Options], Values]
    compose: Callable[[Values, Options, Typesetter], Composition]
    is_of_people: bool = True
    """Whether each person has a place of its own on it, so that without anybody it is empty."""
    is_of_record: bool = False
    """Whether it says what a meeting agreed, so that of one to come there is nothing to print yet."""
    people: Callable[[Values, Options], Collection[int]] = nobody
    """The ids of those whom it names: who asks what was shared of a person is told by them."""
    left_out: Callable[[Values, Options], tuple[LeftOut, ...]] = nothing
    """What is not on it, and why."""
