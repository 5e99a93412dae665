"""To which side and which entity the person of a row belongs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from alternat.exchange.people.directory import Directory, EntityMatch, KnownEntity, KnownSide
from alternat.exchange.people.fields import Field
from alternat.exchange.people.lines import Line
from alternat.exchange.people.text import in_one_line
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.planning.findings import Severity

POSITION_FIELDS = (Field.POSITION, Field.POSITION_EN, Field.POSITION_FR, Field.POSITION_ZH)
ENTITY_FIELDS = (Field.ENTITY, Field.ENTITY_EN, Field.ENTITY_FR, Field.ENTITY_ZH)


@dataclass(frozen=True, slots=True)
class RowSide:
    """The side of a row; `is_guessed` where nothing but the other rows tells it."""

    side: KnownSide | None
    is_guessed: bool = False

    @property
    def code(self) -> str:
        """Return the side's code, empty where nothing tells it."""
        return self.side.code if self.side else ""

    @property
    def puts_family_first(self) -> bool:
        """Return whether names of this side's people have the family name first."""
        return self.side is not None and self.side.puts_family_first


@dataclass(frozen=True, slots=True)
class Belonging:
    """The rules of one list: the sides and entities there are, and the side of rows that do not tell theirs.

    `wanted` is the side whose people are wanted, if only one side's are.
    """

    known: Directory
    wanted: str | None = None
    usual: str = ""
    """The side that somebody said, or a title over the list."""
    guessed: str = ""
    """The side of every row that tells one, where the others can only be like them."""
    _read: dict[int, "_Entities"] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        known: Directory,
        wanted: str | None,
        lines: Sequence[Line],
        titles: Iterable[str],
        others: str | None = None,
    ) -> "Belonging":
        """Return the rules for a list with its rows and with the titles that stand over it.

        The usual side is the one asked for, `others` for rows that do not tell theirs, or the one in a title.
        Without these a side is guessed where all rows that tell say the same; where they differ, none is.
        """
        if wanted or others:
            return cls(known, wanted, wanted or others or "")
        for title in titles:
            if (side := known.side_named(title)) is not None:
                return cls(known, None, side.code)
        rules = cls(known)
        told = {code for line in lines if (code := rules._told(line) or rules._hinted(line))}
        return replace(rules, guessed=next(iter(told)) if len(told) == 1 else "")

    def side_of(self, line: Line) -> RowSide:
        """Return the side of a row: as stated, or as its section, its entities or the whole list tell."""
        text = line.text(Field.SIDE)
        if text and self.known.side_named(text) is None:
            line.say(Field.SIDE, Severity.WARNS, message("“{text}” is neither side.", text=in_one_line(text)))
        told = self._told(line) or self.usual
        side = self.known.side(told or self.guessed)
        if side is None:
            line.say(None, Severity.BLOCKS, message("Nothing tells which side the person belongs to."))
        elif self.wanted and side.code != self.wanted:
            line.say(None, Severity.BLOCKS, message("The person belongs to the other side."))
        elif not told:
            sentence = message(
                "The row does not tell its side; taken for {side}, like all rows that do.", side=side.name
            )
            line.say(None, Severity.WARNS, sentence)
        return RowSide(side, is_guessed=side is not None and not told)

    def entity_of(self, line: Line, side: KnownSide | None) -> KnownEntity | None:
        """Return the entity of a row on its side; what cannot be placed is noted."""
        matches = self._entities(line)
        found = [entity for _, match in matches if side and (entity := match.on(side.code))]
        if len({entity.id for entity in found}) > 1:
            line.say(matches[0][0], Severity.WARNS, message("The columns name different entities."))
        if found:
            return found[0]
        if matches:
            self._mention_unplaced(line, side, *matches[0])
        return None

    def without_entity(self, line: Line, side: KnownSide | None, position: Label) -> Label:
        """Return the position without the name of its entity, where no column of its own names it."""
        if side is None or line.section.entity or any(line.text(meaning) for meaning in ENTITY_FIELDS):
            return position
        found = ((position.text(each), *self.known.entity_within(position.text(each))) for each in Language)
        return Label(*(rest if match.on(side.code) else text for text, match, rest in found))

    def is_new_entity(self, line: Line) -> bool:
        """Return whether a row names an entity that neither side has."""
        matches = self._entities(line)
        return bool(matches) and not any(match.entities for _, match in matches)

    def _told(self, line: Line) -> str:
        """Return the side that a row itself tells, or the section that it stands in."""
        text = line.text(Field.SIDE)
        stated = self.known.side_named(text) if text else None
        if stated is not None or line.section.side:
            return stated.code if stated is not None else line.section.side
        if self.wanted:
            return ""
        sides = {next(iter(match.sides)) for _, match in self._entities(line) if len(match.sides) == 1}
        return next(iter(sides)) if len(sides) == 1 else ""

    def _hinted(self, line: Line) -> str:
        """Return the one side whose country the name of an unknown entity holds, which is no proof of it."""
        names = [line.text(meaning) for meaning, match in self._entities(line) if not match.entities]
        sides = {side.code for name in names for side in self.known.sides_within(name)}
        return next(iter(sides)) if len(sides) == 1 else ""

    def _entities(self, line: Line) -> "_Entities":
        """Return what may be the entity of a row, searched for once."""
        if line.number not in self._read:
            self._read[line.number] = _entities(line, self.known)
        return self._read[line.number]

    def _mention_unplaced(
        self, line: Line, side: KnownSide | None, meaning: Field, match: EntityMatch
    ) -> None:
        written = in_one_line(line.text(meaning) or line.section.entity)
        if match.entities and side and side.code not in match.sides:
            sentence = message("“{text}” is an entity of the other side.", text=written)
        else:
            sentence = message("“{text}” is not an entity of the dialogue.", text=written)
        line.say(meaning, Severity.WARNS, sentence)


_Entities = Sequence[tuple[Field, EntityMatch]]


def _entities(line: Line, known: Directory) -> _Entities:
    """Return what may be the entity of a row: its own columns, its section, or what its position names."""
    stated = [(meaning, text) for meaning in ENTITY_FIELDS if (text := line.text(meaning))]
    if not stated and line.section.entity:
        stated = [(Field.ENTITY, line.section.entity)]
    if stated:
        return [(meaning, known.entity_named(text)) for meaning, text in stated]
    within = ((meaning, known.entity_within(line.text(meaning))[0]) for meaning in POSITION_FIELDS)
    return [(meaning, match) for meaning, match in within if match.entities]
