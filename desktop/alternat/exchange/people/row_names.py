"""The name of a row's person out of all its columns, and what is said of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from alternat.exchange.people.beside import Remark, RemarkKind, name_alone, texts_of
from alternat.exchange.people.beside_words import folded
from alternat.exchange.people.fields import Field
from alternat.exchange.people.letter_case import in_small_letters
from alternat.exchange.people.lines import Line
from alternat.exchange.people.names import NameParts, split_name
from alternat.exchange.people.words import pinyin_surnames
from alternat.language.called import both_orders
from alternat.language.characters import (
    code_point,
    private_in,
    private_question,
    proposal_for,
    with_proposals,
)
from alternat.language.folding import fold
from alternat.language.messages import Message, mark, message
from alternat.language.names import normalise_chinese_name
from alternat.nouns.people import Gender
from alternat.planning.findings import Severity


def is_given_first(line: Line) -> bool:
    """Return whether a name itself tells that it is none with the family name first: `Bob Smith`.

    One of its words is a known given name, and none a Chinese family name.
    """
    texts = (line.text(meaning) for meaning in (Field.FULL_NAME, Field.FAMILY, Field.GIVEN))
    words = {fold(word) for text in texts for word in _WORDS.split(text)}
    return not words.isdisjoint(folded("given-names")) and words.isdisjoint(pinyin_surnames())


def name_of(line: Line, *, family_first: bool, is_order_guessed: bool = False) -> NameParts:
    """Return the name out of all columns with names; columns for its parts win over those for the whole.

    Where the order is only guessed, the cut of a whole name is too.
    """
    texts = {meaning: _named(line, meaning) for meaning in _NAMES if line.text(meaning)}
    if texts.keys() <= _LATIN_HALVES and not (name := _halves(texts)).name_zh:
        _mention_remarks(line, name)
        return name
    chinese = texts.get(Field.NAME_ZH, "") or "".join(texts.get(each, "") for each in _HALVES_ZH)
    wholes = [
        split_name(texts[meaning], family_first=family_first or meaning is Field.PINYIN, name_zh=chinese)
        for meaning in (Field.FULL_NAME, Field.PINYIN)
        if meaning in texts
    ]
    if is_order_guessed:
        wholes = [replace(each, is_certain=not (each.family and each.given)) for each in wholes]
    for meaning, found in zip(
        (each for each in (Field.FULL_NAME, Field.PINYIN) if each in texts), wholes, strict=True
    ):
        _mention_guess(line, meaning, found)
    halves = _halves(texts)
    if halves.name_zh and not (halves.family or halves.given):
        # Two columns, one for each half of a Chinese name.
        chinese = chinese or halves.name_zh
    beside = halves.name_zh if texts.get(Field.NAME_ZH) else ""
    if beside:
        halves = replace(halves, name_zh="")
    own = split_name(chinese, family_first=True) if chinese else _NOBODY
    whole = _first_of(*wholes) if len(wholes) == 2 else wholes[0] if wholes else _NOBODY
    if whole != _NOBODY:
        given = halves.given or _rest_of(whole, halves.family)
        halves = _first_of(replace(halves, given=given), whole)
    name = _first_of(halves, own) if own != _NOBODY else halves
    if own.name_zh and name.name_zh != own.name_zh:
        # The column for Chinese script says it, whatever else stands in the others.
        name = replace(name, name_zh=own.name_zh)
    beside = "" if beside in name.name_zh else beside
    others = (*wholes, own, NameParts(name_zh=beside))
    _mention_other_names(line, name, others, family_first=family_first)
    for found in (*wholes, own):
        _mention_latin_beside(line, name, found, family_first=family_first)
    _mention_remarks(line, name)
    return name


_NOBODY = NameParts()
_LATIN_HALVES = frozenset({Field.FAMILY, Field.GIVEN})
_WORDS = re.compile(r"[\s,\-]+")


def _named(line: Line, meaning: Field) -> str:
    """Return the text of a name, with the ideographs that characters of private use stand for."""
    text = line.text(meaning)
    if text.isprintable():
        return text
    for each in private_in(text):
        known = proposal_for(each)
        sentence = (
            message(
                "The character {code} of private use is taken for “{known}” ({known_code}).",
                code=code_point(each),
                known=known,
                known_code=code_point(known),
            )
            if known
            else private_question(each)
        )
        line.say(meaning, Severity.WARNS, sentence)
    return with_proposals(text)


def _halves(texts: Mapping[Field, str]) -> NameParts:
    """Return the name out of a column for the family and one for the given name."""
    family = name_alone(texts.get(Field.FAMILY, ""), is_part=True)
    given = name_alone(texts.get(Field.GIVEN, ""), is_part=True)
    titles = (*family.titles, *given.titles)
    remarks = (*given.remarks, *family.remarks)
    return NameParts(
        in_small_letters(family.latin),
        in_small_letters(given.latin, is_given=True),
        normalise_chinese_name(family.han + given.han),
        titles[0] if titles else "",
        letters=", ".join(texts_of(remarks, RemarkKind.LETTERS)),
        gender=given.gender if given.gender is not Gender.UNKNOWN else family.gender,
        remarks=(*remarks, *(Remark(RemarkKind.NOTE, title) for title in titles[1:])),
    )


def _rest_of(whole: NameParts, family: str) -> str:
    """Return the given name that a whole name leaves when its family name is known from another column."""
    known = set(fold(family).split())
    words = both_orders(whole.family, whole.given)[0].split()
    return " ".join(word for word in words if not set(fold(word).split()) <= known) if known else ""


def _first_of(first: NameParts, second: NameParts) -> NameParts:
    """Return the first name with its gaps filled from the second; family and given name stay together."""
    latin = first if first.family or first.given else second
    remarks = tuple(dict.fromkeys((*first.remarks, *second.remarks)))
    return NameParts(
        latin.family,
        latin.given,
        first.name_zh or second.name_zh,
        first.honorific or second.honorific,
        is_certain=latin.is_certain,
        letters=", ".join(texts_of(remarks, RemarkKind.LETTERS)),
        gender=first.gender if first.gender is not Gender.UNKNOWN else second.gender,
        remarks=remarks,
    )


def _mention_other_names(
    line: Line, name: NameParts, others: Iterable[NameParts], *, family_first: bool
) -> None:
    """Tell of names in another column that say something else than the one that is taken."""
    own, turned = map(_key, both_orders(name.family, name.given))
    for other in others:
        latin = both_orders(other.family, other.given)[family_first]
        spelt = _key(latin)
        if spelt and own and spelt not in own and spelt not in turned:
            line.say(
                None, Severity.WARNS, message("Another column says “{text}”; it is not taken.", text=latin)
            )
        if other.name_zh and other.name_zh != name.name_zh:
            sentence = message("Another column says “{text}”; it is not taken.", text=other.name_zh)
            line.say(None, Severity.WARNS, sentence)


def _mention_latin_beside(line: Line, name: NameParts, found: NameParts, *, family_first: bool) -> None:
    """Tell what becomes of Latin letters beside Chinese script which are no whole name: `陈Peter`, `马J.`.

    What another column says otherwise is told already.
    """
    latin = both_orders(found.family, found.given)[family_first]
    if not (latin and found.name_zh) or (found.given and found.family and _is_of(found, name)):
        return
    if _is_of(found, name):
        sentence = mark("“{text}” beside “{name}” is taken for the name in Latin letters.")
    elif any(_key(latin) in _key(each) for each in both_orders(name.family, name.given)):
        sentence = mark("“{text}” in Latin letters beside “{name}” is left out.")
    else:
        return
    line.say(None, Severity.WARNS, Message(sentence, {"text": latin, "name": found.name_zh}))


def _is_of(found: NameParts, name: NameParts) -> bool:
    return (found.family, found.given) == (name.family, name.given)


def _key(text: str) -> str:
    return fold(text).replace(" ", "")


def _mention_remarks(line: Line, name: NameParts) -> None:
    for remark in name.remarks:
        if remark.kind in _SAID_OF_REMARKS:
            sentence = Message(_SAID_OF_REMARKS[remark.kind], {"text": remark.text})
            line.say(None, Severity.NOTES, sentence)


_SAID_OF_REMARKS = {
    RemarkKind.NOTE: mark("“{text}” beside the name is no part of it and goes into the note."),
    RemarkKind.LETTERS: mark("“{text}” is kept as letters after the name."),
    RemarkKind.TITLE: mark("“{text}” beside the name is taken for the form of address."),
    RemarkKind.GENDER: mark("“{text}” beside the name is taken for the gender."),
    RemarkKind.NUMBERING: mark("“{text}” beside the name only numbers it and is left out."),
}
_HALVES_ZH = (Field.FAMILY_ZH, Field.GIVEN_ZH)
_NAMES = (
    *(Field.FULL_NAME, Field.PINYIN, Field.NAME_ZH, Field.FAMILY, Field.GIVEN),
    *_HALVES_ZH,
)


def _mention_guess(line: Line, meaning: Field, name: NameParts) -> None:
    if not name.is_certain:
        sentence = message(
            "Family name taken to be “{family}”, given name “{given}”.", family=name.family, given=name.given
        )
        line.say(meaning, Severity.NOTES, sentence)
