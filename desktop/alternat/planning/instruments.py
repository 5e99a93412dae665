"""The steps of an instrument and the words for them, which depend on its kind and on the side.

Sources: Policy on Tabling of Treaties in Parliament (treaty-accord.gc.ca) for Canada; Law of the People’s
Republic of China on the Procedure of the Conclusion of Treaties, articles 4 to 9, for China. A memorandum has
Participants and takes effect; it is neither tabled nor ratified.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message, series
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep, OnBehalf

_K = InstrumentKind
_S = InstrumentStep

LEAST_SITTING_DAYS = 21
"""For how many sitting days at least a treaty lies before the House of Commons."""

_CONSENT_OF: Mapping[str, tuple[InstrumentStep, ...]] = MappingProxyType(
    {
        "CA": (_S.POLICY_APPROVED, _S.TABLED, _S.CONSENTED),
        "CN": (_S.RATIFIED, _S.APPROVED, _S.FILED),
    }
)
"""The steps that a side takes alone, by its code."""
_CONSENT_OF_OTHERS = (_S.CONSENTED,)
"""The steps that the side of any other country takes alone."""

ONE_SIDED = frozenset(step for steps in _CONSENT_OF.values() for step in steps)
"""The steps that one side takes alone, each on a day of its own."""
CONSENTS = frozenset({_S.CONSENTED, _S.RATIFIED, _S.APPROVED, _S.FILED})
"""The steps of which a side takes one, to be bound by a treaty or an agreement."""
RUNNING = frozenset({_S.IN_FORCE, _S.TAKES_EFFECT})
"""The steps from which an instrument runs; each kind has one of them."""

_OF_TREATIES = tuple(step for step in _S if step is not _S.TAKES_EFFECT)
_OF_UNDERSTANDINGS = tuple(step for step in _S if step not in {*ONE_SIDED, _S.NOTES_EXCHANGED, _S.IN_FORCE})
_STEPS: Mapping[InstrumentKind, tuple[InstrumentStep, ...]] = MappingProxyType(
    {
        _K.TREATY: _OF_TREATIES,
        _K.AGREEMENT: _OF_TREATIES,
        _K.MEMORANDUM: _OF_UNDERSTANDINGS,
        _K.PILOT: _OF_UNDERSTANDINGS,
        _K.OTHER: _OF_UNDERSTANDINGS,
    }
)

KIND_WORDS: Mapping[InstrumentKind, Message] = MappingProxyType(
    {
        _K.TREATY: message("Treaty"),
        _K.AGREEMENT: message("Agreement"),
        _K.MEMORANDUM: message("Memorandum of understanding"),
        _K.PILOT: message("Pilot project"),
        _K.OTHER: message("Other instrument"),
    }
)
"""The kinds of instruments, in words."""

BINDING_WORDS: Mapping[Binding, Message] = MappingProxyType(
    {
        Binding.UNSAID: message("Not said whether binding"),
        Binding.BINDING: message("Binding"),
        Binding.NOT_BINDING: message("Not binding"),
    }
)
"""Whether an instrument binds, in words."""

EXTENSION_WORDS: Mapping[Extension, Message] = MappingProxyType(
    {
        Extension.NONE: message("Not extended"),
        Extension.BY_NOTES: message("Extended by an exchange of notes"),
        Extension.BY_ITSELF: message("Extended by itself"),
    }
)
"""What happens at the end of a term, in words."""

ON_BEHALF_WORDS: Mapping[OnBehalf, Message] = MappingProxyType(
    {
        OnBehalf.STATE: message("On behalf of the State"),
        OnBehalf.GOVERNMENT: message("On behalf of the government"),
        OnBehalf.DEPARTMENT: message("On behalf of a department"),
    }
)
"""On whose behalf an instrument is concluded, in words."""

_PARTIES: Mapping[InstrumentKind, Message] = MappingProxyType(
    {
        _K.TREATY: message("Parties to the treaty"),
        _K.AGREEMENT: message("Parties to the agreement"),
        _K.MEMORANDUM: message("Participants in the memorandum"),
        _K.PILOT: message("Participants in the pilot project"),
        _K.OTHER: message("Sides of the instrument"),
    }
)

_WORDS: Mapping[InstrumentStep, Message] = MappingProxyType(
    {
        _S.DISCUSSIONS: message("Discussions started"),
        _S.POLICY_APPROVED: message("Policy approval given"),
        _S.TEXT_AGREED: message("Text agreed"),
        _S.INITIALLED: message("Initialled"),
        _S.SIGNED: message("Signed"),
        _S.TABLED: message("Tabled in the House of Commons"),
        _S.CONSENTED: message("Consent to be bound expressed"),
        _S.RATIFIED: message("Ratified by the Standing Committee of the National People’s Congress"),
        _S.APPROVED: message("Approved by the State Council"),
        _S.FILED: message("Filed for the record in China"),
        _S.NOTES_EXCHANGED: message("Notes or instruments exchanged"),
        _S.IN_FORCE: message("Entered into force"),
        _S.TAKES_EFFECT: message("Took effect"),
        _S.EXTENDED: message("Extended"),
        _S.ENDED: message("No longer in force"),
        _S.REPLACED: message("Replaced"),
    }
)
_WORDS_OF_UNDERSTANDINGS: Mapping[InstrumentStep, Message] = MappingProxyType(
    {_S.EXTENDED: message("Renewed"), _S.ENDED: message("No longer in effect")}
)


class StepNotOfInstrument(AlternatError):
    """An instrument of this kind has no such step."""

    template = mark("{kind}: “{step}” is not one of its steps. They are: {choices}.")


class StepNotOfSide(AlternatError):
    """The side does not take this step."""

    template = mark("{kind}: “{step}” is not a step of the side {side}. Its steps are: {choices}.")


class StepWantsSide(AlternatError):
    """One side takes this step alone, and none is named."""

    template = mark("{kind}: “{step}” is a step that one side takes alone. Say which side took it.")


def must_precede(kind: InstrumentKind, earlier: InstrumentStep, later: InstrumentStep) -> bool:
    """Return whether the one step of an instrument is never taken after the other.

    It is the order of the steps, but for those that come when they come: approval to negotiate and approval
    to sign stand under one step, before the signing; what is filed for the record is so at any time after
    that; an instrument that is replaced may end before or after; and a side takes one of its consents only.
    """
    steps = _STEPS[kind]
    if earlier not in steps or later not in steps or steps.index(earlier) >= steps.index(later):
        return False
    if earlier is _S.POLICY_APPROVED:
        return later is _S.SIGNED or steps.index(later) > steps.index(_S.SIGNED)
    if later is _S.POLICY_APPROVED:
        return False
    if earlier is _S.FILED or {earlier, later} <= CONSENTS:
        return False
    if later is _S.FILED:
        return steps.index(earlier) <= steps.index(_S.SIGNED)
    return (earlier, later) != (_S.ENDED, _S.REPLACED)


def steps_of(kind: InstrumentKind, side: str | None = None) -> tuple[InstrumentStep, ...]:
    """Return the steps of an instrument in order: all, or those of one side with those of both together."""
    if side is None:
        return _STEPS[kind]
    alone = _CONSENT_OF.get(side, _CONSENT_OF_OTHERS)
    return tuple(step for step in _STEPS[kind] if step not in ONE_SIDED or step in alone)


def step_words(kind: InstrumentKind, step: InstrumentStep) -> Message:
    """Return what a step is called; a `StepNotOfInstrument` where the kind has no such step."""
    require_step(kind, step)
    if _STEPS[kind] is _OF_UNDERSTANDINGS and step in _WORDS_OF_UNDERSTANDINGS:
        return _WORDS_OF_UNDERSTANDINGS[step]
    return _WORDS[step]


def step_note(step: InstrumentStep) -> Message | None:
    """Return what belongs to a step beyond its day, or nothing."""
    if step is not _S.TABLED:
        return None
    return message(
        "With an explanatory memorandum; at least {days} sitting days pass before consent to be bound.",
        days=LEAST_SITTING_DAYS,
    )


def running_step(kind: InstrumentKind) -> InstrumentStep:
    """Return the step from which an instrument runs: it enters into force, or it takes effect."""
    return next(step for step in _STEPS[kind] if step in RUNNING)


def party_word(kind: InstrumentKind) -> Message:
    """Return what those are called between whom an instrument stands, as a heading."""
    return _PARTIES[kind]


def require_step(kind: InstrumentKind, step: InstrumentStep) -> None:
    """Refuse a step that an instrument of this kind does not have."""
    if step not in _STEPS[kind]:
        raise StepNotOfInstrument(kind=KIND_WORDS[kind], step=step.value, choices=_codes(_STEPS[kind]))


def require_step_of_side(kind: InstrumentKind, step: InstrumentStep, side: str | None) -> None:
    """Refuse a step that the kind does not have, that the side does not take, or that wants a side."""
    require_step(kind, step)
    if side is None:
        if step in ONE_SIDED:
            raise StepWantsSide(kind=KIND_WORDS[kind], step=step.value)
    elif step not in (steps := steps_of(kind, side)):
        raise StepNotOfSide(kind=KIND_WORDS[kind], step=step.value, side=side, choices=_codes(steps))


def differ_on_binding(views: Iterable[Binding]) -> bool:
    """Return whether the sides see an instrument otherwise; a side that has said nothing does not differ."""
    return len(set(views) - {Binding.UNSAID}) > 1


def _codes(steps: Iterable[InstrumentStep]) -> object:
    return series(step.value for step in steps)
