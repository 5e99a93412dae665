"""The sessions of one day as cards: where each stands on the timeline, and what it says."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alternat.language.called import shown_name
from alternat.language.catalogs import Catalog
from alternat.language.formats import clock, sentence_case
from alternat.language.messages import message
from alternat.language.vocabulary import member_label
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.findings import Finding, Severity
from alternat.planning.programme import Programme, SessionPlan
from alternat.ui.programme.timeline.scale import DAY


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the timeline: a room, or with None whatever has no room yet."""

    room: int | None
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Card:
    """A session on a day's sheet; `first` and `last` are minutes of that day on the meeting's wall clock."""

    session: int
    column: int
    first: int
    last: int
    kind: SessionKind
    kind_name: str
    title: str
    times: str
    chairs: str
    sides: tuple[str, ...]
    """The codes of the sides that are there."""
    is_fixed: bool
    is_cancelled: bool
    severity: Severity | None
    lane: int = 0
    lanes: int = 1
    """Sessions of one room at the same time share its column in lanes."""


def columns_of(programme: Programme, catalog: Catalog) -> tuple[Column, ...]:
    """Return the rooms by venue and number, and behind them the column of what has no room."""
    language = catalog.language
    rooms = [
        Column(
            room.id,
            room.name.on_screen(language) or room.code,
            f"{room.code} · {programme.venues[room.venue].name.on_screen(language)}",
        )
        for room in programme.rooms.values()
    ]
    unplaced = Column(
        None, catalog.say(message("No room")), catalog.say(message("Drag a session into a room"))
    )
    return (*rooms, unplaced)


def days_of(programme: Programme) -> tuple[date, ...]:
    """Return the days of the meeting and those on which a session begins, in order."""
    days = {local_start(session, programme.time_zone).date() for session in programme.sessions.values()}
    if programme.starts is not None:
        last = programme.ends or programme.starts
        days |= {programme.starts + timedelta(days=n) for n in range((last - programme.starts).days + 1)}
    return tuple(sorted(days))


def local_start(session: SessionPlan, zone: str) -> datetime:
    """Return when a session starts on the wall clock of a zone."""
    return session.starts.astimezone(ZoneInfo(zone))


def cards_of(
    programme: Programme,
    day: date,
    columns: Sequence[Column],
    catalog: Catalog,
    findings: Mapping[int, Severity],
) -> tuple[Card, ...]:
    """Return the cards of a day in the order of time, sessions that overlap in one room side by side."""
    places = {column.room: at for at, column in enumerate(columns)}
    unplaced = places[None]
    cards = [
        card
        for session in programme.sessions.values()
        for card in _card(
            programme, session, day, places.get(session.room, unplaced), catalog, findings.get(session.id)
        )
    ]
    return tuple(
        card
        for column in range(len(columns))
        for card in in_lanes([each for each in cards if each.column == column])
    )


def cards_after(
    cards: Sequence[Card],
    programme: Programme,
    day: date,
    columns: Sequence[Column],
    catalog: Catalog,
    findings: Mapping[int, Severity],
    touched: Collection[int],
) -> tuple[Card, ...]:
    """Return the cards of a day after some sessions have changed: only theirs and their columns are new."""
    places = {column.room: at for at, column in enumerate(columns)}
    by_column: dict[int, list[Card]] = {}
    for card in cards:
        if card.session not in touched:
            by_column.setdefault(card.column, []).append(card)
    crowded = {card.column for card in cards if card.session in touched}
    for session in (programme.sessions[key] for key in touched if key in programme.sessions):
        column = places.get(session.room, places[None])
        for card in _card(programme, session, day, column, catalog, findings.get(session.id)):
            by_column.setdefault(column, []).append(card)
            crowded.add(column)
    return tuple(
        card
        for column in range(len(columns))
        if (own := by_column.get(column))
        for card in (in_lanes(own) if column in crowded else own)
    )


def judged(cards: Sequence[Card], findings: Mapping[int, Severity]) -> tuple[Card, ...]:
    """Return the cards with other findings about them."""
    return tuple(
        card
        if card.severity == findings.get(card.session)
        else replace(card, severity=findings.get(card.session))
        for card in cards
    )


def gravest(findings: Iterable[Finding]) -> dict[int, Severity]:
    """Return the gravest severity of the findings about each session."""
    order = list(Severity)
    found: dict[int, Severity] = {}
    for finding in findings:
        about = {finding.subject.id} if finding.subject.kind.value == "session" else set()
        for session in about | set(finding.sessions):
            known = found.get(session, Severity.NOTES)
            found[session] = min(known, finding.severity, key=order.index)
    return found


def in_lanes(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return the cards of one column with a lane for each that overlaps others."""
    result: list[Card] = []
    group: list[Card] = []
    ends: list[int] = []
    for card in sorted(cards, key=lambda each: (each.first, -each.last, each.session)):
        if ends and card.first >= max(ends):
            result += _with_lanes(group, len(ends))
            group, ends = [], []
        lane = next((at for at, end in enumerate(ends) if end <= card.first), len(ends))
        ends[lane : lane + 1] = [card.last]
        group.append(replace(card, lane=lane))
    return (*result, *_with_lanes(group, len(ends)))


def _with_lanes(group: Iterable[Card], lanes: int) -> list[Card]:
    return [replace(card, lanes=lanes) for card in group]


def _card(
    programme: Programme,
    session: SessionPlan,
    day: date,
    column: int,
    catalog: Catalog,
    severity: Severity | None,
) -> Iterable[Card]:
    start = local_start(session, programme.time_zone)
    midnight = datetime.combine(day, time(), start.tzinfo)
    # On the wall clock: a night on which the clock jumps still has 24 hours on the sheet.
    first = round((start.replace(tzinfo=None) - midnight.replace(tzinfo=None)).total_seconds() / 60)
    last = first + session.minutes
    if last <= 0 or first >= DAY:
        return
    language = catalog.language
    yield Card(
        session=session.id,
        column=column,
        first=max(first, 0),
        last=min(last, DAY),
        kind=session.kind,
        kind_name=sentence_case(member_label(session.kind).on_screen(language)),
        title=session.title.on_screen(language),
        times=times_of(session, programme.time_zone, catalog),
        chairs=", ".join(
            shown_name(programme.people[person]).on_screen(language)
            for person in session.chairs.values()
            if person in programme.people
        ),
        sides=_sides(programme, session),
        is_fixed=session.is_fixed,
        is_cancelled=session.is_cancelled,
        severity=severity,
    )


def times_of(session: SessionPlan, zone: str, catalog: Catalog) -> str:
    """Return from when to when a session lasts, on the wall clock of a zone."""
    start, end = (moment.astimezone(ZoneInfo(zone)) for moment in (session.starts, session.ends))
    return "–".join(clock(each, catalog.language, in_table=True) for each in (start, end))


def _sides(programme: Programme, session: SessionPlan) -> tuple[str, ...]:
    """Return the sides that the lines of attendance bring in, without asking person by person."""
    found: set[str] = set(session.chairs)
    everyone = {delegate.side for delegate in programme.people.values()}
    for party in session.parties:
        if party.is_exception:
            continue
        match party.kind:
            case PartyKind.EVERYONE:
                found |= everyone
            case PartyKind.SIDE:
                found.add(party.key)
            case PartyKind.PERSON:
                delegate = programme.people.get(int(party.key))
                found |= {delegate.side} if delegate else set()
            case PartyKind.ENTITY:
                found |= {each.side for each in programme.people.values() if str(each.entity) == party.key}
            case PartyKind.ROLE:
                found |= {each.side for each in programme.people.values() if each.role == party.key}
    return tuple(sorted(found))
