from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.ui.delegations.list.arrangement import Filter, Sorting
from alternat.ui.delegations.list.columns import COLUMNS
from alternat.ui.delegations.list.delegates import DelegatesModel
from alternat.ui.delegations.list.dragging import packed
from alternat.ui.parts.tables.searching import Query
from tests.ui.delegations.list.delegates_made import delegation, made

SECTION = {column.id: section for section, column in enumerate(COLUMNS)}
MOVE = Qt.DropAction.MoveAction


class Noted:
    """Verbs that only note what they were asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def change_person(self, person: int, fields: Mapping[str, object]) -> bool:
        self.asked.append(("person", person, dict(fields)))
        return True

    def change_part(self, participation: int, fields: Mapping[str, object]) -> bool:
        self.asked.append(("part", participation, dict(fields)))
        return True

    def move(self, participations: Sequence[int], place: int) -> bool:
        self.asked.append(("move", tuple(participations), place))
        return True


@pytest.fixture
def verbs() -> Noted:
    return Noted()


@pytest.fixture
def model(qapp: QApplication, verbs: Noted) -> DelegatesModel:
    model = DelegatesModel(catalog(Language.EN), verbs, qapp)
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.set_delegates(
        (
            made(1, family="Tremblay", given="Élise", role=Role.HEAD),
            made(2, family="Roy", given="Luc", place=2, name_zh="罗伊"),
        )
    )
    return model


def text(model: DelegatesModel, row: int, column: str) -> object:
    return model.index(row, SECTION[column]).data()


def test_cells_read_in_the_screen_language(model: DelegatesModel) -> None:
    assert text(model, 0, "name") == "Élise TREMBLAY"
    assert text(model, 0, "position") == "Director"
    model.set_catalog(catalog(Language.FR))
    assert text(model, 0, "position") == "directrice"
    assert str(text(model, 0, "role")).lower() == "cheffe de la délégation"
    model.set_catalog(catalog(Language.ZH))
    assert text(model, 0, "position") == "司长"


def test_a_screen_reader_hears_the_column_with_the_text(model: DelegatesModel) -> None:
    spoken = model.index(0, SECTION["name"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Name: Élise TREMBLAY"


def test_missing_languages_are_told_in_words(model: DelegatesModel) -> None:
    hint = model.index(0, SECTION["missing"]).data(Qt.ItemDataRole.ToolTipRole)
    assert text(model, 0, "missing") == "中"
    assert hint.startswith("Name or position missing: ")
    assert text(model, 1, "missing") == ""


@pytest.mark.parametrize(
    ("column", "value", "asked"),
    [
        ("name", ("Roy ", "Lucie"), ("person", 2, {"family": "Roy", "given": "Lucie"})),
        ("name_zh", "罗丽", ("person", 2, {"name_zh": "罗丽"})),
        ("position", "Analyst", ("person", 2, {"position": Label("Analyst", "directrice", "司长")})),
        ("role", Role.ADVISER, ("part", 102, {"role": Role.ADVISER})),
        (
            "status",
            ParticipationStatus.DECLINED,
            ("part", 102, {"status": ParticipationStatus.DECLINED}),
        ),
        ("entity", 5, ("person", 2, {"entity": 5})),
    ],
)
def test_an_edit_in_place_asks_for_one_verb(
    model: DelegatesModel, verbs: Noted, column: str, value: object, asked: tuple[object, ...]
) -> None:
    assert model.setData(model.index(1, SECTION[column]), value)
    assert verbs.asked == [asked]


def test_an_edit_that_changes_nothing_asks_for_nothing(model: DelegatesModel, verbs: Noted) -> None:
    assert not model.setData(model.index(1, SECTION["name"]), ("Roy", "Luc"))
    assert not model.setData(model.index(1, SECTION["role"]), Role.MEMBER)
    assert verbs.asked == []


def test_the_place_is_not_typed(model: DelegatesModel) -> None:
    assert not model.flags(model.index(0, SECTION["place"])) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, SECTION["place"]), "2")


def test_a_drop_moves_people_to_a_place(model: DelegatesModel, verbs: Noted) -> None:
    data = model.mimeData([model.index(1, 0), model.index(1, 1)])
    assert model.canDropMimeData(data, MOVE, 0, 0, QModelIndex())
    assert model.dropMimeData(data, MOVE, 0, 0, QModelIndex())
    assert verbs.asked == [("move", (102,), 1)]


def test_nothing_is_dropped_while_the_list_is_sorted_to_find_somebody(
    model: DelegatesModel, verbs: Noted
) -> None:
    model.set_sorting(Sorting(COLUMNS[SECTION["name"]]))
    assert not model.dropMimeData(packed([102], []), MOVE, 0, 0, QModelIndex())
    assert verbs.asked == []


def test_foreign_data_is_not_dropped(model: DelegatesModel) -> None:
    assert not model.canDropMimeData(QMimeData(), MOVE, 0, 0, QModelIndex())


def test_searching_among_a_thousand_people_never_resets_the_list(qtbot: QtBot, model: DelegatesModel) -> None:
    families = [f"Name{number:04}" for number in range(1000)]
    model.set_delegates(tuple(delegation("CA", 1, *families)))
    with qtbot.assertNotEmitted(model.modelReset):
        for typed in ("n", "na", "name09", "name099", ""):
            model.set_filter(Filter(query=Query.of(typed)))
    assert model.rowCount() == 1000
