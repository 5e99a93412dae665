"""The lock beside a dialogue file: who holds it, and that nothing stale ever blocks."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from alternat.language.messages import message
from alternat.storage.locks import FileLock, Holder, OpenElsewhere


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.alternat"


def lock_file(file: Path) -> Path:
    return file.with_name("a.alternat-lock")


def test_the_lock_says_who_holds_it(file: Path) -> None:
    lock = FileLock(file)
    kept = json.loads(lock_file(file).read_bytes())
    assert (kept["process"], set(kept)) == (os.getpid(), {"person", "computer", "process", "since"})
    assert dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(kept["since"]) < dt.timedelta(minutes=5)
    lock.release()
    assert not lock_file(file).exists()


def test_the_next_one_is_told_the_holder(file: Path) -> None:
    lock = FileLock(file)
    with pytest.raises(OpenElsewhere) as refused:
        FileLock(file)
    lock.release()
    kept = refused.value.arguments["holder"]
    assert str(kept).endswith("UTC")
    FileLock(file).release()


def test_a_holder_is_told_in_words() -> None:
    holder = Holder("fang.wang", "DESK-7", 41, "2027-06-12T14:30:05+00:00")
    assert holder.in_words() == message(
        "{person} on {computer}, since {day} {time} UTC",
        person="fang.wang",
        computer="DESK-7",
        day=dt.date(2027, 6, 12),
        time="14:30",
    )


def test_an_old_lock_file_that_nobody_holds_is_no_lock(file: Path) -> None:
    lock_file(file).write_text('{"person": "gone", "computer": "off"}', encoding="utf-8")
    FileLock(file).release()
    assert not lock_file(file).exists()


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"person": 1}', b'{"since": "yesterday"}'])
def test_an_unreadable_holder_is_unknown(file: Path, content: bytes) -> None:
    lock = FileLock(file)
    lock_file(file).write_bytes(content)
    with pytest.raises(OpenElsewhere, match="by whom is not known"):
        FileLock(file)
    lock.release()


def test_a_lock_on_a_file_removed_meanwhile_is_taken_again(file: Path) -> None:
    first = FileLock(file)
    # As when somebody cleans up by hand: the name is free, and the old lock guards nothing.
    lock_file(file).unlink()
    second = FileLock(file)
    with pytest.raises(OpenElsewhere):
        FileLock(file)
    second.release()
    first.release()
