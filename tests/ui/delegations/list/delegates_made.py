"""Invented delegates as frozen values, for tests of the list that need no workspace."""

from dataclasses import replace

from alternat.language.label import Label
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder
from alternat.planning.roster import Delegate

_MADE = Delegate(
    person=0,
    participation=0,
    side="CA",
    side_number=1,
    entity=None,
    entity_number=0,
    entity_name=Label(),
    entity_acronym=Label(),
    family="Tremblay",
    given="Élise",
    name_zh="",
    sort_key="",
    printed_name="",
    name_order=NameOrder.GIVEN_FIRST,
    honorific=Label(),
    position=Label("Director", "directrice", "司长"),
    gender=Gender.FEMININE,
    languages=(),
    photo=None,
    role=Role.MEMBER,
    status=ParticipationStatus.CONFIRMED,
    place=1,
    stands_for=None,
    serial=1,
    token="token",
)


def made(number: int, **changed: object) -> Delegate:
    """Return an invented delegate whose person and participation are `number` and `100 + number`."""
    return replace(_MADE, person=number, participation=100 + number, serial=number, **changed)  # type: ignore[arg-type]


def delegation(side: str, side_number: int, *families: str, first: int = 1) -> list[Delegate]:
    """Return the delegates of one side in the order of their family names given."""
    return [
        made(first + at, side=side, side_number=side_number, family=family, given="Test", place=at + 1)
        for at, family in enumerate(families)
    ]
