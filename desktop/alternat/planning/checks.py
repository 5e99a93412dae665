"""What is missing or doubtful in the delegations of a meeting, before it reaches paper."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from alternat.language.called import latin_name, shown_name, usual_latin_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.language.names import agrees_with_name, differs_from_passport
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.paper import Paper, known_paper, usual_paper
from alternat.nouns.people import Gender
from alternat.planning.calendar import MarkKind, day_marks, takes_place
from alternat.planning.character_checks import check_characters
from alternat.planning.city_zones import differs, zone_of_city
from alternat.planning.consents import agreement
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind, by_severity
from alternat.planning.hosting import PLANNED, is_out_of_turn
from alternat.planning.roster import Delegate, roster
from alternat.planning.statuses import NEEDS_CONSENT
from alternat.planning.vacancies import check_vacancies

_NO_POSITION = {
    Language.EN: mark("{name} has no English position. The badge and the list would show a gap."),
    Language.FR: mark("{name} has no French position. The badge and the list would show a gap."),
    Language.ZH: mark("{name} has no Chinese position. The badge and the list would show a gap."),
}
_NO_ENTITY_NAME = {
    Language.EN: mark("{entity} has no English name. Badges and lists would show a gap."),
    Language.FR: mark("{entity} has no French name. Badges and lists would show a gap."),
    Language.ZH: mark("{entity} has no Chinese name. Badges and lists would show a gap."),
}
_ON_DAY_OFF = mark("The meeting {meeting} takes place on {day}, a day off in {country}: {name}.")
_ON_DAY_OFF_PERHAPS = mark(
    "The meeting {meeting} takes place on {day}, provisionally a day off in {country}: {name}."
)
_FRENCH_ROLE_VARIES = frozenset(Role) - {Role.INTERPRETER, Role.MEMBER, Role.SUPPORT}


def check_meeting(
    tables: Tables, meeting: int, delegates: tuple[Delegate, ...] | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong or worth knowing about the delegations of a meeting, the gravest first.

    Whoever has read the roster already hands it over as `delegates`.
    """
    delegates = roster(tables, meeting) if delegates is None else delegates
    findings = [
        *(finding for delegate in delegates for finding in _check_delegate(delegate)),
        *check_characters(delegates),
        *_check_passport_forms(tables, delegates),
        *_check_printed_forms(delegates),
        *_check_namesakes(delegates),
        *_check_numbers(delegates),
        *_check_leadership(tables, delegates),
        *check_vacancies(tables, meeting),
        *_check_entities(tables, delegates),
        *_check_meeting_row(tables, meeting),
    ]
    return by_severity(tuple(findings))


def _about(delegate: Delegate) -> Subject:
    return Subject(SubjectKind.PERSON, delegate.person)


def _check_delegate(delegate: Delegate) -> Iterator[Finding]:
    yield from _check_name(delegate)
    yield from _check_position(delegate)
    name, subject = shown_name(delegate), _about(delegate)
    if delegate.entity is None:
        yield Finding(
            "entity-missing",
            Severity.WARNS,
            subject,
            message("{name} belongs to no entity.", name=name),
            Fix(message("Choose the entity"), "entity"),
        )
    if delegate.gender is Gender.UNKNOWN and delegate.role in _FRENCH_ROLE_VARIES:
        yield Finding(
            "gender-unknown",
            Severity.NOTES,
            subject,
            message("The French role of {name} prints in the masculine until the gender is set.", name=name),
            Fix(message("Set the gender"), "gender"),
        )
    if delegate.role is Role.DESIGNATED_OFFICER and delegate.stands_for is None:
        yield Finding(
            "stands-for-missing",
            Severity.NOTES,
            subject,
            message("{name} is a designated officer, but it is not said for whom.", name=name),
            Fix(message("Say for whom"), "stands_for"),
        )


def _check_name(delegate: Delegate) -> Iterator[Finding]:
    subject = _about(delegate)
    has_latin = bool(latin_name(delegate))
    if not has_latin and not delegate.name_zh:
        yield Finding(
            "name-missing",
            Severity.BLOCKS,
            subject,
            message("Badge {serial} has no name in any script.", serial=delegate.serial),
            Fix(message("Add the name"), "family"),
        )
    elif not has_latin:
        yield Finding(
            "latin-name-missing",
            Severity.WARNS,
            subject,
            message("{name} has no name in Latin script.", name=delegate.name_zh),
            Fix(message("Add the Latin name"), "family"),
        )
    elif not delegate.name_zh:
        yield Finding(
            "chinese-name-missing",
            Severity.WARNS,
            subject,
            message("{name} has no name in Chinese script.", name=shown_name(delegate)),
            Fix(message("Add the Chinese name"), "name_zh"),
        )


def _check_position(delegate: Delegate) -> Iterator[Finding]:
    missing = delegate.position.missing()
    if len(missing) == len(Language):
        yield Finding(
            "position-missing",
            Severity.WARNS,
            _about(delegate),
            message("{name} has no position in any language.", name=shown_name(delegate)),
            Fix(message("Add the position"), "position.en"),
        )
        return
    for language in missing:
        yield Finding(
            "position-missing",
            Severity.WARNS,
            _about(delegate),
            Message(_NO_POSITION[language], {"name": shown_name(delegate)}),
            Fix(message("Add the position"), f"position.{language}"),
        )


def _check_printed_forms(delegates: Iterable[Delegate]) -> Iterator[Finding]:
    """Yield whose printed form is no longer a form of the name: it was typed before the name changed."""
    for delegate in delegates:
        if not agrees_with_name(delegate.printed_name, delegate.family, delegate.given):
            yield Finding(
                "printed-name-differs",
                Severity.WARNS,
                _about(delegate),
                message(
                    "The printed form “{printed}” does not agree with the name {name}. Badges and "
                    "lists show the printed form.",
                    printed=delegate.printed_name,
                    name=usual_latin_name(delegate),
                ),
                Fix(message("Change the printed form"), "printed_name"),
            )


def _check_passport_forms(tables: Tables, delegates: Iterable[Delegate]) -> Iterator[Finding]:
    contact = tables.Contact
    rows = contact.select(contact.person, contact.passport_name).where(contact.passport_name != "")
    passports: dict[int, str] = {row.person_id: row.passport_name for row in rows}
    for delegate in delegates:
        passport, printed = passports.get(delegate.person, ""), shown_name(delegate).en
        if passport and differs_from_passport(printed, passport):
            yield Finding(
                "passport-differs",
                Severity.NOTES,
                _about(delegate),
                message("{name} is spelt differently in the passport.", name=shown_name(delegate)),
                Fix(message("Compare the two forms"), "printed_name"),
            )


def _check_namesakes(delegates: Iterable[Delegate]) -> Iterator[Finding]:
    names = Counter(shown_name(delegate).en for delegate in delegates)
    for delegate in delegates:
        if names[shown_name(delegate).en] > 1:
            yield Finding(
                "namesake",
                Severity.NOTES,
                _about(delegate),
                message(
                    "Another participant is also called {name}; the entity tells them apart.",
                    name=shown_name(delegate),
                ),
            )


def _check_numbers(delegates: Iterable[Delegate]) -> Iterator[Finding]:
    """Yield who has the badge number of somebody before them: files of earlier versions may hold such."""
    holders: dict[int, Delegate] = {}
    for delegate in delegates:
        first = holders.setdefault(delegate.serial, delegate)
        if first is not delegate:
            yield Finding(
                "number-twice",
                Severity.BLOCKS,
                _about(delegate),
                message(
                    "{name} has the badge number of {other}, {number}. Take {name} out of the meeting and "
                    "add them again: that gives a new number.",
                    name=shown_name(delegate),
                    other=shown_name(first),
                    number=delegate.serial,
                ),
            )


def _check_leadership(tables: Tables, delegates: tuple[Delegate, ...]) -> Iterator[Finding]:
    for side in tables.Side.select().order_by(tables.Side.number):
        own = [delegate for delegate in delegates if delegate.side == side.code]
        heads = [delegate for delegate in own if delegate.role is Role.HEAD]
        subject = Subject(SubjectKind.SIDE, side.id)
        if own and not heads:
            yield Finding(
                "head-missing",
                Severity.WARNS,
                subject,
                message("{delegation} has no head.", delegation=side.delegation_name),
                Fix(message("Show the delegation"), "delegation"),
            )
        for surplus in heads[1:]:
            yield Finding(
                "head-twice",
                Severity.BLOCKS,
                _about(surplus),
                message(
                    "{delegation} has more than one head: {name} as well.",
                    delegation=side.delegation_name,
                    name=shown_name(surplus),
                ),
                Fix(message("Change the role"), "role"),
            )
        if heads and own[0].role is not Role.HEAD:
            yield Finding(
                "head-not-first",
                Severity.WARNS,
                _about(heads[0]),
                message(
                    "{name} heads the delegation but is not first in its order of precedence.",
                    name=shown_name(heads[0]),
                ),
                Fix(message("Change the place"), "place"),
            )


def _check_entities(tables: Tables, delegates: tuple[Delegate, ...]) -> Iterator[Finding]:
    present = {delegate.entity for delegate in delegates}
    sides_present = {delegate.side for delegate in delegates}
    entity, side = tables.Entity, tables.Side
    for row in entity.select(entity, side).join(side).order_by(side.number, entity.number):
        subject = Subject(SubjectKind.ENTITY, row.id)
        if row.id in present:
            for language in row.name.missing():
                yield Finding(
                    "entity-name-missing",
                    Severity.WARNS,
                    subject,
                    Message(_NO_ENTITY_NAME[language], {"entity": row.name}),
                    Fix(message("Add the name"), f"name.{language}"),
                )
        elif row.side.code in sides_present:
            yield Finding(
                "entity-absent",
                Severity.NOTES,
                subject,
                message(
                    "Nobody from {entity} takes part ({side}).", entity=row.name, side=row.side.side_name
                ),
            )


def _check_meeting_row(tables: Tables, meeting: int) -> Iterator[Finding]:
    row = tables.Meeting.get_by_id(meeting)
    subject = Subject(SubjectKind.MEETING, meeting)
    if row.starts is None:
        yield Finding(
            "dates-missing",
            Severity.NOTES,
            subject,
            message("The meeting {meeting} has no dates yet.", meeting=row.reference),
            Fix(message("Set the dates"), "starts"),
        )
    yield from _check_host(tables, row, subject)
    yield from _check_zone(tables, row, subject)
    yield from _check_paper(row, subject)
    yield from _check_consents(tables, row, subject)
    yield from _check_days_off(tables, row, subject)
    city: Label = row.city
    if city.missing():
        yield Finding(
            "city-missing",
            Severity.WARNS if city else Severity.NOTES,
            subject,
            message(
                "The city of the meeting {meeting} is not given in all three languages.",
                meeting=row.reference,
            ),
            Fix(message("Add the city"), f"city.{city.missing()[0]}"),
        )


def _check_paper(row: Meeting, subject: Subject) -> Iterator[Finding]:
    """Yield a finding for a paper that an older version took and none of them prints on."""
    paper = row.paper or row.host.paper
    if known_paper(paper) is None:
        yield Finding(
            "paper-unknown",
            Severity.WARNS,
            subject,
            message(
                "Nothing prints on the paper “{paper}” of the meeting {meeting}; {usual} is taken. Give the "
                "meeting one of: {choices}.",
                paper=paper,
                meeting=row.reference,
                usual=usual_paper(row.paper, row.host.paper).value,
                choices=", ".join(Paper),
            ),
        )


def _check_zone(tables: Tables, row: Meeting, subject: Subject) -> Iterator[Finding]:
    capitals = ((side.capital, side.time_zone) for side in tables.Side.select())
    zone = zone_of_city(row.city, capitals)
    if zone is not None and differs(zone, row.time_zone, row.starts or date(row.year, 6, 1)):
        yield Finding(
            "city-zone",
            Severity.WARNS,
            subject,
            message(
                "The time zone of the meeting {meeting} is {zone}, and the clocks of {city} are those of "
                "{own}.",
                meeting=row.reference,
                zone=row.time_zone,
                city=row.city,
                own=zone,
            ),
            Fix(message("Choose another time zone"), "time_zone"),
        )


def _check_days_off(tables: Tables, row: Meeting, subject: Subject) -> Iterator[Finding]:
    """Tell of meeting days that a side, or the province of the meeting, has off."""
    if row.starts is None or not takes_place(row) or row.status is MeetingStatus.HELD:
        return
    countries = {side.code: side.country for side in tables.Side.select()}
    for each in day_marks(tables, row.starts, row.ends or row.starts):
        if each.kind is MarkKind.HOLIDAY and each.side is not None:
            template = _ON_DAY_OFF_PERHAPS if each.is_provisional else _ON_DAY_OFF
            arguments = {"day": each.day, "country": countries[each.side], "name": each.name}
            yield Finding(
                "meeting-on-holiday",
                Severity.WARNS,
                subject,
                Message(template, {"meeting": row.reference, **arguments}),
                Fix(message("Choose other days"), "starts"),
            )


def _check_host(tables: Tables, row: Meeting, subject: Subject) -> Iterator[Finding]:
    if row.status in PLANNED and not row.host_reason and is_out_of_turn(tables, row):
        yield Finding(
            "host-reason-missing",
            Severity.WARNS,
            subject,
            message(
                "{country} hosts the meeting {meeting} out of turn, and no reason is on record.",
                country=row.host.country,
                meeting=row.reference,
            ),
            Fix(message("Give the reason"), "host_reason"),
        )


def _check_consents(tables: Tables, row: Meeting, subject: Subject) -> Iterator[Finding]:
    """Tell of a meeting that stands as agreed without consent to it as it is now."""
    standing = agreement(tables, meeting=row.id)
    if row.status not in NEEDS_CONSENT or standing.is_complete:
        return
    fix = Fix(message("Record the consents"), "status")
    if standing.outdated:
        yield Finding(
            "consent-outdated",
            Severity.BLOCKS,
            subject,
            message(
                "The meeting {meeting} is {status}, but the sides have consented to other days, another host "
                "or another city.",
                meeting=row.reference,
                status=row.status,
            ),
            fix,
        )
        return
    countries = {side.code: side.country for side in tables.Side.select()}
    yield Finding(
        "meeting-consent-missing",
        Severity.WARNS,
        subject,
        message(
            "The meeting {meeting} is {status}, but the consent of {countries} is not on record.",
            meeting=row.reference,
            status=row.status,
            countries=tuple(countries[code] for code in standing.missing or standing.sides),
        ),
        fix,
    )
