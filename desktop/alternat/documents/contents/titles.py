"""What a meeting and its documents are called, in each language and with the right country first."""

from alternat.documents.contents.meeting import MeetingFacts, SideFacts
from alternat.language.formats import date_span, ordinal, sentence_case
from alternat.language.label import Label, Language

_FRENCH_ELISION = "aeéèêiouhAEÉÈÊIOUH"


def meeting_title(meeting: MeetingFacts, side: SideFacts, language: Language) -> str:
    """Return the meeting's name with its number, as `Third Canada-China High-Level Dialogue on …`.

    The name is in the side's own country order. Without a number the Dialogue's name stands alone; a name
    missing in the language is the gap of `Label.on_paper`.
    """
    name = side.dialogue_name.on_paper(language)
    if meeting.number is None:
        return name
    which = ordinal(meeting.number, language, feminine=True)
    if language is Language.EN:
        return f"{sentence_case(which)} {name}"
    if language is Language.FR:
        return f"{sentence_case(which)} réunion {_of_french(name)}"
    return f"{which}{name}"


def _of_french(name: str) -> str:
    """Return a French masculine name after the preposition: `du Dialogue …`, `de l’Échange …`."""
    return f"de l’{name}" if name[:1] in _FRENCH_ELISION else f"du {name}"


def place_and_dates(meeting: MeetingFacts, language: Language) -> str:
    """Return where and when, as `Ottawa, June 12–14, 2027`; before the dates are set, the year."""
    city = meeting.city.on_paper(language)
    is_chinese = language is Language.ZH
    if meeting.starts is None:
        days = f"{meeting.year}年" if is_chinese else str(meeting.year)
    else:
        days = date_span(meeting.starts, meeting.ends, language)
    if is_chinese:
        return f"{days}　{city}" if city else days
    return f"{city}, {days}" if city else sentence_case(days)


def document_title(meeting: MeetingFacts, side: SideFacts, what: Label, language: Language) -> str:
    """Return the title in the PDF's metadata: what it is and of which meeting, as the side calls it."""
    name = meeting_title(meeting, side, language)
    separator = "——" if language is Language.ZH else " – "
    return f"{what.on_paper(language)}{separator}{name}"
