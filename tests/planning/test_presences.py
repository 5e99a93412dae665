"""Who is in a session and from when to when."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from alternat.language.label import Label
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.planning.programme import PartyPlan, Presence, SessionPlan, is_included, presences
from alternat.planning.roster import Delegate

START, END = datetime(2027, 6, 12, 13, tzinfo=UTC), datetime(2027, 6, 12, 14, 30, tzinfo=UTC)
SESSION = SessionPlan(
    id=1,
    uid="s1",
    kind=SessionKind.PLENARY,
    title=Label.same("Plenary"),
    day=date(2027, 6, 12),
    start=time(9),
    minutes=90,
    time_zone="America/Toronto",
    room=None,
    subgroup=None,
    interpretation=Interpretation.NONE,
    is_fixed=False,
    is_cancelled=False,
    sequence=0,
    private_note="",
    chairs=MappingProxyType({}),
    agenda=(),
    parties=(),
    assignments=(),
)


def delegate(person: int) -> Delegate:
    """Return somebody of one of three entities: a Canadian for an odd number, else a Chinese."""
    texts = ("family", "given", "name_zh", "sort_key", "printed_name", "token")
    labels = ("entity_name", "entity_acronym", "honorific", "position")
    values: dict[str, Any] = {**dict.fromkeys(texts, ""), **dict.fromkeys(labels, Label())}
    return Delegate(
        person=person,
        participation=person,
        side="CA" if person % 2 else "CN",
        side_number=1,
        entity=person % 3,
        entity_number=1,
        name_order=NameOrder.GIVEN_FIRST,
        gender=Gender.UNKNOWN,
        languages=(),
        photo=None,
        role=Role.HEAD if person < 3 else Role.MEMBER,
        status=ParticipationStatus.CONFIRMED,
        place=person,
        stands_for=None,
        serial=person,
        **values,
    )


PEOPLE = {person: delegate(person) for person in range(1, 9)}
KEYS = {
    PartyKind.EVERYONE: st.just(""),
    PartyKind.SIDE: st.sampled_from(("CA", "CN")),
    PartyKind.ENTITY: st.sampled_from("0123"),
    PartyKind.ROLE: st.sampled_from([role.value for role in Role]),
    PartyKind.PERSON: st.sampled_from(("1", "2", "3", "8", "9", "01", "x", "")),
}
PARTIES = st.sampled_from(PartyKind).flatmap(
    lambda kind: st.builds(
        PartyPlan, st.just(kind), KEYS[kind], st.booleans(), st.none() | st.just(time(9, 30)), st.none()
    )
)


@given(st.lists(PARTIES, max_size=5).map(tuple), st.sets(st.integers(1, 10), max_size=2))
def test_somebody_is_there_whom_a_line_names_and_none_excepts_or_who_chairs(
    parties: tuple[PartyPlan, ...], chairs: set[int]
) -> None:
    chairing = dict(zip(("CA", "CN"), chairs, strict=False))
    plan = replace(SESSION, parties=parties, chairs=chairing)
    expected = []
    for person, each in PEOPLE.items():
        lines = [party for party in parties if is_included(party, each)]
        if lines and not any(party.is_exception for party in lines):
            own = [party for party in lines if party.kind is PartyKind.PERSON] or lines
            is_late = own[0].joins is not None
            start = datetime(2027, 6, 12, 13, 30, tzinfo=UTC) if is_late else START
            expected.append(Presence(person, start, END, is_part_time=is_late))
        elif person in chairs:
            expected.append(Presence(person, START, END, is_part_time=False))
    assert presences(plan, PEOPLE) == tuple(expected)
