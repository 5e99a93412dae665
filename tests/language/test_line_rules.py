"""Where lines never break: inside a number with its unit, a time of day, a word, a part of a name."""

from itertools import pairwise

import pytest

from alternat.language.scripts import JOINER, breakable, unbroken


def segments(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *breakable(text), len(text)))]


@pytest.mark.parametrize(
    "whole",
    [
        "15分钟", "3 小时", "2.5公里", "14 h 30", "9 h", "14\u202fh\u00a030", "10 000",
        "第三次", "第12届", "报告", "变更",
        "新增", "诈骗", "先生", "女士", "分组会",
    ],
)  # fmt: skip
def test_lines_keep_it_whole_among_chinese(whole: str) -> None:
    text = f"关于{whole}和其他"
    inside = range(text.index(whole) + 1, text.index(whole) + len(whole))
    assert not set(breakable(text)) & set(inside)


def test_a_list_number_stays_with_its_text() -> None:
    assert "1. 开" in "|".join(segments("首先发言：1. 开场致辞"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("秦远舟先生", ["秦远舟先生"]),
        ("埃米尔·科泰-拉弗朗布瓦斯女士", ["埃米尔·", "科泰-拉弗朗布瓦斯女士"]),
        ("Douglas MacEACHERN-OYELARAN", ["Douglas ", "MacEACHERN-OYELARAN"]),
        ("阿依古丽·热合曼女士", ["阿依古丽·", "热合曼女士"]),
    ],
)
def test_a_name_breaks_between_its_parts_only(name: str, parts: list[str]) -> None:
    held = unbroken(name)
    assert [each.replace(JOINER, "") for each in segments(held)] == parts
    assert held.replace(JOINER, "") == name
