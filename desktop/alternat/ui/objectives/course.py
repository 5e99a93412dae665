"""The course of an instrument in words and dots, as its objective and its own sheet show it."""

from collections.abc import Mapping
from datetime import date

from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.planning.instruments import BINDING_WORDS, KIND_WORDS, differ_on_binding
from alternat.planning.objective_standing import Stage, course, last_day, next_stage
from alternat.planning.objectives import InstrumentPlan
from alternat.ui.look.screen import Screen
from alternat.ui.objectives.stage_dots import Dot, StageDots
from alternat.ui.objectives.words import last_day_words, stage_words


def show_course(
    dots: StageDots, plan: InstrumentPlan, countries: Mapping[str, Label], screen: Screen
) -> None:
    """Show the steps of an instrument as dots."""
    sides = tuple(countries)
    found, coming = course(plan, sides), next_stage(plan, sides)
    done = sum(each.is_done for each in found)
    shown = [
        Dot(
            screen.say(_told(plan, each, countries, screen)),
            each.is_done,
            each.planned is not None,
            coming is not None and (each.step, each.side) == (coming.step, coming.side),
        )
        for each in found
    ]
    counted = message("{done} of {count} steps done", done=done, count=len(found))
    name = screen.say(counted)
    if coming is not None:
        name = f"{name}. {screen.say(next_words(plan, countries) or counted)}"
    dots.show_dots(shown, name)


def next_words(plan: InstrumentPlan, countries: Mapping[str, Label]) -> Message | None:
    """Return which step comes next and for when it is planned; None where none does."""
    coming = next_stage(plan, tuple(countries))
    if coming is None:
        return None
    words = stage_words(plan.kind, coming, countries)
    if coming.planned is not None:
        return message("Next: {step}, planned for {day}", step=words, day=coming.planned)
    return message("Next: {step}", step=words)


def kind_words(plan: InstrumentPlan) -> Message:
    """Return what an instrument is, and whether it binds where the sides agree on that."""
    views = list(plan.binding.values())
    kind = KIND_WORDS[plan.kind]
    if differ_on_binding(views):
        return message("{kind} · The sides differ on whether it binds", kind=kind)
    said = next((each for each in views if each != "unsaid"), None)
    return message("{kind} · {binding}", kind=kind, binding=BINDING_WORDS[said]) if said else kind


def term_words(plan: InstrumentPlan, today: date) -> Message | None:
    """Return until when to speak about an instrument and when it ends; None where nothing is known."""
    last = last_day(plan, today)
    return last_day_words(last, plan.extension) if last else None


def _told(plan: InstrumentPlan, stage: Stage, countries: Mapping[str, Label], screen: Screen) -> Message:
    words = stage_words(plan.kind, stage, countries)
    if stage.done_on is not None:
        return message("{step}: {day}", step=words, day=short_date(stage.done_on, screen.language))
    if stage.planned is not None:
        return message(
            "{step}: planned for {day}", step=words, day=short_date(stage.planned, screen.language)
        )
    return words
