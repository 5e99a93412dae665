from datetime import date

import pytest

from alternat.documents.contents.meeting import MeetingFacts, SideFacts
from alternat.documents.contents.titles import meeting_title, place_and_dates
from alternat.language.label import Label, Language

EN, FR, ZH = Language
CITY = Label("Ottawa", "Ottawa", "渥太华")
OTTAWA = MeetingFacts(1, "2027", 2027, 3, CITY, date(2027, 6, 12), date(2027, 6, 14))


def side(name: Label) -> SideFacts:
    return SideFacts(1, "CA", Label(), Label(), Label(), name, (EN, FR), "#000000")


DIALOGUE = side(Label("Canada-China Dialogue", "Dialogue Canada-Chine", "加中对话"))


@pytest.mark.parametrize(
    ("number", "titles"),
    [
        (3, ["Third Canada-China Dialogue", "Troisième réunion du Dialogue Canada-Chine", "第三次加中对话"]),
        (1, ["First Canada-China Dialogue", "Première réunion du Dialogue Canada-Chine", "首次加中对话"]),
        (None, ["Canada-China Dialogue", "Dialogue Canada-Chine", "加中对话"]),
    ],
)
def test_a_meeting_is_titled_by_its_number(number: int | None, titles: list[str]) -> None:
    meeting = MeetingFacts(1, "2027", 2027, number, Label(), None, None)
    assert [meeting_title(meeting, DIALOGUE, language) for language in Language] == titles


def test_a_french_name_with_a_vowel_is_elided() -> None:
    assert (
        meeting_title(OTTAWA, side(Label(fr="Échange annuel")), FR) == "Troisième réunion de l’Échange annuel"
    )


def test_a_missing_name_shows_as_a_gap() -> None:
    assert meeting_title(OTTAWA, side(Label(en="Dialogue")), ZH) == "第三次[…]"


def test_place_and_dates_read_as_each_language_writes_them() -> None:
    assert [place_and_dates(OTTAWA, language) for language in Language] == [
        "Ottawa, June 12–14, 2027",
        "Ottawa, du 12 au 14 juin 2027",
        "2027年6月12日至14日\u3000渥太华",
    ]


def test_what_is_not_known_yet_is_left_out_and_the_year_stands_for_the_days() -> None:
    nowhere = MeetingFacts(1, "2027", 2027, 3, Label(), date(2027, 6, 12), None)
    unknown = MeetingFacts(1, "2027", 2027, 3, Label(), None, None)
    assert [place_and_dates(nowhere, language) for language in Language] == [
        "June 12, 2027",
        "Le 12 juin 2027",
        "2027年6月12日",
    ]
    assert [place_and_dates(unknown, language) for language in Language] == ["2027", "2027", "2027年"]
