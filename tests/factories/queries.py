"""Counts the questions that something asks of the database."""

import logging
from collections.abc import Callable


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.questions: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if "SELECT" in said:
            self.questions.append(said)


def questions_of(run: Callable[[], object]) -> list[str]:
    """Return the questions that are asked while something runs."""
    log, heard = logging.getLogger("peewee"), _Heard()
    level = log.level
    log.addHandler(heard)
    log.setLevel(logging.DEBUG)
    try:
        run()
    finally:
        log.removeHandler(heard)
        log.setLevel(level)
    return heard.questions
