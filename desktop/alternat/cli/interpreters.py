"""Commands about interpreters: the pairs of languages they work in, who is free, and where they work."""

from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_parameters import SESSION
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import within
from alternat.errors import AlternatError
from alternat.language.messages import mark, message, series
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.interpretation import Pair
    from alternat.planning.programme import Programme

_NONE = "-"

PERSON = argument(
    "person",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of the interpreter, as “people” shows it."),
)
PAIR = option(
    "--pair",
    metavar="PAIR",
    required=True,
    explains=message("The pair of languages, such as en-zh; it counts both ways."),
)


class NotAPair(AlternatError):
    """A text is not two languages."""

    template = mark("“{word}” is not a pair of two languages of en, fr and zh. Write it as en-zh.")


class NotAssigned(AlternatError):
    """The interpreter does not work at the session."""

    template = mark("The interpreter {number} does not work at the session {session}.")


@command("pairs", message("Say in which pairs of languages somebody interprets; earlier ones are replaced."))
@FILE
@PERSON
@argument(
    "pairs",
    metavar="PAIRS",
    explains=message("Pairs of languages, such as en-zh,fr-zh; a single minus means none."),
)
@AS_JSON
def pairs(face: Face, file: str, person: int, pairs: str, *, as_json: bool) -> Exit:
    """Say in which pairs of languages a person interprets."""
    from alternat.actions.interpretation import set_pairs
    from alternat.actions.people import person_id

    wanted = [] if pairs == _NONE else [_pair(word) for word in pairs.split(",")]
    with face.writing(file) as workspace:
        key = person_id(workspace.tables, person)
        face.tell_done(set_pairs(workspace, key, wanted), as_json=as_json)
    return Exit.DONE


@command("list", message("List who interprets at a meeting, in which pairs and at which sessions."))
@FILE
@ONE_MEETING
@AS_JSON
def list_interpreters(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the interpreters of a meeting."""
    from alternat.planning.interpretation import interpreter_pairs, interpreters

    with face.reading(file) as workspace:
        programme = _programme(workspace.tables, meeting)
        known = interpreter_pairs(workspace.tables)
    listed = [
        {
            "number": person,
            "pairs": ["-".join(pair) for pair in sorted(known.get(person, ()))],
            "sessions": _sessions(programme, person),
        }
        for person in interpreters(programme, known)
    ]
    _tell(face, listed, "sessions", as_json=as_json)
    return Exit.DONE


@command("free", message("Tell who could interpret at a session, and what holds those who are not free."))
@FILE
@SESSION
@ONE_MEETING
@PAIR
@AS_JSON
def free(face: Face, file: str, number: int, meeting: str, pair: str, *, as_json: bool) -> Exit:
    """Tell who could interpret at a session in a pair, the free ones first."""
    from alternat.planning.interpretation import candidates, interpreter_pairs

    wanted = _pair(pair)
    with face.reading(file) as workspace:
        session = _session(workspace.tables, meeting, number)
        programme = _programme(workspace.tables, meeting)
        known = interpreter_pairs(workspace.tables)
    listed = [
        {
            "number": each.person,
            "pairs": ["-".join(one) for one in sorted(each.pairs)],
            "busy_in": list(each.busy_in),
        }
        for each in candidates(programme, known, session, wanted)
    ]
    _tell(face, listed, "busy_in", as_json=as_json)
    return Exit.DONE


@command("assign", message("Let an interpreter work at a session, or change the pair there."))
@FILE
@SESSION
@PERSON
@ONE_MEETING
@PAIR
@AS_JSON
def assign(
    face: Face, file: str, number: int, person: int, meeting: str, pair: str, *, as_json: bool
) -> Exit:
    """Let an interpreter work at a session in a pair of languages."""
    from alternat.actions.interpretation import assign as verb
    from alternat.actions.people import person_id

    wanted = _pair(pair)
    with face.writing(file) as workspace:
        session = _session(workspace.tables, meeting, number)
        key = person_id(workspace.tables, person)
        face.tell_done(verb(workspace, session, key, wanted), as_json=as_json)
    return Exit.DONE


@command("unassign", message("Take an interpreter off a session."))
@FILE
@SESSION
@PERSON
@ONE_MEETING
@AS_JSON
def unassign(face: Face, file: str, number: int, person: int, meeting: str, *, as_json: bool) -> Exit:
    """Take an interpreter off a session."""
    from alternat.actions.interpretation import unassign as verb
    from alternat.actions.people import person_id

    with face.writing(file) as workspace:
        session = _session(workspace.tables, meeting, number)
        key, table = person_id(workspace.tables, person), workspace.tables.Assignment
        if table.get_or_none((table.session == session) & (table.person == key)) is None:
            raise NotAssigned(number=str(key), session=str(session))
        face.tell_done(verb(workspace, session, key), as_json=as_json)
    return Exit.DONE


def _pair(word: str) -> "Pair":
    """Return the two languages of a word such as `en-zh`; anything else is a `NotAPair`."""
    from alternat.language.label import Language
    from alternat.planning.interpretation import ordered

    one, _, other = word.strip().casefold().partition("-")
    if one == other or not {one, other} <= set(Language):
        raise NotAPair(word=word)
    return ordered((one, other))


def _session(tables: "Tables", meeting: str, number: int) -> int:
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import session_id

    return session_id(tables, meeting_id(tables, meeting), number)


def _programme(tables: "Tables", meeting: str) -> "Programme":
    from alternat.actions.meetings import meeting_id
    from alternat.planning.programme import read_programme

    return read_programme(tables, meeting_id(tables, meeting))


def _sessions(programme: "Programme", person: int) -> list[int]:
    return [
        key
        for key, plan in programme.sessions.items()
        if any(each.person == person for each in plan.assignments)
    ]


def _tell(face: Face, listed: list[dict[str, Any]], sessions: str, *, as_json: bool) -> None:
    """Write people with their pairs and the numbers of sessions under a key, as JSON or in columns."""
    if as_json:
        face.tell_json(listed)
        return
    last = message("Busy in") if sessions == "busy_in" else message("Sessions")
    headings = (message("Number"), message("Language pairs"), last)
    rows = [
        (each["number"], face.show(series(each["pairs"])), face.show(series(map(str, each[sessions]))))
        for each in listed
    ]
    face.tell_table(headings, rows)


COMMANDS = (
    Group(
        "interpreter",
        (list_interpreters, pairs, free, assign, unassign),
        message("Keep the language pairs of interpreters, find who is free and assign them to sessions."),
    ),
)
