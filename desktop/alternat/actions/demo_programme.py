"""The programme of the example dialogue: its places, sessions, agendas and interpreters."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from alternat.actions.demo_planning import topic_ids
from alternat.actions.interpretation import assign, set_pairs
from alternat.actions.programme import (
    add_agenda_item,
    add_session,
    cancel_sessions,
    move_session,
    set_chair,
    set_parties,
)
from alternat.actions.revisions import publish
from alternat.actions.venues import add_room, add_venue, set_way
from alternat.language.label import Label
from alternat.nouns.delegations import Role
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.nouns.venues import RoomLayout
from alternat.planning.programme import PartyPlan
from alternat.storage.workspace import Workspace

Texts = Mapping[str, Any]
People = Mapping[str, int]
"""The example's people by family name."""
Sessions = Mapping[str, int]
"""The example's sessions by their English titles."""
PAIR = ("en", "zh")
"""In which languages the example's sessions are interpreted."""


def add_example_programme(
    workspace: Workspace, meeting: int, texts: Texts, people: People, subgroups: Mapping[str, int]
) -> Sessions:
    """Give a meeting the example's programme and return its sessions.

    `texts` is that part of `resources/demo/dialogue.json`, `subgroups` has ids by the keys used there.
    """
    rooms = _add_places(workspace, meeting, texts)
    for name, pairs in texts["pairs"].items():
        set_pairs(workspace, people[name], [(one, other) for one, other in pairs])
    topics = topic_ids(workspace.tables)
    sessions: dict[str, int] = {}
    for each in texts["sessions"]:
        session = _add_session(workspace, meeting, each, rooms, people, subgroups)
        sessions[each["title"]["en"]] = session
        for side, name in each.get("chairs", {}).items():
            set_chair(workspace, session, side, people[name])
        for item in each.get("agenda", ()):
            _add_item(workspace, session, item, topics, people)
    return sessions


def publish_example(workspace: Workspace, meeting: int, texts: Texts) -> None:
    """Publish the programme as it stands, at the moment that the example tells."""
    publish(workspace, meeting, texts["by"], now=datetime.fromisoformat(texts["at"]))


def change_since(
    workspace: Workspace, meeting: int, texts: Texts, people: People, sessions: Sessions
) -> None:
    """Make the changes that the programme has seen since it was published, one of every kind."""
    rooms = {row.code: row.id for row in workspace.tables.Room.select()}
    for each in texts["moved"]:
        start = time.fromisoformat(each["start"])
        move_session(workspace, sessions[each["title"]], start=start, minutes=each.get("minutes"))
    for each in texts["rooms"]:
        move_session(workspace, sessions[each["title"]], room=rooms[each["room"]])
    for each in texts["people"]:
        set_parties(workspace, sessions[each["title"]], _parties(workspace, each["people"], people))
    cancel_sessions(workspace, [sessions[title] for title in texts["cancelled"]])
    for each in texts["added"]:
        _add_session(workspace, meeting, each, rooms, people, {})


def _add_places(workspace: Workspace, meeting: int, texts: Texts) -> dict[str, int]:
    """Add the venues with the ways between them, and return their rooms by code."""
    rooms: dict[str, int] = {}
    venues: dict[str, int] = {}
    for venue in texts["venues"]:
        fields = {"name": Label.from_mapping(venue["name"]), "address": venue["address"]}
        (key,) = add_venue(workspace, meeting, fields).inserted("venue")
        venues[venue["key"]] = key
        for room in venue["rooms"]:
            (rooms[room["code"]],) = add_room(workspace, key, _room_fields(room)).inserted("room")
    for way in texts["ways"]:
        one, other = way["between"]
        set_way(workspace, venues[one], venues[other], way["minutes"])
    return rooms


def _room_fields(room: Texts) -> dict[str, Any]:
    return {
        "code": room["code"],
        "name": Label.from_mapping(room["name"]),
        "capacity": room["capacity"],
        "layout": RoomLayout(room["layout"]),
        "booths": room["booths"],
        "opens": time.fromisoformat(room["opens"]),
        "closes": time.fromisoformat(room["closes"]),
    }


def _add_session(
    workspace: Workspace,
    meeting: int,
    texts: Texts,
    rooms: Mapping[str, int],
    people: People,
    subgroups: Mapping[str, int],
) -> int:
    changes = add_session(
        workspace,
        meeting,
        kind=SessionKind(texts["kind"]),
        day=date.fromisoformat(texts["day"]),
        start=time.fromisoformat(texts["start"]),
        minutes=texts["minutes"],
        room=rooms[texts["room"]] if "room" in texts else None,
        title=Label.from_mapping(texts["title"]),
        parties=_parties(workspace, texts["people"], people),
        subgroup=subgroups.get(texts.get("subgroup", "")),
        interpretation=Interpretation(texts.get("interpretation", Interpretation.NONE)),
        is_fixed=texts.get("is_fixed", False),
        private_note=texts.get("private_note", ""),
    )
    (session,) = changes.inserted("session")
    for name in texts.get("interpreters", ()):
        assign(workspace, session, people[name], PAIR)
    return session


def _parties(workspace: Workspace, words: Sequence[str], people: People) -> list[PartyPlan]:
    """Return the lines of attendance of words: `everyone`, a code, a role, a family name; `-` excepts."""
    sides = {row.code for row in workspace.tables.Side.select()}
    entities = {row.code: str(row.id) for row in workspace.tables.Entity.select()}
    lines = []
    for word in words:
        bare, is_exception = word.removeprefix("-"), word.startswith("-")
        if bare == PartyKind.EVERYONE:
            lines.append(PartyPlan(PartyKind.EVERYONE, "", is_exception))
        elif bare in sides:
            lines.append(PartyPlan(PartyKind.SIDE, bare, is_exception))
        elif bare in entities:
            lines.append(PartyPlan(PartyKind.ENTITY, entities[bare], is_exception))
        elif bare in list(Role):
            lines.append(PartyPlan(PartyKind.ROLE, bare, is_exception))
        else:
            lines.append(PartyPlan(PartyKind.PERSON, str(people[bare]), is_exception))
    return lines


def _add_item(
    workspace: Workspace, session: int, texts: Texts, topics: Mapping[int, int], people: People
) -> None:
    topic = topics[texts["topic"]] if "topic" in texts else None
    fields = {"text": Label.from_mapping(texts["text"]), "minutes": texts["minutes"], "topic": topic}
    leads = {side: people[name] for side, name in texts.get("leads", {}).items()}
    add_agenda_item(workspace, session, fields, leads=leads)
