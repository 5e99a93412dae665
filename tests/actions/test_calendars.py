"""Reading the files of official notices."""

from datetime import date
from pathlib import Path

import pytest

from alternat.actions.calendars import NoticeLine, NoticeRowWrong, NoticeUnreadable, read_notice_file
from alternat.language.label import Label
from alternat.nouns.calendars import DayKind

EXPECTED = (
    NoticeLine(date(2027, 2, 6), DayKind.DAY_OFF, Label(en="Spring Festival", zh="春节"), False, "No. 7"),
    NoticeLine(date(2027, 2, 13), DayKind.WORKING_DAY, Label(), True, "No. 7"),
)


def test_a_csv_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    text = (
        "Day,Kind,name_en,name_zh,provisional,source\r\n2027-02-06,day-off,Spring Festival,春节,,No. 7\r\n"
        "2027-02-13,working-day,,,yes,No. 7\r\n"
    )
    for encoding in ("utf-8", "utf-8-sig"):
        path = tmp_path / "notice.csv"
        path.write_bytes(text.encode(encoding))
        assert read_notice_file(path) == EXPECTED


def test_a_json_file_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "notice.json"
    path.write_text(
        '{"source": "No. 7", "days": [{"day": "2027-02-06", "kind": "day-off", "name_en": "Spring Festival", '
        '"name_zh": "春节"}, {"day": "2027-02-13", "kind": "working-day", "provisional": true}]}',
        encoding="utf-8",
    )
    assert read_notice_file(path) == EXPECTED


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"when,what\n2027-02-06,off\n"),
        ("a.csv", b"day,kind\n2027-02-06,day-off,more\n"),
        ("a.csv", "day,kind,name_zh\n2027-02-06,day-off,春节\n".encode("gb18030")),
        ("a.csv", b""),
        ("a.json", b"[]"),
        ("a.json", b'{"days": [{"day": 7, "kind": "day-off"}]}'),
        ("a.json", b'{"days": ["2027-02-06"]}'),
        ("a.json", b"{"),
    ],
)
def test_what_is_no_notice_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NoticeUnreadable, match="cannot be read as a notice"):
        read_notice_file(tmp_path / name)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoticeUnreadable):
        read_notice_file(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("2027-02-30,day-off,", "day"),
        ("2027-02-06,holiday,", "kind"),
        ("2027-02-06,day-off,maybe", "provisional"),
    ],
)
def test_a_wrong_value_is_named_with_its_row_and_field(tmp_path: Path, cells: str, field: str) -> None:
    path = tmp_path / "notice.csv"
    path.write_text(f"day,kind,provisional\n2027-01-01,day-off,\n{cells}\n", encoding="utf-8")
    with pytest.raises(NoticeRowWrong, match=f"row 3: .* in the field “{field}”"):
        read_notice_file(path)
