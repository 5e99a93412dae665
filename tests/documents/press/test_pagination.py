from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alternat.documents.press.drawing import Block
from alternat.documents.press.pagination import PutStrip, Section, Strip, paginate

HEIGHT = 100.0
EMPTY = Block(())
HEAD = Strip(EMPTY, 10, stays_with_next=True, person=-1)
AGAIN = Strip(EMPTY, 6, stays_with_next=True, person=-2)


def row(number: int, height: float, *, is_heading: bool = False) -> Strip:
    return Strip(EMPTY, height, stays_with_next=is_heading, person=number)


sections = st.lists(
    st.lists(st.tuples(st.floats(1, 60), st.booleans()), min_size=1, max_size=40), min_size=1, max_size=3
).map(
    lambda lists: [
        Section((HEAD,), (AGAIN,), tuple(row(100 * n + k, h, is_heading=b) for k, (h, b) in enumerate(rows)))
        for n, rows in enumerate(lists)
    ]
)


def numbers(page: tuple[PutStrip, ...]) -> list[int]:
    return [put.strip.person or 0 for put in page]


@given(sections)
def test_every_row_stands_once_and_in_order_and_none_reaches_over_the_foot(given_: list[Section]) -> None:
    pages = paginate((), given_, HEIGHT)
    rows = [number for page in pages for number in numbers(page) if number >= 0]
    assert rows == [strip.person for section in given_ for strip in section.body]
    for page in pages:
        for above, below in pairwise(page):
            assert abs(above.top + above.strip.height - below.top) < 1e-9
        last = page[-1]
        is_one_group = all(put.strip.stays_with_next for put in page[:-1])
        assert last.top + last.strip.height <= HEIGHT + 1e-9 or is_one_group


@given(sections)
def test_a_page_that_goes_on_with_a_section_repeats_its_heading(given_: list[Section]) -> None:
    for page in paginate((), given_, HEIGHT)[1:]:
        assert numbers(page)[0] in {-1, -2}


@given(sections)
def test_no_heading_stands_alone_at_the_foot(given_: list[Section]) -> None:
    bodies = [section.body[-1].person for section in given_]
    for page in paginate((), given_, HEIGHT):
        last = page[-1].strip
        assert not last.stays_with_next or last.person in bodies


def test_a_section_starts_overleaf_where_little_room_is_left() -> None:
    first, second = (
        Section((HEAD,), (AGAIN,), tuple(row(n, 20) for n in range(start, start + 4))) for start in (0, 10)
    )
    assert [numbers(page) for page in paginate((), [first, second], HEIGHT)] == [
        [-1, 0, 1, 2, 3],
        [-1, 10, 11, 12, 13],
    ]


def test_a_section_that_fits_whole_follows_on_the_same_page() -> None:
    first, second = (Section((HEAD,), (AGAIN,), (row(n, 20),)) for n in (0, 1))
    assert [numbers(page) for page in paginate((), [first, second], HEIGHT)] == [[-1, 0, -1, 1]]


@given(sections, st.integers(1, 4))
def test_a_last_page_takes_rows_from_the_page_before_it_where_that_can_spare_them(
    given_: list[Section], least: int
) -> None:
    plain = paginate((), given_, HEIGHT)
    mended = paginate((), given_, HEIGHT, least_at_end=least)
    assert len(mended) == len(plain)
    rows = [number for page in mended for number in numbers(page) if number >= 0]
    assert rows == [number for page in plain for number in numbers(page) if number >= 0]
    for page in mended:
        last = page[-1]
        is_one_group = all(put.strip.stays_with_next for put in page[:-1])
        assert last.top + last.strip.height <= HEIGHT + 1e-9 or is_one_group


def test_two_rows_alone_on_the_last_page_become_three() -> None:
    body = tuple(row(number, 10) for number in range(11))
    pages = paginate((), [Section((HEAD,), (AGAIN,), body)], HEIGHT)
    assert [len(page) for page in pages] == [10, 3]
    pages = paginate((), [Section((HEAD,), (AGAIN,), body)], HEIGHT, least_at_end=3)
    assert numbers(pages[-1]) == [-2, 8, 9, 10]
    # Nothing is taken from a page that would then have too few itself.
    few = tuple(row(number, 40) for number in range(4))
    assert [len(page) for page in paginate((), [Section((), (), few)], HEIGHT, least_at_end=3)] == [2, 2]
