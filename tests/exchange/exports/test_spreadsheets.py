"""The workbook and the text file read back: real days and times, headings, printing, and no formula."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime, time

import openpyxl
import openpyxl.utils
import pytest
from python_calamine import CalamineWorkbook

from alternat.actions.people import change_people
from alternat.actions.programme import change_sessions
from alternat.exchange.exports.delimited import write_csv
from alternat.exchange.exports.formulas import guarded, unguarded
from alternat.exchange.exports.public import WHOLE, PublicProgramme
from alternat.exchange.exports.xlsx import line_count, write_xlsx
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
    headings = [str(cell.value).partition("\n")[0] for cell in sheet[3]]
    assert headings[:last] == [
        *("Day", "Start time", "End time", "Minutes"),
        *("Title (English)", "Title (French)", "Title (Chinese)"),
        *("Location", "Participants", "Chair(s)", "Status"),
    ]
    assert headings[-2:] == ["Time zone", "Calendar key"]


@pytest.mark.parametrize("languages", [(Language.EN,), (Language.FR, Language.EN), ALL])
@pytest.mark.parametrize(("paper", "inches"), [("letter", 11.0), ("a4", 11.69)])
def test_what_prints_is_at_least_eight_points_high(
    dialogue: Workspace,
    filled: FilledProgramme,
    now: datetime,
    languages: tuple[Language, ...],
    paper: str,
    inches: float,
) -> None:
    with dialogue.change(message("Paper")) as change:
        change.update(dialogue.tables.Meeting, {filled.meeting: {"paper": paper}})
    content = write_xlsx(gathered(dialogue, filled.meeting, WHOLE, languages), now)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["2027"]
    last = openpyxl.utils.range_boundaries(sheet.print_area.rpartition("!")[2])[2]
    letters = [openpyxl.utils.get_column_letter(at + 1) for at in range(last or 0)]
    wide = sum(sheet.column_dimensions[letter].width * 7 + 5 for letter in letters) / 96
    margins = sheet.page_margins.left + sheet.page_margins.right
    assert min(1.0, (inches - margins) / wide) * sheet["E4"].font.sz >= 8


def test_every_row_says_how_high_its_text_is(programme: PublicProgramme, now: datetime) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(programme, now)))["2027"]
    heights = [sheet.row_dimensions[row].height for row in range(4, 4 + len(programme.sessions))]
    assert all(heights)
    assert len(set(heights)) > 1
    assert max(heights) <= 409


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("short", 10, 1),
        ("two words and here", 10, 2),
        ("one\ntwo", 10, 2),
        ("联邦厅劳里埃会议中心", 10, 2),
        ("Donaudampfschifffahrtsgesellschaft", 10, 4),
    ],
)
def test_lines_are_counted_as_office_programs_break_them(text: str, width: int, lines: int) -> None:
    assert line_count(text, width) == lines


@pytest.mark.parametrize(
    ("excel", "separator"), [(None, ","), (Language.FR, ";"), (Language.EN, ","), (Language.ZH, ",")]
)
def test_the_text_file_is_for_the_excel_that_was_asked_for(
    dialogue: Workspace,
    filled: FilledProgramme,
    now: datetime,
    excel: Language | None,
    separator: str,
) -> None:
    public = gathered(dialogue, filled.meeting, WHOLE, (Language.EN, Language.FR))
    text = write_csv(replace(public, excel=excel), now).decode("utf-8-sig")
    assert sniff_delimiter(text) == separator


def test_every_cell_has_all_languages_in_their_order(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    change_people(dialogue, filled.canadians, {"honorific": Label("Ms.", "Mme", "女士")})
    public = gathered(dialogue, filled.meeting, WHOLE, (Language.FR, Language.EN))
    text = write_csv(public, now).decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert first["Lieu / Location"] == (
        "Salle de la Confédération, Centre de conférences / Confederation Room, Conference Centre"
    )
    assert first["Participants"] == "Tous les participants / Everyone"
    french, _, english = first["Présidence / Chair(s)"].partition("; ")[0].partition(" / ")
    assert (french.startswith("Mme"), english.startswith("Ms")) == (True, True)


def test_chinese_alone_is_written_with_chinese_signs(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    change_people(dialogue, filled.chinese, {"honorific": Label("Ms.", "Mme", "女士")})
    text = write_csv(gathered(dialogue, filled.meeting, WHOLE, (Language.ZH,)), now).decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(text, newline="")))
    assert first["地点"] == "会议中心\N{IDEOGRAPHIC SPACE}联邦厅"
    assert "、" in first["主席或主持人"]
    assert first["主席或主持人"].endswith("女士")
    assert "; " not in "".join(first.values())


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
