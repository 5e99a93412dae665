"""What papers say of a session in one language: title, place, chairs, agenda, interpretation, names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alternat.documents.contents.programme import ProgrammeFacts
from alternat.language.called import addressed_within, shown_name, with_honorific
from alternat.language.catalogs import catalog
from alternat.language.formats import listed, sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.names import IDEOGRAPHIC_SPACE
from alternat.language.scripts import unbroken
from alternat.language.vocabulary import heading, member_label, spoken_language
from alternat.language.zones import zone_place
from alternat.nouns.people import is_feminine
from alternat.nouns.programme import Interpretation
from alternat.planning.programme import AgendaPlan, RoomPlan, SessionPlan


def title_of(session: SessionPlan) -> Label:
    """Return a session's title, or what kind of session it is where nobody wrote one."""
    return session.title or heading(member_label(session.kind))


def agenda_of(session: SessionPlan) -> tuple[AgendaPlan, ...]:
    """Return the agenda as it prints: without what was dropped, to be numbered anew."""
    return tuple(item for item in session.agenda if not item.is_dropped)


@dataclass(frozen=True)
class SessionWriter:
    """Writes of the sessions of a programme in one language; the side whose copy it is comes first."""

    facts: ProgrammeFacts
    language: Language

    def say(self, sentence: Message) -> str:
        """Return a sentence."""
        return catalog(self.language).say(sentence)

    def title(self, session: SessionPlan) -> str:
        """Return the title."""
        return title_of(session).on_paper(self.language)

    def room(self, room: int | None) -> str:
        """Return the name of a room, its code where it has none; empty for no room."""
        return "" if room is None else self._room(self.facts.programme.rooms[room])

    def venue(self, room: int | None) -> str:
        """Return the name of a room's venue."""
        if room is None:
            return ""
        venue = self.facts.programme.venues[self.facts.programme.rooms[room].venue]
        return venue.name.on_paper(self.language)

    def place(self, room: int | None) -> str:
        """Return a room with its venue, in Chinese the venue first."""
        parts = [text for text in (self.room(room), self.venue(room)) if text]
        if self.language is Language.ZH:
            return IDEOGRAPHIC_SPACE.join(reversed(parts))
        return ", ".join(parts)

    def _room(self, room: RoomPlan) -> str:
        return room.name.on_paper(self.language) or room.code

    def agenda(self, session: SessionPlan) -> tuple[str, ...]:
        """Return the agenda items with their numbers."""
        return tuple(
            f"{number}. {item.text.on_paper(self.language)}"
            for number, item in enumerate(agenda_of(session), start=1)
        )

    def chairs(self, session: SessionPlan) -> str:
        """Return who chairs, as `Co-chairs: …`; empty where nobody is named."""
        names = tuple(self.name_within(person) for person in self._in_order(session) if self._is_here(person))
        if not names:
            return ""
        together = listed(names, self.language)
        if len(names) == 1:
            return self.say(message("Chair: {name}", name=together))
        return self.say(message("Co-chairs: {names}", names=together))

    def _in_order(self, session: SessionPlan) -> Iterator[int]:
        for side in self.facts.sides:
            if side.code in session.chairs:
                yield session.chairs[side.code]

    def _is_here(self, person: int) -> bool:
        return person in self.facts.programme.people

    def name(self, person: int) -> str:
        """Return the name of a participant with the form of address, as sentences have it.

        Lines break between the parts of the name only.
        """
        honorific = self.facts.programme.people[person].honorific.text(self.language)
        if self.language is Language.ZH:
            return unbroken(with_honorific(self.short_name(person), honorific, self.language))
        return with_honorific(unbroken(self.short_name(person)), honorific, self.language)

    def name_within(self, person: int) -> str:
        """Return the name of a participant with the form of address inside a sentence."""
        delegate = self.facts.programme.people[person]
        if self.language is not Language.FR:
            return self.name(person)
        honorific, name = delegate.honorific.text(self.language), unbroken(self.short_name(person))
        return addressed_within(name, honorific, self.language, is_feminine=is_feminine(delegate.gender))

    def short_name(self, person: int) -> str:
        """Return the name alone: in Chinese script in Chinese, else Latin, if there is one."""
        return shown_name(self.facts.programme.people[person]).text(self.language)

    def mode(self, session: SessionPlan) -> str:
        """Return how the session is interpreted; empty where it is not."""
        if session.interpretation is Interpretation.NONE:
            return ""
        return sentence_case(member_label(session.interpretation).text(self.language))

    def remarks(self, session: SessionPlan) -> tuple[str, ...]:
        """Return interpretation, that it is another place's time, and when a journey arrives.

        Words of planning, such as that a time is fixed, are for the office and on no paper.
        """
        found = [self.mode(session)]
        if session.time_zone != self.facts.home.zone:
            found.append(self.say(message("Local time")))
        if session.end_zone and session.end_zone != session.time_zone:
            clock = session.arrival.time().replace(fold=0)
            place = zone_place(session.end_zone)
            found.append(self.say(message("Arrival {clock}, {place} time", clock=clock, place=place)))
        return tuple(filter(None, found))

    def enumeration(self, texts: Sequence[str]) -> str:
        """Return texts one after the other, divided by semicolons."""
        return ("；" if self.language is Language.ZH else "; ").join(texts)

    def pair(self, pair: tuple[str, str]) -> str:
        """Return a pair of languages inside a line: `English–Chinese`, `anglais-chinois`, `英语—汉语`."""
        return _BETWEEN[self.language].join(_language(code, self.language) for code in pair)


_BETWEEN = {Language.EN: "–", Language.FR: "-", Language.ZH: "—"}


def _language(code: str, language: Language) -> str:
    """Return the name of a spoken language; one that is not of the dialogue keeps its code."""
    known = code in set(Language)
    return spoken_language(Language(code)).text(language) if known else code
