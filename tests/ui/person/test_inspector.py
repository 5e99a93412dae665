import io
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.people import change_people
from alternat.language.called import by_script
from alternat.language.label import Label, Language
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.person.inspector import PersonInspector
from alternat.ui.person.photo import PhotoWell
from alternat.ui.person.printed import TypedName
from alternat.ui.person.record import Record, read_record
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate
from tests.ui.desks import dispose, make_desk


@dataclass(frozen=True)
class Bench:
    inspector: PersonInspector
    desk: Desk
    meeting: int
    person: int

    def line(self, field: str) -> QLineEdit:
        control = self.inspector.control(field)
        assert isinstance(control, QLineEdit)
        return control

    def combo(self, field: str) -> ChoiceField:
        control = self.inspector.control(field)
        assert isinstance(control, ChoiceField)
        return control

    def stored(self) -> Record:
        record = read_record(self.desk.tables, self.person, self.meeting)
        assert record is not None
        return record

    def choose(self, field: str, text: str) -> None:
        combo = self.combo(field)
        combo.fill()
        row = next(row for row in range(combo.count()) if text in combo.itemText(row))
        combo.setCurrentIndex(row)
        combo.activated.emit(row)

    def texts(self) -> list[str]:
        """Return every text of a label in view."""
        return [each.text() for each in self.inspector.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> Iterator[Bench]:
    """One woman of two Canadians in the inspector."""
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Bélair", given="Léa")
    add_delegate(dialogue, meeting, family="Cormier", given="Zoé")
    desk = make_desk(qapp, dialogue, meeting)
    inspector = PersonInspector(desk, Reads(desk, desk))
    desk.changed.connect(lambda _: inspector.refresh())
    inspector.resize(348, 700)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.activateWindow()
    inspector.show_person(person)
    yield Bench(inspector, desk, meeting, person)
    dispose(inspector)
    desk.findings.stop()


def type_into(field: QWidget | None, text: str) -> None:
    """Type over what is in a field, in any script: QTest's own keys know ASCII only."""
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QApplication.sendEvent(field, committed_by_input_method(text))


def committed_by_input_method(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    return event


def test_leaving_a_field_is_one_named_step(bench: Bench) -> None:
    type_into(bench.line("given"), "Rose")
    assert bench.stored().given == "Léa"
    QTest.keyClick(bench.line("given"), Qt.Key.Key_Return)
    assert bench.stored().given == "Rose"
    bench.desk.undo()
    assert bench.stored().given == "Léa"
    assert bench.line("given").text() == "Léa"


def test_what_is_being_typed_survives_a_change_from_elsewhere(bench: Bench) -> None:
    type_into(bench.line("given"), "Half typ")
    change_people(bench.desk.workspace, [bench.person], {"given": "Other", "name_zh": "白新"})
    assert bench.line("given").text() == "Half typ"
    assert bench.line("name_zh").text() == "白新"


def test_going_to_another_window_commits_what_is_typed(bench: Bench, qtbot: QtBot) -> None:
    type_into(bench.line("given"), "Half typ")
    other = QWidget()
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert bench.stored().given == "Half typ"


def test_what_was_typed_about_one_person_is_never_taken_for_another(bench: Bench) -> None:
    field = bench.inspector.control("position.en")
    type_into(field, "Half typ")
    other = next(
        each.person for each in roster(bench.desk.tables, bench.meeting) if each.person != bench.person
    )
    bench.inspector.show_person(other)
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Director"
    assert bench.stored().position.en == "Half typ"


def test_the_preview_follows_what_is_typed(bench: Bench) -> None:
    type_into(bench.line("family"), "Côté")
    assert "Léa CÔTÉ\n安蕾" in bench.texts()
    assert bench.stored().family == "Bélair"


def test_a_value_that_is_refused_stays_with_its_reason_until_escape(bench: Bench) -> None:
    field = bench.line("family")
    field.setFocus()
    field.setText("x" * 201)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.stored().family == "Bélair"
    assert field.text() == "x" * 201
    assert "201" in field.accessibleDescription()
    change_people(bench.desk.workspace, [bench.person], {"name_zh": "白新"})
    assert field.text() == "x" * 201
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Bélair"
    assert field.accessibleDescription() == ""


def test_nobody_can_be_left_without_any_name(bench: Bench) -> None:
    change_people(bench.desk.workspace, [bench.person], {"family": "", "name_zh": ""})
    field = bench.line("given")
    field.setFocus()
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.stored().given == "Léa"
    assert "name" in field.accessibleDescription()


@pytest.mark.parametrize("language", [Language.EN, Language.FR, Language.ZH])
def test_a_text_in_one_language_leaves_the_others(bench: Bench, language: Language) -> None:
    field = bench.inspector.control(f"position.{language}")
    assert field is not None
    type_into(field, "新")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.stored().position == Label("Director", "Directrice", "处长").with_text(language, "新")


def test_role_status_and_entity_are_chosen(bench: Bench) -> None:
    bench.choose("role", "Adviser")
    bench.choose("status", "Confirmed")
    bench.choose("entity", "CSIS")
    stored = bench.stored()
    assert stored.part is not None
    assert (stored.part.role, stored.part.status) == (Role.ADVISER, ParticipationStatus.CONFIRMED)
    assert bench.desk.tables.Entity.get_by_id(stored.entity).acronym.en == "CSIS"


def test_entities_of_the_other_side_are_not_offered(bench: Bench) -> None:
    combo = bench.combo("entity")
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert texts[1] == "Canada"
    assert not any("China" in text or "MFA" in text for text in texts)


def test_a_designated_officer_stands_for_somebody_of_the_delegation(bench: Bench) -> None:
    bench.choose("stands_for", "CORMIER")
    part = bench.stored().part
    assert part is not None
    assert bench.desk.tables.Person.get_by_id(part.stands_for).family == "Cormier"


def test_gender_and_order_of_names_are_chosen(bench: Bench) -> None:
    gender, order = bench.inspector.control("gender"), bench.inspector.control("name_order")
    assert isinstance(gender, Button)
    assert isinstance(order, Button)
    change_people(bench.desk.workspace, [bench.person], {"gender": Gender.UNKNOWN})
    gender.click()
    order.click()
    assert (bench.stored().gender, bench.stored().name_order) == (Gender.FEMININE, NameOrder.FAMILY_FIRST)


def test_working_languages_keep_the_order_in_which_they_were_chosen(bench: Bench) -> None:
    buttons = bench.inspector.findChildren(Button)
    for name in ("Chinese", "English"):
        next(each for each in buttons if each.text() == name).click()
    assert bench.stored().languages == ("zh", "en")


def test_the_private_fields_are_kept_apart_and_marked(bench: Bench) -> None:
    type_into(bench.line("email"), "lea@example.org")
    QTest.keyClick(bench.line("email"), Qt.Key.Key_Return)
    assert bench.stored().email == "lea@example.org"
    assert "Never printed" in bench.texts()


def test_a_finding_leads_to_its_field(bench: Bench) -> None:
    change_people(bench.desk.workspace, [bench.person], {"name_zh": ""})
    bench.desk.findings.check()
    fix = next(each for each in bench.inspector.findChildren(Button) if each.text() == "Add the Chinese name")
    fix.click()
    assert bench.inspector.focusWidget() is bench.line("name_zh")


def test_a_newcomer_is_written_with_the_first_name_and_typing_goes_on(bench: Bench) -> None:
    added: list[int] = []
    bench.inspector.added.connect(added.append)
    bench.inspector.show_newcomer("CN")
    assert bench.inspector.is_adding
    assert bench.inspector.focusWidget() is bench.line("family")
    type_into(bench.line("family"), "Wang")
    QTest.keyClick(bench.line("family"), Qt.Key.Key_Tab)
    bench.inspector.show_person(added[0])
    type_into(bench.line("given"), "Fang")
    QTest.keyClick(bench.line("given"), Qt.Key.Key_Return)
    (wang,) = roster(bench.desk.tables, bench.meeting, side="CN")
    assert (wang.family, wang.given, wang.name_order) == ("Wang", "Fang", NameOrder.FAMILY_FIRST)


def test_a_newcomer_without_a_name_leaves_no_trace(bench: Bench) -> None:
    bench.inspector.show_newcomer("CA")
    bench.choose("role", "Adviser")
    bench.inspector.show_person(bench.person)
    assert len(roster(bench.desk.tables, bench.meeting)) == 2
    assert not bench.inspector.is_adding


def test_a_newcomer_may_change_sides_while_the_name_is_typed(bench: Bench) -> None:
    bench.inspector.show_newcomer("CA")
    type_into(bench.line("family"), "Wang")
    side = next(
        each for each in bench.inspector.findChildren(Button) if each.text() == "China" and each.isVisible()
    )
    QTest.mouseClick(side, Qt.MouseButton.LeftButton)
    assert bench.line("family").text() == "Wang"
    QTest.keyClick(bench.line("family"), Qt.Key.Key_Return)
    assert [each.family for each in roster(bench.desk.tables, bench.meeting, side="CN")] == ["Wang"]


def test_a_newcomer_brings_what_the_seat_knows(bench: Bench) -> None:
    entities = bench.desk.tables.Entity
    entity = entities.get(entities.side == bench.desk.tables.Side.get(bench.desk.tables.Side.code == "CA").id)
    known = {"entity": entity.id, "position": Label("Director")}
    bench.inspector.show_newcomer("CA", person=known, part={"role": Role.ADVISER})
    assert "Director" in [each.toPlainText() for each in bench.inspector.findChildren(QPlainTextEdit)]
    type_into(bench.line("family"), "Roy")
    QTest.keyClick(bench.line("family"), Qt.Key.Key_Return)
    roy = next(each for each in roster(bench.desk.tables, bench.meeting, side="CA") if each.family == "Roy")
    assert (roy.role, roy.entity, roy.position.en) == (Role.ADVISER, entity.id, "Director")


def test_a_newcomer_takes_the_place_of_a_delegate(bench: Bench) -> None:
    part = bench.stored().part
    assert part is not None
    bench.inspector.show_newcomer("CA", replaces=part.id)
    type_into(bench.line("family"), "Roy")
    QTest.keyClick(bench.line("family"), Qt.Key.Key_Return)
    everybody = roster(bench.desk.tables, bench.meeting, attending_only=False)
    assert {each.family: each.status for each in everybody}["Bélair"] is ParticipationStatus.REPLACED
    assert next(each for each in everybody if each.family == "Roy").place == 1


def test_several_people_are_changed_in_one_step(bench: Bench) -> None:
    everybody = roster(bench.desk.tables, bench.meeting)
    bench.inspector.show_several(everybody)
    combo = next(
        each
        for each in bench.inspector.findChildren(QComboBox)
        if each.accessibleName() == "Role" and each.isVisible()
    )
    row = combo.findText("Adviser")
    combo.activated.emit(row)
    assert {each.role for each in roster(bench.desk.tables, bench.meeting)} == {Role.ADVISER}
    bench.desk.undo()
    assert {each.role for each in roster(bench.desk.tables, bench.meeting)} == {Role.MEMBER}


def image_bytes(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 40), "navy").save(out, kind)
    return out.getvalue()


def test_an_image_file_is_dropped_on_the_photo(
    bench: Bench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("photos") / "lea.png"
    path.write_bytes(image_bytes("PNG"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(bench, data)
    photo = bench.stored().photo
    assert photo is not None
    assert bench.desk.tables.Photo.get_by_id(photo).media_type == "image/jpeg"


def test_an_image_is_pasted_on_the_photo(bench: Bench) -> None:
    QApplication.clipboard().setImage(QImage.fromData(image_bytes("PNG")))
    well = bench.inspector.control("photo")
    assert well is not None
    QTest.keyClick(well, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.stored().photo is not None
    QTest.keyClick(well, Qt.Key.Key_Delete)
    assert bench.stored().photo is None


def test_what_is_no_image_is_refused_with_the_reason(
    bench: Bench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("photos") / "list.png"
    path.write_bytes(b"not an image")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(bench, data)
    assert bench.stored().photo is None
    assert any("cannot be read" in text for text in bench.texts())


def drop(bench: Bench, data: QMimeData) -> None:
    well = bench.inspector.control("photo")
    assert isinstance(well, PhotoWell)
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    well.dropEvent(QDropEvent(QPoint(5, 5), action, data, button, keys))


def test_everything_speaks_the_language_of_the_screen(bench: Bench) -> None:
    for language, expected in (
        (Language.FR, "Nom de famille"),
        (Language.ZH, "姓"),
        (Language.EN, "Family name"),
    ):
        bench.desk.screen.set_language(language)
        assert bench.line("family").accessibleName() == expected


def test_every_control_has_a_name_for_screen_readers(bench: Bench) -> None:
    focusable = [
        each
        for each in bench.inspector.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert [each for each in focusable if not each.accessibleName()] == []


@pytest.mark.parametrize(
    ("forms", "badge", "listed"),
    [
        (
            TypedName(
                "Yang",
                "Weimin",
                "杨为民",
                name_order=NameOrder.FAMILY_FIRST,
                honorific=Label("Mr.", "M.", "先生"),
            ),
            ("YANG Weimin", "杨为民"),
            ("Mr.\u00a0YANG Weimin", "M.\u00a0YANG Weimin", "杨为民\u00a0先生"),
        ),
        (
            TypedName("Wang", "Fang", "王芳", name_order=NameOrder.FAMILY_FIRST),
            ("WANG Fang", "王芳"),
            ("WANG Fang", "王　芳"),
        ),
        (TypedName("Côté", "Élise", printed_name="Élise de CÔTÉ"), ("Élise de CÔTÉ",), ("Élise de CÔTÉ",)),
        (TypedName(), (), ()),
    ],
)
def test_the_preview_says_what_prints(
    forms: TypedName, badge: tuple[str, ...], listed: tuple[str, ...]
) -> None:
    assert (by_script(forms), forms.listed) == (badge, listed)
