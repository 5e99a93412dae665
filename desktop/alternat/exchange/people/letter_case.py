"""Writing a name that a list has in capitals as it is written otherwise: de la Fontaine, MacDonald, Xi’an."""

import re
from dataclasses import dataclass
from functools import lru_cache

from alternat.exchange.people.beside_words import folded
from alternat.exchange.people.text import han_share
from alternat.exchange.people.words import name_particles
from alternat.language.folding import fold

_LETTERS = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
_SMALL_BEGINNING = re.compile(r"^(?:Mac|Mc|Le|La|De|Des|Du|Van|Von|[dDlLoO](?=['’]))(?=['’]?[A-ZÀ-ÖØ-Þ]{2})")
_CLAN = re.compile(r"^(Mac|Mc)(?=[A-ZÀ-Þa-zà-ÿ]{2})", re.IGNORECASE)
_CLIPPED = re.compile(r"^['’‘][TSN]$")
"""Dutch articles clipped to one letter: 't, 's, 'n."""
_ELIDED = re.compile(r"^[LD]['’]")
_ARABIC_ARTICLE = re.compile(r"^(?:AL|EL|UL|AD|AR|AS|AZ|AN|AT)-", re.IGNORECASE)
_HYPHENS = re.compile("([-‐‑])")
_NUMERALS = frozenset(("II", "III", "IV", "VII", "VIII"))
_BEFORE_CAPITAL = frozenset(("dell", "dall", "nell", "sull", "all", "coll", "sant", "de", "mac", "degl"))
"""What a capital follows behind an apostrophe, besides single letters; elsewhere it is small, as in Xi’an."""
_AND = frozenset(("e", "y", "i"))
_NEVER_ALONE = frozenset(("ben", "bin", "ibn", "bint", "d", "do", "te", "of", "op", *_AND))
"""Particles that are written with a capital before a hyphen, as in Ben-Gurion."""


@lru_cache(maxsize=50_000)
def in_small_letters(name: str, *, is_given: bool = False) -> str:
    """Return a name typed in capitals throughout as it is written otherwise; any other is left as typed.

    Particles stay small (de la Fontaine, van der Berg), clans keep their second capital (MacDonald, McKay).
    A given name begins with a capital (Ben Alex, Van An). Paper sets family names in capitals anyway, so
    nothing is lost there: CÔTÉ, Côté, and CÔTÉ again.
    """
    if han_share(name):
        return name
    words = name.split(" ")
    quiet = [word for word in words if not (is_loud(word) or _is_neutral(word))]
    if not any(map(is_loud, words)) or any(not _is_small_by_right(word) for word in quiet):
        return name
    casing = _Casing(words, may_lower=not quiet, is_given=is_given, is_turkish=bool(set(name) & set("İĞ")))
    return " ".join(casing.written(at) for at in range(len(words)))


def is_loud(word: str) -> bool:
    """Return whether a word is in capitals, but for the small letters of Mac, Mc, O’, d’ and the like."""
    if word.count(".") > 1 or (word.endswith(".") and fold(word) not in {"st", "ste"}):
        return False
    bare = _SMALL_BEGINNING.sub("", word)
    letters = [each for each in bare if each.isalpha()]
    return len(letters) > 1 and all(each.isupper() or each.lower() == each.upper() for each in letters)


def _is_neutral(word: str) -> bool:
    """Return whether a word has no case of its own: an initial, initials with full stops, a sign."""
    return len([each for each in word if each.isalpha()]) < 2 or all(
        len(piece) < 2 for piece in re.split(r"[.\-‐‑]", word)
    )


def _is_small_by_right(word: str) -> bool:
    return fold(word) in name_particles() or fold(word) in {"mc", "mac"}


@dataclass(frozen=True, slots=True)
class _Casing:
    """The words of one name in capitals."""

    words: list[str]
    may_lower: bool
    """Whether particles are to be told; otherwise they stand there in small letters."""
    is_given: bool
    is_turkish: bool

    def written(self, at: int) -> str:
        """Return one word as it is written."""
        word, is_last = self.words[at], at == len(self.words) - 1
        before = fold(self.words[at - 1]) if at else ""
        if not is_loud(word):
            return word.lower() if self._is_small_letter(at, word) else word
        if at and is_last and word in _NUMERALS:
            return word
        can_be_small = self.may_lower and not is_last and (at > 0 or not self.is_given)
        if can_be_small and (_is_particle(word, before) or self._is_in(at)):
            return word.casefold()
        small = ""
        if self.may_lower and at:
            found = _ARABIC_ARTICLE.match(word) or (_ELIDED.match(word) if before == "de" else None)
            small = found.group().lower() if found else ""
        pieces = _HYPHENS.split(word[len(small) :])
        return small + "".join(
            self._piece(pieces, each, before, is_last=is_last) for each in range(len(pieces))
        )

    def _is_small_letter(self, at: int, word: str) -> bool:
        """Return whether a single letter is an "and" between two names, or a clipped article."""
        is_inner = 0 < at < len(self.words) - 1
        is_and = is_inner and not self.is_given and word.lower() in _AND
        return self.may_lower and at < len(self.words) - 1 and (is_and or bool(_CLIPPED.match(word)))

    def _is_in(self, at: int) -> bool:
        return self.words[at] == "IN" and bool(_CLIPPED.match(self.words[at + 1]))

    def _piece(self, pieces: list[str], at: int, before: str, *, is_last: bool) -> str:
        """Return what stands between two hyphens; particles are small there too."""
        piece, is_last = pieces[at], is_last and at == len(pieces) - 1
        stands_alone = fold(piece) in _NEVER_ALONE - _AND or (at == 0 and fold(piece) in _AND)
        is_inner = at > 0 or (len(pieces) > 3 and not self.is_given)
        before = fold(pieces[at - 2]) if at > 1 else before
        can_be_small = self.may_lower and len(pieces) > 1 and is_inner and not is_last and not stands_alone
        if can_be_small and _is_particle(piece, before):
            return piece.casefold()
        if _is_elided_quietly(piece):
            return piece[:2] + self._cased(piece[2:])
        return self._cased(piece)

    def _cased(self, text: str) -> str:
        written, last = [], 0
        for found in _LETTERS.finditer(text):
            between, word = text[last : found.start()], found.group()
            behind = fold(text[: found.start()].rstrip("'’ʼ‘"))
            is_capital = not (last and between in {"'", "’", "ʼ", "‘"}) or (
                len(behind) == 1 or behind in _BEFORE_CAPITAL
            )
            written += [between, self._word(word) if is_capital else self._low(word)]
            last = found.end()
        return "".join((*written, text[last:]))

    def _word(self, piece: str) -> str:
        for beginning in ("Le", "La", "De", "Des", "Du", "Van", "Von"):
            rest = piece.removeprefix(beginning)
            if rest != piece and rest.isupper() and len(rest) > 1:
                return beginning + self._capital(rest)
        found = _CLAN.match(piece)
        if found:
            clan, rest = found.group().capitalize(), piece[found.end() :]
            if clan == "Mc" or not piece.isupper() or fold(rest) in folded("clans"):
                return clan + self._capital(rest)
        return self._capital(piece)

    def _capital(self, text: str) -> str:
        return text[:1].upper() + self._low(text[1:])

    def _low(self, text: str) -> str:
        low = text.replace("I", "ı") if self.is_turkish else text
        return low.replace("İ", "i").lower()


def _is_elided_quietly(piece: str) -> bool:
    """Return whether a word has its d’ or l’ in small letters already, as in d’ARCY."""
    return piece[:1].islower() and piece[1:2] in {"'", "’"}


def _is_particle(word: str, before: str) -> bool:
    """Return whether a word in capitals is a particle that is written small."""
    own = fold(word)
    if own in folded("low-particles") and "." not in word:
        return True
    is_behind = own in folded("low-after-particle") and before in folded("low-particles")
    return is_behind or (own == "an" and before == "mac") or (bool(before) and own in {"du", "des"})
