"""The map of the follow-up: outcomes, existing dialogues, requests, objectives, and what is tied to what."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from alternat.language.messages import Message, counted, message
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.existing import existing_dialogues
from alternat.planning.follow_up_map import FollowUpMap, Node, NodeKey, NodeKind, follow_up_map
from alternat.planning.guidance import guidance_requests
from alternat.planning.objectives import objectives
from alternat.planning.provision_states import PROVISION_STATES
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.map.column import Column
from alternat.ui.follow_up.map.ties import Ties
from alternat.ui.follow_up.records import Records
from alternat.ui.follow_up.view import View
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.segmented import Segmented

TITLES: Mapping[NodeKind, Message] = {
    NodeKind.OUTCOME: message("Outcomes"),
    NodeKind.DIALOGUE: message("Existing dialogues"),
    NodeKind.GUIDANCE: message("Requests for guidance"),
    NodeKind.OBJECTIVE: message("Objectives"),
}
TABLES: Mapping[NodeKind, str] = {
    NodeKind.OUTCOME: "outcome",
    NodeKind.DIALOGUE: "provision",
    NodeKind.GUIDANCE: "guidance",
    NodeKind.OBJECTIVE: "provision",
}
"""The table whose page opens a record."""
NOTHING: Mapping[NodeKind, Message] = {
    NodeKind.OUTCOME: message("No outcomes yet. What a meeting agrees is added under “Outcomes”."),
    NodeKind.DIALOGUE: message("No existing dialogues yet. They are added on the page “Objectives”."),
    NodeKind.GUIDANCE: message("No requests for guidance yet. They are added under “Guidance”."),
    NodeKind.OBJECTIVE: message("No objectives yet. They are added on the page “Objectives”."),
}
"""What a column says that has no record at all, with the way to begin."""
NONE_OPEN = message("None of them is open. Choose “All” to see them.")


class MapView(View):
    """Four lists side by side; what hangs on the chosen record stands out in all of them, and on top."""

    def __init__(self, desk: Desk, records: Records) -> None:
        self._map: FollowUpMap | None = None
        self._chosen: NodeKey | None = None
        super().__init__(desk, records)

    def build(self) -> None:
        """Make the four columns with the ties between them."""
        screen = self.desk.screen
        choices = ((True, message("Open")), (False, message("All")))
        self.scope = Segmented(screen, message("Which records"), choices)
        self.scope.choose(value=True)
        self.scope.chosen.connect(lambda _: self._show())
        self._hint = label("muted")
        self._hint.setWordWrap(True)
        self.columns = {kind: Column(screen) for kind in NodeKind}
        self._headings: dict[NodeKind, QLabel] = {kind: label("strong", wrap=True) for kind in NodeKind}
        kinds = list(NodeKind)
        pairs = pairwise(kinds)
        self._ties = [Ties(screen, self.columns[one], self.columns[other]) for one, other in pairs]
        row = QHBoxLayout()
        row.setSpacing(0)
        for at, kind in enumerate(kinds):
            column, side = self.columns[kind], QVBoxLayout()
            side.setSpacing(Space.XS)
            side.addWidget(self._headings[kind])
            side.addWidget(column, 1)
            row.addLayout(side, 1)
            if at < len(self._ties):
                row.addWidget(self._ties[at])
            column.chosen.connect(self.choose)
            column.opened.connect(self._open)
            column.sideways.connect(lambda by, at=at: self._sideways(at, by))
            self.wording.put(column.setAccessibleName, TITLES[kind])
        self.open = QAction(self)
        self.open.triggered.connect(self._open_chosen)
        self.wording.put(self.open.setText, message("Open the chosen record"))
        bar = FlowBar(self.scope, self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, Space.L, Space.M)
        whole.setSpacing(Space.S)
        whole.addWidget(bar)
        whole.addLayout(row, 1)
        screen.theme_changed.connect(self._show)

    def load(self) -> None:
        """Read what is on the map; what was chosen stays so while it is there."""
        tables = self.desk.tables
        self._map = follow_up_map(
            self.records.all(),
            existing_dialogues(tables),
            guidance_requests(tables),
            objectives(tables),
            PROVISION_STATES[ProvisionKind.OBJECTIVE],
        )
        self._show()

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the command that opens the chosen record."""
        return (self.open,)

    def place(self) -> Place | None:
        """Return the chosen record where another view of the follow-up shows such."""
        if self._chosen is None or self._chosen[0] not in (NodeKind.OUTCOME, NodeKind.GUIDANCE):
            return None
        return Place(TABLES[self._chosen[0]], self._chosen[1])

    def show_place(self, place: Place) -> None:
        """Choose a record."""
        kind = next((kind for kind, table in TABLES.items() if table == place.table), None)
        if kind is NodeKind.DIALOGUE:
            kind = next((each for each in NodeKind if self._node((each, place.row))), kind)
        if kind is not None and self._node((kind, place.row)):
            if not self._is_shown((kind, place.row)):
                self.scope.choose(value=False)
            self._chosen = (kind, place.row)
            self._show()
            self.columns[kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: NodeKey) -> None:
        """Let a record be the one from which ties are followed."""
        if key != self._chosen:
            self._chosen = key
            self._show()

    @property
    def chosen(self) -> NodeKey | None:
        """The record from which ties are followed."""
        return self._chosen

    def _show(self) -> None:
        if self._map is None:
            return
        if self._chosen is not None and not self._is_shown(self._chosen):
            self._chosen = None
        around = self._map.around(self._chosen) if self._chosen else frozenset()
        for kind, column in self.columns.items():
            nodes = [node for node in self._map.columns[kind] if not self.scope.value or node.is_open]
            is_own = self._chosen is not None and self._chosen[0] is kind
            column.records.show_nodes(nodes, around, is_own=is_own or self._chosen is None)
            if is_own and self._chosen:
                column.stand_on(self._chosen)
            column.say_nothing(self.say(NONE_OPEN if self._map.columns[kind] else NOTHING[kind]))
            tied = sum(node.key in around for node in nodes)
            self._headings[kind].setText(self.say(self._heading(kind, len(nodes), tied)))
        for each in self._ties:
            each.show_map(self._map)
        self.open.setEnabled(self._chosen is not None)
        self._hint.setText(self.say(self._advice()))

    def _heading(self, kind: NodeKind, count: int, tied: int) -> Message:
        if self._chosen is None:
            return message("{title} ({count})", title=TITLES[kind], count=count)
        return message("{title} ({tied} of {count})", title=TITLES[kind], tied=tied, count=count)

    def _advice(self) -> Message:
        if not any(column.records.nodes for column in self.columns.values()):
            return message("There is nothing on the map yet.")
        if self._chosen is None:
            return message("Choose a record to see what hangs together with it.")
        assert self._map is not None
        others = len(self._map.around(self._chosen)) - 1
        return counted(
            "{count} record hangs together with it. The arrows follow, Enter opens.",
            "{count} records hang together with it. The arrows follow, Enter opens.",
            others,
        )

    def _sideways(self, at: int, by: int) -> None:
        """Go to the first tied record of the next column that has one."""
        kinds = list(NodeKind)
        place = at + by
        while 0 <= place < len(kinds):
            column = self.columns[kinds[place]]
            tied = column.first_tied()
            if tied is not None and column.stand_on(tied):
                column.setFocus(Qt.FocusReason.TabFocusReason)
                return
            place += by

    def _open_chosen(self) -> None:
        if self._chosen is not None:
            self._open(self._chosen)

    def _open(self, key: NodeKey) -> None:
        self.desk.show_place(Place(TABLES[key[0]], key[1]))

    def _node(self, key: NodeKey) -> Node | None:
        nodes = self._map.columns[key[0]] if self._map else ()
        return next((node for node in nodes if node.key == key), None)

    def _is_shown(self, key: NodeKey) -> bool:
        node = self._node(key)
        return node is not None and (node.is_open or not self.scope.value)
