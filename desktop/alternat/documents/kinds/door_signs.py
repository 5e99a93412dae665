"""Door signs: for each room and day a sheet to be read from afar, under the colours of both sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from alternat.documents.contents.left_out import Cause, LeftOut, cancelled, grouped, titled
from alternat.documents.contents.programme import ProgrammeFacts, by_day, gather_programme, span_at
from alternat.documents.contents.session_findings import check_sessions
from alternat.documents.contents.session_texts import SessionWriter
from alternat.documents.contents.sheet_options import SheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Box, Composition, Item, colour_of
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.paper import points
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits, SmallTexts, sizes_of
from alternat.documents.press.style import GREY, HAIRLINE, INK, TEXT_WIDTH, across
from alternat.documents.press.typesetting import SEPARATOR, Breaks, Paragraph, Typesetter
from alternat.language.formats import long_date, sentence_case
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.venues import ROOM
from alternat.planning.findings import Subject, SubjectKind
from alternat.planning.programme import SessionPlan, presences
from alternat.planning.rows import unknown

_BAND = points(7)
_NAME, _NAMES = 38.0, 29.0
"""Points, for one language and for each of several: none is set smaller than another."""
_TITLE, _TITLES = 19.0, 16.0
_SMALLEST = 9.0
"""Points; from a corridor nothing smaller can be read."""
_TIME = points(44)
_BAR = points(1.6)
_MOST_HEIGHT = points(110)


@dataclass(frozen=True, slots=True)
class DoorSignsOptions(SheetOptions):
    """How door signs are to print; empty `rooms` means the codes of all that are used."""

    rooms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoorSignsValues:
    """Everything that door signs print: each room with its sessions of all days."""

    facts: ProgrammeFacts
    rooms: tuple[tuple[int, tuple[SessionPlan, ...]], ...]


def gather_door_signs(tables: Tables, meeting: int, options: DoorSignsOptions) -> DoorSignsValues:
    """Return what the signs print; a code that no room has is an `UnknownRow`."""
    facts = gather_programme(tables, meeting, options.copy_for, ())
    rooms = facts.programme.rooms
    codes = {room.code.casefold() for room in rooms.values()}
    wanted = {code.casefold(): code for code in options.rooms}
    for folded, code in wanted.items():
        if folded not in codes:
            raise unknown(ROOM, code, rooms.values())
    sessions = [each for each in facts.programme.sessions.values() if not each.is_cancelled]
    found = (
        (key, tuple(each for each in sessions if each.room == key))
        for key, room in rooms.items()
        if not wanted or room.code.casefold() in wanted
    )
    return DoorSignsValues(facts, tuple((key, own) for key, own in found if own))


def compose_door_signs(
    values: DoorSignsValues, options: DoorSignsOptions, typesetter: Typesetter
) -> Composition:
    """Return the signs, one or more sheets for each room and day."""
    facts = values.facts
    languages = options.languages
    name = said(message("Door signs"))
    words = SheetWords(facts.gathered, languages, name, facts.edition, options.printed_on, is_for_both=True)
    setter = SheetSetter(typesetter, len(languages))
    sign = _SignSetter(typesetter, facts, languages)
    parts: list[tuple[Sequence[Strip], Sequence[Section]]] = []
    for room, sessions in values.rooms:
        for day, own in by_day(sessions).items():
            head = (sign.band(), sign.room(room), sign.day(day))
            parts.append(((), (Section(head, head, tuple(map(sign.session, own))),)))
    if not parts:
        nothing = message("No session of this programme has a room yet.")
        remark = setter.remark(words.in_each(nothing))
        parts = [(usual_opening(words, setter), [Section((), (), (remark,))])]
    sheet = lay_out_sheet(words, parts, options.paper, setter)
    shown = [session for _, own in values.rooms for session in own]
    findings = check_sessions(facts, shown, languages, typesetter.fonts, fits=sign.fits)
    return Composition(words.info(), sheet.pages, (), (*findings, *sign.small.findings()))


class _SignSetter:
    """Sets the parts of a sign as strips; `fits` tells how the sessions were set."""

    def __init__(
        self, typesetter: Typesetter, facts: ProgrammeFacts, languages: tuple[Language, ...]
    ) -> None:
        self._typesetter, self._facts = typesetter, facts
        self._writers = [SessionWriter(facts, language) for language in languages]
        self.fits, self.small = RowFits(), SmallTexts()

    def band(self) -> Strip:
        """Return the colours of the sides across the sheet, the side whose copy it is first."""
        sides = self._facts.sides
        width = TEXT_WIDTH / len(sides)
        boxes = (
            Box(place * width, 0.0, width, _BAND, colour_of(side.colour)) for place, side in enumerate(sides)
        )
        return Strip(Block(tuple(boxes)), _BAND + points(11), stays_with_next=True)

    def room(self, room: int) -> Strip:
        """Return the name of a room in each language, all alike, and its venue."""
        names = dict.fromkeys(writer.room(room) for writer in self._writers)
        venues = dict.fromkeys(filter(None, (writer.venue(room) for writer in self._writers)))
        paragraphs = [
            Paragraph(
                name, Weight.BOLD, _NAMES if len(names) > 1 else _NAME, 2, 1.2, 0.12,
                is_balanced=True, breaks=Breaks.TITLE, colour=INK,
            )
            for name in names
        ]  # fmt: skip
        paragraphs.append(
            Paragraph(SEPARATOR.join(venues), Weight.REGULAR, 13, 3, 1.35, 0.8,
                      is_balanced=True, breaks=Breaks.PARTS, colour=GREY)
        )  # fmt: skip
        return self._centred(tuple(paragraphs), after=points(8), room=room)

    def day(self, day: date) -> Strip:
        """Return the full date in each language over a line."""
        dates = (sentence_case(long_date(day, writer.language)) for writer in self._writers)
        text = SEPARATOR.join(dict.fromkeys(dates))
        paragraph = Paragraph(
            text, Weight.BOLD, 13.5, 3, 1.4, is_balanced=True, breaks=Breaks.PARTS, colour=INK
        )
        strip = self._centred((paragraph,), after=points(3))
        line = across(strip.height, 1.0, INK)
        return Strip(Block((*strip.block.items, line)), strip.height, stays_with_next=True)

    def session(self, session: SessionPlan) -> Strip:
        """Return a session: its time, its title in each language, and the colours of who takes part."""
        titles = dict.fromkeys(writer.title(session) for writer in self._writers)
        size = _TITLES if len(titles) > 1 else _TITLE
        paragraphs = tuple(
            Paragraph(
                title, Weight.BOLD, size, 3, 1.25, 0.25 if place else 0.0, breaks=Breaks.TITLE, colour=INK
            )
            for place, title in enumerate(titles)
        )
        x = _TIME + points(8)
        stack = self._typesetter.stack(paragraphs, TEXT_WIDTH - x, _MOST_HEIGHT, _SMALLEST)
        self.fits.note(session.id, sizes_of((paragraphs,), (stack,)), is_cut=stack.is_cut)
        time = Paragraph(span_at(session, session.time_zone), Weight.BOLD, size, 1, 1.25, colour=INK)
        times = self._typesetter.stack((time,), _TIME, inf, _SMALLEST)
        padding = points(4)
        items = set_down(self._typesetter, times, Column(0.0, _TIME), padding)
        items += set_down(self._typesetter, stack, Column(x, TEXT_WIDTH - x), padding)
        items += self._bars(session, padding, stack.height)
        height = stack.height + 2 * padding
        return Strip(Block((*items, across(height, 0.5, HAIRLINE))), height)

    def _bars(self, session: SessionPlan, top: float, height: float) -> list[Item]:
        people = self._facts.programme.people
        there = {people[each.person].side for each in presences(session, people)}
        sides = [side for side in self._facts.sides if side.code in there]
        share = height / max(len(sides), 1)
        return [
            Box(_TIME + points(3), top + place * share, _BAR, share, colour_of(side.colour))
            for place, side in enumerate(sides)
        ]

    def _centred(self, paragraphs: tuple[Paragraph, ...], *, after: float, room: int | None = None) -> Strip:
        stack = self._typesetter.stack(paragraphs, TEXT_WIDTH, points(120), _SMALLEST)
        if room is not None:
            name = self._facts.programme.rooms[room].name
            self.small.note(Subject(SubjectKind.ROOM, room), name, sizes_of((paragraphs,), (stack,)))
        items = set_down(self._typesetter, stack, Column(0.0, TEXT_WIDTH, is_centred=True), 0.0)
        return Strip(Block(tuple(items)), stack.height + after, stays_with_next=True)


def left_out_of_signs(values: DoorSignsValues, options: DoorSignsOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that no door tells of; with rooms asked for, only those of these rooms."""
    rooms = values.facts.programme.rooms
    wanted = {code.casefold() for code in options.rooms}
    keys = {key for key, room in rooms.items() if not wanted or room.code.casefold() in wanted}
    sessions = values.facts.programme.sessions.values()
    roomless = [each for each in sessions if each.room is None and not each.is_cancelled and not wanted]
    return grouped(
        [
            cancelled(each for each in sessions if each.room in keys or not wanted),
            titled(Cause.NO_ROOM, roomless),
        ]
    )


DOOR_SIGNS: DocumentKind[DoorSignsOptions, DoorSignsValues] = DocumentKind(
    id="door-signs",
    title=message("Door signs"),
    options=DoorSignsOptions,
    suggest=DoorSignsOptions.suggest,
    gather=gather_door_signs,
    compose=compose_door_signs,
    is_of_people=False,
    left_out=left_out_of_signs,
)
