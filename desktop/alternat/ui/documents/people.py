"""What a person is called in a sentence of the window."""

from alternat.language.label import Label
from alternat.language.names import latin_name
from alternat.models.tables import Tables


def person_name(tables: Tables, person: int) -> Label:
    """Return a person's name for each language, empty where the person is gone."""
    row = tables.Person.get_or_none(tables.Person.id == person)
    if row is None:
        return Label()
    latin = latin_name(row.family, row.given, row.name_order, row.printed_name) or row.name_zh
    return Label(latin, latin, row.name_zh or latin)
