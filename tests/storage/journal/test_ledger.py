"""The net effect of a block, row by row."""

from alternat.storage.journal.images import Standing
from alternat.storage.journal.ledger import Entry, Ledger


def entries(ledger: Ledger) -> list[tuple[str, int, Entry]]:
    return list(ledger)


def test_a_new_row_keeps_its_last_values() -> None:
    ledger = Ledger()
    ledger.inserted("person", 1, {"family": "A", "given": "X"})
    ledger.updated("person", 1, {"family": "A"}, {"family": "B"})
    assert entries(ledger) == [("person", 1, Entry(None, {"family": "B", "given": "X"}))]


def test_an_update_keeps_its_first_and_last_values() -> None:
    ledger = Ledger()
    ledger.updated("person", 1, {"family": "A"}, {"family": "B"})
    ledger.updated("person", 1, {"family": "B", "given": ""}, {"family": "C", "given": "X"})
    assert entries(ledger) == [
        ("person", 1, Entry({"family": "A", "given": ""}, {"family": "C", "given": "X"}))
    ]


def test_fields_that_return_to_what_they_were_drop_out() -> None:
    ledger = Ledger()
    ledger.updated("person", 1, {"family": "A", "given": ""}, {"family": "B", "given": "X"})
    ledger.updated("person", 1, {"family": "B"}, {"family": "A"})
    assert entries(ledger) == [("person", 1, Entry({"given": ""}, {"given": "X"}))]
    ledger.updated("person", 1, {"given": "X"}, {"given": ""})
    assert len(ledger) == 0


def test_a_removed_row_keeps_what_it_was_at_first() -> None:
    ledger = Ledger()
    ledger.updated("person", 1, {"family": "A"}, {"family": "B"})
    ledger.deleted("person", 1, Standing(4, {"family": "B", "given": "X"}))
    assert entries(ledger) == [("person", 1, Entry({"family": "A", "given": "X", "version": 4}, None))]


def test_a_new_row_that_is_removed_never_was() -> None:
    ledger = Ledger()
    ledger.inserted("person", 1, {"family": "A"})
    ledger.deleted("person", 1, Standing(1, {"family": "A"}))
    assert len(ledger) == 0


def test_an_inner_block_comes_after_what_was_there() -> None:
    outer, inner = Ledger(), Ledger()
    outer.inserted("person", 1, {"family": "A"})
    outer.inserted("person", 2, {"family": "B"})
    outer.updated("person", 3, {"family": "C"}, {"family": "D"})
    inner.updated("person", 1, {"family": "A"}, {"family": "A1"})
    inner.deleted("person", 2, Standing(1, {"family": "B"}))
    inner.updated("person", 3, {"family": "D"}, {"family": "C"})
    inner.inserted("person", 4, {"family": "E"})
    outer.absorb(inner)
    assert entries(outer) == [
        ("person", 1, Entry(None, {"family": "A1"})),
        ("person", 4, Entry(None, {"family": "E"})),
    ]
