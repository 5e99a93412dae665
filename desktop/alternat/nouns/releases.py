"""What has left the desk: a line for every file or paper that was shared."""

from alternat.language.messages import mark
from alternat.nouns.noun import Noun

RELEASE = Noun(
    table="release",
    named=mark("the record of what was shared {name}"),
    many=mark("records of what was shared"),
    kept=("at", "by", "kind", "name", "meeting", "revision", "people", "content"),
    found_by=("name",),
    ordered_by=("at",),
    called_by="name",
    fields=(),
)
