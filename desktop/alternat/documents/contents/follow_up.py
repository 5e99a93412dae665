"""What papers of the follow-up share: for whom they are, what of the records they show, in which words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from alternat.documents.contents.alternat import Alternat
from alternat.documents.contents.holding_back import printable
from alternat.documents.contents.left_out import Cause, LeftOut, grouped
from alternat.documents.contents.meeting import Gathered, gather_delegations
from alternat.documents.contents.sheet_options import SheetOptions
from alternat.documents.contents.sheets import SheetWords, said
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.typesetting import SEPARATOR
from alternat.language.catalogs import catalog
from alternat.language.formats import listed, plain_date
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.planning.disclosure import AUDIENCES, Audience, may_show
from alternat.planning.outcomes import KINDS, LeadPlan, LinkPlan, NotePlan, OutcomePlan, outcomes, state_words

LEAST_ROWS = 3
"""A last page has so many rows at least, where that can be had."""


@dataclass(frozen=True, slots=True)
class FollowUpOptions(SheetOptions):
    """How a paper of the follow-up is to print; what may not be shown to its audience is left out."""

    audience: Audience = Audience.BOTH


@dataclass(frozen=True, slots=True)
class RecordOptions(FollowUpOptions):
    """How a paper is to print that both sides sign."""

    alternat: Alternat = Alternat.REVERSED


@dataclass(frozen=True, slots=True)
class Shown:
    """The outcomes that an audience may see, and what is kept from it, by the names that the desk knows."""

    outcomes: tuple[OutcomePlan, ...]
    withheld: tuple[Label, ...]
    notes_kept: tuple[Label, ...]
    """The codes of the outcomes that have progress notes this audience does not see."""

    def left_out(self) -> Iterator[LeftOut]:
        """Yield what is left out, by its cause."""
        yield LeftOut(Cause.WITHHELD, self.withheld)
        yield LeftOut(Cause.NOTES_KEPT, self.notes_kept)


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What every paper of the follow-up knows; `countries` maps a side's code to its country."""

    gathered: Gathered
    countries: tuple[tuple[str, Label], ...]


def gather_facts(tables: Tables, meeting: int, copy_for: str) -> FollowUpFacts:
    """Return the meeting with both delegations, the side whose copy it is first."""
    gathered = gather_delegations(tables, meeting, (), copy_for)
    return FollowUpFacts(gathered, tuple((side.code, side.country) for side, _ in gathered.delegations))


def shown_outcomes(tables: Tables, audience: Audience, meeting: int | None = None) -> Shown:
    """Return the outcomes of all meetings, or of one, as an audience may see them.

    Private notes, sources and documents stay at the desk whoever reads the paper.
    """
    plans = outcomes(tables)
    may = {plan.id: may_show(plan, audience) for plan in plans}
    wanted = [plan for plan in plans if meeting is None or plan.meeting == meeting]
    shown = [plan for plan in wanted if may[plan.id]]
    return Shown(
        tuple(_as_shown(plan, audience, may) for plan in shown),
        tuple(Label.same(plan.code) for plan in wanted if not may[plan.id]),
        tuple(
            Label.same(plan.code)
            for plan in shown
            if len(shared_notes(plan.notes, audience)) < len(plan.notes)
        ),
    )


def shared_notes(notes: Iterable[NotePlan], audience: Audience) -> tuple[NotePlan, ...]:
    """Return the progress notes that an audience may see, without their sources.

    What one side has shared with the other is not for the public.
    """
    if audience is Audience.PUBLIC:
        return ()
    is_own = audience is Audience.DESK
    return tuple(replace(each, source="") for each in notes if is_own or each.is_shared)


def _as_shown(plan: OutcomePlan, audience: Audience, may: Mapping[int, bool]) -> OutcomePlan:
    def those(links: Iterable[LinkPlan]) -> tuple[LinkPlan, ...]:
        return tuple(each for each in links if may.get(each.outcome, False))

    is_public = audience is Audience.PUBLIC
    carriers = (
        replace(each, last_asked=None, last_heard=None) if is_public else each for each in plan.carriers
    )
    return replace(
        plan,
        note="",
        carriers=tuple(carriers),
        links=those(plan.links),
        followed_by=those(plan.followed_by),
        notes=shared_notes(plan.notes, audience),
        corrections=tuple(replace(each, document="") for each in plan.corrections),
    )


def follow_up_words(
    facts: FollowUpFacts,
    options: FollowUpOptions,
    document: Message,
    alternat: Alternat = Alternat.REVERSED,
) -> SheetWords:
    """Return what a paper says outside its rows; one for one side alone says so at its foot."""
    is_own = options.audience is Audience.DESK
    return SheetWords(
        facts.gathered,
        options.languages,
        said(document),
        None,
        options.printed_on,
        alternat=alternat,
        audience=AUDIENCES[Audience.DESK] if is_own else None,
    )


def left_out_of(shown: Shown) -> tuple[LeftOut, ...]:
    """Return what is kept from the audience of a paper."""
    return grouped(shown.left_out())


class OutcomeWriter:
    """Says of outcomes what papers say, in one language."""

    def __init__(self, facts: FollowUpFacts, language: Language, fonts: Fonts) -> None:
        self._countries = {code: country.on_paper(language) for code, country in facts.countries}
        self._language, self._fonts = language, fonts
        self._texts: dict[str, str] = {}
        self._say = catalog(language).say

    def say(self, sentence: Message) -> str:
        """Return a sentence."""
        return self._say(sentence)

    def text(self, label: Label) -> str:
        """Return a text as paper shows it."""
        text = label.on_paper(self._language)
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = printable(text, self._fonts)
        return known

    def country(self, code: str) -> str:
        """Return the country of a side."""
        return self._countries.get(code, code)

    def day(self, day: date) -> str:
        """Return a day inside a sentence."""
        return plain_date(day, self._language)

    def kind(self, plan: OutcomePlan) -> str:
        """Return what the meeting did."""
        return self._say(KINDS[plan.kind])

    def due(self, plan: OutcomePlan) -> str:
        """Return by when it is to be done, empty if nobody has said."""
        return self._say(message("Due: {day}", day=self.day(plan.due))) if plan.due else ""

    def carriers(self, plan: OutcomePlan) -> str:
        """Return who carries it out, empty for nobody."""
        if not plan.carriers:
            return ""
        names = listed([self.text(each.name) for each in plan.carriers], self._language)
        return self._say(message("Carried out by: {names}", names=names))

    def leads(self, leads: Iterable[LeadPlan]) -> str:
        """Return who leads for each side, that whose copy it is first; empty for nobody."""
        known = {each.side: each for each in leads}
        names = [
            f"{self.text(known[code].name)} ({country})"
            for code, country in self._countries.items()
            if code in known
        ]
        if not names:
            return ""
        if self._language is Language.ZH:
            names = [name.replace(" (", "（").replace(")", "）") for name in names]
        return self._say(message("Leads: {names}", names=SEPARATOR.join(names)))

    def state(self, plan: OutcomePlan) -> str:
        """Return how far it has come, since when, and why."""
        words = self._say(state_words(plan.kind, plan.state))
        if plan.state_on is not None:
            words = self._say(message("{state} since {day}", state=words, day=self.day(plan.state_on)))
        reason = self.text(plan.state_reason)
        return self._say(message("{state}: {reason}", state=words, reason=reason)) if reason else words

    def news(self, plan: OutcomePlan) -> str:
        """Return when something was last asked and heard; empty if never."""
        parts = []
        if plan.last_heard is not None:
            parts.append(self._say(message("Last heard: {day}", day=self.day(plan.last_heard))))
        if plan.last_asked is not None:
            parts.append(self._say(message("Last asked: {day}", day=self.day(plan.last_asked))))
        return SEPARATOR.join(parts)

    def note(self, note: NotePlan) -> str:
        """Return a progress note with its day and who reports."""
        country = self.country(note.side) if note.side else ""
        return SEPARATOR.join(filter(None, (self.day(note.day), country, self.text(note.text))))
