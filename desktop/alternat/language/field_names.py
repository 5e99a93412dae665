"""What the fields of the dialogue are called in sentences, on screen and on the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from alternat.language.messages import Message, message

FIELD_NAMES: Mapping[str, Message] = MappingProxyType(
    {
        "acronym": message("acronym"),
        "aliases": message("other names"),
        "city": message("city"),
        "code": message("code"),
        "email": message("e-mail"),
        "ends": message("last day"),
        "entity": message("entity"),
        "family": message("family name"),
        "gender": message("grammatical gender"),
        "given": message("given name"),
        "honorific": message("form of address"),
        "host": message("host"),
        "languages": message("working languages"),
        "name": message("name"),
        "name_order": message("order of names"),
        "name_zh": message("name in Chinese script"),
        "note": message("note"),
        "passport_name": message("name as in the passport"),
        "phone": message("telephone"),
        "photo": message("photo"),
        "place": message("place"),
        "position": message("position"),
        "printed_name": message("printed form"),
        "reference": message("reference"),
        "role": message("role"),
        "side": message("side"),
        "sort_key": message("sort key"),
        "stands_for": message("stands for"),
        "starts": message("first day"),
        "status": message("status"),
        "text": message("text"),
        "time_zone": message("time zone"),
        "year": message("year"),
    }
)
"""Field names of the models and what to call them; a field that people never set is not here."""


def field_name(field: str) -> Message | str:
    """Return what to call a field of a model in a sentence; a field without a name stays as it is."""
    return FIELD_NAMES.get(field.partition(".")[0], field)
