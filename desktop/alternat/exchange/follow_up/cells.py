"""What a value of the follow-up is in a cell: words, names and real days, in one language."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from alternat.language.catalogs import Catalog, catalog
from alternat.language.formats import sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.follow_up_records import Cells, FollowUp, KnownPerson, label_of
from alternat.planning.follow_up_sheets import INSTRUMENTS, OUTCOMES, Column, Form, Sheet, Target
from alternat.planning.outcomes import state_words

Cell = str | int | date | None
SCRIPTS_APART = " / "
"""Stands between the forms of one name in several scripts."""
DASH = " – "
"""Stands between the code of what a cell refers to and what that is called."""


class CellWriter:
    """Says values in one language; what a cell refers to is called as it is in the dialogue."""

    def __init__(self, follow_up: FollowUp, language: Language) -> None:
        self._known, self.catalog = follow_up.known, catalog(language)
        self._references: dict[tuple[Target, str], str] = {}
        """What cells say that refer to something with a code, each said once."""
        people = follow_up.known.people.values()
        self._shared = Counter(self._text(each.name) for each in people)
        self._instruments: Mapping[int, Label] = {
            each.key: label_of(each.cells, "title") for each in follow_up.of(INSTRUMENTS)
        }

    def heading(self, column: Column) -> str:
        """Return what stands over a column."""
        return heading(column, self.catalog)

    def of_record(self, about: Sheet, column: Column, cells: Cells) -> Cell:
        """Return what stands in a column of a record; the state of an outcome goes by its kind."""
        if about.id == OUTCOMES and column.id == "state":
            words = state_words(OutcomeKind(cells["kind"]), OutcomeState(cells["state"]))
            return self.catalog.say(words)
        return self.cell(column, cells[column.id])

    def cell(self, column: Column, value: object) -> Cell:
        """Return what a value is in a cell; None for nothing."""
        if value in (None, "", ()):
            return None
        if column.form is Form.FLAG:
            return self.catalog.say(message("yes") if value else message("no"))
        if isinstance(value, Label):
            return self._text(value) or None
        if isinstance(value, tuple) or column.form is Form.WORD or column.to is not None:
            values = value if isinstance(value, tuple) else (value,)
            return "\n".join(self._line(column, each) for each in values)
        return value if isinstance(value, (date, int)) else str(value)

    def _line(self, column: Column, value: object) -> str:
        """Return one of the values of a cell."""
        if column.form is Form.DAYS and isinstance(value, tuple):
            code, day = value
            return f"{code} {day.isoformat()}"
        if column.words:
            words = column.words.get(str(value))
            return self.catalog.say(words) if words is not None else str(value)
        if column.to is Target.PERSON:
            person = self._known.people.get(value) if isinstance(value, int) else None
            return self._name(person) if person is not None else ""
        if column.to is Target.INSTRUMENT and isinstance(value, int):
            return self._named(str(value), self._instruments.get(value, Label()))
        assert column.to is not None
        key = column.to, str(value)
        if key not in self._references:
            self._references[key] = self._named(str(value), self._known.named(*key))
        return self._references[key]

    def _name(self, person: KnownPerson) -> str:
        """Return what somebody is called; in both scripts where the name alone is that of several."""
        name = self._text(person.name)
        if self._shared[name] < 2:
            return name
        return SCRIPTS_APART.join(dict.fromkeys((name, *person.name.as_mapping().values())))

    def _named(self, code: str, name: Label) -> str:
        text = " ".join(self._text(name).split())
        return f"{code}{DASH}{text}" if text else code

    def _text(self, label: Label) -> str:
        """Return a text; where the language lacks it the first other one: a file has no visible gaps."""
        return label.shown(self.catalog.language).text


def heading(column: Column, catalog: Catalog) -> str:
    """Return what stands over a column in a language."""
    return sentence_case(catalog.say(column.heading))
