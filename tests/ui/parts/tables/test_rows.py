import random
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.ui.parts.tables.rows import Index, RowsModel, ranges


@dataclass(frozen=True)
class Item:
    id: int
    text: str = ""


class Items(RowsModel[Item]):
    def key(self, value: Item) -> int:
        return value.id

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt’s signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = 0) -> Any:
        return self.value(index.row()).text if role == Qt.ItemDataRole.DisplayRole else None


def items(*ids: int) -> list[Item]:
    return [Item(each) for each in ids]


@pytest.fixture
def model(qapp: QApplication) -> Items:
    model = Items(qapp)
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return model


@pytest.mark.parametrize(
    ("rows", "expected"),
    [([], []), ([3], [(3, 3)]), ([0, 1, 2, 5, 7, 8], [(0, 2), (5, 5), (7, 8)])],
)
def test_ranges_join_neighbours(rows: list[int], expected: list[tuple[int, int]]) -> None:
    assert list(ranges(rows)) == expected


def test_one_changed_value_signals_one_row(qtbot: QtBot, model: Items) -> None:
    model.show(items(1, 2, 3))
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.assertNotEmitted(model.layoutChanged),
        qtbot.waitSignal(model.dataChanged) as changed,
    ):
        model.show([Item(1), Item(2, "new"), Item(3)])
    assert changed.args is not None
    assert [changed.args[0].row(), changed.args[1].row()] == [1, 1]


def test_the_same_values_signal_nothing(qtbot: QtBot, model: Items) -> None:
    model.show(items(1, 2, 3))
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.layoutChanged):
        model.show(items(1, 2, 3))


def test_a_persistent_index_follows_its_value_through_moves_inserts_and_removals(model: Items) -> None:
    model.show(items(1, 2, 3, 4))
    kept = QPersistentModelIndex(model.index(1, 0))
    model.show(items(9, 4, 8, 2, 7))
    assert kept.row() == 3
    assert [item.id for item in model.values] == [9, 4, 8, 2, 7]
    model.show(items(9, 4))
    assert not kept.isValid()


def test_selection_survives_a_change_of_order(model: Items) -> None:
    model.show(items(1, 2, 3))
    selection = QItemSelectionModel(model)
    selection.select(model.index(2, 0), QItemSelectionModel.SelectionFlag.Select)
    model.show(items(3, 2, 1))
    assert [index.row() for index in selection.selectedIndexes()] == [0]


def test_many_scattered_changes_end_in_the_wanted_order(qtbot: QtBot, model: Items) -> None:
    chance = random.Random(7)
    everyone = list(range(400))
    model.show(items(*everyone))
    with qtbot.assertNotEmitted(model.modelReset):
        for _ in range(8):
            wanted = chance.sample(everyone, chance.randrange(0, 400))
            model.show([Item(each, str(chance.random())) for each in wanted])
            assert [item.id for item in model.values] == wanted
            assert all(model.row_of(each) == row for row, each in enumerate(wanted))
