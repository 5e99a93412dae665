"""The overview tells what of the follow-up is due, stuck or waiting, and each line leads there."""

from datetime import date, timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from alternat.actions.guidance import close_guidance
from alternat.actions.objectives import add_instrument
from alternat.actions.outcomes import add_outcome, change_outcomes, set_outcome_state
from alternat.language.label import Label, Language
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.overview.follow_up_card import FollowUpCard
from alternat.ui.parts.widgets.buttons import Button
from tests.factories.queries import questions_of

TODAY = date(2027, 3, 2)


def shown(qtbot: QtBot, desk: Desk) -> FollowUpCard:
    """Return the card of a dialogue in which nothing has been agreed and nothing waits."""
    requests = [row.id for row in desk.tables.Guidance.select() if row.closed_on is None]
    if requests:
        close_guidance(desk.workspace, requests, TODAY)
    outcomes = [row.id for row in desk.tables.Outcome.select()]
    assert not outcomes
    card = FollowUpCard(desk)
    qtbot.addWidget(card)
    card.resize(400, 400)
    card.show()
    card.load()
    return card


def held(desk: Desk) -> int:
    """Return the meeting held last before today."""
    meeting: Any = desk.tables.Meeting
    return int(meeting.select().where(meeting.starts < TODAY).order_by(meeting.starts.desc()).first().id)


def outcome(desk: Desk, name: str, days: int | None = None, **fields: Any) -> int:
    """Agree an outcome that is due so many days from today."""
    due = None if days is None else TODAY + timedelta(days=days)
    text = Label(name, name, name)
    given = {"meeting": held(desk), "kind": OutcomeKind.AGREED, "text": text, "due": due, **fields}
    added = add_outcome(desk.workspace, given)
    return added.inserted("outcome")[0]


def test_nothing_is_told_calmly(qtbot: QtBot, desk: Desk) -> None:
    card = shown(qtbot, desk)
    assert card.told == ()
    assert card._nothing.text() == (
        "What the meetings agree, and what is asked of the co-chairs, is followed up there."
    )
    outcome(desk, "Later", 300)
    card.load()
    assert card._nothing.text() == "Nothing is due, stuck or waiting."


def test_what_presses_most_comes_first_with_the_oldest_of_its_kind(qtbot: QtBot, desk: Desk) -> None:
    card = shown(qtbot, desk)
    outcome(desk, "Late", -1)
    outcome(desk, "Later still", -40)
    outcome(desk, "Soon", 30)
    outcome(desk, "Not yet", 31)
    outcome(desk, "Only noted", -5, kind=OutcomeKind.NOTED)
    done = outcome(desk, "Done", -5)
    stuck = outcome(desk, "Stuck")
    set_outcome_state(desk.workspace, [done], OutcomeState.DONE, on=TODAY)
    set_outcome_state(desk.workspace, [stuck], OutcomeState.STUCK, on=TODAY, reason=Label("No funds"))
    provision: Any = desk.tables.Provision
    objective = provision.get(provision.kind == ProvisionKind.OBJECTIVE).id
    for name, ends in (("Pilot", date(2027, 5, 31)), ("Far", date(2027, 6, 1))):
        title = Label(name, name, name)
        fields = {"objective": objective, "kind": InstrumentKind.PILOT, "title": title, "ends": ends}
        add_instrument(desk.workspace, fields)

    card.load()

    assert card.told == (
        "2 outcomes are overdue, the oldest since 2027-01-21: “Later still”",
        "1 instrument has its last day to speak soon, 2027-05-31: “Pilot”",
        "1 outcome is due soon, by 2027-04-01: “Soon”",
        "1 outcome is stuck: “Stuck”",
    )


def test_each_line_leads_to_what_presses_most(qtbot: QtBot, desk: Desk) -> None:
    card = shown(qtbot, desk)
    late = outcome(desk, "Late", -40)
    outcome(desk, "Less late", -3)
    card.load()
    wanted: list[Place] = []
    desk.place_wanted.connect(wanted.append)
    shows = [each for each in card.findChildren(Button) if each.text() == "Show" and not each.isHidden()]
    shows[0].click()
    assert wanted == [Place("outcome", late)]


def test_a_request_that_waits_is_told_until_it_is_answered(qtbot: QtBot, demo_desk: Desk) -> None:
    card = FollowUpCard(demo_desk)
    qtbot.addWidget(card)
    card.load()
    (told,) = (each for each in card.told if "guidance" in each)
    assert told.startswith("1 request for guidance waits, since 2026-10-12: “Should requests")
    demo_desk.screen.set_language(Language.FR)
    card.load()
    assert any(each.startswith("1 demande d’orientation attend depuis le 2026-10-12") for each in card.told)


def test_it_asks_as_much_of_many_outcomes_as_of_few(qtbot: QtBot, desk: Desk) -> None:
    card = shown(qtbot, desk)
    first = outcome(desk, "Late", -40)
    before = questions_of(card.load)
    for at in range(6):
        outcome(desk, f"Late {at}", -at - 1)
    change_outcomes(desk.workspace, [first], {"due": TODAY - timedelta(days=50)})
    assert len(questions_of(card.load)) == len(before)
