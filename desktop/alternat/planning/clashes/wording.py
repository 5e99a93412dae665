"""Names in the sentences of the rules: a few people by name and the rest counted."""

from alternat.language.label import Label
from alternat.language.messages import Message, counted
from alternat.planning.clashes.shapes import Crowd

NAMED_AT_MOST = 3


def names(crowd: Crowd, persons: tuple[int, ...]) -> tuple[Label | Message, ...]:
    """Return the first people by name and the others counted, for a sentence that lists them."""
    named: list[Label | Message] = [crowd.name(person) for person in persons[:NAMED_AT_MOST]]
    if rest := len(persons) - len(named):
        named.append(counted("{count} other", "{count} others", rest))
    return tuple(named)
