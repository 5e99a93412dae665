"""The reading process: takes one request on its input, limits itself, and answers in JSON.

It runs as `python -m alternat.exchange.sources.reader`, knows neither the window nor the database, and may
die of what it reads without harm to the program that started it.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from alternat.exchange.sources.formats import Request, format_of
from alternat.exchange.sources.refusals import SourceRefused
from alternat.processes import limit_memory

MAX_MEMORY = 1_000_000_000
"""Address space in bytes, where the operating system can limit it."""


def main() -> None:
    """Read what the request on the standard input names and write the answer to the standard output."""
    limit_memory(MAX_MEMORY)
    request = json.load(sys.stdin.buffer)
    answer = json.dumps(answer_to(request), ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass"))


def answer_to(request: dict[str, Any]) -> dict[str, Any]:
    """Return the sheets as plain data, or the name and the arguments of the refusal."""
    path = Path(request["path"])
    try:
        reading = format_of(path).read(path, Request(request["encoding"], request["is_careful"]))
    except SourceRefused as refusal:
        return {"refusal": type(refusal).__name__, "arguments": refusal.arguments}
    return asdict(reading)


if __name__ == "__main__":
    main()
