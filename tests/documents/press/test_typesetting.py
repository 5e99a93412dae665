import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.documents.press import typesetting
from alternat.documents.press.fonts import Weight
from alternat.documents.press.typesetting import SEPARATOR, Breaks, Paragraph, Typesetter
from alternat.language.scripts import unbroken

TYPESETTER = Typesetter()
BOLD = Weight.BOLD
WORDS = st.text(st.sampled_from("abé -王芳，。·（）《》0123 年"), max_size=60)


def paragraph(text: str, size: float = 10, lines: int = 1, **more: object) -> Paragraph:
    return Paragraph(text, Weight.REGULAR, size, lines, 1.2, **more)  # type: ignore[arg-type] # a test's shorthand


@given(WORDS, st.floats(20, 300))
def test_lines_are_the_text_again_and_none_is_wider_than_the_column(text: str, width: float) -> None:
    lines = TYPESETTER.wrap(text, BOLD, 10, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        if TYPESETTER.width(line, BOLD, 10) > width:
            assert len(TYPESETTER.wrap(line, BOLD, 10, 0.1)) == 1, (
                "a line that sticks out has nowhere to break"
            )


def test_a_mark_that_is_wider_beside_han_does_not_push_its_line_out() -> None:
    assert TYPESETTER.wrap("·《0", BOLD, 10, 20) == ("·", "《0")


@given(WORDS, st.floats(40, 300))
def test_balanced_lines_are_as_few_and_no_wider(text: str, width: float) -> None:
    plain, balanced = (wrap(text, BOLD, 10, width) for wrap in (TYPESETTER.wrap, TYPESETTER.balanced))
    assert len(balanced) == len(plain)
    widest = [
        max((TYPESETTER.width(line, BOLD, 10) for line in lines), default=0) for lines in (balanced, plain)
    ]
    assert widest[0] <= widest[1] + 1e-6


def test_chinese_lines_never_start_with_closing_marks_nor_end_with_opening_ones() -> None:
    lines = TYPESETTER.wrap("关于国家安全（含网络安全），与会各方同意：继续对话。", BOLD, 10, 61)
    assert len(lines) > 3
    assert not any(line[0] in "，。：）" or line[-1] in "（《" for line in lines)


def test_a_name_breaks_between_names_and_at_a_hyphen_only_if_it_must() -> None:
    def lines(text: str, width: float) -> tuple[str, ...]:
        return TYPESETTER.wrap(text, BOLD, 10, width, Breaks.NAME)

    assert lines("Samantha Mei-Ling WONG", 60) == ("Samantha", "Mei-Ling", "WONG")
    assert lines("买买提·艾力·阿不都热依木", 85) == ("买买提·艾力·", "阿不都热依木")
    assert lines("欧阳文 女士", 40) == ("欧阳文", "女士")
    assert lines("ROCHEFOUCAULD-MONTMORENCY", 110) == ("ROCHEFOUCAULD-", "MONTMORENCY")


def test_parts_break_only_at_their_separator_which_goes() -> None:
    joined = SEPARATOR.join(("Deputy head of delegation", "Cheffe adjointe", "代表团副团长"))
    assert TYPESETTER.wrap(joined, BOLD, 10, 180, Breaks.PARTS) == (
        "Deputy head of delegation",
        f"Cheffe adjointe{SEPARATOR}代表团副团长",
    )


def test_a_stack_wraps_before_it_shrinks() -> None:
    stack = TYPESETTER.stack((paragraph("Public Safety Canada", lines=2),), 60, 100, 5)
    (only,) = stack.paragraphs
    assert (only.lines, only.size, stack.is_cut) == (("Public Safety", "Canada"), 10, False)


def test_a_stack_shrinks_all_its_texts_by_one_factor_until_they_fit() -> None:
    stack = TYPESETTER.stack((paragraph("A"), paragraph("Public Safety Canada", size=5)), 40, 100, 3)
    first, second = stack.paragraphs
    assert first.size / second.size == 2
    assert TYPESETTER.width("Public Safety Canada", Weight.REGULAR, second.size) <= 40
    assert not stack.is_cut


def test_what_does_not_fit_at_the_floor_is_cut_with_an_ellipsis_and_says_so() -> None:
    stack = TYPESETTER.stack((paragraph("Gendarmerie royale du Canada"),), 40, 100, 8)
    (only,) = stack.paragraphs
    assert stack.is_cut
    assert only.size == 8
    assert only.lines[0].endswith("…")
    assert TYPESETTER.width(only.lines[0], Weight.REGULAR, 8) <= 40


@given(st.lists(WORDS, min_size=1, max_size=4), st.floats(60, 300), st.floats(10, 80))
def test_a_stack_is_never_wider_nor_higher_than_its_column(
    texts: list[str], width: float, height: float
) -> None:
    stack = TYPESETTER.stack(tuple(paragraph(text, lines=2) for text in texts), width, height, 6)
    assert stack.height <= height + 0.01
    for part in stack.paragraphs:
        assert all(TYPESETTER.width(line, part.weight, part.size) <= width + 0.02 for line in part.lines)


def test_empty_texts_take_no_room() -> None:
    assert TYPESETTER.stack((paragraph(""), paragraph("  ")), 100, 100, 5).paragraphs == ()


def test_making_something_once_makes_it_once() -> None:
    made = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    once = Typesetter().once(make)
    assert [once("a"), once("a"), once("b")] == ["A", "A", "B"]
    assert made == ["a", "b"]


def test_no_han_character_stands_alone_on_the_last_line(typesetter: Typesetter) -> None:
    for text in ("讨论网络安全以及打击跨国网络犯罪合作问", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午。"):
        for width in range(30, 200, 5):
            lines = typesetter.wrap(text, Weight.REGULAR, 10, width)
            assert "".join(lines) == text
            assert len(lines) == 1 or sum(map(str.isalnum, lines[-1])) > 1
            assert max(typesetter.width(line, Weight.REGULAR, 10) for line in lines) <= max(width, 20)


def test_a_part_of_a_name_too_long_for_a_line_breaks_all_the_same(typesetter: Typesetter) -> None:
    name = unbroken("阿卜杜热西提阿卜杜热合曼江艾合买提")
    lines = typesetter.wrap(name, Weight.REGULAR, 10, 60)
    assert len(lines) > 1
    assert max(typesetter.width(line, Weight.REGULAR, 10) for line in lines) <= 60


def test_joiners_have_no_width(typesetter: Typesetter) -> None:
    assert typesetter.units(unbroken("秦远舟先生"), Weight.BOLD) == typesetter.units(
        "秦远舟先生", Weight.BOLD
    )


@given(
    st.lists(st.tuples(WORDS, st.integers(1, 3), st.floats(6, 20), st.sampled_from(Breaks)), max_size=4),
    st.floats(20, 300),
    st.floats(5, 90),
    st.floats(0, 10),
)
def test_sizes_passed_over_are_those_that_would_not_have_fitted(
    texts: list[tuple[str, int, float, Breaks]], width: float, height: float, hang: float
) -> None:
    """A stack is the one that trying every size finds."""
    column = tuple(
        paragraph(text, size, lines, breaks=breaks, before=0.1, is_balanced=True)
        for text, lines, size, breaks in texts
    )
    found = Typesetter().stack(column, width, height, 5, hang)
    with pytest.MonkeyPatch.context() as trying_each:
        trying_each.setattr(typesetting, "_certainly_too_high", lambda *_: False)
        assert found == Typesetter().stack(column, width, height, 5, hang)
