"""Places in a delegation that are kept for people who are not known yet."""

from alternat.language.messages import mark, message
from alternat.nouns.delegations import Role
from alternat.nouns.kinds import OneOf, RowOf, Text, Texts
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun

VACANCY = Noun(
    table="vacancy",
    named=mark("the vacant seat {name}"),
    many=mark("vacant seats"),
    unknown=mark("There is no vacant seat with the number {name}. “vacancy list” shows them."),
    above="meeting",
    called_by="position",
    fields=(
        Field("side", RowOf("side"), message("side"), PUBLIC, is_needed=True),
        Field("entity", RowOf("entity"), message("entity"), PUBLIC, may_be_empty=True),
        Field("role", OneOf(Role), message("role"), PUBLIC),
        Field("position", Texts(), message("position"), PUBLIC),
        Field("note", Text(), message("note"), DESK),
    ),
)
