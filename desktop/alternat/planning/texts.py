"""Which texts have to say the same in three languages, and what each is called."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, NamedTuple

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message, series
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind, ProvisionState


class UnknownText(AlternatError):
    """No text has that name."""

    template = mark("There is no text “{name}”. “text list” shows what they are called.")


class UnknownTextNear(AlternatError):
    """No text has that name; there are names like it."""

    template = mark("There is no text “{name}”. Near it: {near}.")


class TextKey(NamedTuple):
    """A text in three languages: the table of its row, the row, and the field."""

    table: str
    row: int
    field: str


FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "outcome": ("text", "short"),
        "guidance": ("question", "background", "answer"),
        "provision": ("text",),
        "instrument": ("title",),
    }
)
"""The tables and fields whose texts have to say the same in every language, the main field first."""
OF_TERMS = (ProvisionKind.TOPIC, ProvisionKind.EXISTING_DIALOGUE, ProvisionKind.OBJECTIVE)
"""The texts of the terms of reference that are meant; the others are as both sides signed them."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in up to three languages, with what it belongs to."""

    key: TextKey
    code: str
    """What a command calls it: `outcome:2026-3`, `guidance:4:answer`, `objective-2`, `instrument:1`."""
    name: Message
    """What it is called in a sentence."""
    text: Label
    is_open: bool = True
    """Whether something is still to be done with what it belongs to."""
    is_closed: bool = False
    """Whether it stands in a record that is closed, so that it is corrected and no more changed."""
    meeting: int | None = None
    """The meeting that agreed it."""

    @property
    def is_whole(self) -> bool:
        """Return whether no language is missing."""
        return not self.text.missing()


def texts(
    tables: Tables, *, keys: Collection[TextKey] | None = None, open_in: int | None = None
) -> tuple[Text, ...]:
    """Return the texts of the dialogue that say anything, or some of them by key.

    With `open_in` only those with which something is still to be done, and those of that meeting.
    """
    rows: dict[str, set[int]] | None = None
    if keys is not None:
        rows = defaultdict(set)
        for key in keys:
            rows[key.table].add(key.row)
    found = [
        text
        for table, read in _READERS.items()
        if rows is None or rows.get(table)
        for text in read(tables, None if rows is None else rows[table], open_in)
        if text.text
    ]
    return tuple(each for each in found if keys is None or each.key in keys)


def text_named(tables: Tables, name: str) -> TextKey:
    """Return the text of that name, in any case; the main field of a row may be named or left out."""
    wanted = name.strip().casefold()
    found = {text.code.casefold(): text.key for text in texts(tables)}
    for code, key in tuple(found.items()):
        found.setdefault(f"{code}:{key.field}", key)
        found.setdefault(f"{key.table}:{code}", key)
    if wanted in found:
        return found[wanted]
    near = get_close_matches(wanted, found, n=NEAR_AT_MOST)
    if near:
        raise UnknownTextNear(name=name, near=series(near))
    raise UnknownText(name=name)


NEAR_AT_MOST = 3
"""Names that a refusal proposes."""


def _outcomes(tables: Tables, ids: Collection[int] | None, open_in: int | None) -> Iterator[Text]:
    outcome, meeting = tables.Outcome, tables.Meeting
    query = (
        outcome.select(
            *(outcome.id, outcome.code, outcome.meeting, outcome.kind, outcome.state),
            *(outcome.text, outcome.short, meeting.record_closed),
        )
        .join(meeting, on=outcome.meeting == meeting.id)
        .order_by(meeting.year.desc(), outcome.number, outcome.id)
    )
    if ids is not None:
        query = query.where(outcome.id.in_(list(ids)))
    if open_in is not None:
        is_open = outcome.state.in_(_OPEN_STATES) & (outcome.kind != OutcomeKind.NOTED)
        query = query.where(is_open | (outcome.meeting == open_in))
    for key, code, of, kind, state, text, short, closed in tuples(query):
        shared = {
            "is_open": state.is_open and kind is not OutcomeKind.NOTED,
            "is_closed": closed is not None,
            "meeting": of,
        }
        name = message("the outcome {code}", code=code)
        yield Text(TextKey("outcome", key, "text"), f"outcome:{code}", name, text, **shared)
        name = message("the short name of the outcome {code}", code=code)
        yield Text(TextKey("outcome", key, "short"), f"outcome:{code}:short", name, short, **shared)


def _guidance(tables: Tables, ids: Collection[int] | None, open_in: int | None) -> Iterator[Text]:
    guidance: Any = tables.Guidance
    columns = (guidance.question, guidance.background, guidance.answer, guidance.closed_on)
    query = guidance.select(guidance.id, *columns).order_by(guidance.asked_on, guidance.id)
    if ids is not None:
        query = query.where(guidance.id.in_(list(ids)))
    if open_in is not None:
        query = query.where(guidance.closed_on.is_null())
    for key, question, background, answer, closed in tuples(query):
        is_open, number = closed is None, str(key)
        of = (
            ("question", message("the request for guidance {number}", number=number), question),
            (
                "background",
                message("the background of the request for guidance {number}", number=number),
                background,
            ),
            (
                "answer",
                message("the joint answer to the request for guidance {number}", number=number),
                answer,
            ),
        )
        for field, name, text in of:
            code = f"guidance:{number}" + (f":{field}" if field != "question" else "")
            yield Text(TextKey("guidance", key, field), code, name, text, is_open=is_open)


def _provisions(tables: Tables, ids: Collection[int] | None, open_in: int | None) -> Iterator[Text]:
    provision: Any = tables.Provision
    columns = (provision.code, provision.kind, provision.short, provision.text, provision.state)
    query = provision.select(provision.id, *columns).where(provision.kind.in_(OF_TERMS))
    if ids is not None:
        query = query.where(provision.id.in_(list(ids)))
    if open_in is not None:
        query = query.where(provision.state == ProvisionState.ACTIVE)
    rows = sorted(tuples(query.order_by(provision.number, provision.id)), key=_by_kind)
    for key, code, kind, short, text, state in rows:
        is_open = state is ProvisionState.ACTIVE
        name = PROVISION_NAMES[kind](short or text)
        yield Text(TextKey("provision", key, "text"), code, name, text, is_open=is_open)


def _by_kind(row: Sequence[Any]) -> int:
    return OF_TERMS.index(row[2])


def _topic(name: Label) -> Message:
    return message("the topic “{name}”", name=name)


def _existing(name: Label) -> Message:
    return message("the existing dialogue “{name}”", name=name)


def _objective(name: Label) -> Message:
    return message("the objective “{name}”", name=name)


PROVISION_NAMES = {
    ProvisionKind.TOPIC: _topic,
    ProvisionKind.EXISTING_DIALOGUE: _existing,
    ProvisionKind.OBJECTIVE: _objective,
}
"""What provisions of these kinds are called in a sentence, by their short name or their text."""


def _instruments(tables: Tables, ids: Collection[int] | None, _open_in: int | None) -> Iterator[Text]:
    instrument = tables.Instrument
    query = instrument.select(instrument.id, instrument.title).order_by(instrument.id)
    if ids is not None:
        query = query.where(instrument.id.in_(list(ids)))
    for key, title in tuples(query):
        name = message("the title of the instrument {number}", number=str(key))
        yield Text(TextKey("instrument", key, "title"), f"instrument:{key}", name, title)


_READERS = {
    "outcome": _outcomes,
    "guidance": _guidance,
    "provision": _provisions,
    "instrument": _instruments,
}
_OPEN_STATES = [each for each in OutcomeState if each.is_open]
