"""What commands tell of texts and of their differences as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli import shapes
from alternat.language.label import Language

if TYPE_CHECKING:
    from alternat.planning.concordance.differences import Difference
    from alternat.planning.concordance.mentions import Place
    from alternat.planning.text_states import TextDifferences, TextState


def listed(differing: "TextDifferences") -> Sequence[tuple["Difference", str]]:
    """Return the differences of a text in the order of their numbers, each with why it was dismissed."""
    return [
        *((each, "") for each in differing.open),
        *((each, by.reason) for each, by in differing.dismissed),
    ]


def text_as_json(state: "TextState", differing: "TextDifferences | None") -> dict[str, Any]:
    """Return how a text stands."""
    return {
        "text": state.of.code,
        "wording": state.of.text.as_mapping(),
        "is_open": state.of.is_open,
        "languages": {
            each.language.value: {
                "standing": each.standing.value,
                "checked_on": _day(each.checked_on),
                "checked_by": each.checked_by,
                "changed": list(each.changed),
            }
            for each in state.languages
        },
        "agreements": [
            {
                "side": each.side,
                "language": each.language.value,
                "day": _day(each.day),
                "by": each.done_by,
                "stands": each.stands,
            }
            for each in state.agreements
        ],
        "is_collated": state.is_collated,
        "collations": [
            {
                "number": each.id,
                "day": _day(each.day),
                "by": each.done_by,
                "versions": each.versions,
                "note": each.note,
                "changed": list(each.changed),
            }
            for each in state.collations
        ],
        "differences": differences_as_json(differing) if differing else [],
    }


def differences_as_json(differing: "TextDifferences") -> list[dict[str, Any]]:
    """Return the differences of a text in the order of their numbers."""
    return [
        {
            "text": differing.of.code,
            "number": at,
            "kind": each.kind.value,
            "languages": list(each.languages),
            "here": _place(each.here),
            "there": _place(each.there) if each.there else None,
            "key": each.key,
            "dismissed": reason,
        }
        for at, (each, reason) in enumerate(listed(differing), 1)
    ]


def texts_shape() -> shapes.Shape:
    """Return what `text list` tells as JSON."""
    return shapes.listed(text_shape())


def text_shape() -> shapes.Shape:
    """Return what `text show` tells as JSON."""
    from alternat.planning.text_states import Standing

    text, languages = shapes.text(), _languages()
    stands = shapes.record(
        standing=shapes.one_of(Standing),
        checked_on=shapes.or_none(shapes.day()),
        checked_by=text,
        changed=languages,
    )
    agreement = shapes.record(
        side=text,
        language=shapes.one_of(Language),
        day=shapes.day(),
        by=text,
        stands=shapes.yes_no(),
    )
    collation = shapes.record(
        number=shapes.key(), day=shapes.day(), by=text, versions=text, note=text, changed=languages
    )
    return shapes.record(
        text=text,
        wording=shapes.texts(),
        is_open=shapes.yes_no(),
        languages=shapes.record(**{each.value: stands for each in Language}),
        agreements=shapes.listed(agreement),
        is_collated=shapes.yes_no(),
        collations=shapes.listed(collation),
        differences=differences_shape(),
    )


def differences_shape() -> shapes.Shape:
    """Return what `text differences` tells as JSON."""
    from alternat.planning.concordance.mentions import Kind

    text = shapes.text()
    place = shapes.record(
        language=shapes.one_of(Language), start=shapes.number(), end=shapes.number(), words=text
    )
    return shapes.listed(
        shapes.record(
            text=text,
            number=shapes.key(),
            kind=shapes.one_of(Kind),
            languages=_languages(),
            here=place,
            there=shapes.or_none(place),
            key=text,
            dismissed=text,
        )
    )


def _languages() -> shapes.Shape:
    return shapes.listed(shapes.one_of(Language))


def _place(place: "Place") -> Mapping[str, Any]:
    return {
        "language": place.language.value,
        "start": place.start,
        "end": place.end,
        "words": place.words,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
