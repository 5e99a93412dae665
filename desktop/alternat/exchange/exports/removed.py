"""The calendar of a meeting that was removed: whoever has its sessions is told that they are off."""

from collections.abc import Iterable, Mapping

from alternat.exchange.exports.gathering import ProgrammeExport, dropped_session
from alternat.exchange.exports.public import PublicProgramme
from alternat.language.label import Label, Language
from alternat.models.tables import Tables
from alternat.nouns.paper import usual_paper
from alternat.nouns.programme import SessionKind
from alternat.planning.told import ToldSession, told_before


def gather_removed(
    tables: Tables, reference: str, languages: Iterable[Language] | None, *, removals: Mapping[str, int]
) -> ProgrammeExport | None:
    """Return what is left to tell of a removed meeting; None where no calendar of it ever left.

    Internal meetings of a side left in that side’s own copies only, and are not told to others.
    """
    told = told_before(tables, None, reference)
    if told.meeting is None:
        return None
    sessions, news = [], []
    for state in told.last_states(lambda each: each.kind is not SessionKind.INTERNAL):
        off = state.called_off()
        number = told.sequence(off, removals.get(off.uid, 1) - 1, "")
        sessions.append(dropped_session(off, number))
        news.append(ToldSession(off, number))
    side = tables.Side
    spoken = tuple(languages or ()) or tuple(
        Language(each) for each in side.select().order_by(side.number).get().languages
    )
    heading = told.meeting
    public = PublicProgramme(
        paper=usual_paper(heading.paper),
        reference=reference,
        title=heading.title,
        place_and_dates=Label(),
        time_zone=heading.time_zone,
        place=heading.place,
        languages=spoken,
        subject=Label(),
        clocks=(),
        sides=(),
        rooms=(),
        people=(),
        sessions=(),
        dropped=tuple(sessions),
        internal_left_out=0,
    )
    return ProgrammeExport(public, None, "", told.news(news))
