"""The streams that commands write on: a full disk or a closed pipe is told in one line."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from alternat.errors import AlternatError
from alternat.language.messages import mark


class OutputLost(AlternatError):
    """What a command has to say could not be written."""

    template = mark("Not everything could be written to the output ({reason}).")


class OutputClosed(OutputLost):
    """Whoever was reading has gone, such as `head` once it has seen enough."""

    template = mark("Not everything could be written to the output, because its reader closed it.")


class OutputFull(OutputLost):
    """The disk behind the output is full."""

    template = mark("Not everything could be written to the output: there is no room left. Free some space.")


_CAUSES: dict[int | None, type[OutputLost]] = {
    errno.EPIPE: OutputClosed,
    errno.EBADF: OutputClosed,
    errno.ENOSPC: OutputFull,
    errno.EDQUOT: OutputFull,
    errno.EFBIG: OutputFull,
}


class Output:
    """A stream whose faults are an `OutputLost`; without a stream everything written is one."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write a text."""
        with _told():
            if self._stream is None:
                raise OSError(errno.EBADF, "closed")
            return self._stream.write(text)

    def flush(self) -> None:
        """Let everything written reach whoever reads."""
        with _told():
            if self._stream is not None:
                self._stream.flush()

    def isatty(self) -> bool:
        """Return whether a person is looking."""
        return self._stream is not None and self._stream.isatty()


class ErrorOutput(Output):
    """A stream for errors: where not even they can be written, the exit code has to do."""

    def write(self, text: str) -> int:
        """Write a text, if that is possible."""
        try:
            return super().write(text)
        except OutputLost:
            return 0

    def flush(self) -> None:
        """Let everything written reach whoever reads, if that is possible."""
        try:
            super().flush()
        except OutputLost:
            return


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        kind = _CAUSES.get(fault.errno, OutputLost)
        raise kind(reason=fault.strerror or str(fault)) from fault
