"""The kinds of findings that the checks of a meeting make: their codes, titles and severities by rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message, series
from alternat.planning.findings import Severity


class UnknownFindingKind(AlternatError):
    """No check makes findings with that code, and none with one like it."""

    template = mark("There is no kind of finding with the code “{code}”. “finding list” shows the codes.")


class UnknownFindingKindNear(AlternatError):
    """No check makes findings with that code; there are codes like it."""

    template = mark("There is no kind of finding with the code “{code}”. Near it: {near}.")


NEAR_AT_MOST = 4
"""Codes that a refusal proposes."""
SHORTEST_PART = 3
"""Characters by which a part of a code tells which is meant."""


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What all findings with one code have in common."""

    code: str
    title: Message
    severity: Severity
    """How much it matters by its rule; where that depends on the case, how much at most."""


_OF_DELEGATIONS = (
    FindingKind("name-missing", message("No name in any script"), Severity.BLOCKS),
    FindingKind("latin-name-missing", message("No name in Latin script"), Severity.WARNS),
    FindingKind("chinese-name-missing", message("No name in Chinese script"), Severity.WARNS),
    FindingKind("unseen-character", message("Character that nobody sees"), Severity.WARNS),
    FindingKind("private-character", message("Character of private use"), Severity.WARNS),
    FindingKind("position-missing", message("Position not given in all languages"), Severity.WARNS),
    FindingKind("entity-missing", message("Participant of no entity"), Severity.WARNS),
    FindingKind("gender-unknown", message("Gender not set"), Severity.NOTES),
    FindingKind("stands-for-missing", message("Designated officer, not said for whom"), Severity.NOTES),
    FindingKind("number-twice", message("Badge number given twice"), Severity.BLOCKS),
    FindingKind("printed-name-differs", message("Printed form that is not the name"), Severity.WARNS),
    FindingKind("passport-differs", message("Name spelt differently in the passport"), Severity.NOTES),
    FindingKind("namesake", message("Participants with the same name"), Severity.NOTES),
    FindingKind("head-missing", message("Delegation without a head"), Severity.WARNS),
    FindingKind("head-twice", message("Delegation with more than one head"), Severity.BLOCKS),
    FindingKind("head-not-first", message("Head of delegation not first in precedence"), Severity.WARNS),
    FindingKind("vacant-seats", message("Places still to be filled"), Severity.NOTES),
    FindingKind("entity-name-missing", message("Entity not named in all languages"), Severity.WARNS),
    FindingKind("entity-absent", message("Entity from which nobody takes part"), Severity.NOTES),
)
_OF_MEETINGS = (
    FindingKind("dates-missing", message("Meeting without dates"), Severity.NOTES),
    FindingKind("city-missing", message("City not given in all languages"), Severity.WARNS),
    FindingKind("city-zone", message("Time zone that is not that of the city"), Severity.WARNS),
    FindingKind("paper-unknown", message("Paper that nothing prints on"), Severity.WARNS),
    FindingKind("host-reason-missing", message("Host out of turn without a reason"), Severity.WARNS),
    FindingKind("consent-outdated", message("Consents to an earlier form of the meeting"), Severity.BLOCKS),
    FindingKind("meeting-consent-missing", message("Meeting without the consent of both"), Severity.WARNS),
    FindingKind("meeting-on-holiday", message("Meeting on a day off"), Severity.WARNS),
    FindingKind("on-holiday", message("Sessions on a day off"), Severity.WARNS),
    FindingKind("on-avoided-day", message("Sessions on a day to avoid"), Severity.NOTES),
)
_OF_SESSIONS = (
    FindingKind("person-twice", message("People in two sessions at once"), Severity.BLOCKS),
    FindingKind("room-twice", message("Two sessions in a room at once"), Severity.BLOCKS),
    FindingKind("way-too-short", message("Too little time for the way"), Severity.WARNS),
    FindingKind("outside-meeting", message("Session outside the days of the meeting"), Severity.WARNS),
    FindingKind("session-without-room", message("Session without a room"), Severity.WARNS),
    FindingKind("zone-differs", message("Session in another time zone than the meeting"), Severity.WARNS),
    FindingKind("time-skipped", message("Start that the clock change skips"), Severity.BLOCKS),
    FindingKind("time-twice", message("Start that comes twice at the clock change"), Severity.WARNS),
    FindingKind("room-closed", message("Session outside the hours of its room"), Severity.WARNS),
    FindingKind("room-too-small", message("Room too small for the session"), Severity.WARNS),
    FindingKind("agenda-too-long", message("Agenda longer than the session"), Severity.WARNS),
    FindingKind("nobody-there", message("Session in which nobody takes part"), Severity.NOTES),
    FindingKind("part-time-outside", message("Hours of attendance outside the session"), Severity.WARNS),
    FindingKind("chair-missing", message("Session without a co-chair of a side"), Severity.WARNS),
    FindingKind("chair-absent", message("Chair of a session absent"), Severity.WARNS),
    FindingKind("chair-part-time", message("Chair there for a part of the session only"), Severity.WARNS),
    FindingKind("lead-missing", message("Agenda item without a lead speaker"), Severity.WARNS),
    FindingKind("lead-absent", message("Lead speaker not in the session"), Severity.WARNS),
    FindingKind("agenda-withheld", message("Agenda item about a withheld outcome"), Severity.WARNS),
)
_OF_INTERPRETATION = (
    FindingKind("interpreter-twice", message("Interpreters in two sessions at once"), Severity.BLOCKS),
    FindingKind("interpreter-missing", message("Session that lacks an interpreter"), Severity.WARNS),
    FindingKind("interpreter-absent", message("Interpreter who does not come"), Severity.WARNS),
    FindingKind(
        "interpreter-wrong-pair", message("Interpreter outside their language pairs"), Severity.WARNS
    ),
    FindingKind("relief-missing", message("Interpreting alone for too long"), Severity.WARNS),
    FindingKind("booth-missing", message("Simultaneous interpretation without a booth"), Severity.NOTES),
)
_OF_SUBGROUPS = (
    FindingKind("subgroup-missing", message("Session of an unnamed sub-group"), Severity.NOTES),
    FindingKind("consent-missing", message("Session of a sub-group without consent"), Severity.WARNS),
    FindingKind(
        "counterpart-missing", message("Session of a sub-group without a counterpart"), Severity.WARNS
    ),
    FindingKind("subgroup-consent-missing", message("Sub-group without the consent of both"), Severity.WARNS),
    FindingKind("subgroup-counterpart-missing", message("Sub-group without a counterpart"), Severity.WARNS),
    FindingKind("subgroup-lead-missing", message("Sub-group that nobody leads for a side"), Severity.WARNS),
    FindingKind("subgroup-session-missing", message("Sub-group without a session"), Severity.WARNS),
    FindingKind(
        "subgroup-session-unexpected",
        message("Sessions of a sub-group that meets apart"),
        Severity.NOTES,
    ),
    FindingKind("subgroup-topic-missing", message("Sub-group without a topic"), Severity.NOTES),
    FindingKind(
        "subgroup-expert-twice", message("Person expected in two sub-groups at once"), Severity.WARNS
    ),
    FindingKind("topic-consent-missing", message("Topic without the consent of both"), Severity.WARNS),
)
_OF_FOLLOW_UP = (
    FindingKind("outcome-carrier-missing", message("Outcome that nobody carries out"), Severity.WARNS),
    FindingKind("outcome-lead-missing", message("Outcome without a lead of a side"), Severity.WARNS),
    FindingKind("outcome-lead-left", message("Lead on an outcome who no longer takes part"), Severity.WARNS),
    FindingKind("outcome-overdue", message("Outcome that is overdue"), Severity.WARNS),
    FindingKind("outcome-silent", message("Outcome of which nothing is heard"), Severity.WARNS),
    FindingKind("outcome-text-missing", message("Outcome not in all languages"), Severity.WARNS),
    FindingKind("outcome-replaced-open", message("Outcome that was replaced and is open"), Severity.WARNS),
    FindingKind("outcome-stuck", message("Outcome that is stuck"), Severity.NOTES),
    FindingKind("guidance-waiting", message("Request for guidance without an answer"), Severity.WARNS),
    FindingKind(
        "guidance-text-missing", message("Request for guidance not in all languages"), Severity.WARNS
    ),
)
_OF_TEXTS = (
    FindingKind("text-differs", message("Texts that do not say the same"), Severity.WARNS),
    FindingKind("text-stale", message("Text changed since it was checked"), Severity.WARNS),
    FindingKind("agreed-in-one-language-only", message("Agreed, but not in all languages"), Severity.WARNS),
    FindingKind("agreement-outdated", message("Text changed since a side agreed it"), Severity.WARNS),
    FindingKind("collation-outdated", message("Text changed since it was collated"), Severity.WARNS),
)
_OF_OBJECTIVES = (
    FindingKind("dialogue-lead-missing", message("Existing dialogue that nobody leads"), Severity.WARNS),
    FindingKind("objective-lead-missing", message("Objective that nobody leads"), Severity.NOTES),
    FindingKind("holder-left", message("Lead who no longer comes"), Severity.WARNS),
    FindingKind("objective-overdue", message("Objective that is overdue"), Severity.WARNS),
    FindingKind("instrument-notice-due", message("Last day to speak about an instrument"), Severity.WARNS),
    FindingKind("instrument-expiring", message("Instrument that expires"), Severity.WARNS),
    FindingKind("binding-differs", message("Instrument that the sides see differently"), Severity.WARNS),
    FindingKind("instrument-text-missing", message("Title of an instrument missing"), Severity.WARNS),
)
KINDS: Mapping[str, FindingKind] = MappingProxyType(
    {
        each.code: each
        for each in (
            *(*_OF_DELEGATIONS, *_OF_MEETINGS, *_OF_SESSIONS, *_OF_INTERPRETATION, *_OF_SUBGROUPS),
            *_OF_FOLLOW_UP,
            *_OF_TEXTS,
            *_OF_OBJECTIVES,
        )
    }
)
"""The kinds by their code, in the order in which they are listed: those that a dialogue may lower."""


def kind_of(code: str) -> FindingKind:
    """Return the kind with a code, in any case; an `UnknownFindingKind` names the codes near it."""
    wanted = code.strip().casefold()
    if wanted in KINDS:
        return KINDS[wanted]
    alike = get_close_matches(wanted, KINDS, n=NEAR_AT_MOST)
    holding = [each for each in KINDS if len(wanted) >= SHORTEST_PART and wanted in each]
    if near := tuple(dict.fromkeys((*holding, *alike)))[:NEAR_AT_MOST]:
        raise UnknownFindingKindNear(code=code, near=series(near))
    raise UnknownFindingKind(code=code)


def title(code: str) -> Message:
    """Return the title of a kind; a file of another version may hold a code that no check makes now."""
    known = KINDS.get(code)
    return known.title if known else message("Unknown kind “{code}”", code=code)
