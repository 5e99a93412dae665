"""The instruments at which objectives aim: treaties, agreements, memoranda, pilots (section VI)."""

from alternat.language.label import Language
from alternat.language.messages import mark, message
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep, OnBehalf
from alternat.nouns.kinds import Day, Listed, Number, OneOf, RowOf, Text, Texts, Words
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun
from alternat.nouns.outcomes import DISCLOSURE_FIELDS

TERM = Number(1, 1200)
"""How many months the term of an instrument may last."""
NOTICE = Number(0, 3660)
"""How many days before the end something has to be said."""
NOTICE_MONTHS = Number(0, 120)

INSTRUMENT = Noun(
    table="instrument",
    named=mark("the instrument {name}"),
    many=mark("instruments"),
    unknown=mark("There is no instrument with the number {name}. “instrument list” shows them."),
    ordered_by=("objective",),
    called_by="title",
    fields=(
        Field(
            "objective",
            RowOf("provision"),
            message("objective"),
            PUBLIC,
            message("The code of the objective that aims at it; “terms” lists them."),
            is_needed=True,
        ),
        Field(
            "kind",
            OneOf(InstrumentKind),
            message("kind"),
            PUBLIC,
            message("What it is; its steps and its words depend on it."),
            is_needed=True,
        ),
        Field("title", Texts(), message("title"), PUBLIC, message("The title."), is_needed=True),
        Field(
            "on_behalf",
            Listed(OnBehalf),
            message("on whose behalf"),
            PUBLIC,
            message("On whose behalf it is concluded."),
        ),
        Field(
            "authentic",
            Words(Language),
            message("authentic languages"),
            PUBLIC,
            message("The languages whose texts are equally authentic, such as en,fr,zh."),
        ),
        Field(
            "prevails",
            Listed(Language),
            message("text that prevails"),
            PUBLIC,
            message("The language whose text prevails where they differ."),
        ),
        Field(
            "in_force",
            Day(is_past=True),
            message("in force since"),
            PUBLIC,
            message("The day it came into force or took effect."),
            may_be_empty=True,
        ),
        Field(
            "months",
            TERM,
            message("term in months"),
            PUBLIC,
            message("How many months its term lasts."),
            option="term",
            may_be_empty=True,
        ),
        Field(
            "ends",
            Day(),
            message("last day of the term"),
            PUBLIC,
            message("The last day of its term, where that does not follow from the months."),
            may_be_empty=True,
        ),
        Field(
            "extension",
            Listed(Extension),
            message("extension"),
            PUBLIC,
            message("What happens at the end of the term."),
        ),
        Field(
            "notice_months",
            NOTICE_MONTHS,
            message("notice in months"),
            PUBLIC,
            message("How many months before the end something has to be said."),
            may_be_empty=True,
        ),
        Field(
            "notice_days",
            NOTICE,
            message("notice in days"),
            PUBLIC,
            message("How many days before the end something has to be said."),
            may_be_empty=True,
        ),
        Field(
            "replaced_by",
            RowOf("instrument"),
            message("instrument that replaces it"),
            PUBLIC,
            message("The number of the instrument that replaces it."),
            may_be_empty=True,
        ),
        *DISCLOSURE_FIELDS,
        Field(
            "note",
            Text(),
            message("private note"),
            DESK,
            message("A private note; it never leaves the desk."),
        ),
    ),
)

INSTRUMENT_SIDE = Noun(
    table="instrument_side",
    named=mark("how a side sees an instrument {name}"),
    many=mark("views of instruments"),
    above="instrument",
    fields=(
        Field("side", RowOf("side"), message("side"), PUBLIC, is_given_once=True, is_needed=True),
        Field("binding", OneOf(Binding), message("binding"), PUBLIC, is_needed=True),
    ),
)

INSTRUMENT_STEP = Noun(
    table="instrument_step",
    named=mark("the step of an instrument {name}"),
    many=mark("steps of instruments"),
    above="instrument",
    fields=(
        Field("step", OneOf(InstrumentStep), message("step"), PUBLIC, is_given_once=True, is_needed=True),
        Field("side", RowOf("side"), message("side"), PUBLIC, may_be_empty=True, is_given_once=True),
        Field(
            "planned",
            Day(),
            message("planned for"),
            PUBLIC,
            message("The day for which it is planned."),
            may_be_empty=True,
        ),
        Field(
            "done_on",
            Day(is_past=True),
            message("done on"),
            PUBLIC,
            message("The day it was done."),
            option="done",
            may_be_empty=True,
        ),
        Field(
            "place",
            Texts(),
            message("place of the step"),
            PUBLIC,
            message("The place, such as that of a signing."),
        ),
        Field("document", Text(200), message("document"), DESK, message("The record of it.")),
    ),
)
