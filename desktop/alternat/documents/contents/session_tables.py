"""Sessions as rows of a table: the columns, the clocks of both capitals, what a row says of a session."""

from collections.abc import Sequence
from datetime import date

from alternat.documents.contents.programme import ProgrammeFacts, span_at
from alternat.documents.contents.session_texts import SessionWriter
from alternat.documents.contents.sheets import SheetWords
from alternat.documents.press.columns import Column
from alternat.documents.press.pagination import Section
from alternat.documents.press.style import BODY, NAME, LaidRow
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, plain, strong
from alternat.language.formats import long_date, sentence_case
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.programme import SessionPlan

TIME_MM = 25.0
"""Wide enough for `23:30⁺¹–00:30⁺¹`."""
_DROP = (NAME * 1.3 - BODY * 1.32) / 2 / BODY


def programme_columns(languages: int) -> tuple[Column, ...]:
    """Return the time's column and one a language, or for one language the session's and the place's."""
    return columns_of(TIME_MM, 2, 1.9, 1.0) if languages == 1 else columns_of(TIME_MM, languages)


def day_section(
    words: SheetWords, table: TableSetter, facts: ProgrammeFacts, day: date, rows: Sequence[LaidRow]
) -> Section:
    """Return the rows of a day under its full date in each language."""
    texts = [sentence_case(long_date(day, language)) for language in words.languages]
    return table.section(texts, _heads(words, facts), [row.strip for row in rows], words.again(texts))


def time_cell(facts: ProgrammeFacts, session: SessionPlan) -> Cell:
    """Return when a session is: large on the clock of its own place, small on that of the other capital."""
    away = () if facts.away is None else (faint(span_at(session, facts.away.zone), 1),)
    return (strong(span_at(session, session.time_zone), NAME, 1), *away)


def time_head(words: SheetWords, facts: ProgrammeFacts) -> tuple[str, ...]:
    """Return whose clocks the column of times shows."""
    places = (facts.home,) if facts.away is None else (facts.home, facts.away)
    return tuple(" / ".join(dict.fromkeys(filter(None, words.of(place.name)))) for place in places)


def clock_notes(words: SheetWords, facts: ProgrammeFacts) -> tuple[str, ...]:
    """Return how the two clocks and their day marks are to be read, in each language."""
    assert facts.away is not None
    return tuple(
        SessionWriter(facts, language).say(
            message(
                "Times in bold are local. Times below are those of {city}; ⁺¹ means the following day, "
                "⁻¹ the day before.",
                city=facts.away.name.on_paper(language),
            )
        )
        for language in words.languages
    )


def _heads(words: SheetWords, facts: ProgrammeFacts) -> tuple[tuple[str, ...], ...]:
    if len(words.languages) > 1:
        heads = words.in_each(message("Session and room"))
    else:
        heads = (*words.in_each(message("Programme item")), *words.in_each(message("Room and venue")))
    return (time_head(words, facts), *((text,) for text in heads))


def session_cells(
    facts: ProgrammeFacts,
    languages: Sequence[Language],
    session: SessionPlan,
    own: Sequence[tuple[str, ...]] = (),
) -> tuple[Cell, ...]:
    """Return the cells of a session in `programme_columns`; `own` adds what it means to the reader."""
    writers = [SessionWriter(facts, language) for language in languages]
    added = [tuple(strong(text, most_lines=12, before=0.2) for text in texts) for texts in own] or [()] * len(
        writers
    )
    if len(writers) > 1:
        both = zip(writers, added, strict=True)
        return (time_cell(facts, session), *(_stacked(writer, session, more) for writer, more in both))
    (writer,) = writers
    place = (plain(writer.room(session.room), before=_DROP), faint(writer.venue(session.room)))
    return time_cell(facts, session), (*_described(writer, session), *added[0]), place


def _stacked(writer: SessionWriter, session: SessionPlan, more: Cell) -> Cell:
    first, *rest = _described(writer, session)
    return (first, plain(writer.place(session.room)), *rest, *more)


def _described(writer: SessionWriter, session: SessionPlan) -> Cell:
    return (
        strong(writer.title(session), NAME),
        *(plain(item, before=0.16) for item in writer.agenda(session)),
        plain(writer.chairs(session), before=0.16),
        *(faint(remark, before=0.15) for remark in writer.remarks(session)),
    )
