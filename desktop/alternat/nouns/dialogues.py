"""The dialogue itself: its names, in the order of each country."""

from alternat.language.messages import mark, message
from alternat.nouns.kinds import Texts
from alternat.nouns.noun import PUBLIC, Field, Noun

DIALOGUE = Noun(
    table="dialogue",
    named=mark("the dialogue {name}"),
    many=mark("the dialogue"),
    kept=("template", "original", "status", "created"),
    found_by=("name",),
    called_by="name",
    fields=(
        Field("name", Texts(), message("name"), PUBLIC, message("The name."), is_needed=True),
        Field("short_name", Texts(), message("short name"), PUBLIC, message("The short name.")),
    ),
)
