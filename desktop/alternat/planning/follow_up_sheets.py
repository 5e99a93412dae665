"""The sheets on which all the follow-up stands as a workbook, and their columns: facts, for both ways."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import language_name
from alternat.nouns import kinds
from alternat.nouns.existing import DIALOGUE_MEETING, HOLDER
from alternat.nouns.guidance import GUIDANCE, GUIDANCE_ANSWER
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep, OnBehalf
from alternat.nouns.meetings import MEETING
from alternat.nouns.noun import Field, Noun, Reach
from alternat.nouns.objectives import INSTRUMENT, INSTRUMENT_SIDE, INSTRUMENT_STEP
from alternat.nouns.outcomes import (
    OUTCOME,
    OUTCOME_CARRIER,
    OUTCOME_CORRECTION,
    OUTCOME_LINK,
    OUTCOME_SIDE,
    OUTCOMES_A_MEETING,
    PROGRESS_NOTE,
    Disclosure,
    LinkKind,
    OutcomeKind,
    OutcomeState,
)
from alternat.nouns.provisions import PROVISION, ProvisionKind
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.instruments import BINDING_WORDS, EXTENSION_WORDS, KIND_WORDS, step_words, steps_of
from alternat.planning.outcomes import KINDS, RECORDED, STATES
from alternat.planning.provision_states import PROVISION_STATES


class Target(StrEnum):
    """What a cell can refer to."""

    TOPIC = "topic"
    DIALOGUE = "dialogue"
    OBJECTIVE = "objective"
    LED = "led"
    """An existing dialogue or an objective."""
    OUTCOME = "outcome"
    MEETING = "meeting"
    SIDE = "side"
    SESSION = "session"
    INSTRUMENT = "instrument"
    PERSON = "person"


class Form(StrEnum):
    """How the values of a column stand in cells."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    FLAG = "flag"
    WORD = "word"
    """A code, shown in words."""
    WORDS = "words"
    """Several codes in an order, shown in words."""
    REFERENCE = "reference"
    REFERENCES = "references"
    DAYS = "days"
    """A day for each of several rows that the cell refers to."""


_ENDS: Mapping[str, Language] = MappingProxyType({f".{each}": each for each in Language})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; a text in three languages has three."""

    id: str
    """Its name, which stands above the headings in every language: `text.en`, `lead.CA`."""
    heading: Message
    form: Form
    stored: str = ""
    """The column of the table that it is; empty for what stands in other tables."""
    width: int = 16
    most: int | None = None
    """How many characters a text may have, or the highest number."""
    least: int = 0
    words: Mapping[str, Message] = field(default_factory=dict)
    to: Target | None = None
    side: str = ""
    """The code of the side of which it tells."""
    is_needed: bool = False
    has_default: bool = False
    """Whether a new row that says nothing gets what is usual, and one that is there may not say nothing."""
    is_code: bool = False
    """Whether it is never taken for a number or a date by whoever edits the file."""

    @property
    def language(self) -> Language | None:
        """Return the language of a text in three languages."""
        return _ENDS.get(self.id[-3:])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: what stands on it, in which table, and by which column its rows are told apart."""

    id: str
    title: Message
    table: str
    columns: tuple[Column, ...]
    key: str
    """The column that tells its rows apart."""
    above: tuple[str, ...] = ()
    """Of rows that have only a number: the columns that agree in any case where two rows are the same."""
    alike: tuple[str, ...] = ()
    """The columns of which one agrees where a number means the same row; without them `above` is enough."""
    kind: ProvisionKind | None = None
    """Of provisions, which of them."""
    is_public: bool = True
    """Whether it may stand in what anybody gets."""

    by_id: Mapping[str, Column] = field(init=False, repr=False, compare=False)
    """The columns by their names."""

    def __post_init__(self) -> None:
        """Put the columns down by their names once, since every cell asks for them."""
        object.__setattr__(self, "by_id", {each.id: each for each in self.columns})


OUTCOMES, NOTES, CORRECTIONS, GUIDANCES = "outcomes", "notes", "corrections", "guidance"
TOPICS, OBJECTIVES, INSTRUMENTS, STEPS = "topics", "objectives", "instruments", "steps"
DIALOGUES, OFFICIALS, DIALOGUE_MEETINGS = "dialogues", "officials", "dialogue_meetings"
RECORDS = "records"

_ON_BEHALF: Mapping[str, Message] = MappingProxyType(
    {
        OnBehalf.STATE: message("On behalf of the state"),
        OnBehalf.GOVERNMENT: message("On behalf of the government"),
        OnBehalf.DEPARTMENT: message("On behalf of a department"),
    }
)
_LINKS: Mapping[LinkKind, Message] = MappingProxyType(
    {LinkKind.CONTINUES: message("Continues"), LinkKind.REPLACES: message("Replaces")}
)
_RECORDED: Mapping[str, Message] = MappingProxyType({name: OUTCOME.title(name) for name in RECORDED})
"""The fields of an outcome that a correction can be about."""


def _steps() -> Mapping[str, Message]:
    """Return what each step is called, in the words of the first kind of instrument that has it."""
    first = {step: kind for kind in reversed(InstrumentKind) for step in steps_of(kind)}
    return MappingProxyType({step.value: step_words(first[step], step) for step in InstrumentStep})


_LANGUAGES: Mapping[str, Message] = MappingProxyType(
    {each.value: message("{language}", language=language_name(each)) for each in Language}
)
_WORDS: Mapping[type[StrEnum], Mapping[str, Message]] = MappingProxyType(
    {
        OutcomeKind: {key.value: words for key, words in KINDS.items()},
        OutcomeState: {key.value: words for key, words in STATES.items()},
        Disclosure: {key.value: words for key, words in DISCLOSURES.items()},
        InstrumentKind: {key.value: words for key, words in KIND_WORDS.items()},
        Binding: {key.value: words for key, words in BINDING_WORDS.items()},
        Extension: {key.value: words for key, words in EXTENSION_WORDS.items()},
        OnBehalf: _ON_BEHALF,
        InstrumentStep: _steps(),
        Language: _LANGUAGES,
    }
)
"""The words for each code."""


def follow_up_sheets(sides: Sequence[str]) -> tuple[Sheet, ...]:
    """Return the sheets in their order, with columns for the sides of these codes."""
    return (
        _outcomes(sides),
        _notes(),
        _corrections(),
        _records(),
        _guidance(sides),
        _provisions(OBJECTIVES, message("Objectives"), ProvisionKind.OBJECTIVE, "due"),
        _instruments(sides),
        _instrument_steps(),
        _provisions(DIALOGUES, message("Existing dialogues"), ProvisionKind.EXISTING_DIALOGUE),
        _officials(),
        _dialogue_meetings(),
        _provisions(TOPICS, message("Topics"), ProvisionKind.TOPIC),
    )


def _outcomes(sides: Sequence[str]) -> Sheet:
    leads = (
        replace(
            _one(OUTCOME_SIDE, "lead", to=Target.PERSON, width=22),
            id=f"lead.{side}",
            stored="",
            side=side,
            is_needed=False,
        )
        for side in sides
    )
    asked, heard = (
        replace(each, form=Form.DAYS, to=Target.DIALOGUE, stored="", width=24)
        for each in _fields(OUTCOME_CARRIER, "last_asked", "last_heard")
    )
    carriers = replace(
        _one(OUTCOME_CARRIER, "dialogue", to=Target.DIALOGUE, width=30),
        id="carriers",
        heading=message("Carried out by"),
        form=Form.REFERENCES,
        stored="",
        is_needed=False,
    )
    earlier = _one(OUTCOME_LINK, "earlier", to=Target.OUTCOME)
    links = (
        replace(
            earlier, id=kind.value, heading=words, form=Form.REFERENCES, stored="", width=14, is_needed=False
        )
        for kind, words in _LINKS.items()
    )
    objectives = Column("objectives", message("objectives"), Form.REFERENCES, width=30, to=Target.OBJECTIVE)
    columns = (
        _code(message("code")),
        _one(OUTCOME, "meeting", to=Target.MEETING, width=10),
        *_fields(OUTCOME, "kind", "short", "text"),
        _one(OUTCOME, "topic", to=Target.TOPIC, width=30),
        *_fields(OUTCOME, "due", "state", "state_on", "state_reason"),
        carriers,
        asked,
        heard,
        *_for_sides(leads),
        *links,
        objectives,
        *_fields(OUTCOME, "disclosure", "consent_asked", "consent_given"),
        Column("session_title", message("session"), Form.TEXT, width=30),
        _one(OUTCOME, "session", to=Target.SESSION, width=38, heading=message("Calendar key of the session")),
    )
    return Sheet(OUTCOMES, message("Outcomes"), "outcome", columns, "code")


def _notes() -> Sheet:
    columns = (
        _number(),
        _one(PROGRESS_NOTE, "outcome", to=Target.OUTCOME),
        _one(PROGRESS_NOTE, "objective", to=Target.OBJECTIVE, width=30),
        *_fields(PROGRESS_NOTE, "day"),
        _one(PROGRESS_NOTE, "side", to=Target.SIDE, width=8),
        *_fields(PROGRESS_NOTE, "text", "is_shared"),
    )
    above, alike = ("outcome", "objective"), ("day", *_each("text"))
    title = message("Progress notes")
    return Sheet(NOTES, title, "progress_note", columns, "number", above, alike, is_public=False)


def _corrections() -> Sheet:
    field = Column("field", message("field"), Form.WORD, "field", width=16, words=_RECORDED, is_needed=True)
    columns = (
        _number(),
        replace(_above(PROGRESS_NOTE, "outcome", Target.OUTCOME), is_needed=True),
        *_fields(OUTCOME_CORRECTION, "made_on"),
        field,
        *_texts("before", message("before"), "before"),
        *_texts("after", message("after"), "after"),
        *_fields(OUTCOME_CORRECTION, "reason"),
    )
    above = ("outcome", "made_on", "field")
    return Sheet(CORRECTIONS, message("Corrections"), "outcome_correction", columns, "number", above)


def _records() -> Sheet:
    columns = (
        replace(_code(message("meeting")), stored="reference"),
        *_fields(MEETING, "record_closed"),
        Column(
            "last_outcome",
            message("last number given"),
            Form.WHOLE,
            "last_outcome",
            most=OUTCOMES_A_MEETING.most,
        ),
    )
    return Sheet(RECORDS, message("Records of outcomes"), "meeting", columns, "code")


def _guidance(sides: Sequence[str]) -> Sheet:
    answers = (
        replace(each, id=f"{name}.{side}{each.id.removeprefix(field)}", stored="", side=side, is_needed=False)
        for side in sides
        for name, field in (("answer_of", "text"), ("answered_by", "given"))
        for each in _fields(GUIDANCE_ANSWER, field)
    )
    columns = (
        _number(),
        _one(GUIDANCE, "dialogue", to=Target.DIALOGUE, width=30),
        *_fields(GUIDANCE, "question", "background"),
        _one(GUIDANCE, "asked_by", to=Target.PERSON, width=22),
        *_fields(GUIDANCE, "asked_on"),
        *_for_sides(answers),
        *_fields(GUIDANCE, "answer", "answered_on"),
        _one(GUIDANCE, "topic", to=Target.TOPIC, width=30),
        _one(GUIDANCE, "outcome", to=Target.OUTCOME),
        _one(GUIDANCE, "objective", to=Target.OBJECTIVE, width=30),
        *_fields(GUIDANCE, "closed_on"),
    )
    above, alike = ("dialogue",), ("asked_on", *_each("question"))
    title = message("Guidance")
    return Sheet(GUIDANCES, title, "guidance", columns, "number", above, alike, is_public=False)


def _provisions(sheet: str, title: Message, kind: ProvisionKind, *more: str) -> Sheet:
    states = {state.value: words for state, words in PROVISION_STATES[kind].items()}
    merged = [_one(PROVISION, "merged_into", to=_MERGED[kind], width=30)] if kind in _MERGED else []
    columns = (
        _code(message("code")),
        *_fields(PROVISION, "short", "text", *more),
        Column("state", PROVISION.title("state"), Form.WORD, "state", 18, words=states, has_default=True),
        *_fields(PROVISION, "state_on", "state_reason"),
        *merged,
    )
    return Sheet(sheet, title, "provision", columns, "code", kind=kind)


_MERGED: Mapping[ProvisionKind, Target] = MappingProxyType(
    {
        ProvisionKind.EXISTING_DIALOGUE: Target.DIALOGUE,
        ProvisionKind.TOPIC: Target.TOPIC,
    }
)


def _instruments(sides: Sequence[str]) -> Sheet:
    views = (
        replace(each, id=f"binding.{side}", stored="", side=side, is_needed=False)
        for side in sides
        for each in _fields(INSTRUMENT_SIDE, "binding")
    )
    columns = (
        _number(),
        _one(INSTRUMENT, "objective", to=Target.OBJECTIVE, width=30),
        *_fields(INSTRUMENT, "kind", "title", "on_behalf", "authentic", "prevails", "in_force", "months"),
        *_fields(INSTRUMENT, "ends", "extension", "notice_months", "notice_days"),
        _one(INSTRUMENT, "replaced_by", to=Target.INSTRUMENT, width=30),
        *_for_sides(views),
        *_fields(INSTRUMENT, "disclosure", "consent_asked", "consent_given"),
    )
    title = message("Instruments")
    return Sheet(INSTRUMENTS, title, "instrument", columns, "number", ("objective",), _each("title"))


def _instrument_steps() -> Sheet:
    columns = (
        _number(),
        _above(INSTRUMENT, "instrument", Target.INSTRUMENT, heading=message("instrument"), width=36),
        *_fields(INSTRUMENT_STEP, "step"),
        _one(INSTRUMENT_STEP, "side", to=Target.SIDE, width=8),
        *_fields(INSTRUMENT_STEP, "planned", "done_on", "place"),
    )
    above = ("instrument", "step", "side")
    return Sheet(STEPS, message("Steps"), "instrument_step", columns, "number", above)


def _officials() -> Sheet:
    columns = (
        _number(),
        _one(HOLDER, "provision", to=Target.LED, width=36),
        _one(HOLDER, "side", to=Target.SIDE, width=8),
        _one(HOLDER, "person", to=Target.PERSON, width=22),
        *_fields(HOLDER, "since", "until"),
    )
    above, alike = ("provision", "side"), ("person", "since")
    return Sheet(OFFICIALS, message("Officials who lead"), "holder", columns, "number", above, alike)


def _dialogue_meetings() -> Sheet:
    columns = (
        _number(),
        _one(DIALOGUE_MEETING, "dialogue", to=Target.DIALOGUE, width=36),
        *_fields(DIALOGUE_MEETING, "starts", "ends", "city"),
    )
    title, above, alike = message("Meetings of dialogues"), ("dialogue",), ("starts", *_each("city"))
    return Sheet(DIALOGUE_MEETINGS, title, "dialogue_meeting", columns, "number", above, alike)


def _code(heading: Message) -> Column:
    return Column("code", heading, Form.TEXT, "code", width=14, most=40, is_code=True)


def _number() -> Column:
    return Column("number", message("number"), Form.WHOLE, width=9, least=1, most=kinds.KEYS.most)


def _above(noun: Noun, name: str, to: Target, *, heading: Message | None = None, width: int = 14) -> Column:
    """Return the column of the row that a row hangs on."""
    title = heading or noun.title(name)
    return Column(name, title, Form.REFERENCE, name, width, to=to, is_needed=True, is_code=True)


def _one(noun: Noun, name: str, *, to: Target, width: int = 14, heading: Message | None = None) -> Column:
    """Return the column of a field that refers to a row of another noun."""
    field = _open(noun.field(name))
    title = heading or field.title
    return Column(name, title, Form.REFERENCE, name, width, to=to, is_needed=field.is_needed, is_code=True)


def _fields(noun: Noun, *names: str) -> Iterator[Column]:
    """Yield the columns of fields that refer to nothing."""
    for name in names:
        field = _open(noun.field(name))
        if isinstance(field.kind, kinds.Texts):
            yield from _texts(name, field.title, name, is_needed=field.is_needed)
        else:
            yield _column(field)


def _open(field: Field) -> Field:
    """Return the field; one that stays at the desk has no column."""
    assert field.reach is Reach.PUBLIC, field.name
    return field


def _column(field: Field) -> Column:
    column = Column(field.name, field.title, Form.TEXT, field.name, is_needed=field.is_needed)
    match field.kind:
        case kinds.Text(most):
            fitting: dict[str, Any] = {"most": most}
        case kinds.Day():
            fitting = {"form": Form.DAY, "width": 12}
        case kinds.Number(least, most):
            fitting = {"form": Form.WHOLE, "least": least, "most": most, "width": 9}
        case kinds.YesNo():
            fitting = {"form": Form.FLAG, "width": 9}
        case kinds.OneOf(members):
            fitting = {"form": Form.WORD, "words": _WORDS[members], "width": 18, "has_default": True}
        case kinds.Listed(members):
            fitting = {"form": Form.WORD, "words": _WORDS[members], "width": 18}
        case kinds.Words(members):
            fitting = {"form": Form.WORDS, "words": _WORDS[members], "width": 18}
        case _:
            raise TypeError(f"no column for the field {field.name}, a {type(field.kind).__name__}")
    return replace(column, **fitting)


def _texts(name: str, title: Message, field: str, *, is_needed: bool = False) -> Iterator[Column]:
    """Yield the three columns of a text; where it is needed, one of them has to say something."""
    for language in Language:
        called = language_name(language)
        name_of = Label(called.en, called.fr, called.zh)
        heading = message("{field} ({language})", field=title, language=name_of)
        width = 40 if name in _LONG else 24
        yield Column(f"{name}.{language}", heading, Form.TEXT, field, width, is_needed=is_needed)


_LONG = frozenset({"text", "question", "background", "answer", "before", "after"})
"""Texts that take wide columns."""


def _each(name: str) -> tuple[str, ...]:
    """Return the columns of a text in three languages."""
    return tuple(f"{name}.{language}" for language in Language)


def _for_sides(columns: Iterable[Column]) -> Iterator[Column]:
    """Yield columns that tell of one side each, with its code in their headings."""
    for each in columns:
        yield replace(each, heading=message("{field} ({side})", field=each.heading, side=each.side))
