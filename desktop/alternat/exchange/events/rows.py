"""Reads the rows of a list of sessions into drafts, and says of each what is wrong and where."""

from collections.abc import Mapping

from alternat.exchange.events.columns import EventColumns
from alternat.exchange.events.fields import TITLES, EventField
from alternat.exchange.events.kinds import guessed_kind, seems_internal, stated_kind
from alternat.exchange.events.moments import MomentReader
from alternat.exchange.events.parties import Attendance, PartyReader
from alternat.exchange.events.places import RoomReader
from alternat.exchange.events.row import Row
from alternat.exchange.people.beside import is_placeholder
from alternat.exchange.people.text import han_share, in_one_line, parts, tidy
from alternat.exchange.people.tongues import language_of
from alternat.language.called import NameForms, plain_line
from alternat.language.folding import fold
from alternat.language.label import GAP, Label, Language
from alternat.language.messages import Message, message
from alternat.nouns.programme import SessionKind
from alternat.planning.event_drafts import EventDraft, Newcomer
from alternat.planning.imports import RowProblem
from alternat.planning.programme import Programme, SessionPlan

_CANCELLED = frozenset(
    {
        *("cancelled", "canceled", "cancelled by host", "off", "annule", "annulee", "annules", "annulees"),
        *("已取消", "取消", "作废"),
    }
)
_ON = frozenset(
    {
        *("confirmed", "on", "scheduled", "ok", "final", "confirme", "confirmee", "maintenu", "maintenue"),
        *("prevu", "prevue", "已确认", "确认", "照常", "正常"),
    }
)


def _stands_in(text: str, tongue: Language, known: Label) -> bool:
    """Return whether a text is but that of another language, where a session has none in the column’s own."""
    others = {tidy(each) for each in known.as_mapping().values()}
    return not known.text(tongue) and any(
        text in {each, f"{each} [{tag}]"} for each in others for tag in _TAGS
    )


def _joining(newcomer: Newcomer) -> Message:
    fields = newcomer.fields
    if newcomer.person is not None:
        return message("“{text}” joins the delegation {side} again.", text=newcomer.name, side=newcomer.side)
    if newcomer.is_guessed:
        return message(
            "“{text}” joins the delegation {side}; “{family}” is guessed to be the family name.",
            text=newcomer.name,
            side=newcomer.side,
            family=fields.get("family", "–"),
        )
    name = plain_line(NameForms.of(fields))
    return message(
        "“{text}” joins the delegation {side} as {name}.", text=newcomer.name, side=newcomer.side, name=name
    )


_TAGS = tuple(each.tag for each in Language)


class RowReader:
    """Reads one list after another row, since a day that is left blank is that of the row above."""

    def __init__(
        self,
        columns: EventColumns,
        programme: Programme,
        moments: MomentReader,
        people: PartyReader,
        *,
        makes_rooms: bool = False,
    ) -> None:
        self._columns, self._people = columns, people
        self._fields, self._titles = columns.fields, columns.titles
        self._title = next(field for field in self._fields if field in TITLES)
        self._moments = moments
        self._of_heading: tuple[RowProblem, ...] = ()
        self._rooms = RoomReader(programme, makes_rooms=makes_rooms)
        self._by_key: Mapping[str, SessionPlan] = {each.uid: each for each in programme.sessions.values()}
        self._known = {
            language: {fold(each.title.text(language)) for each in programme.sessions.values()} - {""}
            for language in Language
        }

    def read(self, number: int, cells: tuple[str, ...]) -> EventDraft | Row | None:
        """Return the draft of a row; `number` is the row's as a spreadsheet shows it.

        A row that is but a day is none, and one that has neither start nor title is returned as it stands.
        What is to be known about a row that is but a day is told with the first session below.
        """
        row = Row(number, self._columns, cells)
        needed = (self._fields[EventField.START], *self._titles.values())
        if self._moments.take_heading(row):
            self._of_heading += (*row.problems, *row.of_time)
            return None
        if not any(row.at(each) for each in needed):
            return row if row.texts else None
        return self._draft(row)

    def _draft(self, row: Row) -> EventDraft:
        when = self._moments.read(row)
        standing = self._by_key.get(row.text(EventField.UID))
        title = self._read_title(row, standing)
        people = self._read_parties(row, standing)
        parties = people.parties
        room, new_room = self._rooms.read(row)
        kind = self._read_kind(row, title)
        cancelled = self._read_status(row)
        above, self._of_heading = self._of_heading, ()
        return EventDraft(
            row=row.number,
            day=when.day,
            start=when.start,
            minutes=when.minutes,
            time_zone=when.zone,
            is_zone_stated=when.is_zone_stated,
            room=room,
            new_room=new_room,
            is_room_stated=room is not None or bool(new_room),
            title=title,
            kind=kind or guessed_kind(title, parties),
            is_kind_stated=kind is not None,
            parties=parties,
            are_parties_stated=bool(parties or people.unknown or people.ambiguous),
            uid=row.text(EventField.UID),
            is_cancelled=cancelled is True,
            is_status_stated=cancelled is not None,
            problems=(*above, *row.problems),
            of_time=tuple(row.of_time),
            doubts=tuple(row.doubts),
            unknown_people=(*people.unknown, *people.ambiguous),
            kept_names=people.kept,
            newcomers=people.newcomers,
        )

    def _read_title(self, row: Row, standing: SessionPlan | None) -> Label:
        """Return the title; one that says what the session is called already is spelt as it is there."""
        title = Label()
        known = standing.title if standing is not None else Label()
        for language, at in self._titles.items():
            text = in_one_line(row.at(at))
            tongue = language or self._tongue(text)
            if text == GAP or _stands_in(text, tongue, known):
                continue
            if text == in_one_line(tidy(known.text(tongue))):
                text = known.text(tongue)
            title = title.with_text(tongue, title.text(tongue) or text)
        if not title and not known:
            row.block(self._title, message("The title is missing."))
        return title

    def _tongue(self, text: str) -> Language:
        """Return the language of a title whose column tells none: that of a session so called, or its own."""
        if han_share(text) > 0.5:
            return Language.ZH
        called = [each for each in (Language.EN, Language.FR) if fold(text) in self._known[each]]
        if called:
            return called[0]
        is_french = language_of(text) is Language.FR and not text.isascii()
        return Language.FR if is_french else Language.EN

    def _read_kind(self, row: Row, title: Label) -> SessionKind | None:
        text = row.text(EventField.KIND)
        found = stated_kind(text)
        if text and found is None:
            row.warn(EventField.KIND, message("“{text}” is not a kind of session; it is guessed.", text=text))
        if found is None and seems_internal(title):
            row.warn(
                self._title,
                message(
                    "The title speaks of an internal meeting. Only the kind “internal meeting” in the list "
                    "keeps it off shared paper."
                ),
            )
        return found

    def _read_parties(self, row: Row, standing: SessionPlan | None) -> Attendance:
        text = row.text(EventField.PEOPLE)
        if text and is_placeholder(text):
            row.tell(EventField.PEOPLE, message("“{text}” names nobody yet; nobody is written.", text=text))
            return Attendance()
        found = self._people.read(text, standing.parties if standing else ())
        for word in (*found.unknown, *found.ambiguous):
            row.block(
                EventField.PEOPLE,
                message("“{text}” names nobody at this meeting, or several people.", text=word),
            )
        for word in found.kept:
            kept = message("“{text}” names nobody and is kept as a note of the session.", text=word)
            row.warn(EventField.PEOPLE, kept)
        for each in found.newcomers:
            row.warn(EventField.PEOPLE, _joining(each))
        return found

    def _read_status(self, row: Row) -> bool | None:
        """Return whether the list says that a session is cancelled; None where it does not say."""
        text = row.text(EventField.STATUS)
        words = {fold(part) for part in parts(text)}
        if words & _CANCELLED:
            return True
        if text and not words & _ON:
            row.tell(EventField.STATUS, message("The status “{text}” is not read.", text=in_one_line(text)))
        return False if words & _ON else None
