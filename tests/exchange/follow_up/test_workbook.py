"""The follow-up as a workbook, read by another library: what stands in it, for whom, and what never."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from alternat.exchange.follow_up.cells import heading
from alternat.exchange.follow_up.workbook import (
    TextTooLongForCell,
    gather_follow_up,
    is_follow_up,
    write_follow_up,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import Disclosure, OutcomeKind
from alternat.planning.disclosure import Audience
from alternat.planning.follow_up_sheets import follow_up_sheets
from alternat.planning.outcomes import KINDS
from alternat.storage.workspace import Workspace
from tests.exchange.follow_up.workbooks import edited, export, plan
from tests.factories.follow_up import TEXT, FilledFollowUp, fill_follow_up
from tests.factories.programmes import fill_programme

NOW = datetime(2027, 9, 1, 12, 30, tzinfo=UTC)
Rows = dict[str, list[dict[str, object]]]


@pytest.fixture
def follow_up(dialogue: Workspace) -> FilledFollowUp:
    filled = fill_programme(dialogue)
    return fill_follow_up(dialogue, filled.meeting, filled.canadians[0])


def written(dialogue: Workspace, audience: Audience, language: Language = Language.EN) -> bytes:
    return write_follow_up(gather_follow_up(dialogue.tables, audience, language), NOW)


def rows(content: bytes) -> Rows:
    """Return the rows of every sheet by the codes above its columns."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found: Rows = {}
    for name in workbook.sheet_names[1:]:
        codes, _headings, *rest = workbook.get_sheet_by_name(name).to_python()
        names = [str(each).partition(".") for each in codes]
        found[names[0][0].partition(":")[2]] = [
            {name: cell for (_, _, name), cell in zip(names, row, strict=True)} for row in rest
        ]
    return found


def change(dialogue: Workspace, table: str, key: int, **values: object) -> None:
    with dialogue.change(message("Set")) as step:
        step.update(dialogue.tables.named(table), {key: values})


@pytest.mark.usefixtures("follow_up")
def test_an_outcome_stands_with_all_that_it_refers_to(dialogue: Workspace) -> None:
    earlier, outcome = rows(written(dialogue, Audience.BOTH))["outcomes"]
    assert (outcome["code"], outcome["meeting"]) == ("2027-2", "2027")
    assert [outcome[f"text.{each}"] for each in Language] == [TEXT.en, TEXT.fr, TEXT.zh]
    assert outcome["due"] == date(2027, 9, 1)
    assert str(outcome["carriers"]).startswith("dialogue-1 – Mechanism for consultations")
    assert outcome["last_asked"] == "dialogue-1 2027-06-17"
    assert (outcome["lead.CA"], outcome["lead.CN"]) == ("Noé 0 ARNAULT", "")
    assert (outcome["continues"], outcome["replaces"]) == ("2027-1", "")
    assert str(outcome["objectives"]).startswith("objective-1 – ")
    assert (earlier["state"], earlier["continues"]) == ("Agreed", "")


@pytest.mark.usefixtures("follow_up")
@pytest.mark.parametrize(
    ("language", "state", "head"),
    [(Language.EN, "Agreed", "Code"), (Language.FR, "Convenu", "Code"), (Language.ZH, "已商定", "代码")],
)
def test_headings_and_words_are_those_of_the_language(
    dialogue: Workspace, language: Language, state: str, head: str
) -> None:
    content = written(dialogue, Audience.BOTH, language)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(1).to_python()
    assert sheet[1][0] == head
    assert rows(content)["outcomes"][0]["state"] == state


def test_what_is_withheld_is_in_none_of_the_sheets_and_is_counted(
    dialogue: Workspace, follow_up: FilledFollowUp
) -> None:
    change(dialogue, "outcome", follow_up.earlier, disclosure=Disclosure.WITHHELD)
    change(dialogue, "instrument", follow_up.instrument, disclosure=Disclosure.WITHHELD)
    content = written(dialogue, Audience.BOTH)
    found = rows(content)
    assert [each["code"] for each in found["outcomes"]] == ["2027-2"]
    assert found["outcomes"][0]["continues"] == ""
    assert (found["instruments"], found["steps"]) == ([], [])
    about = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    told = [str(row[0]) for row in about]
    assert "Outcomes: 1 row is not for this audience and is left out." in told
    assert len(rows(written(dialogue, Audience.DESK))["outcomes"]) == 2


@pytest.mark.usefixtures("follow_up")
def test_a_note_that_is_not_shared_stays_at_the_desk(dialogue: Workspace) -> None:
    assert rows(written(dialogue, Audience.BOTH))["notes"] == []
    assert len(rows(written(dialogue, Audience.DESK))["notes"]) == 1


def test_the_public_gets_what_the_other_side_agreed_to_and_nothing_of_the_work(
    dialogue: Workspace, follow_up: FilledFollowUp
) -> None:
    assert rows(written(dialogue, Audience.PUBLIC))["outcomes"] == []
    change(dialogue, "outcome", follow_up.outcome, consent_given=date(2027, 8, 1))
    change(dialogue, "progress_note", 1, is_shared=True)
    found = rows(written(dialogue, Audience.PUBLIC))
    (outcome,) = found["outcomes"]
    assert (outcome["code"], outcome["continues"]) == ("2027-2", "")
    assert not {"last_asked", "consent_given", "disclosure"} & set(outcome)
    assert not {"notes", "guidance"} & set(found)


def test_no_cell_runs_and_line_breaks_stay(dialogue: Workspace, follow_up: FilledFollowUp) -> None:
    said = Label('=HYPERLINK("http://example.org")', "+1\n－2", "@SUM(1)\n=1")
    change(dialogue, "outcome", follow_up.outcome, text=said)
    content = written(dialogue, Audience.BOTH)
    assert [rows(content)["outcomes"][1][f"text.{each}"] for each in Language] == [said.en, said.fr, said.zh]
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_a_text_that_no_cell_can_hold_is_refused(dialogue: Workspace, follow_up: FilledFollowUp) -> None:
    change(dialogue, "outcome", follow_up.outcome, text=Label("x" * 32_768))
    with pytest.raises(TextTooLongForCell, match="32768"):
        written(dialogue, Audience.BOTH)


@pytest.mark.usefixtures("follow_up")
def test_headings_stay_in_view_can_be_filtered_and_choices_are_offered(dialogue: Workspace) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(dialogue, Audience.BOTH)))["Outcomes"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B3", "A2:AC4")
    assert sheet.row_dimensions[1].hidden
    offered = [each.formula1 for each in sheet.data_validations.dataValidation]
    assert '"Agreed,Under way,Stuck,No news,Carried out,Dropped"' in offered


@pytest.mark.usefixtures("follow_up")
def test_it_is_known_again_and_other_workbooks_are_not(dialogue: Workspace) -> None:
    assert is_follow_up(written(dialogue, Audience.DESK, Language.ZH))
    other = io.BytesIO()
    openpyxl.Workbook().save(other)
    assert not is_follow_up(other.getvalue())


@pytest.mark.parametrize("language", Language)
def test_words_and_headings_of_a_column_are_told_apart(language: Language) -> None:
    """Else a cell, or a sheet whose codes are gone, could not be read back."""
    say = catalog(language).say
    for sheet in follow_up_sheets(["CA", "CN"]):
        headings = [heading(column, catalog(language)) for column in sheet.columns if column.id != "session"]
        assert len(set(headings)) == len(headings), sheet.id
        for column in sheet.columns:
            words = [say(each) for each in column.words.values()]
            assert len(set(words)) == len(words), column.id


@pytest.mark.parametrize("language", Language)
def test_nothing_is_called_agreed_that_was_only_noted_or_is_to_be_studied(
    dialogue: Workspace, follow_up: FilledFollowUp, tmp_path: Path, language: Language
) -> None:
    change(dialogue, "outcome", follow_up.earlier, kind=OutcomeKind.FURTHER_STUDY)
    path = export(dialogue, tmp_path / "f.xlsx", language=language)
    earlier, _ = rows(path.read_bytes())["outcomes"]
    assert earlier["state"] == earlier["kind"] == catalog(language).say(KINDS[OutcomeKind.FURTHER_STUDY])
    assert not plan(dialogue, path).writes
    done = edited(path, "outcomes", {("state", 3): "Carried out", ("state_on", 3): "2027-08-02"})
    changes = [each for row in plan(dialogue, done).rows for each in row.changes if each.column == "state"]
    assert [catalog(Language.EN).show(each.before) for each in changes] == ["For further study"]
    # What was agreed is not “for further study”: that is a kind, and no state.
    (problem,) = plan(dialogue, edited(path, "outcomes", {("state", 4): "For further study"})).problems
    assert "It is one of: Agreed, Under way" in catalog(Language.EN).say(problem.message)
