"""The command that finds words in all records of a dialogue."""

from typing import TYPE_CHECKING, Any

from alternat.cli import shapes
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import Message, counted, mark, message

if TYPE_CHECKING:
    from alternat.planning.record_texts import FoundRecord

USUAL, MOST = 50, 10_000
"""How many records are told unless others are asked for, and at most."""


class NothingToLookFor(AlternatError):
    """The words are blank."""

    template = mark("There is nothing to look for. Give at least one word.")


@command("search", message("Find words in all records, people and meetings, in any language."))
@FILE
@argument(
    "words",
    metavar="WORDS",
    nargs=-1,
    required=True,
    explains=message("The words, all of which a record must have; accents do not matter."),
)
@option(
    "--limit",
    metavar="N",
    type=WholeNumber(1, MOST),
    default=USUAL,
    explains=message("How many records to show at most; 50 unless it is given."),
)
@AS_JSON
def search(face: Face, file: str, words: tuple[str, ...], limit: int, *, as_json: bool) -> Exit:
    """Find words in the texts of all records."""
    from alternat.planning.record_texts import RecordIndex, all_texts, field_title

    wanted = " ".join(words).strip()
    if not wanted:
        raise NothingToLookFor
    with face.reading(file) as workspace:
        tables = workspace.tables
        index = RecordIndex()
        index.put(all_texts(tables))
        found = index.search(wanted, limit, face.language)
    if found.total > len(found.records):
        rest = counted(
            "{count} more record has these words; --limit shows more.",
            "{count} more records have these words; --limit shows more.",
            found.total - len(found.records),
        )
        face.warn(rest)
    if as_json:
        face.tell_json({"total": found.total, "records": [_as_json(face, each) for each in found.records]})
        return Exit.DONE
    if not found.records:
        face.tell(message("No record has “{words}”.", words=wanted))
        return Exit.DONE
    headings = (message("Record"), message("Field"), message("Language"), message("Text"))
    rows = [
        (_named(each), field_title(each.table, each.field), face.show(_other(face, each)), each.excerpt)
        for each in found.records
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


def _as_json(face: Face, each: "FoundRecord") -> dict[str, Any]:
    return {
        "table": each.table,
        "id": each.key,
        "name": face.say(_named(each)),
        "field": each.field,
        "language": each.language.value if each.language else None,
        "excerpt": each.excerpt,
        "start": each.start,
        "end": each.end,
    }


def searched_shape() -> shapes.Shape:
    """Return what `search` tells as JSON."""
    from alternat.planning.record_texts import SEARCHED

    return shapes.record(
        total=shapes.number(),
        records=shapes.listed(
            shapes.record(
                table=shapes.one_of(SEARCHED),
                id=shapes.key(),
                name=shapes.text(),
                field=shapes.text(),
                language=shapes.or_none(shapes.one_of(Language)),
                excerpt=shapes.text(),
                start=shapes.number(),
                end=shapes.number(),
            )
        ),
    )


def _other(face: Face, each: "FoundRecord") -> Language | str:
    """Return the language of an excerpt that is in another than that of the messages."""
    return "" if each.language in (None, face.language) else each.language


def _named(each: "FoundRecord") -> Message:
    """Return a record in words: by the code or number that commands take, and what people call it."""
    from alternat.nouns.all import NOUNS

    name: str | Message = each.name
    if each.called:
        name = message("{number} {name}", number=each.name, name=each.called)
    return Message(NOUNS[each.table].named, {"name": name})


COMMANDS = (search,)
