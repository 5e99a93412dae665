"""A difference between two texts as a sentence that shows both places."""

from alternat.language.messages import Message, message, series
from alternat.planning.concordance.differences import Difference
from alternat.planning.concordance.mentions import Kind

_FIGURES = frozenset({Kind.NUMBER, Kind.DATE, Kind.TIME})


def sentence(difference: Difference) -> Message:
    """Return what differs, in words: both places, and which text stands alone where two agree."""
    if difference.kind is Kind.FORBIDDEN:
        return _forbidden(difference)
    if difference.there is None:
        return _nothing(difference)
    here, there, third = difference.here, difference.there, difference.third
    if third is None:
        return message(
            "The {language} text says “{words}”, the {other} text “{others}”.",
            language=here.language,
            words=here.words,
            other=there.language,
            others=there.words,
        )
    alone, agreed = (here, there) if difference.odd is here.language else (there, here)
    return message(
        "The {language} text says “{words}”; the {other} text says “{others}”, and the {third} text "
        "agrees with it.",
        language=alone.language,
        words=alone.words,
        other=agreed.language,
        others=agreed.words,
        third=third,
    )


def _nothing(difference: Difference) -> Message:
    here, other, third = difference.here, difference.languages[1], difference.third
    said = {"language": here.language, "words": here.words, "other": other}
    expected = series(difference.expected)
    if difference.kind in _FIGURES or not difference.expected:
        if third is None:
            return message(
                "The {language} text says “{words}”; nothing in the {other} text says the same.", **said
            )
        if difference.odd is here.language:
            return message(
                "The {language} text says “{words}”; nothing in the {other} text or in the {third} text says "
                "the same.",
                **said,
                third=third,
            )
        return message(
            "The {language} text says “{words}”, and so does the {third} text; nothing in the {other} text "
            "says the same.",
            **said,
            third=third,
        )
    if third is None:
        return message(
            "The {language} text has “{words}”; nothing in the {other} text stands for it ({expected}).",
            **said,
            expected=expected,
        )
    if difference.odd is here.language:
        return message(
            "The {language} text has “{words}”; nothing in the {other} text ({expected}) or in the {third} "
            "text stands for it.",
            **said,
            third=third,
            expected=expected,
        )
    return message(
        "The {language} text has “{words}”, and the {third} text has it too; nothing in the {other} text "
        "stands for it ({expected}).",
        **said,
        third=third,
        expected=expected,
    )


def _forbidden(difference: Difference) -> Message:
    here, there = difference.here, difference.there
    expected = series(difference.expected)
    if not difference.expected:
        return message(
            "The {language} text says “{words}”, which is not to be used.",
            language=here.language,
            words=here.words,
        )
    if there is None:
        return message(
            "The {language} text says “{words}”, which is not to be used; write “{expected}”.",
            language=here.language,
            words=here.words,
            expected=expected,
        )
    return message(
        "The {language} text says “{words}” for “{others}” in the {other} text; write “{expected}”.",
        language=here.language,
        words=here.words,
        other=there.language,
        others=there.words,
        expected=expected,
    )
