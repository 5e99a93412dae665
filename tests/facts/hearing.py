"""Tells a part of the window line by line: what a screen reader says of it, tips, and the cells of lists."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

_ROLE = Qt.ItemDataRole
_FLAGS = {
    Qt.ItemFlag.ItemIsEditable: "edit",
    Qt.ItemFlag.ItemIsUserCheckable: "tick",
    Qt.ItemFlag.ItemIsDragEnabled: "drag",
    Qt.ItemFlag.ItemIsDropEnabled: "drop",
}
_SILENT = {"NoRole", "Client", "Window", "Pane", "Grouping", "LayeredPane", "Border", "Splitter", "ScrollBar"}
"""Roles of what only holds other things; told where it has a name."""
_NO_LIMIT = 2**15 - 1
"""What Qt takes into a field of which nobody said how long it may be."""


def heard(widget: QWidget, *, whole: bool = True) -> Iterator[str]:
    """Give the lines of a widget and of all that is seen inside it; without `whole`, no cells of lists."""
    line = _line(widget)
    if line:
        yield line
    if isinstance(widget, QAbstractItemView):
        yield from (f"  {each}" for each in _list(widget, whole=whole))
        yield from _inside(_put_into(widget), whole=whole)
    elif not isinstance(widget, QComboBox | QAbstractSpinBox | QLineEdit):
        yield from _inside(_children(widget), whole=whole)


def _inside(widgets: Iterable[QWidget], *, whole: bool) -> Iterator[str]:
    for each in widgets:
        yield from heard(each, whole=whole)


def _children(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.children():
        is_bar = isinstance(child, QScrollBar) and isinstance(widget.parentWidget(), QAbstractScrollArea)
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not is_bar:
            yield child


def _put_into(view: QAbstractItemView) -> Iterator[QWidget]:
    """Give the controls that lie on the cells of a list, or on the list itself."""
    for child in _children(view.viewport()):
        yield child
    for child in _children(view):
        if child is not view.viewport() and not isinstance(child, QHeaderView | QScrollBar):
            yield child


def _line(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return ""
    role = interface.role().name
    name = interface.text(QAccessible.Text.Name)
    parts = [f'"{_one_line(name)}"'] if name else []
    value = interface.text(QAccessible.Text.Value)
    if value and value != name:
        parts.append(f"= {_one_line(value)}")
    parts += _details(widget)
    description = interface.text(QAccessible.Text.Description)
    if description and description != widget.toolTip():
        parts.append(f"described: {_one_line(description)}")
    if widget.toolTip() and widget.toolTip() != name:
        parts.append(f"tip: {_one_line(widget.toolTip())}")
    if not parts and (role in _SILENT or role == "StaticText"):
        return ""
    if not widget.isEnabled():
        parts.append("(disabled)")
    return " ".join([role, *parts])


@singledispatch
def _details(_widget: QWidget) -> Iterator[str]:
    """Give what a control takes: its choices, its bounds, what stands in it while it is empty."""
    yield from ()


@_details.register
def _(box: QComboBox) -> Iterator[str]:
    yield f"[{' | '.join(box.itemText(row) for row in range(box.count()))}]"


@_details.register
def _(box: QSpinBox) -> Iterator[str]:
    yield f"({box.minimum()}…{box.maximum()})"


@_details.register
def _(field: QDateTimeEdit) -> Iterator[str]:
    low, high = field.minimumDateTime(), field.maximumDateTime()
    yield f"({low.toString('yyyy-MM-dd HH:mm')}…{high.toString('yyyy-MM-dd HH:mm')})"


@_details.register
def _(button: QAbstractButton) -> Iterator[str]:
    if button.isCheckable():
        yield "(on)" if button.isChecked() else "(off)"
    if isinstance(button, QToolButton | QPushButton) and (menu := button.menu()) is not None:
        yield f"[{' | '.join(action.text() for action in menu.actions() if not action.isSeparator())}]"


@_details.register
def _(field: QLineEdit) -> Iterator[str]:
    yield from _typed(field)
    if field.maxLength() < _NO_LIMIT:
        yield f"(at most {field.maxLength()})"


@_details.register
def _(field: QPlainTextEdit) -> Iterator[str]:
    yield from _typed(field)


def _typed(field: QLineEdit | QPlainTextEdit) -> Iterator[str]:
    if field.placeholderText():
        yield f"placeholder: {_one_line(field.placeholderText())}"
    if field.isReadOnly():
        yield "(read only)"


def _list(view: QAbstractItemView, *, whole: bool) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    shown = _columns(view, model)
    for column in shown:
        yield from _heading(view, model, column)
    yield f"{model.rowCount(QModelIndex())} rows"
    if whole:
        yield from _rows(model, QModelIndex(), shown, "")


def _columns(view: QAbstractItemView, model: QAbstractItemModel) -> list[int]:
    """Return the columns that are seen; a plain list has one."""
    if not isinstance(view, QTableView | QTreeView):
        return [0]
    return [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]


def _heading(view: QAbstractItemView, model: QAbstractItemModel, column: int) -> Iterator[str]:
    across = Qt.Orientation.Horizontal
    text, tip, said = (
        _one_line(model.headerData(column, across, role) or "")
        for role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole)
    )
    parts = [f'column {column} "{text}"' if isinstance(view, QTableView | QTreeView) else f"column {column}"]
    parts += [f"tip: {tip}"] if tip and tip != text else []
    parts += [f"hears: {said}"] if said and said != text else []
    parts += [f"editor: {editor}"] if (editor := _editor(view, model, column)) else []
    yield " ".join(parts)


def _editor(view: QAbstractItemView, model: QAbstractItemModel, column: int) -> str:
    """Return what one would type into in the first cell of a column that takes something."""
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, column)
        if model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            option = QStyleOptionViewItem()
            delegate = view.itemDelegateForIndex(index)
            editor = delegate.createEditor(view.viewport(), option, index)
            if editor is None:
                return "none"
            delegate.setEditorData(editor, index)
            told = _line(editor) or type(editor).__name__
            delegate.destroyEditor(editor, index)
            return told
    return ""


def _rows(model: QAbstractItemModel, parent: QModelIndex, columns: list[int], above: str) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        place = f"{above}{row + 1}"
        for column in columns:
            index = model.index(row, column, parent)
            if cell := " ".join(_cell(index)):
                yield f"  {place}:{column} {cell}"
        yield from _rows(model, model.index(row, 0, parent), columns, f"{place}.")


def _cell(index: QModelIndex) -> Iterator[str]:
    text, tip, said = (
        _one_line(index.data(role) or "")
        for role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole)
    )
    if text:
        yield text
    if tip and tip != text:
        yield f"tip: {tip}"
    if said and said not in {text, tip}:
        yield f"hears: {said}"
    flags = index.flags()
    names = [name for flag, name in _FLAGS.items() if flags & flag]
    names += [] if flags & Qt.ItemFlag.ItemIsEnabled else ["disabled"]
    names += [] if flags & Qt.ItemFlag.ItemIsSelectable else ["not selectable"]
    if (state := index.data(_ROLE.CheckStateRole)) is not None:
        names.append("ticked" if Qt.CheckState(state) is Qt.CheckState.Checked else "not ticked")
    if names and (text or tip or said or "edit" in names):
        yield f"({', '.join(names)})"


def _one_line(text: object) -> str:
    return " / ".join(str(text).split("\n")).strip()
