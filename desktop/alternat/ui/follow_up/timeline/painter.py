"""Paints the timeline: the years with their meetings, and a bar for each outcome with its state in words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QScrollBar, QWidget

from alternat.language.messages import Message
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.follow_up_spans import FollowUpSpans, OutcomeSpan, SpanGroup
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import Space, Type

BAR = 12
_COLOURS = {
    OutcomeState.AGREED: "notes",
    OutcomeState.UNDER_WAY: "accent",
    OutcomeState.STUCK: "blocks",
    OutcomeState.NO_NEWS: "warns",
    OutcomeState.DONE: "good",
    OutcomeState.DROPPED: "control",
}
"""The token that a state is drawn in; its word stands beside the bar, so that colour is never alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chart: the heading of a topic, or an outcome."""

    top: int
    height: int
    group: SpanGroup
    span: OutcomeSpan | None = None


class Chart(Protocol):
    """What is painted: where its lines and days stand, and what it says."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines from top to bottom."""

    @property
    def current_line(self) -> int:
        """Return the line on which the cursor is; -1 for none."""

    @property
    def head(self) -> int:
        """Return the height of what stands above the lines."""

    @property
    def names(self) -> int:
        """Return the width of what stands before the bars."""

    @property
    def year(self) -> int:
        """Return the width of a year."""

    def viewport(self) -> QWidget:
        """Return what is painted on."""

    def verticalScrollBar(self) -> QScrollBar:
        """Return what it is scrolled by."""

    def hasFocus(self) -> bool:
        """Return whether the keyboard is here."""

    def x_of(self, day: date) -> float:
        """Return where a day stands."""

    def topic(self, group: SpanGroup) -> str:
        """Return the heading of a topic."""

    def standing(self, span: OutcomeSpan) -> Message:
        """Return how far an outcome has come, in words."""

    def elided(self, text: str, room: QRect) -> str:
        """Return a text as it fits into a room."""

    def font_of(self, size: Type, *, strong: bool = False) -> QFont:
        """Return the font of a size."""


class ChartPainter:
    """Paints what is in view of a chart, once."""

    def __init__(self, painter: QPainter, screen: Screen, chart: Chart) -> None:
        self._painter, self._screen, self._chart = painter, screen, chart

    def paint(self, area: QRect, spans: FollowUpSpans, today: date) -> None:
        """Paint the part of the chart that is in an area of its viewport."""
        self._spans, self._today = spans, today
        chart, painter = self._chart, self._painter
        offset = chart.verticalScrollBar().value()
        top, bottom = offset, offset + chart.viewport().height()
        painter.save()
        painter.setClipRect(area)
        self._paint_years()
        painter.setClipRect(QRect(0, chart.head, chart.viewport().width(), chart.viewport().height()))
        painter.translate(0, chart.head - offset)
        for at, line in enumerate(chart.lines):
            if line.top + line.height >= top and line.top <= bottom:
                self._paint_line(at, line)
        painter.restore()
        self._paint_today()

    def _paint_years(self) -> None:
        palette, (first, last) = self._screen.palette, self._spans.years
        height = self._chart.viewport().height()
        area = QRect(self._chart.names, 0, self._chart.viewport().width() - self._chart.names, height)
        self._painter.save()
        self._painter.setClipRect(area)
        if first:
            for year in range(first, last + 1):
                x = self._chart.x_of(date(year, 1, 1))
                self._painter.setPen(QColor(palette.line))
                self._painter.drawLine(QPointF(x, 0), QPointF(x, height))
                self._painter.setFont(self._chart.font_of(Type.BODY, strong=True))
                self._painter.setPen(QColor(palette.text))
                self._painter.drawText(
                    QRectF(x + Space.XS, 0, self._chart.year, self._screen.px(20)),
                    Qt.AlignmentFlag.AlignVCenter,
                    str(year),
                )
        for mark in self._spans.marks:
            if mark.day.year < first:
                continue
            x, middle = self._chart.x_of(mark.day), self._chart.head - self._screen.px(10)
            if mark.is_annual:
                self._painter.setPen(QPen(QColor(palette.control), 1, Qt.PenStyle.DashLine))
                self._painter.drawLine(QPointF(x, self._chart.head), QPointF(x, height))
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(palette.text if mark.is_annual else palette.muted))
            size = self._screen.px(5 if mark.is_annual else 3)
            if mark.is_annual:
                self._painter.drawRect(QRectF(x - size, middle - size, 2 * size, 2 * size))
            else:
                self._painter.drawEllipse(QPointF(x, middle), size, size)
        self._painter.restore()
        self._painter.setPen(QColor(palette.line))
        self._painter.drawLine(0, self._chart.head - 1, self._chart.viewport().width(), self._chart.head - 1)

    def _paint_today(self) -> None:
        first, last = self._spans.years
        if not first <= self._today.year <= last or not self._chart.lines:
            return
        x = self._chart.x_of(self._today)
        if x >= self._chart.names:
            self._painter.setPen(QPen(QColor(self._screen.palette.accent), 1.5))
            self._painter.drawLine(QPointF(x, self._chart.head), QPointF(x, self._chart.viewport().height()))

    def _paint_line(self, at: int, line: Line) -> None:
        palette, width = self._screen.palette, self._chart.viewport().width()
        names = QRect(Space.S, line.top, self._chart.names - Space.M, line.height)
        if line.span is None:
            self._painter.setFont(self._chart.font_of(Type.BODY, strong=True))
            self._painter.setPen(QColor(palette.text))
            whole = QRect(Space.S, line.top, width - 2 * Space.S, line.height)
            self._painter.drawText(
                whole, Qt.AlignmentFlag.AlignVCenter, self._chart.elided(self._chart.topic(line.group), whole)
            )
            return
        span = line.span
        if at == self._chart.current_line:
            ground = palette.accent_soft if self._chart.hasFocus() else palette.hover
            self._painter.fillRect(QRect(0, line.top, width, line.height), QColor(ground))
        self._painter.setFont(self._chart.font_of(Type.BODY))
        self._painter.setPen(QColor(palette.text if span.is_open else palette.muted))
        text = f"{span.code}  {self._screen.read(span.name)}"
        self._painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, self._chart.elided(text, names))
        self._painter.save()
        self._painter.setClipRect(QRect(self._chart.names, line.top, width - self._chart.names, line.height))
        self._paint_span(line, span)
        self._painter.restore()

    def _paint_span(self, line: Line, span: OutcomeSpan) -> None:
        palette = self._screen.palette
        colour = QColor(getattr(palette, _COLOURS[span.state]))
        bar = self._screen.px(BAR)
        left, right = self._chart.x_of(span.begins), self._chart.x_of(span.ends)
        rect = QRectF(left, line.top + (line.height - bar) / 2, max(right - left, bar / 2), bar)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        if span.is_overdue and span.due:
            # What lies beyond the day it was due is hatched.
            due = max(self._chart.x_of(span.due), left)
            self._painter.drawRoundedRect(QRectF(left, rect.top(), due - left, bar), 3, 3)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(colour, 1.5))
            self._painter.drawRect(QRectF(due, rect.top() + 1, max(right - due, 1), bar - 2))
        else:
            self._painter.drawRoundedRect(rect, 3, 3)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(palette.surface))
        for day in span.news:
            self._painter.drawEllipse(QPointF(self._chart.x_of(day), rect.center().y()), bar / 4, bar / 4)
        self._painter.setFont(self._chart.font_of(Type.CAPTION))
        self._painter.setPen(QColor(palette.muted))
        words = self._screen.say(self._chart.standing(span))
        beside = QRectF(rect.right() + Space.XS, line.top, self._screen.px(200), line.height)
        self._painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)
