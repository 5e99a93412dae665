"""What the session inspector offers to choose from, in the words of the screen's language."""

from alternat.language.called import shown_name
from alternat.language.catalogs import Catalog
from alternat.language.formats import sentence_case
from alternat.language.messages import message
from alternat.language.vocabulary import member_label
from alternat.language.zones import zone_place, zones_of
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan, Programme, SessionPlan
from alternat.ui.parts.choices import Choice, role_choices


def room_choices(programme: Programme, catalog: Catalog) -> tuple[Choice, ...]:
    """Return the rooms, after the choice of none."""
    language = catalog.language
    rooms = (
        Choice(room.id, f"{room.code} · {room.name.on_screen(language)}") for room in programme.rooms.values()
    )
    return (Choice(None, catalog.say(message("No room"))), *rooms)


def subgroup_choices(tables: Tables, meeting: int, catalog: Catalog) -> tuple[Choice, ...]:
    """Return the sub-groups of a meeting in their order, after the choice of none."""
    table = tables.SubGroup
    rows = table.select().where(table.meeting == meeting).order_by(table.number, table.id)
    found = (Choice(row.id, row.name.on_screen(catalog.language)) for row in rows)
    return (Choice(None, catalog.say(message("None"))), *found)


def zone_choices(tables: Tables, session: SessionPlan, catalog: Catalog) -> tuple[Choice, ...]:
    """Return where a journey can end: at a zone of either country, by its place, or where it begins."""
    language = catalog.language
    zones = {*zones_of(side.code for side in tables.Side.select()), session.end_zone} - {
        "",
        session.time_zone,
    }
    named = sorted((zone_place(zone).on_screen(language), zone) for zone in zones)
    places = (Choice(zone, f"{place} ({zone})") for place, zone in named)
    return (Choice("", catalog.say(message("The same place"))), *places)


def people_of(programme: Programme, side: str, catalog: Catalog) -> tuple[Choice, ...]:
    """Return the people of a side, after the choice of nobody."""
    people = (
        Choice(person, shown_name(delegate).on_screen(catalog.language))
        for person, delegate in programme.people.items()
        if delegate.side == side
    )
    return (Choice(None, catalog.say(message("Nobody"))), *people)


def party_choices(tables: Tables, programme: Programme, catalog: Catalog) -> tuple[Choice, ...]:
    """Return whom a line of attendance can name, in groups from everyone down to single people."""
    say, language = catalog.say, catalog.language
    choices = [Choice(PartyPlan(PartyKind.EVERYONE), say(message("Everyone")))]
    sides = tables.Side.select().order_by(tables.Side.number)
    choices += [
        Choice(PartyPlan(PartyKind.SIDE, side.code), side.side_name.on_screen(language)) for side in sides
    ]
    choices.append(Choice("roles", say(message("Roles")), is_heading=True))
    choices += [
        Choice(PartyPlan(PartyKind.ROLE, str(role.value)), role.text) for role in role_choices(catalog)
    ]
    choices.append(Choice("entities", say(message("Entities")), is_heading=True))
    present = {each.entity: each for each in programme.people.values() if each.entity is not None}
    for key, each in present.items():
        name = each.entity_acronym.on_screen(language) or each.entity_name.on_screen(language)
        choices.append(Choice(PartyPlan(PartyKind.ENTITY, str(key)), name))
    choices.append(Choice("people", say(message("People")), is_heading=True))
    for person, delegate in programme.people.items():
        name = shown_name(delegate).on_screen(language)
        choices.append(Choice(PartyPlan(PartyKind.PERSON, str(person)), name))
    return tuple(choices)


def party_name(tables: Tables, programme: Programme, party: PartyPlan, catalog: Catalog) -> str:
    """Return whom a line of attendance names."""
    plain = PartyPlan(party.kind, party.key)
    known = {
        choice.value: choice.text
        for choice in party_choices(tables, programme, catalog)
        if not choice.is_heading
    }
    if party.kind is PartyKind.ROLE and plain not in known:
        return sentence_case(member_label(Role(party.key)).on_screen(catalog.language))
    return known.get(plain, catalog.say(message("Somebody who does not take part in the meeting")))
