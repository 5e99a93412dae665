"""Sizes of paper and the two units of print: millimetres at the desk, points in the file."""

from enum import StrEnum

POINTS_PER_MM = 72 / 25.4


def points(mm: float) -> float:
    """Return a length in points (1/72 inch) from millimetres."""
    return mm * POINTS_PER_MM


def millimetres(length: float) -> float:
    """Return a length in millimetres from points."""
    return length / POINTS_PER_MM


class Paper(StrEnum):
    """A sheet of paper, upright."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Return width and height in millimetres."""
        return {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}[self]

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in points."""
        width, height = self.size_mm
        return points(width), points(height)
