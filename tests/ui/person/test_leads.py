"""The inspector of a person tells what they lead, and leads there."""

from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from alternat.actions.existing import change_holder
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.desk.reads import Reads
from alternat.ui.person.inspector import PersonInspector
from alternat.ui.person.leads import LeadsSection
from tests.factories.follow_up import fill_follow_up


def section(inspector: PersonInspector) -> LeadsSection:
    (found,) = inspector.findChildren(LeadsSection)
    return found


def test_what_a_person_leads_is_told_and_leads_there(qtbot: QtBot, demo_desk: Desk) -> None:
    person: Any = demo_desk.tables.Person
    first, second = (row.id for row in person.select().where(person.side == 1).order_by(person.id).limit(2))
    filled = fill_follow_up(demo_desk.workspace, demo_desk.meeting or 0, first)
    inspector = PersonInspector(demo_desk, Reads(demo_desk, demo_desk))
    qtbot.addWidget(inspector)
    inspector.resize(400, 800)
    inspector.show()

    inspector.show_person(first)

    leads = section(inspector)
    assert [(each.name, each.text) for each in leads.links.links] == [
        (
            "Existing dialogue",
            (
                "Mechanism for consultations concerning judicial and law-enforcement cooperation between "
                "Canada and China · since 2027-06-17"
            ),
        ),
        (
            f"{demo_desk.tables.Outcome.get_by_id(filled.outcome).code}",
            "The two sides will exchange lists of contact points by 1 September 2027. · Agreed · 2027-09-01",
        ),
    ]
    wanted: list[Place] = []
    demo_desk.place_wanted.connect(wanted.append)
    for at in range(2):
        leads.links.follow(at)
    assert [each.table for each in wanted] == ["holder", "outcome"]
    inspector.show_person(second)
    assert leads.isHidden()
    assert leads.links.links == ()


def test_what_somebody_has_led_comes_after_what_they_lead(qtbot: QtBot, demo_desk: Desk) -> None:
    person: Any = demo_desk.tables.Person
    first = person.select().where(person.side == 1).order_by(person.id).first().id
    fill_follow_up(demo_desk.workspace, demo_desk.meeting or 0, first)
    holder = demo_desk.tables.Holder.get().id
    days = {"since": date(2024, 1, 1), "until": date(2026, 12, 31)}
    change_holder(demo_desk.workspace, holder, days)
    inspector = PersonInspector(demo_desk, Reads(demo_desk, demo_desk))
    qtbot.addWidget(inspector)
    inspector.show_person(first)
    led = section(inspector).links.links[0]
    assert led.is_quiet
    assert led.text.endswith("2024-01-01 to 2026-12-31")
