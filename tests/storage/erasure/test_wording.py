"""What names a person in a text, and what only looks so."""

import pytest

from alternat.language.label import Language
from alternat.storage.erasure.wording import Eraser, Wording

IMAGES = (
    {"family": "Montferrand", "given": "Zoé", "name_zh": "夔魍魉", "printed_name": "Zoé P. Montferrand"},
    {"email": "zoe@example.org", "phone": "+1 613 555-0199", "passport_name": "MONTFERRAND ZOE"},
    {"token": "k3J-9x"},
)
ERASER = Eraser(Wording.of(IMAGES), common=frozenset({"zoé"}))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Seat Zoé Montferrand first", "Seat [erased] first"),
        ("MONTFERRAND, Zoé", "[erased]"),
        ("montferrand zoe", "[erased]"),
        ("Zoe\u0301 Montferrand", "[erased]"),
        ("Ask Montferrand", "Ask [erased]"),
        ("请夔 魍魉发言", "请[erased]发言"),
        ("Call +1 613 555-0199 or 16135550199", "Call [erased] or [erased]"),
        ("zoe@example.org;other@example.org", "[erased];other@example.org"),
        ("badge k3J-9x", "badge [erased]"),
        ("Montferrandville", "Montferrandville"),
        ("Zoé alone is a word here", "Zoé alone is a word here"),
        ("", ""),
    ],
)
def test_names_are_taken_out_of_texts(text: str, left: str) -> None:
    assert ERASER.without(text) == left
    assert ERASER.names(text) == (text != left)


def test_a_single_name_that_is_a_word_is_a_doubt() -> None:
    assert ERASER.doubts("Zoé alone")
    assert not ERASER.doubts("Montferrand alone")


def test_what_names_somebody_else_too_stays() -> None:
    eraser = Eraser(
        Wording.of([{"name_zh": "王伟", "family": "Wang", "given": "Wei"}]), frozenset({"王伟明", "Wang"})
    )
    assert eraser.without("王伟明和王伟") == "王伟明和[erased]"
    assert eraser.without("Wang") == "Wang"
    assert eraser.without("Wei Wang, Wang Wei") == "[erased], [erased]"


def test_texts_inside_json_get_the_stand_in_of_their_language() -> None:
    text = '{"en":"With Montferrand","fr":"Avec Montferrand","zh":"同夔魍魉","more":[1,"夔魍魉"]}'
    assert ERASER.cleaned(text) == (
        '{"en":"With [erased]","fr":"Avec [effacé]","zh":"同[已删除]","more":[1,"[erased]"]}'
    )
    assert ERASER.without("Montferrand", Language.FR) == "[effacé]"
    assert ERASER.cleaned("{no JSON Montferrand") == "{no JSON [erased]"
