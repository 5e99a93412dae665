"""Rows in words, for messages about them: "the person YANG Weimin", "the meeting 2027"."""

import json
from collections.abc import Mapping, Sequence

from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message

_NAMED_AT_MOST = 3


def row_name(table: str, key: int, image: Mapping[str, object] | None) -> Message:
    """Return a row in words; without an image it is named by its number."""
    text = _own_name(table, image or {}) or f"{key}"
    return Message(_TEMPLATES[table], {"name": text})


def table_name(table: str) -> Message:
    """Return what the rows of a table are called, as in a count of them."""
    return Message(_PLURALS[table])


def enumerated(names: Sequence[Message]) -> Message:
    """Return several rows in words, the first ones by name and the others counted."""
    named, rest = list(names[:_NAMED_AT_MOST]), len(names) - _NAMED_AT_MOST
    if rest > 0:
        named.append(counted("{count} other entry", "{count} other entries", count=rest))
    whole = named[0]
    for name in named[1:]:
        whole = message("{names}, {name}", names=whole, name=name)
    return whole


def _own_name(table: str, image: Mapping[str, object]) -> str | Label:
    texts = {name: str(value or "") for name, value in image.items()}
    if table == "person":
        latin = f"{texts.get('given', '')} {texts.get('family', '')}".strip()
        return texts.get("printed_name") or latin or texts.get("name_zh", "")
    if table == "meeting":
        return texts.get("reference", "")
    named = (texts.get(field) for field in ("name", "title", "country", "text"))
    return _label(next(filter(None, named), ""))


def _label(text: str) -> str | Label:
    try:
        return Label.from_mapping(json.loads(text)) if text else ""
    except ValueError:
        # A damaged label must not hide the message about it.
        return text


_TEMPLATES: Mapping[str, str] = {
    "dialogue": mark("the dialogue {name}"),
    "side": mark("the side {name}"),
    "entity": mark("the entity {name}"),
    "provision": mark("the provision {name}"),
    "photo": mark("the photograph {name}"),
    "person": mark("the person {name}"),
    "contact": mark("the contact details {name}"),
    "meeting": mark("the meeting {name}"),
    "participation": mark("the participation {name}"),
    "meeting_topic": mark("the topic of a meeting {name}"),
    "notice_day": mark("the day of a notice {name}"),
    "avoid_dates": mark("the dates to avoid {name}"),
    "venue": mark("the venue {name}"),
    "room": mark("the room {name}"),
    "way": mark("the way between venues {name}"),
    "sub_group": mark("the sub-group {name}"),
    "sub_group_topic": mark("the topic of a sub-group {name}"),
    "sub_group_entity": mark("the entity of a sub-group {name}"),
    "consent": mark("the consent {name}"),
    "task_template": mark("the line of the countdown {name}"),
    "task": mark("the task {name}"),
    "session": mark("the session {name}"),
    "chair": mark("the chair of a session {name}"),
    "agenda_item": mark("the agenda item {name}"),
    "lead": mark("the lead speaker {name}"),
    "party": mark("the participants of a session {name}"),
    "interpreter_pair": mark("the language pair of an interpreter {name}"),
    "assignment": mark("the assignment of an interpreter {name}"),
    "programme_revision": mark("the revision of a programme {name}"),
    "lowered_finding": mark("the lowered finding {name}"),
    "release": mark("the record of what was shared {name}"),
    "vacancy": mark("the vacant seat {name}"),
}


_PLURALS: Mapping[str, str] = {
    "dialogue": mark("the dialogue"),
    "side": mark("sides"),
    "entity": mark("entities"),
    "provision": mark("texts of the terms of reference"),
    "photo": mark("photographs"),
    "person": mark("people"),
    "contact": mark("contact details"),
    "meeting": mark("meetings"),
    "participation": mark("parts in meetings"),
    "meeting_topic": mark("topics of meetings"),
    "notice_day": mark("days of notices"),
    "avoid_dates": mark("dates to avoid"),
    "venue": mark("venues"),
    "room": mark("rooms"),
    "way": mark("ways between venues"),
    "sub_group": mark("sub-groups"),
    "sub_group_topic": mark("topics of sub-groups"),
    "sub_group_entity": mark("entities of sub-groups"),
    "consent": mark("consents"),
    "task_template": mark("lines of the countdown"),
    "task": mark("tasks"),
    "session": mark("sessions"),
    "chair": mark("chairs of sessions"),
    "agenda_item": mark("agenda items"),
    "lead": mark("lead speakers"),
    "party": mark("participants of sessions"),
    "interpreter_pair": mark("language pairs of interpreters"),
    "assignment": mark("assignments of interpreters"),
    "programme_revision": mark("revisions of programmes"),
    "lowered_finding": mark("lowered findings"),
    "release": mark("records of what was shared"),
}
