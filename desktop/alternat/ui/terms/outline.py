"""The terms of reference as an outline of sections, blocks and lines, read from the tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from alternat.actions.terms import status_of
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind, TextStatus
from alternat.planning.templates import Template, template


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a block in three languages."""

    field: str
    """The model's field that holds it."""
    label: Label
    caption: Message
    original: Label | None = None
    """The wording of the template; None where the text has no original to go back to."""
    status: Label | None = None
    """For each language a value of `TextStatus`, empty where there is no text."""
    required: bool = True

    @property
    def is_edited(self) -> bool:
        """Whether the wording is no longer that of the template."""
        return self.original is not None and bool(self.original) and self.label != self.original


@dataclass(frozen=True, slots=True)
class Block:
    """One row of a table with the texts that are edited together."""

    table: str
    row: int
    mark: str
    """What tells the block from its neighbours: its number, or its code."""
    lines: tuple[Line, ...]
    number: int = 0
    """Its place among its siblings from 1; 0 where the order is fixed."""

    @property
    def key(self) -> tuple[str, int, str]:
        """What identifies the block as long as it exists."""
        return self.table, self.row, self.lines[0].field

    @property
    def is_edited(self) -> bool:
        """Whether any of its texts is no longer that of the template."""
        return any(line.is_edited for line in self.lines)

    def matches(self, words: str) -> bool:
        """Return whether a text holds `words`, in any language and whatever the capitals."""
        sought = words.casefold()
        return any(
            sought in text.casefold() for line in self.lines for text in line.label.as_mapping().values()
        )


class Adding(StrEnum):
    """What a section can take more of."""

    NOTHING = ""
    ENTITY = "entity"
    TOPIC = ProvisionKind.TOPIC
    EXISTING_DIALOGUE = ProvisionKind.EXISTING_DIALOGUE
    OBJECTIVE = ProvisionKind.OBJECTIVE
    RULE = ProvisionKind.RULE


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the terms; `numeral` is its number there."""

    id: str
    title: Message
    numeral: str
    blocks: tuple[Block, ...]
    adding: Adding = Adding.NOTHING
    side: str = ""
    """For the entities of one side: that side's code."""
    colour: str = ""
    """For what belongs to one side: that side's colour."""


_PROVISIONS = (
    (ProvisionKind.TOPIC, message("Topics"), "IV", Adding.TOPIC),
    (ProvisionKind.EXISTING_DIALOGUE, message("Existing dialogues"), "V", Adding.EXISTING_DIALOGUE),
    (ProvisionKind.OBJECTIVE, message("Objectives"), "VI", Adding.OBJECTIVE),
    (ProvisionKind.RULE, message("Rules"), "III–V", Adding.RULE),
)

_SIDE_FIELDS = (
    ("country", message("Country")),
    ("formal_country", message("Formal name of the country")),
    ("side_name", message("Name of the side")),
    ("delegation_name", message("Name of the delegation")),
    ("capital", message("Capital")),
)


def outline(tables: Tables) -> tuple[Section, ...]:
    """Return the whole of the terms of reference; a dialogue that is not filled yet has none."""
    dialogue = tables.Dialogue.get_or_none()
    if dialogue is None:
        return ()
    origin = template(dialogue.template)
    sides = list(tables.Side.select().order_by(tables.Side.number))
    numbered = bool(tables.Provision.select().where(tables.Provision.section != "").exists())
    sections = (
        _designation(dialogue, sides, origin),
        _provisions(tables, ProvisionKind.PURPOSE, message("Purpose"), "II", Adding.NOTHING),
        *(_side(side, origin) for side in sides),
        *(_entities(tables, side) for side in sides),
        *(_provisions(tables, *each) for each in _PROVISIONS),
    )
    return sections if numbered else tuple(_without_numeral(section) for section in sections)


def _without_numeral(section: Section) -> Section:
    return Section(
        section.id, section.title, "", section.blocks, section.adding, section.side, section.colour
    )


def _designation(dialogue: Any, sides: list[Any], origin: Template) -> Section:
    name = Line(
        "name",
        dialogue.name,
        message("Full name"),
        dialogue.original,
        status_of(dialogue.name, dialogue.original, dialogue.status),
    )
    short = Line("short_name", dialogue.short_name, message("Short name"))
    blocks = [
        Block("dialogue", dialogue.id, "", (name,)),
        Block("dialogue", dialogue.id, "", (short,)),
    ]
    for side in sides:
        caption = message("Name that puts {country} first", country=side.country)
        line = _side_line(side, "dialogue_name", caption, origin, _status_of_name(side, origin))
        blocks.append(Block("side", side.id, "", (line,)))
    return Section("designation", message("Designation"), "I", tuple(blocks))


def _status_of_name(side: Any, origin: Template) -> Label:
    """Return where each language of the dialogue's name comes from in the order of one side.

    The terms of reference name one country first; with the other one first a name is a rendering, until the
    side whose language it is confirms it.
    """
    rendering = dict.fromkeys(Language, TextStatus.RENDERING.value)
    return Label.from_mapping(_own_texts(side, origin).get("dialogue_name_status", rendering))


def _own_texts(side: Any, origin: Template) -> dict[str, Any]:
    texts: list[dict[str, Any]] = origin.content["sides"]
    return next((each for each in texts if each["code"] == side.code), {})


def _side(side: Any, origin: Template) -> Section:
    status = Label.from_mapping(_own_texts(side, origin).get("status", {}))
    lines = [_side_line(side, field, caption, origin, status) for field, caption in _SIDE_FIELDS]
    office = Line(
        "co_chair_office",
        side.co_chair_office,
        message("Office of the co-chair"),
        side.co_chair_original,
        status_of(side.co_chair_office, side.co_chair_original, side.co_chair_status),
    )
    blocks = tuple(Block("side", side.id, "", (line,)) for line in (*lines, office))
    title = message("Names and office: {side}", side=side.side_name)
    return Section(f"side-{side.code}", title, "III", blocks, colour=side.colour)


def _side_line(side: Any, field: str, caption: Message, origin: Template, status: Label) -> Line:
    label, original = getattr(side, field), origin.side_original(side.code, field)
    return Line(field, label, caption, original, status_of(label, original, status))


def _entities(tables: Tables, side: Any) -> Section:
    entity = tables.Entity
    rows = entity.select().where(entity.side == side.id).order_by(entity.number, entity.id)
    title = message("Participating entities: {side}", side=side.side_name)
    return Section(
        f"entities-{side.code}",
        title,
        "III",
        tuple(_entity(row) for row in rows),
        Adding.ENTITY,
        side.code,
        side.colour,
    )


def _entity(row: Any) -> Block:
    name = Line(
        "name",
        row.name,
        message("Name of the entity"),
        row.original,
        status_of(row.name, row.original, row.status),
    )
    acronym = Line("acronym", row.acronym, message("Acronym"), required=False)
    return Block("entity", row.id, str(row.number), (name, acronym), row.number)


def _provisions(tables: Tables, kind: ProvisionKind, title: Message, numeral: str, adding: Adding) -> Section:
    provision = tables.Provision
    rows = provision.select().where(provision.kind == kind).order_by(provision.number, provision.id)
    is_listed = adding is not Adding.NOTHING
    return Section(kind.value, title, numeral, tuple(_provision_blocks(rows, is_listed=is_listed)), adding)


def _provision_blocks(rows: Any, *, is_listed: bool) -> Iterator[Block]:
    for row in rows:
        status = status_of(row.text, row.original, row.status)
        line = Line("text", row.text, message("Text"), row.original, status)
        number = row.number if is_listed else 0
        yield Block("provision", row.id, str(number or ""), (line,), number)
