"""The two units of print: millimetres at the desk, points in the file."""

POINTS_PER_MM = 72 / 25.4


def points(mm: float) -> float:
    """Return a length in points (1/72 inch) from millimetres."""
    return mm * POINTS_PER_MM


def millimetres(length: float) -> float:
    """Return a length in millimetres from points."""
    return length / POINTS_PER_MM
