"""The sheets of paper that documents print on."""

from enum import StrEnum


class Paper(StrEnum):
    """A sheet of paper, upright."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Return width and height in millimetres."""
        return {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}[self]


def known_paper(text: str) -> Paper | None:
    """Return the paper that a text names, in any case; None where it names none that prints."""
    return next((each for each in Paper if each.value == text.casefold()), None)


def usual_paper(*texts: str) -> Paper:
    """Return the first paper that prints among texts, the nearest first; A4 where there is none."""
    return next((paper for text in texts if (paper := known_paper(text))), Paper.A4)
