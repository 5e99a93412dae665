"""Texts that are set smaller than their neighbours, being long: told once a paper, with their sizes."""

from collections.abc import Iterable, Iterator

from alternat.documents.press.set_text import Stack
from alternat.documents.press.typesetting import Paragraph
from alternat.language.label import Label, Language
from alternat.language.messages import counted, message
from alternat.planning.findings import Finding, Severity, Subject

_SMALL = 0.85
"""Of the usual size; less is seen beside neighbours of that size."""
_MOST_NAMES = 6
_MOST_LETTERS = 60


Sizes = tuple[float, float]
"""The size of a text as it is set and as it usually is, in points."""


def sizes_of(cells: Iterable[tuple[Paragraph, ...]], stacks: Iterable[Stack]) -> Sizes:
    """Return the sizes in that cell of a row which had to shrink most."""
    found = [_sizes(cell, stack) for cell, stack in zip(cells, stacks, strict=True)]
    return min(found, key=lambda sizes: sizes[0] / sizes[1], default=(1.0, 1.0))


class RowFits:
    """Remembers of rows, by the id of what they tell, whether they are cut, and their sizes."""

    def __init__(self) -> None:
        self.cut: set[int] = set()
        self.sizes: dict[int, Sizes] = {}

    def note(self, key: int, sizes: Sizes, *, is_cut: bool) -> None:
        """Keep how one row of `key` was set; of several the worst counts."""
        if is_cut:
            self.cut.add(key)
        known = self.sizes.get(key)
        if known is None or sizes[0] / sizes[1] < known[0] / known[1]:
            self.sizes[key] = sizes


class SmallTexts:
    """Collects what is set smaller than usual on a paper, each subject once."""

    def __init__(self) -> None:
        self._found: dict[Subject, tuple[Label, Sizes]] = {}

    def note(self, subject: Subject, name: Label, sizes: Sizes) -> None:
        """Keep a text, called by `name`, if it is so much smaller that one sees it."""
        size, usual = sizes
        known = self._found.get(subject)
        if size < usual * _SMALL and (known is None or size < known[1][0]):
            self._found[subject] = (name, sizes)

    def findings(self) -> Iterator[Finding]:
        """Yield one finding about all of them, on the first."""
        if not self._found:
            return
        names: list[object] = [
            message(
                "{name} ({size} in place of {usual} points)",
                name=_brief(name),
                size=round(size, 1),
                usual=round(usual, 1),
            )
            for name, (size, usual) in self._found.values()
        ]
        if len(names) > _MOST_NAMES:
            rest = len(names) - _MOST_NAMES + 1
            names[_MOST_NAMES - 1 :] = [counted("{count} more", "{count} more", rest)]
        yield Finding(
            "text-small",
            Severity.WARNS,
            next(iter(self._found)),
            counted(
                "{count} text is too long for its usual size and is set smaller: {names}. Shorten it.",
                "{count} texts are too long for their usual size and are set smaller: {names}. Shorten them.",
                len(self._found),
                names=tuple(names),
            ),
        )


def _brief(name: Label) -> Label:
    """Return the beginning of a long text, by which it is known again."""
    texts = (name.text(language) for language in Language)
    return Label(*(text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…" for text in texts))


def _sizes(cell: tuple[Paragraph, ...], stack: Stack) -> Sizes:
    usual = max((each.size for each in cell if each.text.strip()), default=0.0)
    size = max((each.size for each in stack.paragraphs), default=usual)
    return (size, usual) if usual else (1.0, 1.0)
