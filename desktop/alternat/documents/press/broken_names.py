"""Names of people of which a part is longer than a line of its column: told by person."""

from collections.abc import Iterator, Mapping, Sequence

from alternat.documents.press.fonts import Weight, clean
from alternat.documents.press.typesetting import Typesetter
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind


def broken_names(
    names: Mapping[int, Label],
    languages: Sequence[Language],
    typesetter: Typesetter,
    width: float,
    floor: float,
) -> Iterator[Finding]:
    """Yield a finding for every person a part of whose name has to go on in the next line of a column.

    `width` is that of the column and `floor` the smallest size in it, both in points; `names` are by the id
    of the person.
    """
    for person, name in names.items():
        texts = (name.text(language) for language in languages)
        if any(typesetter.has_to_part(clean(text), Weight.BOLD, floor, width) for text in texts):
            yield Finding(
                "name-broken",
                Severity.WARNS,
                Subject(SubjectKind.PERSON, person),
                message(
                    "A part of the name of {name} is longer than a line of this paper; it prints whole, but "
                    "goes on in the next line. Type a shorter printed form.",
                    name=name,
                ),
                Fix(message("Shorten the name"), "printed_name"),
            )
