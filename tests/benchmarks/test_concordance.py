"""How long a text in three languages takes to be compared with itself, with 200 names and terms."""

from pytest_benchmark.fixture import BenchmarkFixture

from alternat.language.label import Label
from alternat.planning.concordance.compare import compare
from alternat.planning.concordance.mentions import Kind
from alternat.planning.concordance.terms import Rendering, Terms
from tests.planning.concordance.test_planted_differences import TEXTS
from tests.planning.concordance.texts import terms

_PEOPLE = 170


def test_a_text_in_three_languages(benchmark: BenchmarkFixture) -> None:
    """Aim: under 1.2 ms for three texts of 300 characters, which is 0.4 ms a text."""
    names = [f"Xu Ab{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(_PEOPLE)]
    people = (
        Rendering(Kind.NAME, (Label(name, name, f"徐{chr(0x5000 + at)}{chr(0x5300 + at)}"),))
        for at, name in enumerate(names)
    )
    among = Terms.of((*terms().renderings, *people))
    text = Label((TEXTS.en * 2)[:300], (TEXTS.fr * 2)[:300], (TEXTS.zh * 2)[:130])
    assert len(among.renderings) > 200
    benchmark(lambda: compare(text, among))
