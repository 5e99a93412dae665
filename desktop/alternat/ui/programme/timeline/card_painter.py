"""Draws the cards of sessions, each once into a picture that scrolling only copies."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen, QPixmap, QTextOption

from alternat.nouns.programme import SessionKind
from alternat.ui.look.icons import pixmap
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import RADIUS, Palette, Space, Type, mark_colour
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour
from alternat.ui.programme.timeline.cards import Card
from alternat.ui.programme.timeline.kinds import KIND_ICONS

QUIET = frozenset({SessionKind.BREAK, SessionKind.MEAL, SessionKind.TRAVEL, SessionKind.PHOTO})
"""Kinds that stand back behind the sessions in which the sides talk."""
BAR = 4.0
"""The width of the mark in a side's colour, in logical pixels."""
KEPT = 600
"""How many pictures are kept before all are made anew."""


@dataclass(frozen=True, slots=True)
class Look:
    """What makes a picture of a card: the card apart from its place, its size, and how it stands out."""

    card: Card
    width: int
    height: int
    is_selected: bool
    is_focused: bool


class CardPainter:
    """Draws cards in the screen's colours; the pictures are kept until colours or sizes change."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._side_colours: Mapping[str, str] = {}
        self._pictures: dict[Look, QPixmap] = {}
        self._icons: dict[tuple[str, str], QPixmap] = {}

    def set_sides(self, colours: Mapping[str, str]) -> None:
        """Use these colours for the sides, by code."""
        if colours != self._side_colours:
            self._side_colours = dict(colours)
            self.forget()

    def forget(self) -> None:
        """Draw everything anew, as after a change of colours or of the size of text."""
        self._pictures.clear()
        self._icons.clear()

    def draw(
        self, painter: QPainter, rect: QRectF, card: Card, *, is_selected: bool, is_focused: bool
    ) -> None:
        """Draw a card at its place."""
        look = Look(card, round(rect.width()), round(rect.height()), is_selected, is_focused)
        ratio = painter.device().devicePixelRatio()
        picture = self._pictures.get(look)
        if picture is None or picture.devicePixelRatio() != ratio:
            if len(self._pictures) >= KEPT:
                self._pictures.clear()
            picture = self._pictures[look] = self._picture(look, ratio)
        painter.drawPixmap(QPointF(round(rect.left()), round(rect.top())), picture)

    def _picture(self, look: Look, ratio: float) -> QPixmap:
        picture = QPixmap(max(1, round(look.width * ratio)), max(1, round(look.height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(Type.BODY))
        rect = QRectF(QPointF(), QSizeF(look.width, look.height))
        self._draw_ground(painter, rect, look)
        self._draw_side_marks(painter, rect, look.card)
        self._draw_texts(painter, rect.adjusted(BAR + Space.S, 3, -Space.XS - 2, -3), look.card)
        painter.end()
        return picture

    def _draw_ground(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        palette, card = self._screen.palette, look.card
        ground = palette.window if card.kind in QUIET else palette.raised
        painter.setBrush(QColor(palette.accent_soft if look.is_selected else ground))
        colour = palette.accent if look.is_selected else palette.control
        pen = QPen(QColor(colour), 2 if look.is_focused else 1)
        if card.is_cancelled:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inset = 1 if look.is_focused else 0.5
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _draw_side_marks(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        codes = [code for code in card.sides if code in self._side_colours]
        if not codes:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        height = (rect.height() - 8) / len(codes)
        for at, code in enumerate(codes):
            colour = mark_colour(self._side_colours[code], self._screen.palette)
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(rect.left() + 3, rect.top() + 4 + at * height, BAR, height))

    def _draw_texts(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        """Write what there is room for: title, times, finding, kind, chairs, in this order of weight."""
        palette = self._screen.palette
        line = QFontMetricsF(painter.font()).height()
        rows = int((rect.height() + 2) // line)
        if rows <= 2:
            line = QFontMetricsF(self._font(Type.CAPTION)).height()
            self._draw_title(painter, QRectF(rect.left(), rect.top(), rect.width(), line), card, in_line=True)
            if rect.height() + 2 >= 2 * line:
                self._draw_head(painter, rect.adjusted(0, line, 0, 0), line, card, palette)
            return
        self._draw_head(painter, rect, line, card, palette)
        is_talked_of = card.severity is not None
        below = (1 if is_talked_of else 0) + (1 if card.chairs and rows > 3 + is_talked_of else 0)
        title_rows = min(max(1, rows - 1 - below), 3)
        title = QRectF(rect.left(), rect.top() + line, rect.width(), line * title_rows)
        top = title.top() + self._draw_title(painter, title, card, in_line=False)
        for text, colour, icon in self._below(card, palette)[:below]:
            place = QRectF(rect.left(), top, rect.width(), line)
            self._draw_line(painter, place, text, colour, icon)
            top += line

    def _below(self, card: Card, palette: Palette) -> list[tuple[str, str, str]]:
        found = []
        if card.severity is not None:
            look = SEVERITY_LOOKS[card.severity]
            colour = severity_colour(card.severity, palette)
            found.append((self._screen.say(look.word), colour, look.icon))
        if card.chairs:
            found.append((card.chairs, palette.muted, "user"))
        return found

    def _draw_head(self, painter: QPainter, rect: QRectF, line: float, card: Card, palette: Palette) -> None:
        """Write the times and the kind in one line, the pin of a fixed session at its end."""
        place = QRectF(rect.left(), rect.top(), rect.width(), line)
        if card.is_fixed:
            size = self._screen.px(12)
            at = QPointF(place.right() - size, place.top() + (line - size) / 2)
            painter.drawPixmap(at, self._icon("pin", palette.text, 12))
            place.setRight(place.right() - size - Space.XS)
        painter.setFont(self._font(Type.CAPTION))
        self._draw_line(
            painter, place, f"{card.times}  {card.kind_name}", palette.muted, KIND_ICONS[card.kind]
        )

    def _draw_line(self, painter: QPainter, rect: QRectF, text: str, colour: str, icon: str) -> None:
        painter.setFont(self._font(Type.CAPTION))
        size = self._screen.px(12)
        at = QPointF(rect.left(), rect.top() + (rect.height() - size) / 2)
        painter.drawPixmap(at, self._icon(icon, colour, 12))
        painter.setPen(QColor(colour))
        beside = rect.adjusted(size + Space.XS, 0, 0, 0)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _draw_title(self, painter: QPainter, rect: QRectF, card: Card, *, in_line: bool) -> float:
        """Write the title, struck through where the session is cancelled, and return its height."""
        palette = self._screen.palette
        font = self._font(Type.BODY if not in_line else Type.CAPTION)
        font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(card.is_cancelled)
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if card.is_cancelled else palette.text))
        metrics = QFontMetricsF(font)
        if in_line and card.severity is not None:
            size = self._screen.px(12)
            icon = self._icon(SEVERITY_LOOKS[card.severity].icon, severity_colour(card.severity, palette), 12)
            painter.drawPixmap(QPointF(rect.left(), rect.top() + (rect.height() - size) / 2), icon)
            rect = rect.adjusted(size + Space.XS, 0, 0, 0)
        one_line = rect.height() < metrics.height() * 1.8
        if one_line:
            text = metrics.elidedText(card.title, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            return metrics.height()
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text = _fitting(card.title, metrics, rect)
        needed = _height(text, metrics, rect.width())
        painter.drawText(rect, text, option)
        return min(needed, rect.height())

    def _font(self, size: Type) -> QFont:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(self._screen.px(size))
        return font

    def _icon(self, name: str, colour: str, size: int) -> QPixmap:
        key = (name, colour)
        if key not in self._icons:
            self._icons[key] = pixmap(name, colour, self._screen.px(size))
        return self._icons[key]


def _fitting(text: str, metrics: QFontMetricsF, rect: QRectF) -> str:
    """Return a text, cut at its end where it would need more height than there is."""
    while len(text) > 1 and _height(text, metrics, rect.width()) > rect.height() + 1:
        text = text.rstrip("…")[:-2].rstrip() + "…"
    return text


def _height(text: str, metrics: QFontMetricsF, width: float) -> float:
    flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    return metrics.boundingRect(QRectF(0, 0, width, 10_000), int(flags), text).height()
