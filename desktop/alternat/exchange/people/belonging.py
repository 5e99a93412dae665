"""To which side and which entity the person of a row belongs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
class Belonging:
    """The rules of one list: the sides and entities there are, and the side of rows that do not tell theirs.

    `wanted` is the side whose people are wanted, if only one side's are.
    """

    known: Directory
    wanted: str | None
    usual: str

    @classmethod
    def of(
        cls, known: Directory, wanted: str | None, lines: Sequence[Line], titles: Iterable[str]
    ) -> "Belonging":
        """Return the rules for a list with its rows and with the titles that stand over it.

        The usual side is the one asked for, or the one in a title, or that of most of the entities that only
        one side has.
        """
        if wanted:
            return cls(known, wanted, wanted)
        for title in titles:
            if (side := known.side_named(title)) is not None:
                return cls(known, None, side.code)
        sides = Counter(
            next(iter(match.sides))
            for line in lines
            for _, match in _entities(line, known)
            if len(match.sides) == 1 and match.is_exact
        )
        return cls(known, None, sides.most_common(1)[0][0] if sides else "")

    def side_of(self, line: Line) -> KnownSide | None:
        """Return the side of a row: as stated, or as its section, its entities or the whole list tell."""
        text = line.text(Field.SIDE)
        stated = self.known.side_named(text) if text else None
        if text and stated is None:
            line.say(Field.SIDE, Severity.WARNS, message("“{text}” is neither side.", text=in_one_line(text)))
        side = stated or self.known.side(line.section.side or self._side_by_entity(line))
        if side is None:
            line.say(None, Severity.BLOCKS, message("Nothing tells which side the person belongs to."))
        elif self.wanted and side.code != self.wanted:
            line.say(None, Severity.BLOCKS, message("The person belongs to the other side."))
        return side

    def entity_of(self, line: Line, side: KnownSide | None) -> KnownEntity | None:
        """Return the entity of a row on its side; what cannot be placed is noted."""
        matches = _entities(line, self.known)
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
        matches = _entities(line, self.known)
        return bool(matches) and not any(match.entities for _, match in matches)

    def _side_by_entity(self, line: Line) -> str:
        if self.wanted:
            return self.usual
        sides = {next(iter(match.sides)) for _, match in _entities(line, self.known) if len(match.sides) == 1}
        return next(iter(sides)) if len(sides) == 1 else self.usual

    def _mention_unplaced(
        self, line: Line, side: KnownSide | None, meaning: Field, match: EntityMatch
    ) -> None:
        written = in_one_line(line.text(meaning) or line.section.entity)
        if match.entities and side and side.code not in match.sides:
            sentence = message("“{text}” is an entity of the other side.", text=written)
        else:
            sentence = message("“{text}” is not an entity of the dialogue.", text=written)
        line.say(meaning, Severity.WARNS, sentence)


def _entities(line: Line, known: Directory) -> Sequence[tuple[Field, EntityMatch]]:
    """Return what may be the entity of a row: its own columns, its section, or what its position names."""
    stated = [(meaning, text) for meaning in ENTITY_FIELDS if (text := line.text(meaning))]
    if not stated and line.section.entity:
        stated = [(Field.ENTITY, line.section.entity)]
    if stated:
        return [(meaning, known.entity_named(text)) for meaning, text in stated]
    within = ((meaning, known.entity_within(line.text(meaning))[0]) for meaning in POSITION_FIELDS)
    return [(meaning, match) for meaning, match in within if match.entities]
