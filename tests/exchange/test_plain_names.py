"""What is told at a glance to be a name alone is found to be one when everything beside it is looked for."""

import itertools

import pytest

from alternat.exchange.people.beside import Beside, taken_apart
from alternat.exchange.people.beside_words import all_words
from alternat.exchange.people.fields import Field
from alternat.exchange.people.plain_names import is_plain_han, is_plain_latin
from alternat.exchange.people.several import names_several
from alternat.exchange.people.strays import _stray_kind
from alternat.exchange.people.words import gender_words, han_surnames, honorific_words, pinyin_surnames

NAMES = ("Anne-Marie", "ARSENAULT")
HAN = ("马朝阳", "秦远", "欧阳文", "等", "族长", "明")


def is_a_person(name: str) -> bool:
    """Return whether a row of a name and two other cells is about a person when all is looked at."""
    fields = {1: Field.FULL_NAME, 2: Field.POSITION}
    return _stray_kind({0: "1", 1: name, 2: "Director"}, fields, [name], "1") is None


def beside_names() -> tuple[str, ...]:
    return tuple(sorted({*all_words(), *honorific_words(), *gender_words(), *pinyin_surnames()}))


@pytest.mark.parametrize("is_part", [False, True])
def test_a_plain_name_has_nothing_beside_it(*, is_part: bool) -> None:
    told = 0
    for name, word in itertools.product(NAMES, beside_names()):
        for turn in (str, str.upper, str.title):
            for text in (f"{name} {turn(word)}", f"{turn(word)} {name}", f"{name} {turn(word)} Hull"):
                if is_plain_latin(text):
                    told += 1
                    assert taken_apart(text, is_part=is_part) == Beside(text), text
                    assert is_a_person(text), text
    assert told


def test_a_plain_chinese_name_has_nothing_beside_it() -> None:
    told = 0
    for name, word in itertools.product((*HAN, *sorted(han_surnames())), beside_names()):
        for text in (f"{name}{word}", f"{word}{name}"):
            if is_plain_han(text):
                told += 1
                assert taken_apart(text) == Beside(han=text), text
                assert names_several(text) or is_a_person(text), text
    assert told


@pytest.mark.parametrize("name", [*NAMES, "MacDonald", "Marie Côté", "马朝阳", "欧阳文"])
def test_common_names_are_told_at_a_glance(name: str) -> None:
    assert is_plain_latin(name) or is_plain_han(name) or len(name.split("’", maxsplit=1)[0]) < 3
