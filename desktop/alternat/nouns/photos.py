"""Photographs of people, kept once by their bytes and never changed."""

from alternat.language.messages import mark
from alternat.nouns.noun import Noun

PHOTO = Noun(
    table="photo",
    named=mark("the photograph {name}"),
    many=mark("photographs"),
    kept=("digest", "media_type", "width", "height", "content"),
    fields=(),
)
