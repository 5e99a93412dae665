"""Characters that nobody sees, characters of private use, and what is done about either; never in silence.

Sources: UAX #9 (bidirectional controls), UTR #36 (invisible characters), UTS #37 (ideographic variation
selectors, which are part of a name and stay); GB 18030-2005 and -2022 for the ideographs that older files
keep at code points of private use.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from alternat.language.messages import Message, message

_LINES = "\n\t\r\v\f"
_PARTS_LINES = "\u0085\u2028\u2029"
_ALSO_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2028\u2029\u3164\uffa0")
"""Fillers and joiners of other categories that leave no mark either."""
_FILLERS = re.compile(f"[{''.join(sorted(_ALSO_UNSEEN))}]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Ideographs that composing would replace by others: they are somebody's name."""

_FROM_E815 = (
    "2E81 20087 20089 200CC 2E84 3473 3447 2E88 2E8B 9FB4 359E 361A 360E 2E8C 2E97 396E 3918 9FB5 39CF 39DF "
    "3A73 39D0 9FB6 9FB7 3B4E 3C6E 3CE0 2EA7 215D7 9FB8 2EAA 4056 415F 2EAE 4337 2EB3 2EB6 2EB7 2298F 43B1 "
    "43AC 2EBB 43DD 44D6 4661 464C 9FB9 4723 4729 477C 478D 2ECA 4947 497A 497D 4982 4983 4985 4986 499F "
    "499B 49B7 49B6 9FBA 241FE 4CA3 4C9F 4CA0 4CA1 4C77 4CA2 4D13 4D14 4D15 4D16 4D17 4D18 4D19 4DAE 9FBB"
)
_SINGLE = {
    **dict(zip(range(0xE78D, 0xE797), (0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE19), 0xFE19), strict=True)),
    0xE7C7: 0x1E3F,
}
_PROPOSED: Mapping[str, str] = MappingProxyType(
    {
        **{chr(0xE815 + at): chr(int(code, 16)) for at, code in enumerate(_FROM_E815.split())},
        **{chr(private): chr(public) for private, public in _SINGLE.items()},
    }
)


def code_point(character: str) -> str:
    """Return how a character is called where it cannot be shown.

    >>> code_point(chr(0x202E))
    'U+202E'
    """
    return f"U+{ord(character):04X}"


def is_unseen(character: str) -> bool:
    """Return whether a character leaves no mark of its own; line breaks and tabs are none of these."""
    if character in _LINES:
        return False
    return unicodedata.category(character) in _UNSEEN or character in _ALSO_UNSEEN


def is_private(character: str) -> bool:
    """Return whether a character is of private use: what it looks like is known to one computer only."""
    return unicodedata.category(character) == "Co"


def shows_wholly(text: str) -> bool:
    """Return whether every character of a text leaves a mark, its blanks apart; quick, for most texts."""
    return text.isprintable() and not (not text.isascii() and _FILLERS.search(text))


@lru_cache(maxsize=20_000)
def unseen_in(text: str) -> tuple[str, ...]:
    """Return the characters of a text that nobody sees, each once."""
    if shows_wholly(text):
        return ()
    return tuple(dict.fromkeys(each for each in text if is_unseen(each) and each not in _PARTS_LINES))


def without_unseen(text: str) -> str:
    """Return a text without the characters that nobody sees; those that part lines become line breaks."""
    if shows_wholly(text):
        return text
    plain = re.sub("\r\n|[\r\v\f\u0085\u2028\u2029]", "\n", text)
    return "".join(each for each in plain if not is_unseen(each))


def private_in(text: str) -> tuple[str, ...]:
    """Return the characters of private use in a text, each once."""
    if text.isprintable():
        return ()
    return tuple(dict.fromkeys(each for each in text if is_private(each)))


def proposal_for(character: str) -> str:
    """Return the ideograph that a character of private use stands for in older Chinese files, or nothing."""
    return _PROPOSED.get(character, "")


def private_question(character: str) -> Message:
    """Return what to ask about a character of private use: whether a known ideograph is meant."""
    code, known = code_point(character), proposal_for(character)
    if known:
        return message(
            "The character {code} is of private use; “{known}” ({known_code}) is probably meant.",
            code=code,
            known=known,
            known_code=code_point(known),
        )
    return message(
        "The character {code} is of private use: other computers show another one or none.", code=code
    )


def with_proposals(text: str) -> str:
    """Return a text with the ideographs that its characters of private use are known to stand for."""
    if text.isprintable():
        return text
    return "".join(_PROPOSED.get(each, each) for each in text)


def composed(text: str) -> str:
    """Return a text in composed form (NFC), with compatibility ideographs left as they are."""
    if text.isascii():
        return text
    if not _COMPATIBILITY.search(text):
        return unicodedata.normalize("NFC", text)
    kept = _COMPATIBILITY.findall(text)
    between = (unicodedata.normalize("NFC", part) for part in _COMPATIBILITY.split(text))
    return "".join(part + own for part, own in zip(between, [*kept, ""], strict=True))
