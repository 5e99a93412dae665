"""What of a programme may leave the desk, as frozen values: the allow-list that every export writes from.

A field that is not here is in no export. Private notes, contacts, passports and tokens are not here.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alternat.exchange.exports.wording import CANCELLED, said
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.planning.programme import moment


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Which part of a programme is exported; nothing named means all of it.

    `side` is a side's code, `room` a room's code, `person` a person's id; each one named narrows further.
    """

    side: str | None = None
    room: str | None = None
    person: int | None = None


WHOLE = ExportScope()


@dataclass(frozen=True, slots=True)
class PublicRoom:
    """A room as a guest looks for it."""

    code: str
    name: Label
    venue: Label
    address: str


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody who takes part, by name only."""

    id: int
    side: str
    name: Label
    addressed: Label
    """The name with its form of address, by which sentences call somebody."""


@dataclass(frozen=True, slots=True)
class PublicItem:
    """An item of a session's agenda, numbered without those that were dropped."""

    number: int
    text: Label
    minutes: int


@dataclass(frozen=True, slots=True)
class PublicClock:
    """The clock of a side's capital that differs from the meeting's own."""

    place: Label
    time_zone: str


@dataclass(frozen=True, slots=True)
class PublicSession:
    """A session; `day` and `start` are wall-clock in `time_zone`, the IANA zone of its place."""

    uid: str
    sequence: int
    kind: Label
    title: Label
    day: date
    start: time
    minutes: int
    time_zone: str
    room: PublicRoom | None
    interpretation: Label
    """Empty where nobody interprets."""
    is_cancelled: bool
    chairs: tuple[PublicPerson, ...]
    agenda: tuple[PublicItem, ...]
    parties: tuple[Label, ...]
    """Who takes part in words, as the programme says it: everyone, a side, an entity, a person."""
    exceptions: tuple[Label, ...]
    people: tuple[int, ...]
    """The ids of all who are there, chairs and interpreters included."""
    end_zone: str = ""
    """For a journey: the IANA zone at its end, where that is another one."""
    is_free: bool = False
    """Whether it leaves people free, as a break does."""
    modified: datetime | None = None
    """When it was last changed, with a zone; None where nobody knows."""

    @property
    def starts(self) -> datetime:
        """Return the first moment, in UTC."""
        return moment(self.day, self.start, self.time_zone)

    @property
    def ends(self) -> datetime:
        """Return the last moment, in UTC."""
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def local_end(self) -> datetime:
        """Return the last moment as the clock of the session's place shows it."""
        return self.ends.astimezone(ZoneInfo(self.time_zone))

    @property
    def arrival(self) -> datetime:
        """Return the last moment as the clock shows it where the session ends."""
        return self.ends.astimezone(ZoneInfo(self.end_zone or self.time_zone))

    def seen_from(self, clock: PublicClock) -> datetime:
        """Return the first moment as the clock of another place shows it."""
        return self.starts.astimezone(ZoneInfo(clock.time_zone))


@dataclass(frozen=True, slots=True)
class PublicSide:
    """One of the two sides."""

    code: str
    name: Label


@dataclass(frozen=True, slots=True)
class PublicProgramme:
    """A meeting's programme, or the part of it that the scope names, in the order of time.

    `sides`, `rooms` and `people` are those that the sessions name, each in the dialogue's own order.
    """

    reference: str
    title: Label
    place_and_dates: Label
    time_zone: str
    place: Label
    languages: tuple[Language, ...]
    """Of the export, first to last."""
    paper: Paper
    """On which it prints: the meeting's, or else its host's."""
    subject: Label
    """What the scope names, such as a room; empty for the whole programme."""
    clocks: tuple[PublicClock, ...]
    sides: tuple[PublicSide, ...]
    rooms: tuple[PublicRoom, ...]
    people: tuple[PublicPerson, ...]
    sessions: tuple[PublicSession, ...]
    dropped: tuple[PublicSession, ...]
    """Sessions that were published and are gone since, from the programme or from what the scope names, which
    calendars must be told to strike out.
    """
    internal_left_out: int
    """How many internal meetings stay at home: they leave only in a side's or a person's own copy."""
    revision: int = 0
    """The number under which the programme was published last; 0 where it never was."""
    published: datetime | None = None
    """When that was, in UTC."""
    excel: Language | None = None
    """The language of the edition of Excel that a text file is for; None for that of the first language."""
    off: Label = field(default_factory=Label)
    """The word that says that the whole meeting is off, cancelled or postponed; empty while it stands."""
    office: tuple[str, Label] | None = None
    """The public address of the office that issues the file, and its name; None where none is on record."""

    def off_word(self, session: PublicSession) -> Label:
        """Return the word that says that a session is off, by itself or with its meeting; else empty."""
        return said(CANCELLED) if session.is_cancelled else self.off

    def joined(self, label: Label, separator: str = " / ") -> str:
        """Return a text in all languages of the export, each wording once; what a language lacks is left out.

        A text that is there in none of them is said in the first other language: a file has no visible gaps,
        and a mark in one would be read as the text.
        """
        there = [label.text(language) for language in self.languages if label.text(language).strip()]
        if not there and label:
            there = [label.filled().text(self.languages[0])]
        return separator.join(dict.fromkeys(there))

    def each(self, label: Label) -> tuple[tuple[Language, str], ...]:
        """Return the text in each language of the export, where it is missing the first other one."""
        filled = label.filled()
        return tuple((language, filled.text(language)) for language in self.languages)
