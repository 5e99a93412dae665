"""The order of precedence inside a delegation: what the terms suggest, and how moving people changes it."""

from collections.abc import Sequence

from alternat.nouns.delegations import Role
from alternat.planning.roster import Delegate

_ROLE_ORDER = (
    Role.HEAD,
    Role.DEPUTY_HEAD,
    Role.MEMBER,
    Role.DESIGNATED_OFFICER,
    Role.ADVISER,
    Role.OBSERVER,
    Role.INTERPRETER,
    Role.NOTE_TAKER,
    Role.SECURITY,
    Role.SUPPORT,
)


def order_by_terms(delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
    """Return the delegates in the order to propose: head, deputy head, then by entity as in the terms.

    Members and designated officers rank together. Observers and support staff come last; whoever belongs to
    no entity comes after those who do. Ties keep the order they are in (protocol brief, section 3, “Order”).
    """
    return tuple(sorted(delegates, key=_rank))


def _rank(delegate: Delegate) -> tuple[int, bool, int]:
    role = Role.MEMBER if delegate.role is Role.DESIGNATED_OFFICER else delegate.role
    return _ROLE_ORDER.index(role), delegate.entity is None, delegate.entity_number


def moved_to(order: Sequence[int], moved: Sequence[int], place: int) -> list[int]:
    """Return the order with some of its members put, in their own order, so that the first stands at `place`.

    `place` counts from 1; one beyond the ends means the end.
    """
    chosen = [each for each in order if each in set(moved)]
    rest = [each for each in order if each not in set(moved)]
    index = max(0, min(place - 1, len(rest)))
    return [*rest[:index], *chosen, *rest[index:]]


def shifted(order: Sequence[int], moved: Sequence[int], by: int) -> list[int]:
    """Return the order with some of its members moved by `by` places, up where negative, as far as it goes.

    Members that are apart keep their distance; a block at the edge stays there.
    """
    result, chosen = list(order), set(moved)
    for _ in range(abs(by)):
        result = _one_up(result, chosen) if by < 0 else _one_up(result[::-1], chosen)[::-1]
    return result


def _one_up(order: list[int], chosen: set[int]) -> list[int]:
    result = list(order)
    for index in range(1, len(result)):
        if result[index] in chosen and result[index - 1] not in chosen:
            result[index - 1], result[index] = result[index], result[index - 1]
    return result
