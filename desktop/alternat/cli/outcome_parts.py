"""Commands about what hangs on an outcome: who carries it out and leads, what it follows and serves."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import NothingGiven, OneOrTheOther
from alternat.cli.outcome_telling import CODE, outcome_named, provision_named, tell
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Day, NumberOrNone, within
from alternat.clock import this_day
from alternat.language.messages import Message, message, series
from alternat.nouns.kinds import KEYS
from alternat.nouns.outcomes import LinkKind
from alternat.nouns.provisions import ProvisionKind

_NONE = option(
    "--none", "is_none", is_flag=True, explains=message("None of them: what stands is taken away.")
)
_SIDE = option("--side", metavar="SIDE", required=True, explains=message("The code of one side, such as CA."))
_DIALOGUE = option(
    "--dialogue",
    metavar="CODE",
    required=True,
    explains=message("The code or number of an existing dialogue that carries it out."),
)
_ON = option(
    "--on", "day", metavar="DATE", type=Day(), explains=message("The day; today unless it is given.")
)
YES = option(
    "--yes",
    is_flag=True,
    explains=message("Do it in spite of what is told; without this, nothing is written where there is any."),
)
_NO_DAY = option("--none", "is_none", is_flag=True, explains=message("Take the day away."))


@command("carry", message("Say which existing dialogues carry out an outcome; they replace those before."))
@FILE
@CODE
@argument(
    "dialogues",
    metavar="DIALOGUE",
    nargs=-1,
    explains=message("The codes or numbers of the existing dialogues, such as dialogue-1."),
)
@_NONE
@AS_JSON
def carry(
    face: Face, file: str, code: str, dialogues: tuple[str, ...], *, is_none: bool, as_json: bool
) -> Exit:
    """Say which existing dialogues carry out an outcome."""
    from alternat.actions.outcomes import set_carriers

    _refuse_nothing(dialogues, "DIALOGUE", is_none=is_none)
    with face.writing(file) as workspace:
        tables = workspace.tables
        key = outcome_named(tables, code)
        kind = ProvisionKind.EXISTING_DIALOGUE
        wanted = [provision_named(tables, kind, each) for each in dialogues]
        tell(face, tables, set_carriers(workspace, key, wanted), (key,), as_json=as_json)
    return Exit.DONE


@command("serve", message("Say which objectives an outcome serves; they replace those before."))
@FILE
@CODE
@argument(
    "objectives",
    metavar="OBJECTIVE",
    nargs=-1,
    explains=message("The codes or numbers of the objectives, such as objective-1."),
)
@_NONE
@AS_JSON
def serve(
    face: Face, file: str, code: str, objectives: tuple[str, ...], *, is_none: bool, as_json: bool
) -> Exit:
    """Say which objectives an outcome serves."""
    from alternat.actions.outcomes import set_objectives

    _refuse_nothing(objectives, "OBJECTIVE", is_none=is_none)
    with face.writing(file) as workspace:
        tables = workspace.tables
        key = outcome_named(tables, code)
        wanted = [provision_named(tables, ProvisionKind.OBJECTIVE, each) for each in objectives]
        tell(face, tables, set_objectives(workspace, key, wanted), (key,), as_json=as_json)
    return Exit.DONE


@command("lead", message("Say who leads on an outcome for a side."))
@FILE
@CODE
@_SIDE
@option(
    "--person",
    metavar="NUMBER",
    type=NumberOrNone(KEYS.least, KEYS.most),
    required=True,
    explains=message("The number of the person who leads; a single minus means nobody."),
)
@AS_JSON
def lead(face: Face, file: str, code: str, side: str, person: int, *, as_json: bool) -> Exit:
    """Say who leads on an outcome for a side."""
    from alternat.actions.outcomes import set_outcome_lead
    from alternat.actions.people import person_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = outcome_named(tables, code)
        chosen = person_id(tables, person) if person else None
        tell(face, tables, set_outcome_lead(workspace, key, side, chosen), (key,), as_json=as_json)
    return Exit.DONE


@command("link", message("Say that an outcome continues or replaces an earlier one."))
@FILE
@CODE
@option("--continues", metavar="OUTCOME", explains=message("The code of the outcome that it continues."))
@option("--replaces", metavar="OUTCOME", explains=message("The code of the outcome that it replaces."))
@AS_JSON
def link(
    face: Face, file: str, code: str, continues: str | None, replaces: str | None, *, as_json: bool
) -> Exit:
    """Say that an outcome continues or replaces an earlier one."""
    from alternat.actions.outcomes import link_outcomes

    if continues is not None and replaces is not None:
        raise OneOrTheOther(one="--continues", other="--replaces")
    earlier = continues if continues is not None else replaces
    if earlier is None:
        raise NothingGiven(choices=series(("--continues", "--replaces")))
    kind = LinkKind.REPLACES if continues is None else LinkKind.CONTINUES
    with face.writing(file) as workspace:
        tables = workspace.tables
        key, other = outcome_named(tables, code), outcome_named(tables, earlier)
        tell(face, tables, link_outcomes(workspace, key, other, kind), (key,), as_json=as_json)
    return Exit.DONE


@command("unlink", message("Take back that an outcome continues or replaces an earlier one."))
@FILE
@CODE
@argument("earlier", metavar="EARLIER", explains=message("The code of the earlier outcome."))
@AS_JSON
def unlink(face: Face, file: str, code: str, earlier: str, *, as_json: bool) -> Exit:
    """Take back that an outcome continues or replaces an earlier one."""
    from alternat.actions.outcomes import unlink_outcomes

    with face.writing(file) as workspace:
        tables = workspace.tables
        key, other = outcome_named(tables, code), outcome_named(tables, earlier)
        tell(face, tables, unlink_outcomes(workspace, key, other), (key,), as_json=as_json)
    return Exit.DONE


@command("asked", message("Record that an existing dialogue was asked how far an outcome has come."))
@FILE
@CODE
@_DIALOGUE
@_ON
@_NO_DAY
@AS_JSON
def asked(face: Face, file: str, code: str, dialogue: str, day: date | None, **flags: Any) -> Exit:
    """Record that an existing dialogue was asked how far an outcome has come."""
    from alternat.actions.outcomes import carrier_asked

    return _record(face, file, code, dialogue, day, carrier_asked, **flags)


@command("heard", message("Record that an existing dialogue was heard on an outcome."))
@FILE
@CODE
@_DIALOGUE
@_ON
@_NO_DAY
@AS_JSON
def heard(face: Face, file: str, code: str, dialogue: str, day: date | None, **flags: Any) -> Exit:
    """Record that an existing dialogue was heard on an outcome."""
    from alternat.actions.outcomes import carrier_heard

    return _record(face, file, code, dialogue, day, carrier_heard, **flags)


@command("hand-over", message("Let a successor take over all that somebody who leaves leads."))
@FILE
@argument(
    "leaving",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of the person who leaves, which “people” lists."),
)
@option(
    "--to",
    "successor",
    metavar="NUMBER",
    type=within(KEYS),
    required=True,
    explains=message("The number of the successor, of the same side."),
)
@option(
    "--on",
    "day",
    metavar="DATE",
    type=Day(),
    explains=message("The first day of the successor; today unless it is given."),
)
@YES
@AS_JSON
def hand_over(
    face: Face, file: str, leaving: int, successor: int, day: date | None, *, yes: bool, as_json: bool
) -> Exit:
    """Let a successor take over all that somebody who leaves leads; what does so at once is told before."""
    from alternat.actions import outcomes
    from alternat.planning.hand_overs import hand_over_at_once, to_hand_over

    today = this_day()
    on = day or today
    with face.writing(file) as workspace:
        told = hand_over_at_once(len(to_hand_over(workspace.tables, leaving, on).leads), on, today)
        if told is not None and not yes:
            return not_yet(face, (told,), as_json=as_json)
        changes = outcomes.hand_over(workspace, leaving, successor, on=on, today=today)
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


def not_yet(face: Face, told: Sequence[Message], *, as_json: bool) -> Exit:
    """Tell what is to be known before something is done, which is then said again with --yes."""
    if as_json:
        face.tell_json({"step": "", "done": "", "changed": [], "along": [face.say(each) for each in told]})
        return Exit.BLOCKED
    for each in told:
        face.tell(each)
    face.tell(message("Nothing was written. To do it all the same, say it again with --yes."))
    return Exit.BLOCKED


def _record(
    face: Face,
    file: str,
    code: str,
    dialogue: str,
    day: date | None,
    verb: Callable[..., Any],
    *,
    is_none: bool,
    as_json: bool,
) -> Exit:
    if is_none and day is not None:
        raise OneOrTheOther(one="--none", other="--on")
    with face.writing(file) as workspace:
        tables = workspace.tables
        key = outcome_named(tables, code)
        carrier = provision_named(tables, ProvisionKind.EXISTING_DIALOGUE, dialogue)
        changes = verb(workspace, key, carrier, None if is_none else day or this_day())
        tell(face, tables, changes, (key,), as_json=as_json)
    return Exit.DONE


def _refuse_nothing(named: tuple[str, ...], word: str, *, is_none: bool) -> None:
    """Refuse names together with --none, and neither of them."""
    if named and is_none:
        raise OneOrTheOther(one="--none", other=word)
    if not named and not is_none:
        raise NothingGiven(choices=series((word, "--none")))
