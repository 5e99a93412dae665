"""A workbook of the follow-up read back: nothing to change, the same records elsewhere, what was edited."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.follow_up_imports import FollowUpOutOfDate, import_follow_up
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import Disclosure, OutcomeState
from alternat.planning.disclosure import Audience
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import RowAction
from alternat.storage.workspace import Workspace, create_workspace
from tests.exchange.follow_up.workbooks import contents, edited, export, filled, plan, read_back
from tests.factories.people import add_delegate
from tests.factories.programmes import fill_programme

SAY = catalog(Language.EN).say


@pytest.fixture
def any_dialogue(any_workspace: Workspace) -> Workspace:
    create_dialogue(any_workspace, "canada-china")
    return any_workspace


def changes(workspace: Workspace, path: Path) -> list[str]:
    """Return what would change, and what would be added, in words."""
    found = []
    for row in plan(workspace, path).rows:
        found += [SAY(each.sentence) for each in row.changes]
        found += ["+" for _ in [row] if row.action is RowAction.ADD]
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("audience", Audience)
def test_what_was_exported_is_read_back_without_a_change(
    dialogue: Workspace, tmp_path: Path, language: Language, audience: Audience
) -> None:
    _, made = filled(dialogue)
    with dialogue.change(message("Withhold")) as change:
        change.update(dialogue.tables.Outcome, {made.earlier: {"disclosure": Disclosure.WITHHELD}})
    told = plan(dialogue, export(dialogue, tmp_path / "f.xlsx", audience=audience, language=language))
    assert (told.problems, told.questions, told.gone, told.notes) == ((), (), (), ())
    assert {each.action for each in told.rows} == {RowAction.SKIP}
    assert not import_follow_up(dialogue, told)


@pytest.mark.parametrize("language", Language)
def test_another_dialogue_gets_the_same_records_in_one_step(
    any_dialogue: Workspace, tmp_path: Path, language: Language
) -> None:
    with create_workspace(tmp_path / "other.alternat", actor="Test") as other:
        create_dialogue(other, "canada-china")
        # Numbers of rows differ there, as they do between any two dialogues.
        add_delegate(other, None)
        filled(other)
        path = export(other, tmp_path / "f.xlsx", language=language)
        wanted = contents(other)
    fill_programme(any_dialogue)
    before = contents(any_dialogue)
    told = plan(any_dialogue, path)
    assert (told.problems, told.questions) == ((), ())
    step = import_follow_up(any_dialogue, told)
    assert SAY(step.label).endswith("back from f.xlsx")
    found, people = contents(any_dialogue), "lead. person asked_by"
    assert without(found, people) == without(wanted, people)
    assert all(sum(map(len, found.values())) for _ in found)
    assert plan(any_dialogue, path).writes is False
    any_dialogue.undo()
    assert contents(any_dialogue) == before
    any_dialogue.redo()
    assert contents(any_dialogue) == found


def without(records: dict[str, list[dict[str, Any]]], names: str) -> dict[str, list[dict[str, Any]]]:
    """Return records without the ids of people, which differ; whether somebody stands there stays."""
    starts = tuple(names.split())
    return {
        sheet: [
            {name: value is None if name.startswith(starts) else value for name, value in row.items()}
            for row in rows
        ]
        for sheet, rows in records.items()
    }


def test_leads_are_the_people_of_those_names(dialogue: Workspace, tmp_path: Path) -> None:
    with create_workspace(tmp_path / "other.alternat", actor="Test") as other:
        create_dialogue(other, "canada-china")
        add_delegate(other, None)
        programme, _ = filled(other)
        path = export(other, tmp_path / "f.xlsx", language=Language.ZH)
        leads = (programme.canadians[0], programme.chinese[0])
    own = fill_programme(dialogue)
    assert leads != (own.canadians[0], own.chinese[0])
    read_back(dialogue, path)
    found = {row.side.code: row.lead_id for row in dialogue.tables.OutcomeSide.select()}
    assert found == {"CA": own.canadians[0], "CN": own.chinese[0]}


EDITS = [
    ("due", date(2027, 10, 2), "Due date: Wednesday, September 1, 2027 → Saturday, October 2, 2027"),
    ("due", "２０２７年１０月２日", "Due date: Wednesday, September 1, 2027 → Saturday, October 2, 2027"),
    ("due", " 2 octobre 2027 ", "Due date: Wednesday, September 1, 2027 → Saturday, October 2, 2027"),
    ("due", None, "Due date: Wednesday, September 1, 2027 → –"),
    ("kind", " noted ", "Kind: Agreed in principle → Noted"),
    ("kind", "仅予注意", ""),
    ("topic", "Topic-3", "Topic: topic-2 → topic-3"),
    ("topic", "反恐合作", "Topic: topic-2 → topic-1"),
    ("short.fr", "Des  listes\nde points", "Short name (French): – → Des  listes\nde points"),
    ("disclosure", "public", ""),
    ("carriers", "dialogue-1; dialogue-2", "Carried out by: dialogue-1 → dialogue-1, dialogue-2"),
    ("last_heard", "dialogue-1 2027-08-05", ""),
    ("lead.CN", None, ""),
    ("continues", None, "Continues: 2027-1 → –"),
    ("state_on", "2027/8/2", ""),
]


@pytest.mark.parametrize(("column", "value", "said"), [each for each in EDITS if each[2]])
def test_a_cell_that_was_edited_is_told_and_written(
    dialogue: Workspace, tmp_path: Path, column: str, value: object, said: str
) -> None:
    filled(dialogue)
    with dialogue.change(message("Free")) as change:
        change.delete(dialogue.tables.OutcomeCarrier, [1] if column == "kind" else [])
        change.delete(dialogue.tables.OutcomeSide, [1, 2] if column == "kind" else [])
        state = {"state": OutcomeState.AGREED, "consent_given": None}
        change.update(dialogue.tables.Outcome, {2: state})
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "outcomes", {(column, 4): value})
    before = changes(dialogue, path)
    assert [each.partition(":")[2] for each in before] == [said.partition(":")[2]]
    read_back(dialogue, path)
    assert changes(dialogue, path) == []
    dialogue.undo()
    assert changes(dialogue, path) == before


def test_rows_and_columns_may_be_moved_sheets_renamed_and_headings_in_any_language(
    dialogue: Workspace, tmp_path: Path
) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx", language=Language.ZH)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[1]
    sheet.title = "x"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    turned = [*rows[:2], *reversed(rows[2:])]
    for at, row in enumerate(turned, start=1):
        for place_, value in enumerate(reversed(row), start=1):
            sheet.cell(at, place_).value = value
            if isinstance(value, str):
                # Else this library takes a text for a formula, which no office program does.
                sheet.cell(at, place_).data_type = "s"
    sheet.row_dimensions[3].hidden = True
    notes = workbook.worksheets[2]
    notes.delete_rows(1)
    workbook.save(path)
    told = plan(dialogue, path)
    assert (told.problems, told.gone, told.notes) == ((), (), ())
    assert {each.action for each in told.rows} == {RowAction.SKIP}


def test_a_new_row_gets_the_next_number_and_is_the_same_the_next_time(
    dialogue: Workspace, tmp_path: Path
) -> None:
    filled(dialogue)
    new = {"meeting": 2027, "kind": "Agreed in principle", "text.en": "New", "continues": "2027-1\n2027-2"}
    path = export(dialogue, tmp_path / "f.xlsx")
    edited(path, "outcomes", {(name, 9): value for name, value in new.items()})
    assert changes(dialogue, path) == ["+"]
    read_back(dialogue, path)
    row = dialogue.tables.Outcome.get(dialogue.tables.Outcome.code == "2027-3")
    assert (row.text, row.disclosure, row.state) == (
        Label("New"),
        Disclosure.WITH_CONSENT,
        OutcomeState.AGREED,
    )
    assert dialogue.tables.Meeting.get_by_id(row.meeting_id).last_outcome == 3
    assert changes(dialogue, path) == []


def test_what_is_not_in_the_workbook_stays_and_is_told(dialogue: Workspace, tmp_path: Path) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[1].delete_rows(3)
    workbook.remove(workbook.worksheets[2])
    workbook.save(path)
    told = plan(dialogue, path)
    assert [SAY(each.sentence) for each in told.gone] == [
        "Outcomes: 1 row of the dialogue is not in the workbook and stays as it is: 2027-1"
    ]
    import_follow_up(dialogue, told)
    assert dialogue.tables.Outcome.select().count() == 2


def test_what_is_withheld_from_a_workbook_for_both_sides_is_not_lost_by_it(
    dialogue: Workspace, tmp_path: Path
) -> None:
    _, made = filled(dialogue)
    with dialogue.change(message("Withhold")) as change:
        change.update(dialogue.tables.Outcome, {made.earlier: {"disclosure": Disclosure.WITHHELD}})
        earlier = dialogue.tables.Meeting.get(dialogue.tables.Meeting.reference == "2017").id
        other = {"meeting": earlier, "code": "2017-1", "number": 1, "text": Label("First")}
        change.insert(dialogue.tables.Outcome, [other])
    path = export(dialogue, tmp_path / "f.xlsx", audience=Audience.BOTH)
    edited(path, "outcomes", {("continues", 4): "2017-1"})
    assert changes(dialogue, path) == ["Continues: – → 2017-1"]
    read_back(dialogue, path)
    links = {row.earlier.code for row in dialogue.tables.OutcomeLink.select()}
    assert links == {"2027-1", "2017-1"}


def test_a_number_of_another_dialogue_is_not_taken_for_the_row_that_has_it_here(
    dialogue: Workspace, tmp_path: Path
) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx")
    said = {("text.en", 3): "x", ("text.fr", 3): "y", ("text.zh", 3): "z", ("day", 3): date(2027, 12, 1)}
    edited(path, "notes", said)
    assert changes(dialogue, path) == ["+"]
    edited(path, "notes", {("day", 3): date(2027, 6, 17)})
    assert len(changes(dialogue, path)) == 3


def test_names_that_are_not_clear_are_asked_about_and_never_guessed(
    dialogue: Workspace, tmp_path: Path
) -> None:
    programme, _ = filled(dialogue)
    twins = [
        add_delegate(dialogue, None, family="Roy", given="Zoé", name_zh=""),
        add_delegate(dialogue, None, family="Roy", given="Zoé", name_zh=""),
    ]
    path = export(dialogue, tmp_path / "f.xlsx")
    edited(path, "outcomes", {("lead.CA", 4): "Zoé ROY", ("lead.CN", 4): "Nobody"})
    told = plan(dialogue, path)
    assert [each.name for each in told.questions] == ["Zoé ROY", "Nobody"]
    assert [[person.id for person in each.among] for each in told.questions] == [twins, []]
    import_follow_up(dialogue, told)
    leads = [
        row.lead_id for row in dialogue.tables.OutcomeSide.select().order_by(dialogue.tables.OutcomeSide.id)
    ]
    assert leads == [programme.canadians[0], programme.chinese[0]]
    chosen = plan(dialogue, path, {"Zoé Roy": twins[1], "nobody": programme.chinese[1]})
    assert chosen.questions == ()
    import_follow_up(dialogue, chosen)
    # Once one of them leads, the same name is that one.
    assert plan(dialogue, path, {"nobody": programme.chinese[1]}).writes is False


def test_a_plan_of_yesterday_is_not_written(dialogue: Workspace, tmp_path: Path) -> None:
    _, made = filled(dialogue)
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "outcomes", {("short.en", 4): "Other"})
    told = plan(dialogue, path)
    with dialogue.change(message("Meanwhile")) as change:
        change.update(dialogue.tables.Outcome, {made.earlier: {"short": Label("Mine")}})
    with pytest.raises(FollowUpOutOfDate):
        import_follow_up(dialogue, told)


def test_every_sheet_takes_what_was_edited(dialogue: Workspace, tmp_path: Path) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx")
    edited(path, "notes", {("is_shared", 3): "yes"})
    edited(
        path, "guidance", {("answer.en", 3): "Yes", ("answered_on", 3): "2027-08-10", ("closed_on", 3): None}
    )
    edited(path, "guidance", {("answered_by.CN", 3): "2027-08-11", ("answer_of.CN.zh", 3): "同意"})
    edited(
        path,
        "objectives",
        {("state", 3): "Achieved", ("state_on", 3): "2027-08-12", ("due", 4): "2028-01-01"},
    )
    edited(path, "instruments", {("title.en", 3): "The treaty", ("binding.CN", 3): "Binding"})
    edited(path, "instruments", {(name, 4): value for name, value in NEW_INSTRUMENT.items()})
    edited(path, "instruments", {("replaced_by", 3): "Second"})
    edited(
        path,
        "steps",
        {
            ("place.en", 3): "Ottawa",
            ("instrument", 4): "Second",
            ("step", 4): "Signed",
            ("planned", 4): "2028-02-01",
        },
    )
    edited(path, "officials", {("until", 3): "2027-12-31"})
    edited(path, "dialogue_meetings", {("ends", 3): "2027-10-05", ("city.fr", 3): "Pékin"})
    edited(path, "topics", {("text.en", 9): "Seventh", ("short.en", 3): "Terror"})
    told = plan(dialogue, path)
    assert (told.problems, told.questions) == ((), ())
    read_back(dialogue, path)
    assert changes(dialogue, path) == []
    tables = dialogue.tables
    first, second = tables.Instrument.select().order_by(tables.Instrument.id)
    assert (first.replaced_by_id, first.title.en) == (second.id, "The treaty")
    assert {(row.instrument_id, row.step.value) for row in tables.InstrumentStep.select()} >= {
        (second.id, "signed")
    }
    assert tables.Provision.get(tables.Provision.code == "topic-7").text == Label("Seventh")
    dialogue.undo()
    assert tables.Instrument.select().count() == 1


NEW_INSTRUMENT = {"objective": "objective-2", "kind": "Memorandum of understanding", "title.en": "Second"}


@pytest.mark.parametrize("audience", [Audience.DESK, Audience.BOTH])
def test_a_row_that_changed_here_since_the_export_is_told(
    dialogue: Workspace, tmp_path: Path, audience: Audience
) -> None:
    filled(dialogue)
    path = edited(
        export(dialogue, tmp_path / "f.xlsx", audience=audience), "outcomes", {("due", 4): date(2027, 10, 2)}
    )
    assert plan(dialogue, path).problems == ()
    with dialogue.change(message("Newer")) as change:
        change.update(dialogue.tables.Outcome, {2: {"short": Label("Newer")}})
    (told,) = plan(dialogue, path).problems
    assert (told.row, told.severity) == (4, Severity.WARNS)
    said = SAY(told.message)
    assert said.startswith("The row has changed here since the workbook was written.")
    assert "short name (English)" in said
    assert "due date" in said
