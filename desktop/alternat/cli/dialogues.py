"""Commands about a dialogue as a whole: make a new one, and tell what one holds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alternat.cli.columns import pairs
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import argument, command, option
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message

if TYPE_CHECKING:
    from alternat.planning.hosting import HostingTurn
    from alternat.storage.journal.steps import HistoryStep
    from alternat.storage.workspace import Workspace


@command("new", message("Make a new dialogue from a template."))
@argument(
    "file",
    metavar="FILE",
    explains=message("The file to make, or the postgresql:// address of an empty database."),
)
@option(
    "--template",
    metavar="TEMPLATE",
    default="canada-china",
    explains=message("What it starts from: canada-china, which is used unless another is named, or blank."),
)
def new(face: Face, file: str, template: str) -> Exit:
    """Make a new dialogue from a template."""
    from alternat.actions.dialogues import create_dialogue
    from alternat.planning import templates

    chosen = templates.template(template)
    with face.creating(file, lambda made: create_dialogue(made, chosen.id)) as workspace:
        face.tell(
            message(
                "{file} is made from the template “{template}”.",
                file=workspace.address,
                template=chosen.title,
            )
        )
    return Exit.DONE


@command("info", message("Tell what a dialogue holds."))
@FILE
@AS_JSON
def info(face: Face, file: str, *, as_json: bool) -> Exit:
    """Tell what a dialogue holds."""
    with face.reading(file) as workspace:
        facts = _facts(workspace)
    if as_json:
        face.tell_json(_as_json(facts))
        return Exit.DONE
    for line in pairs((face.say(name), face.show(value)) for name, value in _lines(facts)):
        face.tell(line)
    return Exit.DONE


@dataclass(frozen=True, slots=True)
class _SideFacts:
    code: str
    country: Label
    people: int


@dataclass(frozen=True, slots=True)
class _Facts:
    address: str
    name: Label
    template: str
    sides: tuple[_SideFacts, ...]
    entities: int
    meetings: int
    turn: "HostingTurn"
    last_step: "HistoryStep | None"


def _facts(workspace: "Workspace") -> _Facts:
    from alternat.planning.hosting import next_host

    tables = workspace.tables
    people = Counter(row.side_id for row in tables.Person.select(tables.Person.side))
    dialogue = tables.Dialogue.get()
    return _Facts(
        address=workspace.address,
        name=dialogue.name,
        template=dialogue.template,
        sides=tuple(
            _SideFacts(row.code, row.country, people[row.id])
            for row in tables.Side.select().order_by(tables.Side.number)
        ),
        entities=tables.Entity.select().count(),
        meetings=tables.Meeting.select().count(),
        turn=next_host(tables),
        last_step=next(iter(workspace.history(limit=1)), None),
    )


def _as_json(facts: _Facts) -> dict[str, object]:
    return {
        "address": facts.address,
        "name": facts.name.as_mapping(),
        "template": facts.template,
        "sides": [
            {"code": side.code, "country": side.country.as_mapping(), "people": side.people}
            for side in facts.sides
        ],
        "entities": facts.entities,
        "meetings": facts.meetings,
        "people": sum(side.people for side in facts.sides),
        "next_host": facts.turn.side,
        "last_change": facts.last_step.at.isoformat() if facts.last_step else None,
    }


def _lines(facts: _Facts) -> Iterator[tuple[Message, object]]:
    yield message("Dialogue"), facts.name
    yield message("Kept in"), facts.address
    for side in facts.sides:
        people = counted("{count} person", "{count} people", side.people)
        yield (
            message("Side {code}", code=side.code),
            message("{country}, {people}", country=side.country, people=people),
        )
    yield message("Entities"), facts.entities
    yield message("Meetings"), facts.meetings
    host = next(side.country for side in facts.sides if side.code == facts.turn.side)
    yield message("Next host"), message("{country}: {reason}", country=host, reason=facts.turn.reason)
    if facts.last_step:
        at = facts.last_step.at.astimezone()
        yield message("Last step"), message("{at}: {step}", at=at, step=facts.last_step.label)


COMMANDS = (new, info)
