"""Verbs about requests for guidance: ask, change, answer for a side and together, close, remove."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from alternat.actions.fields import Fields, checked, refuse_locked
from alternat.actions.meetings import side_id
from alternat.actions.text_rows import forget_texts, with_outdated
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, mark, message, offered
from alternat.language.vocabulary import language_name
from alternat.models.tables import Tables
from alternat.nouns.guidance import GUIDANCE
from alternat.nouns.outcomes import OUTCOME
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.rows import require
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class NotAnExistingDialogue(AlternatError):
    """Only an existing dialogue asks for guidance."""

    template = mark("“{text}” is not one of the existing dialogues. They are: {choices}.")


class NotATopic(AlternatError):
    """Only a topic is the topic of a request."""

    template = mark("“{text}” is not a topic of the dialogue. The topics are: {choices}.")


class NotAnObjective(AlternatError):
    """Only an objective is what a request concerns."""

    template = mark("“{text}” is not one of the objectives. They are: {choices}.")


class AnsweredBeforeAsked(AlternatError):
    """An answer would be of a day before the request was asked."""

    template = mark(
        "The request for guidance “{question}” was asked on {asked}; no answer to it can be of {day}, "
        "which is before. Correct one of the two days."
    )


class ClosedBeforeAsked(AlternatError):
    """A request would be closed before it was asked."""

    template = mark(
        "The request for guidance “{question}” was asked on {asked}; it cannot be closed on {day}, "
        "which is before. Give another day."
    )


class AlreadyClosed(AlternatError):
    """A request that is to be closed is closed."""

    template = mark(
        "The request for guidance “{question}” was closed on {day} already. Reopen it to give it another day."
    )


class ClosedStands(AlternatError):
    """What a closed request asks, and what was answered to it, is not changed unseen."""

    template = mark(
        "The request for guidance “{question}” was closed on {day}; what it asks and what was answered "
        "stand. Reopen it first."
    )


class NotClosed(AlternatError):
    """A request that is to be opened again is open."""

    template = mark("The request for guidance “{question}” is open already.")


class AnswerSaysNothing(AlternatError):
    """The answer of a co-chair has neither a text nor a document."""

    template = mark(
        "The answer of {country} would say nothing. Write it or name its document, or take it away."
    )


class DayWithoutAnswer(AlternatError):
    """A joint answer has a day and says nothing."""

    template = mark("The joint answer has a day and says nothing. Write it, or leave the day out.")


@verb
def add_guidance(workspace: Workspace, fields: Fields, *, today: date | None = None) -> Changes:
    """Record what an existing dialogue asks of the co-chairs, with the joint answer if there is one."""
    tables = workspace.tables
    values = checked(tables.Guidance, fields, is_new=True, today=today)
    refuse_locked(GUIDANCE, fields)
    _check(tables, values, ())
    label = message("Add the request for guidance “{question}”", question=values["question"])
    with workspace.change(label) as change:
        change.insert(tables.Guidance, [values])
    return change.result


@verb
def change_guidance(
    workspace: Workspace, guidance: int, fields: Fields, *, today: date | None = None
) -> Changes:
    """Change a request or its joint answer while it is open, or its note; other verbs close and open it."""
    tables = workspace.tables
    require(tables, GUIDANCE, (guidance,))
    refuse_locked(GUIDANCE, fields)
    row, values = tables.Guidance.get_by_id(guidance), checked(tables.Guidance, fields, today=today)
    if set(values) - {"note"}:
        _refuse_closed(row)
    standing = {name: getattr(row, name) for name in ("question", "asked_on", "answer", "answered_on")}
    _check(tables, {**standing, "dialogue": row.dialogue_id, **values}, _given(tables, guidance))
    label = message("Change the request for guidance “{question}”", question=row.question)
    label = with_outdated(label, tables, "guidance", {guidance: values})
    with workspace.change(label) as change:
        change.update(tables.Guidance, {guidance: values})
    return change.result


@verb
def remove_guidance(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Remove requests for guidance with the answers of the co-chairs."""
    keys = require(workspace.tables, GUIDANCE, ids)
    label = counted("Remove {count} request for guidance", "Remove {count} requests for guidance", len(keys))
    with workspace.change(label) as change:
        forget_texts(change, workspace.tables, "guidance", keys)
        change.delete(workspace.tables.Guidance, keys)
    return change.result


@verb
def close_guidance(
    workspace: Workspace, ids: Sequence[int], closed_on: date | None, *, today: date | None = None
) -> Changes:
    """Close requests for guidance on a day, or open them again with None; none of them may be so already."""
    tables = workspace.tables
    keys = require(tables, GUIDANCE, ids)
    values = checked(tables.Guidance, {"closed_on": closed_on}, today=today)
    for row in tables.Guidance.select().where(tables.Guidance.id.in_(keys)):
        if closed_on is None and row.closed_on is None:
            raise NotClosed(question=row.question)
        if closed_on is not None and row.closed_on is not None:
            raise AlreadyClosed(question=row.question, day=row.closed_on)
        if closed_on is not None and closed_on < row.asked_on:
            raise ClosedBeforeAsked(question=row.question, day=closed_on, asked=row.asked_on)
    if closed_on is None:
        label = counted(
            "Reopen {count} request for guidance", "Reopen {count} requests for guidance", len(keys)
        )
    else:
        label = counted(
            "Close {count} request for guidance", "Close {count} requests for guidance", len(keys)
        )
    with workspace.change(label) as change:
        change.update(tables.Guidance, dict.fromkeys(keys, values))
    return change.result


@verb
def answer_for(
    workspace: Workspace, guidance: int, side: str, fields: Fields | None, *, today: date | None = None
) -> Changes:
    """Record what the co-chair of a side answers: the fields that are given replace what stood.

    None for all of them takes the answer away.
    """
    tables = workspace.tables
    require(tables, GUIDANCE, (guidance,))
    row, owner = tables.Guidance.get_by_id(guidance), tables.Side.get_by_id(side_id(tables, side))
    _refuse_closed(row)
    table: Any = tables.GuidanceAnswer
    known = table.get_or_none((table.guidance == guidance) & (table.side == owner.id))
    values: Mapping[str, Any] = {}
    if fields is not None:
        new = {"side": owner.id, **fields} if known is None else dict(fields)
        values = checked(table, new, is_new=known is None, today=today)
        _refuse_earlier(row.question, (values.get("given"),), row.asked_on)
        said = {name: getattr(known, name, None) for name in ("text", "document")} | values
        if not (said["text"] or said["document"]):
            raise AnswerSaysNothing(country=owner.country)
        label = _answer_label(owner.country, known, values.get("text"))
    else:
        label = message("Take away the answer of the co-chair of {country}", country=owner.country)
    with workspace.change(label) as change:
        if known is not None and fields is None:
            change.delete(table, [known.id])
        elif known is not None:
            change.update(table, {known.id: values})
        elif fields is not None:
            change.insert(table, [{**values, "guidance": guidance}])
    return change.result


def _answer_label(country: Label, known: Any, text: Label | None) -> Message:
    """Return what it is called to record an answer; of an old one it tells the languages that stay as given.

    `known` is the answer that stands, `text` what takes its place; None where it stays.
    """
    if known is None or text is None or text == known.text:
        return message("Record the answer of the co-chair of {country}", country=country)
    staying = [
        language_name(each)
        for each in Language
        if known.text.text(each) and known.text.text(each) == text.text(each)
    ]
    told = {"country": country, "day": known.given}
    match staying:
        case []:
            return message("Record the answer of the co-chair of {country} in place of that of {day}", **told)
        case [only]:
            return message(
                "Record the answer of the co-chair of {country} in place of that of {day}, which stays in "
                "{language}",
                **told,
                language=only,
            )
        case [first, second]:
            return message(
                "Record the answer of the co-chair of {country} in place of that of {day}, which stays in "
                "{language} and {other}",
                **told,
                language=first,
                other=second,
            )
    raise AssertionError(staying)


def _refuse_closed(row: Any) -> None:
    if row.closed_on is not None:
        raise ClosedStands(question=row.question, day=row.closed_on)


def _given(tables: Tables, guidance: int) -> tuple[date, ...]:
    answer = tables.GuidanceAnswer
    return tuple(row.given for row in answer.select().where(answer.guidance == guidance))


def _check(tables: Tables, values: Mapping[str, Any], given: Iterable[date]) -> None:
    _require_kind(tables, values["dialogue"], ProvisionKind.EXISTING_DIALOGUE, NotAnExistingDialogue)
    _require_kind(tables, values.get("topic"), ProvisionKind.TOPIC, NotATopic)
    _require_kind(tables, values.get("objective"), ProvisionKind.OBJECTIVE, NotAnObjective)
    if values.get("outcome") is not None:
        require(tables, OUTCOME, (values["outcome"],))
    answered = values.get("answered_on")
    if answered is not None and not values.get("answer"):
        raise DayWithoutAnswer
    _refuse_earlier(values["question"], (answered, *given), values["asked_on"])


def _require_kind(
    tables: Tables, provision: int | None, kind: ProvisionKind, error: type[AlternatError]
) -> None:
    """Refuse a text of the terms of reference of another kind, and say which there are."""
    if provision is None:
        return
    row = tables.Provision.get_or_none(tables.Provision.id == provision)
    if row is None or row.kind is not kind:
        among = tables.Provision.select().where(tables.Provision.kind == kind)
        choices = offered([each.code for each in among.order_by(tables.Provision.number)])
        raise error(text=row.text if row else str(provision), choices=choices)


def _refuse_earlier(question: Label, answered: Iterable[date | None], asked: date) -> None:
    for day in answered:
        if day is not None and day < asked:
            raise AnsweredBeforeAsked(question=question, day=day, asked=asked)
