"""How long the rules take over 1,000 sessions in 70 rooms with 600 people, and again after one drag."""

from dataclasses import replace
from datetime import time
from types import MappingProxyType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from alternat.planning.clashes.engine import ClashEngine, check_programme
from alternat.planning.programme import Programme
from tests.planning.clashes.programmes import context, large_programme


@pytest.fixture(scope="module")
def large() -> Programme:
    return large_programme()


def test_a_full_check(benchmark: BenchmarkFixture, large: Programme) -> None:
    """Aim: under 100 ms."""
    whole = context(large)
    findings = benchmark(lambda: check_programme(whole))
    assert findings


def test_a_check_after_one_drag(benchmark: BenchmarkFixture, large: Programme) -> None:
    """Aim: under 5 ms, the findings in order included."""
    engine = ClashEngine(context(large))
    states = []
    for start in (time(10, 5), time(14, 20)):
        moved = replace(large.sessions[71], start=start)
        states.append(replace(large, sessions=MappingProxyType({**large.sessions, 71: moved})))

    def drag() -> int:
        states.reverse()
        engine.replace(states[0], frozenset({71}))
        return len(engine.findings())

    assert benchmark(drag)
    assert engine.findings() == check_programme(context(states[0]))
