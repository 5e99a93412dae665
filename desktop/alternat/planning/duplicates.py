"""Who is there already: the people of a dialogue, and which of them the person of a list may be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from typing import Any, cast

from peewee import JOIN
from rapidfuzz import fuzz, process

from alternat.language.called import by_script
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender
from alternat.planning.imports import Candidate, PersonDraft
from alternat.planning.spellings import Kinship, Name, Variants, plain_spelling

NEAR = 85
"""How like two names must be, from 0 to 100, before somebody is asked whether they are one person's."""

PAGE = 250
"""How many people are read at once."""
_MOST = 5
"""Nobody looks through more candidates than that."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the dialogue with the contact and the part in the meeting that an import is for."""

    id: int
    version: int
    side: str
    entity: int | None
    entity_name: Label
    family: str
    given: str
    name_zh: str
    sort_key: str
    printed_name: str
    name_order: str
    honorific: Label
    post_nominals: str
    position: Label
    gender: Gender
    languages: tuple[str, ...]
    contact: int | None
    contact_version: int | None
    passport_name: str
    email: str
    phone: str
    note: str
    participation: int | None
    participation_version: int | None
    role: Role | None

    @property
    def shown_name(self) -> str:
        """Return the name for a list on screen, the Chinese one after the Latin one."""
        return " ".join(by_script(self))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a person of a list agrees with one of the dialogue: surely the same one, or to be asked."""

    person: KnownPerson
    is_same: bool
    score: float
    reason: Message

    @property
    def candidate(self) -> Candidate:
        """Return the likeness as a plan keeps it."""
        known = self.person
        return Candidate(known.id, known.shown_name, known.entity_name, self.score, self.reason)


_NEARLY = message("Nearly the same name.")
OF_KIN = {
    Kinship.TURNED: (95.0, message("Family and given name are exchanged.")),
    Kinship.CUT: (93.0, message("The same name, divided otherwise.")),
    Kinship.SHORTER: (90.0, message("The same name, one of them shortened.")),
    Kinship.FEWER: (88.0, message("The same name with fewer given names.")),
}


class Acquaintances:
    """The people of a dialogue, filed by every form of their names."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.people = {person.id: person for person in people}
        self._by_name: dict[tuple[str, str], list[KnownPerson]] = defaultdict(list)
        self._by_email: dict[tuple[str, str], list[KnownPerson]] = defaultdict(list)
        self._variants = Variants()
        self._keys: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
        for person in self.people.values():
            for name in _filed_under(person):
                self._by_name[person.side, name].append(person)
            if person.email:
                self._by_email[person.side, person.email.casefold()].append(person)
            self._variants.add(person.side, name_in(person), person.id)
            for initial in _initials(person):
                self._keys[person.side, initial][person.id] = latin_key(person)

    def like(self, draft: PersonDraft) -> list[Likeness]:
        """Return those of the same side who are or may be the person of a list, the likeliest first."""
        met = {
            person.id: person for name in _filed_under(draft) for person in self._by_name[draft.side, name]
        }
        found = [_likeness(draft, person) for person in met.values()]
        if not any(likeness.is_same for likeness in found):
            found += self._near(draft, met)
        return sorted(found, key=lambda likeness: (-likeness.is_same, -likeness.score, likeness.person.id))

    def _near(self, draft: PersonDraft, met: Mapping[int, KnownPerson]) -> list[Likeness]:
        akin = self._variants.near(draft.side, name_in(draft))
        found = {key: (score, _NEARLY) for key, score in self._near_by_letters(draft).items()}
        found |= {key: OF_KIN[kin] for key, kin in akin.items()}
        return [
            Likeness(self.people[key], is_same=False, score=score / 100, reason=reason)
            for key, (score, reason) in found.items()
            if key not in met and not is_contrary(draft.name_zh, self.people[key].name_zh)
        ]

    def with_email(self, draft: PersonDraft) -> list[KnownPerson]:
        """Return those of the same side who have the e-mail of a draft."""
        return self._by_email.get((draft.side, draft.email.casefold()), []) if draft.email else []

    def _near_by_letters(self, draft: PersonDraft) -> dict[int, float]:
        """Return the people with nearly the same letters in their Latin names, in either order."""
        own = latin_key(draft)
        scores: dict[int, float] = {}
        for name in {own, " ".join(own.split()[::-1])} - {""}:
            for initial in _initials(draft):
                near = process.extract(
                    name, self._keys[draft.side, initial], scorer=fuzz.ratio, score_cutoff=NEAR, limit=_MOST
                )
                for _, score, key in near:
                    scores[key] = max(scores.get(key, 0.0), score)
        return scores


def acquaintances(tables: Tables, meeting: int | None) -> Acquaintances:
    """Return the people of a dialogue with their parts in a meeting."""
    return Acquaintances(chain.from_iterable(known_people(tables, meeting)))


def known_people(tables: Tables, meeting: int | None) -> Iterator[tuple[KnownPerson, ...]]:
    """Yield the people of a dialogue a page at a time, so that a window can breathe between two."""
    last = 0
    while page := tuple(_known(row) for row in _page(tables, meeting, last)):
        yield page
        last = page[-1].id


def _page(tables: Tables, meeting: int | None, last: int) -> "Iterable[Sequence[Any]]":
    person, contact, part = tables.Person, tables.Contact, tables.Participation
    side, entity = tables.Side, tables.Entity
    query = (
        person.select(
            person.id,
            person.version,
            side.code,
            entity.id,
            entity.name,
            person.family,
            person.given,
            person.name_zh,
            person.sort_key,
            person.printed_name,
            person.name_order,
            person.honorific,
            person.post_nominals,
            person.position,
            person.gender,
            person.languages,
            contact.id,
            contact.version,
            contact.passport_name,
            contact.email,
            contact.phone,
            contact.note,
            part.id,
            part.version,
            part.role,
        )
        .join(side, on=person.side == side.id)
        .switch(person)
        .join(entity, JOIN.LEFT_OUTER, on=person.entity == entity.id)
        .switch(person)
        .join(contact, JOIN.LEFT_OUTER, on=contact.person == person.id)
        .switch(person)
        .join(part, JOIN.LEFT_OUTER, on=(part.person == person.id) & (part.meeting == (meeting or 0)))
        .where(person.id > last)
        .order_by(person.id)
        .limit(PAGE)
    )
    return cast("Iterable[Sequence[Any]]", query.tuples())


def latin_key(named: PersonDraft | KnownPerson) -> str:
    """Return what spellings of one Latin name have in common: no case, accents, hyphens or spaces inside."""
    return _latin_key(named.family, named.given)


@lru_cache(maxsize=50_000)
def _latin_key(family: str, given: str) -> str:
    names = (fold(each).replace(" ", "") for each in (family, given))
    return " ".join(name for name in names if name)


def name_in(named: PersonDraft | KnownPerson) -> Name:
    """Return the name in Latin letters of somebody of a list or of the dialogue."""
    return Name(named.family, named.given)


def is_contrary(first: object, second: object) -> bool:
    """Return whether both values are stated and differ."""
    return bool(first) and bool(second) and first != second


def positions_differ(first: Label, second: Label) -> bool:
    """Return whether two positions differ in a language that both have."""
    pairs = ((first.en, second.en), (first.fr, second.fr), (first.zh, second.zh))
    return any(is_contrary(fold(one), fold(other)) for one, other in pairs)


def _known(row: Sequence[Any]) -> KnownPerson:
    values = list(row)
    values[4] = values[4] or Label()
    values[18:22] = [text or "" for text in values[18:22]]
    return KnownPerson(*values)


def _likeness(draft: PersonDraft, person: KnownPerson) -> Likeness:
    """Return how a person with one name in common agrees in everything else."""
    if is_contrary(draft.name_zh, person.name_zh):
        return Likeness(
            person, is_same=False, score=0.7, reason=message("The same name in Latin letters only.")
        )
    if is_contrary(latin_key(draft), latin_key(person)):
        if _is_turned(draft, person):
            return Likeness(
                person, is_same=False, score=0.95, reason=message("Family and given name are exchanged.")
            )
        return Likeness(
            person, is_same=False, score=0.8, reason=message("The same name in Chinese script only.")
        )
    asked = _doubt(draft, person)
    if asked is not None:
        score, reason = asked
        return Likeness(person, is_same=False, score=score, reason=reason)
    return Likeness(person, is_same=True, score=1.0, reason=message("The same name."))


def _doubt(draft: PersonDraft, person: KnownPerson) -> tuple[float, Message] | None:
    """Return why somebody with the same name may be another person, or nothing if something says not."""
    other_email = is_contrary(draft.email.casefold(), person.email.casefold())
    if draft.email and not other_email and person.email:
        return None
    if is_contrary(draft.entity, person.entity):
        return 0.9, message("The same name in another entity.")
    differ = positions_differ(draft.position, person.position)
    if other_email and differ:
        return 0.85, message("The same name with another e-mail and position.")
    return None if _agree(draft, person) else _nothing_agrees(draft, person, differ=differ)


def _nothing_agrees(draft: PersonDraft, person: KnownPerson, *, differ: bool) -> tuple[float, Message] | None:
    if draft.new_entity and person.entity:
        return 0.9, message("The same name in another entity.")
    if _is_other_spelling(draft, person):
        return 0.87, message("The same name spelt otherwise, and nothing else to tell by.")
    # Another position alone is how people are promoted: it is shown as what would change.
    has_more = not differ and (draft.entity or draft.position or draft.email or draft.phone)
    return (0.88, message("The same name, and nothing else to tell by.")) if has_more else None


def _is_other_spelling(draft: PersonDraft, person: KnownPerson) -> bool:
    """Return whether accents, hyphens or blanks differ, which tell Lemay from Le May."""
    pairs = ((draft.family, person.family), (draft.given, person.given))
    return any(plain_spelling(one) != plain_spelling(other) for one, other in pairs)


def _agree(draft: PersonDraft, person: KnownPerson) -> bool:
    """Return whether something besides a name in one script says that two are one person."""
    both = bool(draft.name_zh and person.name_zh and latin_key(draft) and latin_key(person))
    pairs = (
        (draft.entity, person.entity),
        (draft.phone, person.phone),
        (fold(draft.passport_name), fold(person.passport_name)),
        *product(_folded(draft.position), _folded(person.position)),
    )
    return both or any(bool(one) and one == other for one, other in pairs)


def _folded(label: Label) -> list[str]:
    return [fold(text) for each in Language if (text := label.text(each))]


def _is_turned(draft: PersonDraft, person: KnownPerson) -> bool:
    return latin_key(draft).split()[::-1] == latin_key(person).split()


def _filed_under(named: PersonDraft | KnownPerson) -> set[str]:
    latin = latin_key(named)
    names = {latin, " ".join(latin.split()[::-1])} if latin else set()
    return names | ({named.name_zh} if named.name_zh else set())


def _initials(named: PersonDraft | KnownPerson) -> set[str]:
    return {fold(name)[:1] for name in (named.family, named.given) if fold(name)}
