"""The enumerations of instruments: what kind, whether binding, which steps, how a term is extended."""

from enum import StrEnum


class InstrumentKind(StrEnum):
    """What the two sides work towards or have signed."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    PILOT = "pilot"
    """An arrangement to try something, as a rule for one year; its rules and words are a memorandum's."""
    OTHER = "other"


class Binding(StrEnum):
    """Whether an instrument binds under international law, as one side sees it."""

    UNSAID = "unsaid"
    BINDING = "binding"
    NOT_BINDING = "not-binding"


class InstrumentStep(StrEnum):
    """The steps of instruments of all kinds, in their order; no kind has them all."""

    DISCUSSIONS = "discussions"
    POLICY_APPROVED = "policy-approved"
    """In Canada: approval to negotiate and to sign."""
    TEXT_AGREED = "text-agreed"
    INITIALLED = "initialled"
    SIGNED = "signed"
    TABLED = "tabled"
    """In Canada: before the House of Commons, with an explanatory memorandum."""
    CONSENTED = "consented"
    """The consent to be bound of a side that has no form of its own for it here, such as Canada."""
    RATIFIED = "ratified"
    """In China: 批准, by the Standing Committee of the National People’s Congress."""
    APPROVED = "approved"
    """In China: 核准, by the State Council."""
    FILED = "filed"
    """In China: 备案, for the record."""
    NOTES_EXCHANGED = "notes-exchanged"
    IN_FORCE = "in-force"
    """Of a treaty or an agreement."""
    TAKES_EFFECT = "takes-effect"
    """Of everything else."""
    EXTENDED = "extended"
    ENDED = "ended"
    REPLACED = "replaced"


class Extension(StrEnum):
    """What happens at the end of a term."""

    NONE = "none"
    BY_NOTES = "by-notes"
    """It ends, unless both sides agree by an exchange of notes that it goes on."""
    BY_ITSELF = "by-itself"
    """It goes on for another term, unless a side gives notice."""


class OnBehalf(StrEnum):
    """On whose behalf an instrument is concluded (treaty procedure law of China, article 4)."""

    STATE = "state"
    GOVERNMENT = "government"
    DEPARTMENT = "department"
