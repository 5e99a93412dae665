"""The participating entities of each side: ministries, departments, services and agencies."""

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Text, Texts
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun

ENTITY = Noun(
    table="entity",
    named=mark("the entity {name}"),
    many=mark("entities"),
    unknown=mark("There is no entity “{name}”. The entities are: {choices}."),
    above="side",
    kept=("number", "original", "status"),
    found_by=("code", "acronym"),
    ordered_by=("number",),
    called_by="name",
    fields=(
        Field(
            "code",
            Text(20, is_code=True),
            message("code"),
            PUBLIC,
            message("The code."),
            is_needed=True,
            is_given_once=True,
        ),
        Field("name", Texts(), message("name"), PUBLIC, message("The name."), is_needed=True),
        Field("acronym", Texts(), message("acronym"), PUBLIC, message("The acronym.")),
        Field(
            "aliases",
            Text(),
            message("other names"),
            DESK,
            message("Other names it goes by, one a line, so that lists which use them are understood."),
        ),
    ),
)
