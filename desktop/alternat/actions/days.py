"""What day it is where somebody writes."""

from datetime import date


def this_day() -> date:
    """Return the day at this desk."""
    return date.today()  # noqa: DTZ011 - the day at this desk
