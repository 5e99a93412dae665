"""What the page about objectives and existing dialogues says of states, steps and terms."""

from collections.abc import Mapping
from datetime import date

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.instruments import Extension, InstrumentKind
from alternat.planning.existing import HolderPlan
from alternat.planning.instruments import step_words
from alternat.planning.objective_standing import LastDay, Stage

SOON, NEAR = 90, 30
"""How many days before the last day to speak a mark shows, and how many before it is grave."""


def stage_words(kind: InstrumentKind, stage: Stage, countries: Mapping[str, Label]) -> Message:
    """Return what a step is called, with the side that takes it alone."""
    words = step_words(kind, stage.step)
    country = countries.get(stage.side)
    return message("{step} ({country})", step=words, country=country) if country else words


def days_words(days: int) -> Message:
    """Return how many days are left, or that they are over."""
    if days < 0:
        return counted("{count} day ago", "{count} days ago", -days)
    if not days:
        return message("today")
    return counted("in {count} day", "in {count} days", days)


def last_day_words(last: LastDay, extension: str) -> Message:
    """Return until when to speak, and what happens if nobody does."""
    arguments = {"day": last.speak_by, "ends": last.ends, "when": days_words(last.days)}
    if last.speak_by == last.ends and extension != Extension.BY_ITSELF:
        return message("It ends on {day} ({when}).", day=last.ends, when=arguments["when"])
    if extension == Extension.BY_ITSELF:
        return message(
            "Last day to give notice: {day} ({when}). In silence it goes on for another term after {ends}.",
            **arguments,
        )
    if extension == Extension.BY_NOTES:
        return message(
            "Last day to agree that it goes on: {day} ({when}). In silence it ends on {ends}.", **arguments
        )
    return message("Last day to say something: {day} ({when}). It ends on {ends}.", **arguments)


def holder_words(holder: HolderPlan, country: Label) -> Message:
    """Return who leads for a side, and from when until when."""
    known: dict[str, object] = {"name": holder.name, "country": country}
    known |= {"since": _day(holder.since), "until": _day(holder.until)}
    if holder.since and holder.until:
        return message("{name} ({country}), from {since} to {until}", **known)
    if holder.since:
        return message("{name} ({country}), since {since}", **known)
    if holder.until:
        return message("{name} ({country}), until {until}", **known)
    return message("{name} ({country})", name=holder.name, country=country)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
