"""What day it is at this workstation."""

from datetime import date


def local_day() -> date:
    """Return the day it is at this workstation."""
    return date.today()  # noqa: DTZ011 - the day at this desk
