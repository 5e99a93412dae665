"""Who leads an objective or an existing dialogue over time, with the way to let somebody succeed."""

from collections.abc import Mapping, Sequence

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.existing import HOLDER
from alternat.planning.existing import HolderPlan, lead_on
from alternat.ui.desk.desk import Desk
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import spoken
from alternat.ui.objectives.people import people_of_side
from alternat.ui.objectives.succession import Succession
from alternat.ui.objectives.verbs import LeadVerbs
from alternat.ui.objectives.words import holder_words
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.records import RecordsSection
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.flow_bar import FlowBar


class LeadsSection(RecordsSection[HolderPlan]):
    """The officials of both sides, those of each in the order of their days."""

    def __init__(self, desk: Desk, countries: Mapping[str, Label], verbs: LeadVerbs) -> None:
        super().__init__(desk.screen, message("Who leads"), message("Add"), HOLDER, verbs.change)
        self._desk, self._countries, self._verbs = desk, countries, verbs
        self._provision, self._name = 0, Label()
        self._holders: tuple[HolderPlan, ...] = ()
        self.add.hide()
        for field, caption in (
            ("person", message("Official")),
            ("since", message("Since")),
            ("until", message("Until")),
            ("note", message("Private note")),
        ):
            choices = self._people if field == "person" else None
            self.add_row(self.rows.make(field, caption, choices=choices))
        self.successions: dict[str, Button] = {}
        for side in countries:
            button = Button(desk.screen, spoken(""), icon="user-check", kind="quiet")
            button.clicked.connect(lambda _=False, side=side: self.open_succession(side))
            self.successions[side] = button
        bar = FlowBar(*self.successions.values())
        bar.setContentsMargins(0, 0, 0, Space.XS)
        self.column.addWidget(bar)
        self.dialog: Succession | None = None
        self.removal_wanted.connect(verbs.remove)

    def show_holders(
        self, provision: int, name: Label, holders: Sequence[HolderPlan], *, is_other: bool
    ) -> None:
        """Show who leads a provision."""
        if is_other:
            self.close_opened()
        self._provision, self._name, self._holders = provision, name, tuple(holders)
        say = self.screen_of.say
        told = [say(holder_words(each, self._countries[each.side])) for each in holders]
        self.show_records(holders, told, is_other=is_other)
        today = self._desk.today()
        for side, button in self.successions.items():
            country = self._countries[side]
            has_lead = lead_on(holders, side, today) is not None
            button.say(
                message("Succeed, {country}…", country=country)
                if has_lead
                else message("Name who leads, {country}…", country=country)
            )

    def open_succession(self, side: str) -> None:
        """Ask who leads for a side from which day on."""
        provision, now = self._provision, lead_on(self._holders, side, self._desk.today())
        self.dialog = Succession(
            self._desk,
            self.window(),
            (side, self._countries[side]),
            self._name,
            now,
            lambda person, on: self._verbs.succeed(provision, side, person, on),
        )
        self.dialog.open()

    def _people(self) -> Sequence[Choice]:
        opened = next((each for each in self._holders if each.id == self.opened), None)
        return people_of_side(self._desk, opened.side) if opened else ()
