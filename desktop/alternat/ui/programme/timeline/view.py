"""The timeline as one sees it: only what is in view is drawn, and everything is done by hand or by key."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from alternat.language.messages import counted
from alternat.ui.look.screen import Screen
from alternat.ui.programme.timeline.card_painter import CardPainter
from alternat.ui.programme.timeline.cards import Card, Column
from alternat.ui.programme.timeline.ground_painter import Closed, GroundPainter
from alternat.ui.programme.timeline.hand import Hand
from alternat.ui.programme.timeline.keys import STEPS, Act
from alternat.ui.programme.timeline.placement import (
    Placement,
    Stretch,
    between,
    dragged,
    dragged_together,
    neighbour,
    preview,
    stays,
)
from alternat.ui.programme.timeline.ruler import Ruler
from alternat.ui.programme.timeline.scale import GRID, ZOOMS, Scale
from alternat.ui.programme.timeline.sheet import Grip, Sheet

NARROWEST = 150
"""How narrow a column can be, in pixels at 100 % text."""
FIRST_SEEN = 7 * 60 + 30
"""The minute at which a day without sessions is entered."""
KEY = Qt.Key


class TimelineSheet(QAbstractScrollArea):
    """Draws a day with what is selected in it; hands and keys are not its matter."""

    hand: Hand
    selection_changed = Signal()
    placed = Signal(object)
    """Sessions were moved, stretched or copied: a tuple of `Placement`."""
    drawn = Signal(object)
    """An empty stretch was drawn for a new session: a `Stretch`."""
    details_wanted = Signal()
    """Enter was pressed, or a card double-clicked: the details are to be edited."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._columns: tuple[Column, ...] = ()
        self._cards: tuple[Card, ...] = ()
        self._closed: tuple[Closed, ...] = ()
        self._ruler = Ruler((), (), ())
        self._zoom = 2
        self._selected = 0
        self._chosen: frozenset[int] = frozenset()
        self.cards_painter, self._ground = CardPainter(screen), GroundPainter(screen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        screen.theme_changed.connect(self._redraw)
        screen.language_changed.connect(self._redraw)

    @property
    def sheet(self) -> Sheet:
        """The measures of the day's sheet, its columns sharing the width if there is enough."""
        count = max(len(self._columns), 1)
        width = max(self._screen.px(NARROWEST), (self.viewport().width() - self.ruler_width) / count)
        return Sheet(Scale(ZOOMS[self._zoom] * self._screen.scale), width, count)

    @property
    def ruler_width(self) -> int:
        """The width of the strip with the clocks."""
        return self._ground.ruler_width(self._ruler)

    @property
    def heading_height(self) -> int:
        """The height of the strip with the names of the columns."""
        return self._ground.heading_height()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the day."""
        return self._cards

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return self._columns

    @property
    def selected(self) -> Card | None:
        """The card selected last, if it is of this day."""
        return self._card(self._selected)

    @property
    def chosen(self) -> tuple[Card, ...]:
        """All selected cards of this day."""
        return tuple(card for card in self._cards if card.session in self._chosen)

    def _card(self, session: int) -> Card | None:
        return next((card for card in self._cards if card.session == session), None)

    @property
    def origin(self) -> QPointF:
        """Where the corner of the sheet lies in the viewport, scrolled as it is."""
        return QPointF(
            self.ruler_width - self.horizontalScrollBar().value(),
            self.heading_height - self.verticalScrollBar().value(),
        )

    def show_day(
        self, columns: Sequence[Column], cards: Sequence[Card], ruler: Ruler, closed: Sequence[Closed]
    ) -> None:
        """Show a day; selection and place stay."""
        self._columns, self._cards = tuple(columns), tuple(cards)
        self._ruler, self._closed = ruler, tuple(closed)
        self._measure()
        self.viewport().update()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards of the same day and columns."""
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self.viewport().update()

    def set_sides(self, colours: Mapping[str, str]) -> None:
        """Use these colours for the sides, by code."""
        self.cards_painter.set_sides(colours)
        self.viewport().update()

    def enter_day(self) -> None:
        """Scroll to where the day begins."""
        first = min((card.first for card in self._cards), default=FIRST_SEEN)
        self.verticalScrollBar().setValue(round(self.sheet.scale.y(min(first, FIRST_SEEN + 60) - 20)))

    def select(self, session: int) -> None:
        """Select one session, bring it into view and let it be heard; 0 selects none."""
        self.choose({session} if session else (), session)

    def choose(self, sessions: Collection[int], last: int) -> None:
        """Select several sessions; the last of them is brought into view, and the selection is heard."""
        chosen = frozenset(sessions)
        if (chosen, last) == (self._chosen, self._selected):
            return
        self._chosen, self._selected = chosen, last
        card = self.selected
        if card is not None:
            self._reveal(card)
        if len(chosen) > 1:
            count = counted("{count} session selected", "{count} sessions selected", len(chosen))
            self._tell(self._screen.say(count))
        elif card is not None:
            self.speak(card)
        self.viewport().update()
        self.selection_changed.emit()

    def speak(self, card: Card) -> None:
        """Let assistive technology hear a card."""
        parts = (card.times, card.title, card.kind_name, self._columns[card.column].name, card.chairs)
        self._tell(", ".join(part for part in parts if part))

    def _tell(self, sentence: str) -> None:
        self.setAccessibleDescription(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def zoom(self, by: int) -> None:
        """Show minutes larger or smaller, keeping what is in the middle there."""
        middle = self.viewport().height() / 2
        minute = self.sheet.scale.minute(middle - self.origin.y())
        self._zoom = min(max(self._zoom + by, 0), len(ZOOMS) - 1)
        self._measure()
        self.verticalScrollBar().setValue(round(self.sheet.scale.y(minute) + self.heading_height - middle))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view."""
        area = QRectF(event.rect())
        painter = QPainter(self.viewport())
        sheet, origin = self.sheet, self.origin
        strips = QRectF(self.ruler_width, self.heading_height, 1e6, 1e6)
        self._draw_sheet(painter, sheet, origin, area.intersected(strips))
        painter.save()
        painter.translate(0, origin.y())
        ruler = QRectF(0, self.heading_height - origin.y(), self.ruler_width, self.viewport().height())
        self._ground.draw_ruler(painter, sheet, ruler, self._ruler)
        painter.restore()
        painter.save()
        painter.translate(origin.x(), 0)
        left = self.ruler_width - origin.x()
        heads = QRectF(left, 0, self.viewport().width(), self.heading_height)
        current = self.selected.column if self.selected else -1
        if self._columns:
            self._ground.draw_headings(painter, sheet, heads, self._columns, current)
        painter.restore()
        corner = QRectF(0, 0, self.ruler_width, self.heading_height)
        self._ground.draw_corner(painter, corner, self._ruler)
        if self.hasFocus() and self.selected is None:
            painter.setPen(QPen(QColor(self._screen.palette.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_sheet(self, painter: QPainter, sheet: Sheet, origin: QPointF, area: QRectF) -> None:
        painter.save()
        painter.setClipRect(area)
        painter.translate(origin)
        part = area.translated(-origin)
        self._ground.draw_sheet(painter, sheet, part, self._ruler, self._closed)
        for card in sheet.visible(self._cards, part):
            is_selected = card.session in self._chosen
            self.cards_painter.draw(
                painter,
                sheet.rect(card),
                card,
                is_selected=is_selected,
                is_focused=is_selected and card.session == self._selected and self.hasFocus(),
            )
        self._draw_hand(painter, sheet)
        painter.restore()

    def _draw_hand(self, painter: QPainter, sheet: Sheet) -> None:
        for card, placement in self.hand.held:
            ghost = preview(card, placement)
            self.cards_painter.draw(painter, sheet.rect(ghost), ghost, is_selected=True, is_focused=True)
        accent, soft = QColor(self._screen.palette.accent), QColor(self._screen.palette.accent_soft)
        if (stretch := self.hand.stretch) is not None:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(soft)
            painter.drawRect(sheet.place(stretch.column, stretch.first, stretch.last))
        elif (band := self.hand.band) is not None:
            soft.setAlpha(110)
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
            painter.setBrush(soft)
            painter.drawRect(band)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw again: ruler and headings stay where they are."""
        del dx, dy
        self.viewport().update()

    def on_sheet(self, at: QPointF) -> QPointF:
        """Return a place of the viewport on the sheet."""
        return at - self.origin

    def is_on_sheet(self, at: QPointF) -> bool:
        """Return whether a place of the viewport is beside ruler and headings."""
        return at.x() >= self.ruler_width and at.y() >= self.heading_height

    def _reveal(self, card: Card) -> None:
        rect, bars = self.sheet.rect(card), (self.horizontalScrollBar(), self.verticalScrollBar())
        room = (
            self.viewport().width() - self.ruler_width,
            self.viewport().height() - self.heading_height,
        )
        ends = ((rect.left(), rect.right()), (rect.top(), rect.bottom()))
        for bar, (start, end), length in zip(bars, ends, room, strict=True):
            if end > bar.value() + length:
                bar.setValue(round(end - length) + 8)
            if start < bar.value():
                bar.setValue(round(start) - 8)

    def _measure(self) -> None:
        sheet = self.sheet
        wide = self.viewport().width() - self.ruler_width
        high = self.viewport().height() - self.heading_height
        self.horizontalScrollBar().setPageStep(wide)
        self.horizontalScrollBar().setRange(0, max(0, sheet.width - wide))
        self.horizontalScrollBar().setSingleStep(round(sheet.column_width / 2))
        self.verticalScrollBar().setPageStep(high)
        self.verticalScrollBar().setRange(0, max(0, sheet.scale.height - high))
        self.verticalScrollBar().setSingleStep(round(sheet.scale.y(15)))

    def _redraw(self) -> None:
        self.cards_painter.forget()
        self._measure()
        self.viewport().update()


class TimelineView(TimelineSheet):
    """Draws a day and turns what is done to it into placements and stretches; it writes nothing itself."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(screen, parent)
        self.hand = Hand(self)

    def toggle(self, session: int) -> None:
        """Select a session beside the others, or no longer."""
        if session in self._chosen:
            left = [card.session for card in self.chosen if card.session != session]
            self.choose(left, left[-1] if left else 0)
        else:
            self.choose(self._chosen | {session}, session)

    def reach(self, session: int) -> None:
        """Select every session between the one selected last and this one, in rooms and in time."""
        last, card = self.selected, self._card(session)
        if last is None or card is None:
            self.select(session)
        else:
            reached = {each.session for each in between(self._cards, last, card)}
            self.choose(self._chosen | reached, session)

    def catch(self, band: QRectF) -> None:
        """Select what lies in a part of the sheet beside what is selected."""
        caught = [card.session for card in self.sheet.visible(self._cards, band)]
        if caught:
            self.choose(self._chosen | set(caught), caught[-1])

    def choose_all(self) -> None:
        """Select every session of the day."""
        if self._cards:
            last = self._selected if self.selected is not None else self._cards[0].session
            self.choose({card.session for card in self._cards}, last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a card, or begin an empty stretch."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.press(event.position(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show how what lies under the pointer can be taken hold of."""
        self.hand.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the details of a card."""
        if self.hand.under(event.position()) is not None:
            self.details_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select, move and stretch by arrows; Enter opens, Escape gives a drag up."""
        key = KEY(event.key())
        if key == KEY.Key_Escape and self.hand.is_busy:
            self.hand.give_up()
        elif key == KEY.Key_Escape and len(self._chosen) > 1:
            self.select(self._selected)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        elif key in {KEY.Key_Return, KEY.Key_Enter} and self.selected is not None:
            self.details_wanted.emit()
        elif key in {KEY.Key_Plus, KEY.Key_Equal, KEY.Key_Minus}:
            self.zoom(-1 if key == KEY.Key_Minus else 1)
        elif (act := STEPS.get((key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))) is not None:
            self._act(act)
        else:
            super().keyPressEvent(event)

    def _act(self, act: Act) -> None:
        if act.grip:
            self._ask(self._moved(act, act.grip))
            return
        found = neighbour(self._cards, self.selected, act.across, act.down)
        if found is not None and act.extends:
            self.choose(self._chosen | {found.session}, found.session)
        elif found is not None:
            self.select(found.session)

    def _moved(self, act: Act, grip: Grip) -> tuple[tuple[Card, Placement], ...]:
        """Return where the selected cards land at a step of the keys."""
        cards, minutes, count = self.chosen, act.down * GRID, len(self._columns)
        if grip is Grip.BODY and len(cards) > 1:
            landing = dragged_together(cards, minutes, act.across, is_copy=False, count=count)
            return tuple(zip(cards, landing, strict=True))
        return tuple(
            (card, dragged(card, grip, minutes, act.across, is_copy=False, count=count)) for card in cards
        )

    def _ask(self, moves: tuple[tuple[Card, Placement], ...]) -> None:
        if not all(stays(card, placement) for card, placement in moves):
            self.placed.emit(tuple(placement for _, placement in moves))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def place(self, placements: tuple[Placement, ...]) -> None:
        """Ask for sessions to stand elsewhere."""
        self.placed.emit(placements)

    def draw(self, stretch: Stretch) -> None:
        """Ask for a new session in an empty stretch."""
        self.drawn.emit(stretch)
