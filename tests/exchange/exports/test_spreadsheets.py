"""The workbook and the text file read back: real days and times, headings, printing, and no formula."""

import csv
import io
from datetime import date, datetime, time

import openpyxl
import openpyxl.utils
import pytest
from python_calamine import CalamineWorkbook

from alternat.actions.programme import change_sessions
from alternat.exchange.exports.delimited import write_csv
from alternat.exchange.exports.formulas import guarded, unguarded
from alternat.exchange.exports.public import WHOLE, PublicProgramme
from alternat.exchange.exports.xlsx import write_xlsx
from alternat.exchange.sources.delimited import sniff_delimiter
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.storage.workspace import Workspace
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import FilledProgramme

ALL = (Language.EN, Language.FR, Language.ZH)
FORMULA = '=HYPERLINK("http://example.org";"x")'


@pytest.fixture
def programme(dialogue: Workspace, filled: FilledProgramme) -> PublicProgramme:
    change_sessions(dialogue, [filled.sessions["break"]], {"title": Label(FORMULA, "－1+1", "@SUM")})
    return gathered(dialogue, filled.meeting, WHOLE, ALL)


def test_the_workbook_holds_real_days_and_times(programme: PublicProgramme, now: datetime) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(programme, now)))["2027"]
    first = [cell.value for cell in sheet[4]]
    assert first[:7] == [
        datetime.combine(date(2027, 6, 12), time()),
        time(9),
        time(10, 30),
        90,
        "Opening plenary",
        "Séance plénière d’ouverture",
        "开幕全体会议",
    ]
    assert datetime.combine(date(2027, 6, 12), time(21)) in first
    assert sheet["A3"].value == "Day\nJour\n日期"


def test_the_workbook_is_ready_to_print(programme: PublicProgramme, now: datetime) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(programme, now)))["2027"]
    assert sheet.freeze_panes == "D4"
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$3:$3", "landscape")
    properties = sheet.sheet_properties.pageSetUpPr
    assert properties is not None
    assert (sheet.page_setup.fitToHeight, properties.fitToPage) == (0, True)


@pytest.mark.parametrize(
    ("meeting", "host", "number"), [("", "CA", 1), ("", "CN", 9), ("a4", "CA", 9), ("letter", "CN", 1)]
)
def test_the_workbook_prints_on_the_paper_of_the_meeting_or_else_of_its_host(
    dialogue: Workspace, filled: FilledProgramme, now: datetime, meeting: str, host: str, number: int
) -> None:
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == host)
    with dialogue.change(message("Host")) as change:
        change.update(dialogue.tables.Meeting, {filled.meeting: {"host": side.id, "paper": meeting}})
    content = write_xlsx(gathered(dialogue, filled.meeting, WHOLE, ALL), now)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["2027"]
    assert sheet.page_setup.paperSize == number


def test_what_only_programs_need_stays_off_paper(programme: PublicProgramme, now: datetime) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(programme, now)))["2027"]
    last = openpyxl.utils.range_boundaries(sheet.print_area.rpartition("!")[2])[2]
    headings = [str(cell.value) for cell in sheet[3]]
    assert headings[last:] == ["Time zone\nFuseau horaire\n时区", "Calendar key\nClé de calendrier\n日历标识"]


def test_another_reader_finds_the_same_days_and_times(programme: PublicProgramme, now: datetime) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_xlsx(programme, now)))
    rows = book.get_sheet_by_name("2027").to_python()[3:]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        (session.day, session.start, session.title.en) for session in programme.sessions
    ]


def test_no_cell_of_the_workbook_is_a_formula(programme: PublicProgramme, now: datetime) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(programme, now)))["2027"]
    cells = {str(cell.value): cell.data_type for row in sheet.iter_rows() for cell in row}
    assert (cells[FORMULA], cells["－1+1"], cells["@SUM"]) == ("s", "s", "s")


@pytest.mark.parametrize(
    ("languages", "separator"),
    [((Language.EN,), ","), ((Language.FR, Language.ZH), ";"), ((Language.ZH,), ",")],
)
def test_the_text_file_opens_in_every_edition(
    dialogue: Workspace,
    filled: FilledProgramme,
    now: datetime,
    languages: tuple[Language, ...],
    separator: str,
) -> None:
    content = write_csv(gathered(dialogue, filled.meeting, WHOLE, languages), now)
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert sniff_delimiter(text) == separator
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    first = list(rows[0].values())
    assert (len(rows), first[:4]) == (9, ["2027-06-12", "09:00", "10:30", "90"])
    assert first[4] == Label("Opening plenary", "Séance plénière d’ouverture", "开幕全体会议").text(
        languages[0]
    )


def test_no_cell_of_the_text_file_can_run(programme: PublicProgramme, now: datetime) -> None:
    text = write_csv(programme, now).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert all(cell[:1] not in set("=+-@＝＋－＠\t\r") for row in rows for cell in row if cell)
    assert [unguarded(cell) for cell in rows[2][4:7]] == [FORMULA, "－1+1", "@SUM"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 613 555 0100", "-5", "@x", "'=1", "'", "plain", "", "\tx", "＝1", "−5 people"]
)
def test_a_guarded_text_comes_back_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_days_are_those_of_the_place(programme: PublicProgramme) -> None:
    assert {session.day for session in programme.sessions} == {date(2027, 6, 12), date(2027, 6, 13)}
