"""Qt's palette and style sheet, made from the tokens."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from alternat.shipped import resource
from alternat.ui.look.icons import icon_path
from alternat.ui.look.tokens import CONTROL_HEIGHT, RADIUS, ROW_HEIGHT, Palette, Space, Type


def apply_theme(application: QApplication, palette: Palette, scale: float) -> None:
    """Colour the whole application from `palette`, its text `scale` times the usual size."""
    application.setPalette(qt_palette(palette))
    application.setStyleSheet(style_sheet(palette, scale))


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette for what the style draws by itself."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.window,
        role.Text: palette.text,
        role.Button: palette.surface,
        role.ButtonText: palette.text,
        role.BrightText: palette.on_accent,
        role.ToolTipBase: palette.raised,
        role.ToolTipText: palette.text,
        role.PlaceholderText: palette.muted,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Accent: palette.accent,
        role.Mid: palette.line,
        role.Midlight: palette.hover,
        role.Light: palette.raised,
        role.Dark: palette.control,
        role.Shadow: palette.line,
    }
    result = QPalette()
    for each, colour in colours.items():
        result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(palette.control))
    return result


def style_sheet(palette: Palette, scale: float) -> str:
    """Return the window's style sheet for a palette and a size of text."""
    names = {name: getattr(palette, name) for name in palette.__slots__ if name != "is_dark"}
    measures = {
        "caption": round(Type.CAPTION * scale),
        "body": round(Type.BODY * scale),
        "title": round(Type.TITLE * scale),
        "heading": round(Type.HEADING * scale),
        "control_height": round((CONTROL_HEIGHT - 10) * scale),
        "row_height": round(ROW_HEIGHT * scale),
        "box": round(14 * scale),
        "radius": RADIUS,
        "check": _on_disk(palette, "check"),
        "down": _on_disk(palette, "down"),
        "up": _on_disk(palette, "up"),
        **{space.name.lower(): int(space) for space in Space},
    }
    source = resource("style", "window.qss").read_text(encoding="utf-8")
    return Template(source).substitute(names | measures)


def _on_disk(palette: Palette, mark: str) -> str:
    """Return the address of a mark that a style sheet can only load from a file, in this theme's ink."""
    return icon_path(f"{mark}-{'dark' if palette.is_dark else 'light'}").as_posix()
