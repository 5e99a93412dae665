"""What the fields of the dialogue are called in sentences, on screen and on the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.language.messages import Message, message

FIELD_NAMES: Mapping[str, Message] = MappingProxyType(
    {
        "acronym": message("acronym"),
        "address": message("address"),
        "aliases": message("other names"),
        "booths": message("interpretation booths"),
        "capacity": message("seats"),
        "chair": message("chair"),
        "city": message("city"),
        "closes": message("closing time"),
        "code": message("code"),
        "day": message("day"),
        "email": message("e-mail"),
        "ends": message("last day"),
        "end_zone": message("time zone at the end"),
        "entity": message("entity"),
        "family": message("family name"),
        "gender": message("grammatical gender"),
        "given": message("given name"),
        "honorific": message("form of address"),
        "host": message("host"),
        "interpretation": message("interpretation"),
        "is_cancelled": message("cancelled"),
        "is_fixed": message("fixed"),
        "joins": message("arrival"),
        "kind": message("kind"),
        "languages": message("working languages"),
        "layout": message("layout"),
        "lead": message("lead speaker"),
        "leaves": message("departure"),
        "minutes": message("length in minutes"),
        "name": message("name"),
        "name_order": message("order of names"),
        "name_zh": message("name in Chinese script"),
        "note": message("note"),
        "number": message("number"),
        "office_email": message("public address of the office"),
        "opens": message("opening time"),
        "parties": message("participants"),
        "passport_name": message("name as in the passport"),
        "phone": message("telephone"),
        "photo": message("photo"),
        "place": message("place"),
        "position": message("position"),
        "post_nominals": message("letters after the name"),
        "printed_name": message("printed form"),
        "private_note": message("private note"),
        "reason": message("reason"),
        "reference": message("reference"),
        "role": message("role"),
        "room": message("room"),
        "severity": message("severity"),
        "side": message("side"),
        "sort_key": message("sort key"),
        "stands_for": message("stands for"),
        "start": message("start"),
        "status_reason": message("reason for postponing or cancelling"),
        "starts": message("first day"),
        "status": message("status"),
        "subgroup": message("sub-group"),
        "text": message("text"),
        "region": message("province"),
        "time_zone": message("time zone"),
        "title": message("title"),
        "topic": message("topic"),
        "venue": message("venue"),
        "year": message("year"),
    }
)
"""Field names of the models and what to call them; a field that people never set is not here."""


def field_name(field: str) -> Message | str:
    """Return what to call a field of a model in a sentence; a field without a name stays as it is."""
    return FIELD_NAMES.get(field.partition(".")[0], field)
