"""Rows of one list with one name: whether they are one person, two, or somebody has to say.

Two rows with one name are two people unless something says otherwise. What says so must be telling: a post
that half of the list holds, or the delegation of hundreds, tells nobody from anybody.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.nouns.people import Gender
from alternat.planning.duplicates import (
    OF_KIN,
    is_contrary,
    latin_key,
    name_in,
    positions_differ,
)
from alternat.planning.findings import Severity
from alternat.planning.imports import Candidate, PersonDraft, RowProblem
from alternat.planning.spellings import Kinship, Variants, agreed, richer

_COMMON = 5
"""What more rows than these share tells nobody from anybody."""


class Verdict(Enum):
    """What becomes of two rows with one name."""

    SAME = auto()
    OTHER = auto()
    ASKED = auto()


THE_SAME = mark("The same name as in row {row}; taken to be another person.")
_IN_LATIN = mark(
    "The same name in Latin letters as in row {row}, another in Chinese script; taken to be another person."
)
_IN_CHINESE = mark(
    "The same name in Chinese script as in row {row}, another in Latin letters; taken to be another person."
)


@dataclass(frozen=True, slots=True)
class Twin:
    """An earlier row of the list with the same name, or nearly the same."""

    row: int
    verdict: Verdict
    reason: Message
    is_near: bool = False
    """Whether the names are only nearly the same."""
    says: str = THE_SAME
    """The sentence that tells of the row, where it is taken to be another person."""


def twins(drafts: Iterable[PersonDraft]) -> dict[int, Twin]:
    """Return for each row the earlier one with its name, the one that is most surely the same person.

    Names that are nearly the same, such as J.-F. Roy and Jean-François Roy, are never taken for one unasked.
    """
    listed = [draft for draft in drafts if not draft.is_blocked]
    sharing = _Sharing(listed)
    earlier = _Earlier()
    found: dict[int, Twin] = {}
    for draft in listed:
        judged = [twin for other, kin in earlier.like(draft) if (twin := _judged(sharing, other, draft, kin))]
        earlier.add(draft)
        if judged:
            found[draft.row] = min(judged, key=lambda twin: (_SUREST.index(twin.verdict), twin.row))
    return found


_SUREST = (Verdict.SAME, Verdict.ASKED, Verdict.OTHER)


def _judged(sharing: "_Sharing", other: PersonDraft, draft: PersonDraft, kin: Kinship | None) -> Twin | None:
    if kin is None:
        return Twin(other.row, *sharing.judge(other, draft), says=_said_of(other, draft))
    if is_contrary(other.name_zh, draft.name_zh):
        return None
    is_apart = kin is Kinship.FEWER and _are_of_two_units(other, draft)
    if is_apart and not (draft.email and draft.email.casefold() == other.email.casefold()):
        return None
    return Twin(other.row, *sharing.judge_near(other, draft, kin), is_near=True)


def _said_of(first: PersonDraft, second: PersonDraft) -> str:
    """Return in which script the names of two rows agree, as the sentence that tells of it."""
    if is_contrary(first.name_zh, second.name_zh):
        return _IN_LATIN
    return _IN_CHINESE if is_contrary(latin_key(first), latin_key(second)) else THE_SAME


class _Earlier:
    """The rows of a list read so far, filed by their names."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str, str], list[PersonDraft]] = defaultdict(list)
        self._by_row: dict[int, PersonDraft] = {}
        self._variants = Variants()

    def add(self, draft: PersonDraft) -> None:
        """File a row."""
        self._by_row[draft.row] = draft
        self._variants.add(draft.side, name_in(draft), draft.row)
        for key in _keys(draft):
            self._by_key[key].append(draft)

    def like(self, draft: PersonDraft) -> Iterable[tuple[PersonDraft, Kinship | None]]:
        """Return the rows with the name of a draft, and those with one akin to it."""
        akin = self._variants.near(draft.side, name_in(draft))
        same = {each.row: each for key in _keys(draft) for each in self._by_key.get(key, ())}
        return [(self._by_row[row], akin.get(row)) for row in dict.fromkeys((*same, *akin))]


def candidate(draft: PersonDraft, twin: Twin) -> Candidate:
    """Return the earlier row as somebody whom a row may be."""
    return Candidate(0, draft.shown_name, draft.new_entity, 0.9, twin.reason, row=draft.row)


def merged(first: PersonDraft, second: PersonDraft) -> PersonDraft:
    """Return the person of two rows: names in the richer spelling, gaps filled, what differs said."""
    is_surer = first.is_name_guessed and not second.is_name_guessed
    names = (name_in(second), name_in(first)) if is_surer else (name_in(first), name_in(second))
    name = agreed(*names, takes_other=False)
    is_guessed = first.is_name_guessed and second.is_name_guessed
    values: dict[str, Any] = {"family": name.family, "given": name.given, "is_name_guessed": is_guessed}
    if not (first.family and first.given) and second.family and second.given:
        values |= {"family": second.family, "given": second.given}
    problems = [*first.problems]
    for each in _SINGLE:
        one, other = getattr(first, each), getattr(second, each)
        values[each] = richer(one, other) if each in _NAMES else one or other
        if each in _SAID and is_contrary(one, other):
            problems.append(_differing(first, second, other))
    for each in ("honorific", "position"):
        one, other = getattr(first, each), getattr(second, each)
        values[each] = Label(*(one.text(own) or other.text(own) for own in Language))
        if positions_differ(one, other):
            problems.append(_differing(first, second, other))
    if second.is_role_stated and not first.is_role_stated:
        values |= {"role": second.role, "is_role_stated": True}
    note = "\n".join(dict.fromkeys(each for each in (first.note, second.note) if each))
    remarks = tuple(dict.fromkeys((*first.remarks, *second.remarks)))
    return replace(first, **values, note=note, remarks=remarks, problems=tuple(problems))


_SINGLE = (
    *("entity", "new_entity", "name_zh", "sort_key", "printed_name", "post_nominals", "languages", "role"),
    *("passport_name", "email", "phone"),
)
_NAMES = frozenset({"name_zh", "printed_name", "passport_name"})
_SAID = frozenset({"entity", "printed_name", "passport_name", "email", "phone"})


def _differing(first: PersonDraft, second: PersonDraft, other: object) -> RowProblem:
    sentence = message(
        "Row {row} says “{text}” of the same person; row {kept} counts.",
        row=str(second.row),
        text=other if isinstance(other, Label) else str(other),
        kept=str(first.row),
    )
    return RowProblem(first.row, "", Severity.WARNS, sentence)


def _keys(draft: PersonDraft) -> set[tuple[str, str, str]]:
    latin = latin_key(draft)
    keys = {("latin", draft.side, latin)} if latin else set()
    return keys | ({("zh", draft.side, draft.name_zh)} if draft.name_zh else set())


class _Sharing:
    """How many rows share a unit and a post, so that what is common tells nothing."""

    def __init__(self, drafts: Sequence[PersonDraft]) -> None:
        names: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for draft in drafts:
            names[_place(draft)].add((latin_key(draft), draft.name_zh))
        self._sharing: Mapping[tuple[str, str], int] = {place: len(held) for place, held in names.items()}

    def judge(self, first: PersonDraft, second: PersonDraft) -> tuple[Verdict, Message]:
        """Return whether two rows with a name in common are one person, and why."""
        if _said_of(first, second) is not THE_SAME:
            return Verdict.OTHER, message("The same name in one script only.")
        unit, other_unit = _agreement(_unit(first), _unit(second))
        mail, other_mail = _agreement(first.email.casefold(), second.email.casefold())
        passport, _ = _agreement(fold(first.passport_name), fold(second.passport_name))
        phone, other_phone = _agreement(_digits(first.phone), _digits(second.phone))
        other_post = positions_differ(first.position, second.position)
        other_generation = _generation(first) != _generation(second)
        if other_generation and _generation(first) and _generation(second):
            return Verdict.OTHER, message("The same name of two generations.")
        other_gender = _genders_differ(first, second)
        contrary = (
            other_unit or other_post or other_generation or other_gender or _unread_differ(first, second)
        )
        if mail or passport or phone:
            verdict = Verdict.ASKED if contrary or other_mail else Verdict.SAME
            return verdict, message("The same name and the same e-mail, telephone or passport name.")
        is_elsewhere = other_unit or _unread_differ(first, second)
        if other_gender or is_elsewhere or (other_mail and (other_post or not unit)):
            return Verdict.OTHER, _OTHER_GENDER if other_gender else _ELSEWHERE
        if not (contrary or other_mail or other_phone) and self._is_telling(first, second):
            return Verdict.SAME, message("The same name, entity and position.")
        return Verdict.ASKED, message("The same name, and nothing that tells the two apart for sure.")

    def judge_near(self, first: PersonDraft, second: PersonDraft, kin: Kinship) -> tuple[Verdict, Message]:
        """Return whether two rows with nearly the same name may be one person: asked, or told as two."""
        if first.name_zh and first.name_zh == second.name_zh:
            return Verdict.ASKED, _IN_COMMON
        mail, other_mail = _agreement(first.email.casefold(), second.email.casefold())
        passport, _ = _agreement(fold(first.passport_name), fold(second.passport_name))
        phone = bool(first.phone and second.phone) and _digits(first.phone) == _digits(second.phone)
        if mail or passport or phone:
            return Verdict.ASKED, _IN_COMMON
        if kin is Kinship.FEWER:
            return Verdict.OTHER, OF_KIN[kin][1]
        if _are_of_two_units(first, second) or (
            other_mail and positions_differ(first.position, second.position)
        ):
            return Verdict.OTHER, message("Nearly the same name in another entity or with another e-mail.")
        if _generation(first) != _generation(second):
            return Verdict.OTHER, message("The same name of two generations.")
        return Verdict.ASKED, OF_KIN[kin][1]

    def _is_telling(self, first: PersonDraft, second: PersonDraft) -> bool:
        place = _place(first)
        return any(place) and place == _place(second) and self._sharing[place] <= _COMMON


def _genders_differ(first: PersonDraft, second: PersonDraft) -> bool:
    return Gender.UNKNOWN not in {first.gender, second.gender} and first.gender is not second.gender


_OTHER_GENDER = message("The same name and another gender.")
_ELSEWHERE = message("The same name in another entity or with another e-mail.")
_IN_COMMON = message("Nearly the same name, and something else in common.")


def _are_of_two_units(first: PersonDraft, second: PersonDraft) -> bool:
    return is_contrary(_unit(first), _unit(second)) or _unread_differ(first, second)


def _place(draft: PersonDraft) -> tuple[str, str]:
    position = draft.position
    return _unit(draft), fold(position.en or position.fr or position.zh)


def _unit(draft: PersonDraft) -> str:
    return str(draft.entity or "") or fold(draft.new_entity.en or draft.new_entity.fr or draft.new_entity.zh)


def _generation(draft: PersonDraft) -> str:
    words = {each.strip(". ").casefold() for each in draft.post_nominals.split(",")}
    return next((each for each in sorted(words) if each in _GENERATIONS), "")


_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "fils", "père", "ii", "iii", "iv"})


def _agreement(one: str, other: str) -> tuple[bool, bool]:
    """Return whether two stated texts agree, and whether they contradict each other."""
    return bool(one) and one == other, is_contrary(one, other)


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())


def _unread_differ(first: PersonDraft, second: PersonDraft) -> bool:
    own = dict(first.unread)
    return any(is_contrary(fold(own.get(name, "")), fold(text)) for name, text in second.unread)
