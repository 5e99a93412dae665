"""Those present at a meeting, by side and precedence; who stands for whom, and who is excused."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from alternat.documents.contents.delegate_findings import check_row
from alternat.documents.contents.delegate_rows import RowSetter
from alternat.documents.contents.delegates import Grouping, NamedPerson, Row, entries
from alternat.documents.contents.holding_back import held_back, printable, printable_delegate
from alternat.documents.contents.meeting import Gathered, SideFacts
from alternat.documents.contents.sheets import SheetWords
from alternat.documents.press.drawing import HeldBack
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.style import LaidRow, Line
from alternat.documents.press.tables import TableSetter
from alternat.documents.press.typesetting import Typesetter
from alternat.language.called import shown_name
from alternat.language.catalogs import catalog
from alternat.language.formats import listed
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.language.vocabulary import status_label
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.findings import Finding
from alternat.planning.roster import Delegate

_EXCUSED = frozenset(
    {ParticipationStatus.DECLINED, ParticipationStatus.REPLACED, ParticipationStatus.WITHDRAWN}
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was present, and the names of those for whom somebody stands."""

    gathered: Gathered
    named: tuple[tuple[int, NamedPerson], ...]
    names: tuple[tuple[int, Label], ...]
    """What those are called in sentences for whom somebody stands."""

    @property
    def excused(self) -> tuple[Delegate, ...]:
        """Return those who were invited and did not come."""
        return tuple(each for each in self.gathered.absent if each.status in _EXCUSED)

    @property
    def people(self) -> frozenset[int]:
        """Return all who are named."""
        present = {each.person for _, delegates in self.gathered.delegations for each in delegates}
        return frozenset(present | {key for key, _ in self.named} | {each.person for each in self.excused})


def gather_attendance(tables: Tables, gathered: Gathered) -> Attendance:
    """Return who takes part in a meeting, with the names of those whom substitutes stand for."""
    delegates = [each for _, own in gathered.delegations for each in own]
    wanted = {each.stands_for for each in delegates if each.stands_for is not None}
    person = tables.Person
    rows = list(person.select().where(person.id.in_(wanted)).order_by(person.id)) if wanted else []
    named = tuple((row.id, NamedPerson.of(row)) for row in rows)
    return Attendance(gathered, named, tuple((row.id, shown_name(row)) for row in rows))


class AttendanceSetter:
    """Sets those present as sections of a sheet, and keeps what is to be said of their rows."""

    def __init__(self, attendance: Attendance, words: SheetWords, typesetter: Typesetter) -> None:
        self._attendance, self._words, self._typesetter = attendance, words, typesetter
        self._setter = SheetSetter(typesetter, len(words.languages))
        self._table = TableSetter(typesetter, ())
        self._set_row = typesetter.once(RowSetter(typesetter, len(words.languages)))
        self._cut: set[int | None] = set()

    def sections(self) -> Iterator[Section]:
        """Yield a section a side, the side whose copy it is first."""
        for side, delegates in self._attendance.gathered.delegations:
            yield self._section(side, delegates)

    def findings(self) -> tuple[tuple[Finding, ...], tuple[HeldBack, ...]]:
        """Return what is wrong with the rows that were set, and whose names are gaps."""
        everybody = [each for _, own in self._attendance.gathered.delegations for each in own]
        everybody += self._attendance.excused
        found = tuple(
            finding
            for each in everybody
            for finding in check_row(
                each, self._words.languages, self._typesetter.fonts, is_cut=each.person in self._cut
            )
        )
        return found, held_back(found, everybody)

    def _section(self, side: SideFacts, delegates: tuple[Delegate, ...]) -> Section:
        words, setter = self._words, self._setter
        names = words.of(side.delegation_name)
        heading = setter.side(names, side.colour)
        remarks = tuple(self._remarks(side, delegates))
        if not delegates:
            nobody = message("No participants have been entered for this delegation yet.")
            return Section((heading,), (), (setter.remark(words.in_each(nobody)), *remarks))
        fonts = self._typesetter.fonts
        shown = [printable_delegate(each, fonts) for each in delegates]
        named = {key: self._printable(each) for key, each in self._attendance.named}
        listed_ones = entries(shown, named, words.languages, Grouping.PRECEDENCE)
        body: list[Strip] = []
        for entry, below in zip_longest(listed_ones, listed_ones[1:]):
            if not isinstance(entry, Row):
                body.append(setter.heading(entry.texts))
                continue
            line = Line.CLOSING if below is None else Line.BETWEEN
            row: LaidRow = self._set_row((entry, line if isinstance(below, Row | None) else Line.NONE))
            if row.is_cut:
                self._cut.add(row.strip.person)
            body.append(row.strip)
        again = setter.side(words.again(names), side.colour, is_again=True)
        return Section((heading,), (again,), (*body, *remarks))

    def _remarks(self, side: SideFacts, delegates: tuple[Delegate, ...]) -> Iterator[Strip]:
        """Yield who stands for whom, and who is excused, in a sentence a language."""
        names = dict(self._attendance.names)
        fonts = self._typesetter.fonts
        substitutes = [
            (shown_name(each), names[each.stands_for])
            for each in delegates
            if each.stands_for in names and each.role is not Role.DESIGNATED_OFFICER
        ]
        excused = [each for each in self._attendance.excused if each.side == side.code]
        texts: list[str] = []
        for language in self._words.languages:
            say = catalog(language).say
            for name, other in substitutes:
                sentence = message(
                    "{name} stands for {other}.",
                    name=printable(name, fonts).on_paper(language),
                    other=printable(other, fonts).on_paper(language),
                )
                texts.append(say(sentence))
            if excused:
                people = listed([self._excused(each, language) for each in excused], language)
                texts.append(say(message("Excused: {people}", people=people)))
        if texts:
            yield self._table.remark(texts)

    def _excused(self, delegate: Delegate, language: Language) -> str:
        name = printable(shown_name(delegate), self._typesetter.fonts).on_paper(language)
        status = status_label(delegate.status, delegate.gender)
        return catalog(language).say(
            message("{name} ({status})", name=name, status=status.on_paper(language))
        )

    def _printable(self, person: NamedPerson) -> NamedPerson:
        fonts = self._typesetter.fonts
        return NamedPerson(
            printable(person.latin, fonts),
            printable(person.chinese, fonts),
            printable(person.honorific, fonts),
            person.gender,
        )
