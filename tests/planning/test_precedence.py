"""The order of precedence: what the terms suggest, and moving people inside it."""

from hypothesis import given
from hypothesis import strategies as st

from alternat.nouns.delegations import Role
from alternat.planning.precedence import moved_to, order_by_terms, shifted
from tests.planning.clashes.programmes import delegate

ORDERS = st.integers(0, 12).map(lambda size: list(range(size)))


def test_members_and_designated_officers_rank_together_by_their_entity() -> None:
    third = delegate(1, role=Role.MEMBER, entity_number=3)
    first = delegate(2, role=Role.DESIGNATED_OFFICER, entity_number=1)
    second = delegate(3, role=Role.MEMBER, entity_number=2)
    second_too = delegate(4, role=Role.DESIGNATED_OFFICER, entity_number=2)
    assert order_by_terms([third, first, second, second_too]) == (first, second, second_too, third)
    assert order_by_terms([second_too, second, third, first]) == (first, second_too, second, third)


def test_roles_rank_before_entities_and_nobody_of_an_entity_behind_one_without() -> None:
    apart = {Role.MEMBER, Role.DESIGNATED_OFFICER}
    order = (
        Role.HEAD,
        Role.DEPUTY_HEAD,
        Role.MEMBER,
        Role.ADVISER,
        Role.OBSERVER,
        Role.INTERPRETER,
        Role.NOTE_TAKER,
        Role.SECURITY,
        Role.SUPPORT,
    )
    assert apart | set(order) == set(Role)
    people = [delegate(at, role=role, entity_number=20 - at) for at, role in enumerate(order)]
    assert order_by_terms(people[::-1]) == tuple(people)
    alone = delegate(30, role=Role.MEMBER, entity=None, entity_number=0)
    seated = delegate(31, role=Role.MEMBER, entity_number=9)
    assert order_by_terms([alone, seated]) == (seated, alone)


def test_a_group_moves_in_its_own_order_to_a_place() -> None:
    assert moved_to([1, 2, 3, 4, 5], [5, 3], 1) == [3, 5, 1, 2, 4]
    assert moved_to([1, 2, 3, 4, 5], [1], 99) == [2, 3, 4, 5, 1]
    assert moved_to([1, 2, 3, 4, 5], [4], 2) == [1, 4, 2, 3, 5]


def test_shifting_up_stops_at_the_top_and_keeps_a_block_together() -> None:
    assert shifted([1, 2, 3, 4], [2, 3], -1) == [2, 3, 1, 4]
    assert shifted([1, 2, 3, 4], [1, 2], -1) == [1, 2, 3, 4]
    assert shifted([1, 2, 3, 4], [2, 4], 1) == [1, 3, 2, 4]
    assert shifted([1, 2, 3, 4], [1], 10) == [2, 3, 4, 1]


@given(ORDERS, st.sets(st.integers(0, 12)), st.integers(-3, 15))
def test_moving_never_loses_or_doubles_anybody(order: list[int], moved: set[int], place: int) -> None:
    assert sorted(moved_to(order, list(moved), place)) == order
    assert sorted(shifted(order, list(moved), place)) == order


@given(ORDERS, st.sets(st.integers(0, 12)))
def test_those_who_are_not_moved_keep_their_order(order: list[int], moved: set[int]) -> None:
    assert [each for each in moved_to(order, list(moved), 1) if each not in moved] == [
        each for each in order if each not in moved
    ]
