"""What a person is called in a sentence of the window."""

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.models.tables import Tables


def person_name(tables: Tables, person: int) -> Label:
    """Return a person's name for each language, empty where the person is gone."""
    row = tables.Person.get_or_none(tables.Person.id == person)
    if row is None:
        return Label()
    return shown_name(row)
