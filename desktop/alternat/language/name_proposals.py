"""Proposals for the parts of a name that was typed in one column; a person confirms or corrects them."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from alternat.language.label import Label
from alternat.language.names import (
    FAMILY_FIRST,
    GIVEN_FIRST,
    MIDDLE_DOT,
    latin_name,
    normalise_chinese_name,
    tidy,
)
from alternat.language.scripts import Script, has_han, runs
from alternat.language.vocabulary import honorific


class Confidence(StrEnum):
    """How far a proposal can be trusted."""

    SURE = "sure"
    """The text itself says it: a comma, capitals, Chinese script."""
    LIKELY = "likely"
    """Custom says it."""
    GUESS = "guess"
    """It could as well be otherwise."""


@dataclass(frozen=True, slots=True)
class NameProposal:
    """The parts of a name, as far as a text shows them."""

    family: str = ""
    given: str = ""
    order: str = GIVEN_FIRST
    printed: str = ""
    """The Latin form as it stood, where the derived one would lose something (`Jean de la FONTAINE`)."""
    name_zh: str = ""
    honorific: Label = field(default_factory=Label)
    gender: str = ""
    """`feminine` or `masculine` where a form of address shows it, else empty."""
    confidence: Confidence = Confidence.SURE


_TITLES = {
    "mr": ("mister", "masculine"),
    "m.": ("mister", "masculine"),
    "monsieur": ("mister", "masculine"),
    "ms": ("ms", "feminine"),
    "mrs": ("ms", "feminine"),
    "miss": ("ms", "feminine"),
    "mme": ("ms", "feminine"),
    "madame": ("ms", "feminine"),
    "mlle": ("ms", "feminine"),
    "dr": ("doctor", ""),
    "dre": ("doctor", "feminine"),
    "the honourable": ("honourable", ""),
    "the hon": ("honourable", ""),
    "hon": ("honourable", ""),
    "l’honorable": ("honourable", ""),
    "h.e": ("excellency", ""),
    "his excellency": ("excellency", "masculine"),
    "her excellency": ("excellency", "feminine"),
    "son excellence": ("excellency", ""),
    "s.e": ("excellency", ""),
    "先生": ("mister", "masculine"),
    "女士": ("ms", "feminine"),
    "小姐": ("ms", "feminine"),
    "博士": ("doctor", ""),
    "阁下": ("excellency", ""),
}
"""Written forms of address, with their keys in the vocabulary and the gender that they show."""

_PARTICLE_WORDS = (
    "de la le les du des d’ van von der den ter ten di da do dos das del della al el bin ben ibn"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())

_SURNAME_WORDS = """
wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lyu lv lü lu su jiang cai jia ding wei xue ye yan
pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou
shao meng long wan duan lei qian yin yi chang qiao lai gong wen ouyang situ sima zhuge shangguan huangfu
xiahou
"""
_SURNAMES = frozenset(_SURNAME_WORDS.split())
"""The commonest Chinese family names in pinyin, single and double."""

_LATIN_TITLE = re.compile(
    "(?:" + "|".join(re.escape(title) for title in sorted(_TITLES, key=len, reverse=True)) + r")\.?(?=\s)",
    re.IGNORECASE,
)
_CHINESE_TITLE = re.compile("(?:" + "|".join(title for title in _TITLES if has_han(title)) + ")$")
_INITIALS_ONLY = re.compile(r"(?:[^\W\d_](?:[.·]\s?|$))+")
_BRACKETS = "()[]（）［］【】,，、;；/|"
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|iao|ian|ing|ong|uai|uan|ang|eng|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|ve"
    r"|[aeiouüv])['’-]?)+"
)


def propose_name(text: str, usual_order: str = "") -> NameProposal:
    """Return the parts of a name typed in one column, such as `Mme Élise Côté`, `YANG Weimin`, `欧阳文`.

    `usual_order` is the order in which the person's side prints its names; it settles what the text leaves
    open. A Chinese name is kept whole, and its Latin form is never derived from it.
    """
    chinese, latin = _by_script(text)
    proposal = NameProposal(order=usual_order or GIVEN_FIRST)
    if title := _CHINESE_TITLE.search(chinese):
        chinese = chinese[: title.start()]
        proposal = _addressed(proposal, title.group())
    while title := _LATIN_TITLE.match(latin):
        latin = latin[title.end() :].strip()
        proposal = _addressed(proposal, title.group())
    proposal = replace(proposal, name_zh=normalise_chinese_name(chinese))
    return _with_latin(proposal, latin, usual_order) if latin else proposal


def known_honorific(text: str) -> tuple[Label, str]:
    """Return a form of address that stands in a column of its own, and the gender it shows."""
    written = tidy(text).replace("'", "’").casefold()
    key, gender = _TITLES.get(written) or _TITLES.get(written.removesuffix(".")) or ("", "")
    return (honorific(key, gender) if key else Label()), gender


def _by_script(text: str) -> tuple[str, str]:
    parts = dict.fromkeys(Script, "")
    for run in runs(tidy(text)):
        parts[run.script] += run.text
    chinese = parts[Script.HAN].strip(_BRACKETS + " ")
    latin = tidy((parts[Script.LATIN] + parts[Script.OTHER]).strip("()[];/| ")).replace("'", "’")
    has_latin_name = any(letter.isalpha() for letter in latin) and not _INITIALS_ONLY.fullmatch(latin)
    if chinese and not has_latin_name:
        return text, ""
    return chinese, latin


def _addressed(proposal: NameProposal, title: str) -> NameProposal:
    written = title.casefold()
    key, gender = _TITLES.get(written) or _TITLES[written.removesuffix(".")]
    gender = gender or proposal.gender
    first = proposal.honorific or honorific(key, gender)
    return replace(proposal, honorific=first, gender=gender)


def _with_latin(proposal: NameProposal, latin: str, usual_order: str) -> NameProposal:
    words = latin.split(" ")
    head, comma, tail = (part.strip() for part in latin.partition(","))
    if comma and head and tail:
        return _from_comma(proposal, head, tail, usual_order)
    if len(words) == 1:
        return replace(proposal, family=latin, confidence=Confidence.GUESS)
    if by_capitals := _from_capitals(proposal, words, usual_order):
        return by_capitals
    if MIDDLE_DOT in proposal.name_zh and all(_is_pinyin(word) for word in words):
        # A minority name written out in pinyin: there may be no family name in it at all.
        return replace(proposal, given=latin, confidence=Confidence.GUESS)
    return _from_custom(proposal, words, usual_order)


def _from_comma(proposal: NameProposal, family: str, given: str, usual_order: str) -> NameProposal:
    is_chinese = _is_surname(family) and _is_pinyin(given)
    order = usual_order or (FAMILY_FIRST if is_chinese else GIVEN_FIRST)
    is_plain = " " not in family or family.split(" ", 1)[0].casefold() in _PARTICLES or family.isupper()
    confidence = Confidence.SURE if is_plain else Confidence.GUESS
    return replace(proposal, family=family, given=given, order=order, confidence=confidence)


def _from_capitals(proposal: NameProposal, words: list[str], usual_order: str) -> NameProposal | None:
    capitals = [_is_capitals(word) for word in words]
    if all(capitals) or not any(capitals):
        return None
    if capitals[0]:
        edge = capitals.index(False)
        family, given, order = words[:edge], words[edge:], usual_order or FAMILY_FIRST
    elif capitals[-1]:
        edge = len(words) - capitals[::-1].index(False)
        while edge > 1 and words[edge - 1].casefold() in _PARTICLES:
            edge -= 1
        family, given, order = words[edge:], words[:edge], GIVEN_FIRST
    else:
        return None
    proposal = replace(proposal, family=" ".join(family), given=" ".join(given), order=order)
    derived = latin_name(proposal.family, proposal.given, order)
    as_written = " ".join(family + given if order == FAMILY_FIRST else given + family)
    return replace(proposal, printed="" if derived == as_written else as_written)


def _from_custom(proposal: NameProposal, words: list[str], usual_order: str) -> NameProposal:
    edge = _family_start(words)
    family_first = _reads_family_first(words, usual_order)
    family, given = (words[:1], words[1:]) if family_first else (words[edge:], words[:edge])
    has_particle = words[edge].casefold() in _PARTICLES
    has_surname = _is_surname(words[0]) or _is_surname(words[-1])
    is_clear = has_particle or len(words) == 2 if not has_surname else _has_one_reading(words)
    return replace(
        proposal,
        family=" ".join(family),
        given=" ".join(given),
        order=FAMILY_FIRST if family_first else GIVEN_FIRST,
        confidence=Confidence.LIKELY if is_clear and not "".join(words).isupper() else Confidence.GUESS,
    )


def _reads_family_first(words: list[str], usual_order: str) -> bool:
    if usual_order == FAMILY_FIRST:
        return _is_surname(words[0]) or not _is_surname(words[-1])
    may_be_last = usual_order == GIVEN_FIRST and _is_surname(words[-1])
    return _is_surname(words[0]) and all(_is_pinyin(word) for word in words[1:]) and not may_be_last


def _has_one_reading(words: list[str]) -> bool:
    """Return whether one end only holds a Chinese family name and the rest reads as a given name."""
    first, last = _is_surname(words[0]), _is_surname(words[-1])
    return last if not first else not last and all(_is_pinyin(word) for word in words[1:])


def _family_start(words: list[str]) -> int:
    particles = (index for index, word in enumerate(words[1:-1], 1) if word.casefold() in _PARTICLES)
    return next(particles, len(words) - 1)


def _is_capitals(word: str) -> bool:
    stem = re.sub(r"^(Mc|Mac)", "", word)
    letters = [character for character in stem if character.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _is_surname(word: str) -> bool:
    return word.casefold() in _SURNAMES


def _is_pinyin(word: str) -> bool:
    return bool(_PINYIN.fullmatch(word.casefold()))
