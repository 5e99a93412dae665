"""Who takes part, as lists name them: everyone, a side, an entity, a role, or people by name or number."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from alternat.exchange.events.newcomers import Newcomers, UnknownStandIn, UselessStandIn, names_apart
from alternat.exchange.events.writing import alternatives
from alternat.exchange.people.directory import directory
from alternat.exchange.people.words import honorific_words, role_headings
from alternat.language.called import shown_name, spellings
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.scripts import is_han
from alternat.language.vocabulary import heading, member_label, role_label
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.programme import PartyKind
from alternat.planning.event_drafts import KEEP_OUT, Newcomer, UnknownPeople
from alternat.planning.programme import PartyPlan, Programme, is_included

_EVERYONE = (
    "all", "everybody", "all participants", "all delegates", "both sides", "both delegations", "both",
    "tous", "toutes", "tous les participants", "toutes les participantes", "les deux parties",
    "les deux délégations", "tout le monde",
    "全体", "所有人", "全体代表", "全体人员", "全体与会人员", "全体与会者", "双方", "中加双方", "加中双方",
    "双方代表团", "双方人员", "两国代表团",
)  # fmt: skip
_STRONG = re.compile(r"\s*[;；\n]\s*")
_WEAK = re.compile(
    r"\s*[,，、/／|&＆+]\s*|\s+(?:and|et|ainsi que|as well as|und)\s+|\s*(?:以及|及其|[和与及跟])\s*",
    re.IGNORECASE,
)
_EXCEPTING = re.compile(
    r"\s*[,，]?\s*\b(?:except(?:ing)?(?: for)?|excluding|but not|sauf|hormis|excepté|à l’exception d[eu])\s+",
    re.IGNORECASE,
)
_EXCEPTED_ZH = re.compile(r"^除(?P<left>.+?)(?:以?外|之外)[，,、的]?(?P<rest>.+)$")
_LANGUAGES_APART = re.compile(r"\s+[/／|｜]\s+")
_EXCEPT = re.compile(r"^[-−–]\s*")
_BRACKETS = re.compile(r"\s*[(（\[]([^()（）\[\]]+)[)）\]]\s*$")
_AFTER_NAME = ("先生", "女士", "小姐", "同志", "阁下", "博士")
_LONGEST_NAME = 12
"""How many pieces between separators the name of one party may have."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """What a cell says of who takes part: the lines of attendance, and the words that name nobody."""

    parties: tuple[PartyPlan, ...] = ()
    unknown: tuple[str, ...] = ()
    """As written."""
    ambiguous: tuple[str, ...] = ()
    """Names that several people have."""
    kept: tuple[str, ...] = ()
    """Names that name nobody and are kept as a note."""
    newcomers: tuple[Newcomer, ...] = ()


class PartyReader:
    """The names of everybody at one meeting, looked up word by word."""

    def __init__(self, tables: Tables, programme: Programme, wishes: UnknownPeople = KEEP_OUT) -> None:
        """Read by the names of a meeting; raises UnknownStandIn where nobody there can be stood for."""
        self._directory, self._wishes = directory(tables), wishes
        self._standing: dict[str, tuple[PartyPlan, ...]] = {}
        self._named: set[str] = set()
        everyone = member_label(PartyKind.EVERYONE)
        self._everyone = {fold(text) for text in (*_EVERYONE, *everyone.as_mapping().values())}
        roles = ((fold(role_label(role).text(language)), role) for role in Role for language in Language)
        self._roles = {**role_headings(), **dict(roles)}
        self._people, self._delegates = _people(tables, programme), programme.people
        self._own = _own_names(tables, programme)
        self._newcomers = Newcomers(tables, wishes.joins) if wishes.joins else None
        for name, who in wishes.standing_for.items():
            meant = self._parties(who)
            if len(meant) != 1:
                raise UnknownStandIn(name=name, who=who)
            self._standing[fold(name)] = meant

    def refuse_useless(self) -> None:
        """Raise UselessStandIn if a name that is to stand for somebody was in no cell read so far."""
        for name in self._wishes.standing_for:
            if fold(name) not in self._named:
                raise UselessStandIn(name=name)

    def read(self, cell: str, present: Iterable[PartyPlan] = ()) -> Attendance:
        """Return who a cell says takes part.

        `present` are the lines of the session that the row is already, if it is one: of several people with
        one name those are meant who are in it.
        """
        found = _Found(tuple(present), self._own)
        for piece in _STRONG.split(_in_order(cell)):
            if piece.strip():
                self._read_piece(piece.strip(), found)
        return self._settled(found.attendance)

    def _settled(self, attendance: Attendance) -> Attendance:
        """Return an attendance in which the names that name nobody are dealt with as was decided."""
        unknown = [name for words in attendance.unknown for name in names_apart(words)]
        if self._wishes.keeps_names:
            kept = (*unknown, *attendance.ambiguous)
            return replace(attendance, unknown=(), ambiguous=(), kept=kept)
        if self._newcomers is None:
            return replace(attendance, unknown=tuple(unknown))
        found = {name: self._newcomers.of(name) for name in unknown}
        joining = tuple(each for each in found.values() if each is not None)
        parties = (*attendance.parties, *(each.party for each in joining))
        left = tuple(name for name in unknown if found[name] is None)
        return replace(attendance, parties=parties, unknown=left, newcomers=joining)

    def _read_piece(self, piece: str, found: "_Found") -> None:
        is_exception = _EXCEPT.match(piece) is not None
        bare = _EXCEPT.sub("", piece)
        if parties := self._in_several_languages(bare):
            found.take(bare, parties, is_exception=is_exception)
            return
        words, between = _WEAK.split(bare), _WEAK.findall(bare)
        at = 0
        unknown = ""
        while at < len(words):
            end, parties = self._longest(words, between, at)
            if parties:
                found.miss(unknown)
                unknown = ""
                found.take(_joined(words, between, at, end), parties, is_exception=is_exception)
            else:
                end = at + 1
                unknown += (between[at - 1] if unknown else "") + words[at]
            at = end
        found.miss(unknown)

    def _in_several_languages(self, piece: str) -> tuple[PartyPlan, ...]:
        """Return whom a name means that is given in several languages side by side, if it is one."""
        names = _LANGUAGES_APART.split(piece)
        if len(names) < 2:
            return ()
        meant = [self._parties(name) for name in names]
        return tuple(each for each in meant[0] if all(each in others for others in meant))

    def _longest(
        self, words: Sequence[str], between: Sequence[str], at: int
    ) -> tuple[int, tuple[PartyPlan, ...]]:
        """Return the end of the longest name that begins at a word, and whom it can mean."""
        for end in range(min(len(words), at + _LONGEST_NAME), at, -1):
            if parties := self._parties(_joined(words, between, at, end)):
                return end, parties
        return at + 1, ()

    def _parties(self, name: str) -> tuple[PartyPlan, ...]:
        for form in _forms(name):
            if parties := self._exactly(form):
                return parties
        return self._with_brackets(name)

    def _with_brackets(self, name: str) -> tuple[PartyPlan, ...]:
        """Return whom a name with something in brackets behind it means, if both agree."""
        found = _BRACKETS.search(name)
        if found is None:
            return ()
        beside = self._exactly(found[1])
        within = beside[0] if beside and beside[0].kind is not PartyKind.PERSON else None
        if within is None:
            return ()
        bare = name[: found.start()]
        return tuple(
            each
            for form in _forms(bare)
            for each in self._exactly(form)
            if each.kind is PartyKind.PERSON and is_included(within, self._delegates[int(each.key)])
        )

    def _exactly(self, name: str) -> tuple[PartyPlan, ...]:
        """Return the parties that a name stands for as a whole: one, or several people of that name."""
        key = fold(name)
        if not key or key in self._standing:
            self._named.add(key)
            return self._standing.get(key, ())
        if key in self._everyone:
            return (PartyPlan(PartyKind.EVERYONE),)
        if key in self._people:
            return tuple(PartyPlan(PartyKind.PERSON, str(each)) for each in sorted(self._people[key]))
        if side := self._directory.side_exactly(name):
            return (PartyPlan(PartyKind.SIDE, side.code),)
        if key in self._roles:
            return (PartyPlan(PartyKind.ROLE, self._roles[key]),)
        entities = self._directory.exactly(name).entities
        return (PartyPlan(PartyKind.ENTITY, str(entities[0].id)),) if len(entities) == 1 else ()


class _Found:
    """What has been found in a cell so far."""

    def __init__(self, present: tuple[PartyPlan, ...], own: Mapping[str, set[str]]) -> None:
        self._present, self._own = present, own
        self._parties: list[PartyPlan] = []
        self._unknown: list[str] = []
        self._ambiguous: list[tuple[str, tuple[PartyPlan, ...]]] = []

    def miss(self, words: str) -> None:
        """Keep words that name nobody."""
        if words.strip():
            self._unknown.append(words.strip())

    def take(self, words: str, parties: tuple[PartyPlan, ...], *, is_exception: bool) -> None:
        """Keep the one party that words name, or that they name several people."""
        lines = tuple(PartyPlan(each.kind, each.key, is_exception) for each in parties)
        if len(lines) == 1:
            self._parties.append(lines[0])
        else:
            self._ambiguous.append((words.strip(), lines))

    @property
    def attendance(self) -> Attendance:
        """Return it all; names that several have mean those who are present, if as many are."""
        known = {(each.kind, each.key, each.is_exception) for each in self._present}
        ambiguous = []
        for words, lines in dict.fromkeys(self._ambiguous):
            times = sum(each == (words, lines) for each in self._ambiguous)
            meant = [each for each in lines if (each.kind, each.key, each.is_exception) in known]
            if len(meant) != times:
                own = [self._own.get(fold(word), set()) for word in _LANGUAGES_APART.split(words)]
                meant = [each for each in meant if all(each.key in keys for keys in own)]
            if len(meant) == times:
                self._parties += meant
            else:
                ambiguous.append(words)
        return Attendance(tuple(dict.fromkeys(self._parties)), tuple(self._unknown), tuple(ambiguous))


class PartyNames:
    """What lines of attendance are called where it is told what would change."""

    def __init__(self, tables: Tables, programme: Programme) -> None:
        self._sides = {row.code: row.country for row in tables.Side.select()}
        self._entities = {str(row.id): row.acronym or row.name for row in tables.Entity.select()}
        self._people = programme.people

    @property
    def everybody(self) -> tuple[tuple[str, Label], ...]:
        """Return everybody whom words can name at the meeting, each with those words: a person by number."""
        people = ((str(each.person), shown_name(each)) for each in self._people.values())
        sides = ((name.en or name.fr or name.zh, name) for name in self._sides.values())
        return (("everyone", heading(member_label(PartyKind.EVERYONE))), *sides, *people)

    def can_name(self, party: PartyPlan) -> bool:
        """Return whether a line names somebody whom a list of this meeting can name."""
        known: Mapping[PartyKind, Iterable[str]] = {
            PartyKind.SIDE: self._sides,
            PartyKind.ENTITY: self._entities,
            PartyKind.PERSON: (str(each) for each in self._people),
        }
        return party.kind not in known or party.key in set(known[party.kind])

    def of(self, party: PartyPlan) -> Label:
        """Return what a line is called; that of an exception begins with a minus."""
        name = self._plain(party)
        return name if not party.is_exception else Label(*(f"− {name.shown(each).text}" for each in Language))

    def _plain(self, party: PartyPlan) -> Label:
        match party.kind:
            case PartyKind.EVERYONE:
                return heading(member_label(PartyKind.EVERYONE))
            case PartyKind.SIDE:
                return self._sides.get(party.key, Label.same(party.key))
            case PartyKind.ENTITY:
                return self._entities.get(party.key, Label.same(party.key))
            case PartyKind.ROLE:
                return heading(role_label(Role(party.key)))
            case PartyKind.PERSON:
                if party.key.startswith("+"):
                    return Label.same(party.key[1:])
                person = self._people.get(int(party.key)) if party.key.isdecimal() else None
                return shown_name(person) if person else Label.same(party.key)


def _people(tables: Tables, programme: Programme) -> Mapping[str, set[int]]:
    countries = {row.code: row.country.as_mapping().values() for row in tables.Side.select()}
    found: dict[str, set[int]] = defaultdict(set)
    for each in programme.people.values():
        for name in spellings(each):
            for told_apart in (name, *(f"{name} {country}" for country in countries[each.side])):
                found[fold(told_apart)].add(each.person)
        found[str(each.person)].add(each.person)
    found.pop("", None)
    return found


def _own_names(tables: Tables, programme: Programme) -> Mapping[str, set[str]]:
    """Return the ids of people by the names under which our own exports call them.

    There a name has its country beside it in the languages in which somebody else has it too.
    """
    countries = {row.code: row.country for row in tables.Side.select()}
    shown = [
        (each, language, shown_name(each).text(language))
        for each in programme.people.values()
        for language in Language
    ]
    counts = Counter((language, text) for _, language, text in shown)
    found: dict[str, set[str]] = defaultdict(set)
    for each, language, text in shown:
        is_shared = counts[language, text] > 1
        found[fold(f"{text} {countries[each.side].text(language)}" if is_shared else text)].add(
            str(each.person)
        )
    return found


def _in_order(cell: str) -> str:
    """Return a cell in which exceptions are lines of their own, led by a minus."""
    if found := _EXCEPTED_ZH.match(cell.strip()):
        cell = f"{found['rest']}; -{found['left']}"
    return _EXCEPTING.sub("; -", cell)


def _joined(words: Sequence[str], between: Sequence[str], at: int, end: int) -> str:
    text = words[at]
    for number in range(at + 1, end):
        text += between[number - 1] + words[number]
    return text


def _forms(name: str) -> tuple[str, ...]:
    """Return a name as written, and without the form of address before or behind it."""
    bare = name.strip()
    forms = [bare]
    if found := _address().match(bare):
        forms.append(bare[found.end() :])
    if is_han(bare[:1]):
        forms += [bare.removesuffix(word) for word in _AFTER_NAME]
    return tuple(dict.fromkeys(forms))


@cache
def _address() -> re.Pattern[str]:
    words = alternatives(word for word in honorific_words() if word.isascii())
    return re.compile(rf"(?:(?:{words}|h\.\s?e|m|mr|mrs|ms|mme|dr)\b\.?\s+)+", re.IGNORECASE)
