"""What one text of a trilingual passage says and another does not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from alternat.language.label import Language
from alternat.planning.concordance.mentions import Kind, Mention, Place, Quantity, Strength


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts that do not say the same, with both places."""

    kind: Kind
    languages: tuple[Language, Language]
    """The language of `here` and that of the other text; the same twice for a wrong word in one text."""
    here: Place
    there: Place | None
    """What stands in its place in the other text; None where nothing does."""
    key: str
    """What a dismissal is remembered by: the same as long as both texts say the same, wherever they do."""
    third: Language | None = None
    """The language that has no part in the difference, where there are three texts and two agree."""
    odd: Language | None = None
    """The one text that stands alone against two that agree."""
    expected: tuple[str, ...] = ()
    """What the other text might say, or for a forbidden rendering the same text; empty for figures."""


@dataclass(slots=True)
class _Thing:
    """Something that some texts mention and some do not."""

    kind: Kind
    mentions: dict[Language, Mention]
    lacking: tuple[Language, ...]
    strength: Strength
    is_told: bool = False


Holds = Callable[[Mention, Language], bool]
Same = Callable[[Mention, Mention], bool]
Found = Mapping[Language, Sequence[Mention]]
Expected = Callable[[Mention, Language], tuple[str, ...]]


def differences_between(
    found: Found,
    lengths: Mapping[Language, int],
    holds: Holds,
    same: Same,
    expected: Expected,
) -> tuple[Difference, ...]:
    """Return what the texts do not have in common, each thing once, told against the one that stands alone.

    `holds` tells whether a language's text has a counterpart of a mention, `same` whether two mentions are
    of one thing. Places are compared as shares of the length, to tell what stands for what.
    """
    things = _things(found, holds, same)
    if not things:
        return ()
    return _Pairing(found, lengths, things, same, expected).differences()


def _things(found: Found, holds: Holds, same: Same) -> list[_Thing]:
    things: list[_Thing] = []
    for language, mentions in found.items():
        for mention in mentions:
            if mention.strength < Strength.SOFT:
                continue
            lacking = tuple(each for each in found if each is not language and not holds(mention, each))
            if not lacking:
                continue
            known = next((each for each in things if _is_of(each, mention, same)), None)
            if known is None:
                things.append(_Thing(mention.kind, {language: mention}, lacking, mention.strength))
            else:
                known.mentions.setdefault(language, mention)
                known.strength = max(known.strength, mention.strength)
    # What is sure finds its counterpart first.
    return sorted(things, key=lambda thing: -thing.strength)


def _is_of(thing: _Thing, mention: Mention, same: Same) -> bool:
    return any(same(each, mention) for each in thing.mentions.values())


class _Pairing:
    """The things that differ, brought together two by two."""

    def __init__(
        self,
        found: Found,
        lengths: Mapping[Language, int],
        things: list[_Thing],
        same: Same,
        expected: Expected,
    ) -> None:
        self._found, self._lengths, self._things = found, lengths, things
        self._same, self._expected = same, expected
        self._told: list[Difference] = []

    def differences(self) -> tuple[Difference, ...]:
        many = len(self._found) > 2
        for thing in self._things:
            if many and len(thing.lacking) == 1:
                self._tell_shared(thing)
        for thing in self._things:
            if not thing.is_told and not (many and len(thing.lacking) == 1):
                self._tell_alone(thing)
        return tuple(dict.fromkeys(self._told))

    def _tell_shared(self, thing: _Thing) -> None:
        (odd,) = thing.lacking
        mention = next(iter(thing.mentions.values()))
        holders = [each for each in self._found if each is not odd]
        other = self._standing_for(mention, odd, thing) or self._spare(mention, odd)
        other = other or self._one_of_its_kind(mention, odd)
        if other is not None or thing.strength is Strength.FIRM:
            third = next(each for each in holders if each is not mention.place.language)
            self._tell(mention, odd, other, third=third, odd=odd)
        thing.is_told = True

    def _tell_alone(self, thing: _Thing) -> None:
        thing.is_told = True
        mention = next(iter(thing.mentions.values()))
        own = mention.place.language
        others = {each: self._standing_for(mention, each, thing) for each in thing.lacking}
        if len(thing.lacking) > 1 and not any(others.values()):
            others = {each: self._spare(mention, each) for each in thing.lacking}
            if thing.strength is Strength.FIRM:
                at = next((each for each, spare in others.items() if spare), thing.lacking[0])
                third = next(each for each in thing.lacking if each is not at)
                self._tell(mention, at, others[at], third=third, odd=own)
            return
        for language, other in others.items():
            against = other or self._spare(mention, language) or self._one_of_its_kind(mention, language)
            if against is not None or thing.strength is Strength.FIRM:
                self._tell(mention, language, against)

    def _standing_for(self, mention: Mention, language: Language, thing: _Thing) -> Mention | None:
        """Return what only the text of a language says where the others say `mention`; it is then told."""
        rivals = [
            each
            for each in self._things
            if not each.is_told
            and each is not thing
            and list(each.mentions) == [language]
            and mention.place.language in each.lacking
            and _are_akin(mention, each.mentions[language])
            and (mention.kind in _FIGURES or Strength.FIRM in (thing.strength, each.strength))
        ]
        if not rivals:
            return None
        nearest = min(rivals, key=lambda each: self._distance(mention, each.mentions[language]))
        nearest.is_told = True
        return nearest.mentions[language]

    def _spare(self, mention: Mention, language: Language) -> Mention | None:
        """Return what a text says more often than the text of the mention does, as 12 … 12 for 12 … 13."""
        if mention.kind not in _FIGURES or mention.strength is not Strength.FIRM:
            return None
        own = self._found[mention.place.language]
        theirs = [each for each in self._found[language] if each.strength is Strength.FIRM]
        spare = [
            each
            for each in theirs
            if _are_akin(mention, each)
            and sum(self._same(each, other) for other in theirs)
            > sum(self._same(each, other) for other in own)
            > 0
        ]
        return min(spare, key=lambda each: self._distance(mention, each), default=None)

    def _one_of_its_kind(self, mention: Mention, language: Language) -> Mention | None:
        """Return the 一 of 一名官员 that stands where another text says “two officials”.

        It is an article as often as a number, so that it is one only beside another number.
        """
        value = mention.value
        is_other = isinstance(value, Quantity) and not value.unit and value.value not in (0, 1)
        if language is not Language.ZH or mention.strength is not Strength.SOFT or not is_other:
            return None
        near = [
            each
            for each in self._found[language]
            if _is_one(each) and self._apart(mention, each) <= _SAME_PLACE
        ]
        return min(near, key=lambda each: self._apart(mention, each), default=None)

    def _apart(self, one: Mention, other: Mention) -> float:
        """Return how far apart two places are, as a share of the texts."""
        first, second = (
            (each.place.start + each.place.end) / 2 / (self._lengths[each.place.language] or 1)
            for each in (one, other)
        )
        return abs(first - second)

    def _distance(self, one: Mention, other: Mention) -> float:
        is_surer = one.strength is not other.strength
        return self._apart(one, other) + (_is_year(one) != _is_year(other)) + is_surer / 2

    def _tell(
        self,
        mention: Mention,
        language: Language,
        other: Mention | None,
        *,
        third: Language | None = None,
        odd: Language | None = None,
    ) -> None:
        here, there = mention, other
        order = list(Language)
        if there is not None and order.index(language) < order.index(mention.place.language):
            here, there = there, here
        languages = (here.place.language, there.place.language if there else language)
        signs = f"{languages[0]}:{here.sign}|{languages[1]}:{there.sign if there else '-'}"
        is_date = _is_year(here) and (there is None or _is_year(there))
        kind = Kind.DATE if is_date else here.kind
        self._told.append(
            Difference(
                kind=kind,
                languages=languages,
                here=here.place,
                there=there.place if there else None,
                key=f"{kind}|{signs}",
                third=third,
                odd=odd,
                expected=self._expected(mention, language) if there is None else (),
            )
        )


_FIGURES = frozenset({Kind.NUMBER, Kind.DATE, Kind.TIME})


def _are_akin(one: Mention, other: Mention) -> bool:
    return one.kind is other.kind


_SAME_PLACE = 0.2
"""How far apart, as a share of the texts, two places may be that stand for one another."""


def _is_one(mention: Mention) -> bool:
    """Return whether a mention is 一 before what it counts; what is no part of a word is read at all."""
    value = mention.value
    return (
        isinstance(value, Quantity)
        and value == Quantity(Decimal(1))
        and mention.strength is Strength.FAINT
        and mention.place.words == "一"
    )


def _is_year(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.is_year
