"""Times of day, spans and lengths as people write them in lists, in three languages."""

from datetime import UTC, datetime

import pytest

from alternat.exchange.events.clocks import names_zone, read_hours, read_instant, read_length, together


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9h30", "09:30"),
        ("9 h", "09:00"),
        ("9 h 05", "09:05"),
        ("13 h", "13:00"),
        ("9 heures et demie", "09:30"),
        ("10 heures moins le quart", "09:45"),
        ("2 h de l’après-midi", "14:00"),
        ("midi", "12:00"),
        ("midi 30", "12:30"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("minuit", "24:00"),
        ("midnight", "24:00"),
        ("午夜", "24:00"),
        ("24:00", "24:00"),
        ("1 day, 0:00:00", "24:00"),
        ("2 p.m.", "14:00"),
        ("2PM", "14:00"),
        ("12:30 am", "00:30"),
        ("half past 2 pm", "14:30"),
        ("0900", "09:00"),
        ("上午9点半", "09:30"),
        ("上午十点一刻", "10:15"),
        ("晚上7时", "19:00"),
        ("晚上八点三刻", "20:45"),
        ("晚上12点", "24:00"),
        ("下午两点半", "14:30"),
        ("中午", "12:00"),
        ("中午12点30分", "12:30"),
        ("凌晨1点", "01:00"),
        ("９：３０", "09:30"),
        ("9.30", "09:30"),
        ("09:00:00", "09:00"),
        ("19點", "19:00"),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, clock: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert (shown(hours.start.minutes), hours.end) == (clock, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1:30 – 3:00 pm", "13:30", "15:00"),
        ("2-3 pm", "14:00", "15:00"),
        ("11:30 - 1 pm", "11:30", "13:00"),
        ("9 a.m. to 5", "09:00", "17:00"),
        ("9hto10h30", "09:00", "10:30"),
        ("9h–10h30", "09:00", "10:30"),
        ("9 h à 10 h 30", "09:00", "10:30"),
        ("9h au 10h30", "09:00", "10:30"),
        ("9amto10:30am", "09:00", "10:30"),
        ("9:00AM-10:30", "09:00", "10:30"),
        ("上午9点至10点半", "09:00", "10:30"),
        ("9:00 AM~10:30 AM", "09:00", "10:30"),
        ("10:00 p.m. – 1:00 a.m.", "22:00", "25:00"),
        ("22:00–01:00", "22:00", "25:00"),
        ("12 noon – 1:30 p.m.", "12:00", "13:30"),
        ("9 h à midi", "09:00", "12:00"),
        ("de 9 à 10 h", "09:00", "10:00"),
        ("entre 9 h et 10 h", "09:00", "10:00"),
        ("14h30-16h", "14:30", "16:00"),
        ("22 h – minuit", "22:00", "24:00"),
        ("下午2:00-3:30", "14:00", "15:30"),
        ("下午2时至17时", "14:00", "17:00"),
        ("上午11:00-1:30", "11:00", "13:30"),
        ("晚上10点至1点", "22:00", "25:00"),
        ("９：３０～１１：００", "09:30", "11:00"),
    ],
)
def test_both_ends_of_a_span_are_understood_together(text: str, start: str, end: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert hours.end is not None
    first, last = together(hours.start, hours.end)
    assert (shown(first), shown(last)) == (start, end)


@pytest.mark.parametrize("dash", ["-", "–", "—", "−", "~", "～", "to", "until", "à", "至", "到"])
@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize(
    ("first", "last", "minutes"),
    [
        ("09:00", "10:00", 60),
        ("13:30", "14:45", 75),
        ("1400", "1500", 60),
        ("0900", "0945", 45),
        ("22:00", "06:00", 480),
        ("05:15", "05:45", 30),
        ("９：００", "１９：００", 600),
    ],
)
def test_two_times_of_day_are_a_span_and_no_offset(
    first: str, last: str, minutes: int, dash: str, blank: str
) -> None:
    text = f"{first}{blank}{dash}{blank}{last}"
    assert not names_zone(text)
    hours = read_hours(text)
    assert hours is not None
    assert hours.end is not None
    begins, ends = together(hours.start, hours.end)
    assert ends - begins == minutes


@pytest.mark.parametrize("text", ["2027-06-15 09:00-10:00", "15 juin 0900-0945", "6月15日 22:00-06:00"])
def test_a_span_after_a_day_is_no_offset_either(text: str) -> None:
    assert (names_zone(text), read_instant(text)) == (False, None)


@pytest.mark.parametrize("text", ["noonish", "25:00", "13:00 am", "9:75", "9-10-11", "晚上3点", "", "TBC"])
def test_what_is_no_time_of_day_is_nothing(text: str) -> None:
    assert read_hours(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2027-06-15T13:00:00Z",
        "2027-06-15T21:00+08:00",
        "2027-06-15 13:00 UTC",
        "20270615T130000Z",
        "2027-06-15T09:00:00.000-0400",
    ],
)
def test_a_moment_with_its_offset_is_one_moment(text: str) -> None:
    instant = read_instant(text)
    assert instant is not None
    assert instant.astimezone(UTC) == datetime(2027, 6, 15, 13, tzinfo=UTC)


def test_a_time_without_its_offset_is_no_moment() -> None:
    assert read_instant("2027-06-15T13:00") is None
    assert read_instant("2027-13-15T13:00Z") is None


@pytest.mark.parametrize(
    ("text", "has"),
    [("09:00 EDT", True), ("09:00+08:00", True), ("09:00:00-04:00", True), ("9 h", False)],
)
def test_a_time_with_a_zone_is_noticed(text: str, has: bool) -> None:
    assert names_zone(text) is has


@pytest.mark.parametrize(
    "text", ["90", "90 min", "1 h 30", "1h30", "1:30", "1.5 h", "90分钟", "一个半小时", "1小时30分"]
)
def test_a_length_is_read_as_people_write_it(text: str) -> None:
    assert read_length(text) == 90


def shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
