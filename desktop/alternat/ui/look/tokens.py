"""The measures and colours that everything in the window is drawn from."""

from dataclasses import dataclass
from enum import IntEnum


class Space(IntEnum):
    """Distances in logical pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Type(IntEnum):
    """Sizes of text in logical pixels at 100 %; hierarchy comes from weight as well."""

    CAPTION = 11
    BODY = 13
    TITLE = 15
    HEADING = 20


RADIUS = 6
CONTROL_HEIGHT = 30
"""The height of buttons and fields at 100 % text, in logical pixels."""
ROW_HEIGHT = 32
ICON = 16


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme as `#rrggbb`; `on_…` is text upon a colour, `…_soft` its quiet ground."""

    is_dark: bool
    window: str
    """The ground of the sidebar, the header and the status bar."""
    surface: str
    """The ground of pages, tables and fields."""
    raised: str
    """The ground of menus, popups and cards."""
    hover: str
    line: str
    """Hairlines that only divide."""
    control: str
    """Borders of fields and buttons: at least 3:1 against `surface`."""
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    """The ground of selected rows; `text` is written on it."""
    blocks: str
    blocks_soft: str
    warns: str
    warns_soft: str
    notes: str
    notes_soft: str
    good: str
    good_soft: str


LIGHT = Palette(
    is_dark=False,
    window="#f4f4f2",
    surface="#ffffff",
    raised="#ffffff",
    hover="#eaeae7",
    line="#e2e2de",
    control="#878b94",
    text="#1c1f26",
    muted="#5a606c",
    accent="#3a55c9",
    on_accent="#ffffff",
    accent_soft="#e4e9fb",
    blocks="#b3261e",
    blocks_soft="#fcebe9",
    warns="#855300",
    warns_soft="#fdf2d8",
    notes="#2b5f94",
    notes_soft="#e6f0fa",
    good="#1c7345",
    good_soft="#e4f4ea",
)

DARK = Palette(
    is_dark=True,
    window="#16181c",
    surface="#1c1f24",
    raised="#25292f",
    hover="#2b3037",
    line="#31363e",
    control="#747b88",
    text="#e9ebee",
    muted="#a6adb8",
    accent="#93a8ff",
    on_accent="#10142a",
    accent_soft="#2c3558",
    blocks="#ff9187",
    blocks_soft="#3b2120",
    warns="#f0c256",
    warns_soft="#372e16",
    notes="#8abbf2",
    notes_soft="#1c2e43",
    good="#79d39f",
    good_soft="#18321f",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Text or a mark in one token's colour upon another's, with the contrast it must have."""

    ink: str
    ground: str
    ratio: float


TEXT_CONTRAST = 4.5
CONTROL_CONTRAST = 3.0

PAIRS: tuple[Pair, ...] = (
    *(
        Pair(ink, ground, TEXT_CONTRAST)
        for ink in ("text", "muted")
        for ground in ("window", "surface", "raised")
    ),
    *(Pair(ink, "hover", TEXT_CONTRAST) for ink in ("text", "muted")),
    Pair("text", "accent_soft", TEXT_CONTRAST),
    Pair("muted", "accent_soft", TEXT_CONTRAST),
    Pair("on_accent", "accent", TEXT_CONTRAST),
    *(Pair("accent", ground, TEXT_CONTRAST) for ground in ("window", "surface", "raised", "accent_soft")),
    *(
        Pair(ink, ground, TEXT_CONTRAST)
        for ink in ("blocks", "warns", "notes", "good")
        for ground in ("window", "surface", "raised", "hover", f"{ink}_soft")
    ),
    *(Pair("text", f"{ground}_soft", TEXT_CONTRAST) for ground in ("blocks", "warns", "notes", "good")),
    *(Pair("control", ground, CONTROL_CONTRAST) for ground in ("window", "surface")),
)
"""Every pair of colours that the window puts together, for the contrast test and for whoever adds one."""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 to 1 (as WCAG 2.2 defines it)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: str) -> str:
    """Return black or white, whichever reads better upon `ground`, as on a side's own colour."""
    return max("#ffffff", "#000000", key=lambda ink: contrast(ink, ground))


def mark_colour(colour: str, palette: Palette) -> str:
    """Return a side's colour, moved towards the text colour until it stands out 3:1 from the page."""
    for step in range(11):
        mixed = _mix(colour, palette.text, step / 10)
        if contrast(mixed, palette.surface) >= CONTROL_CONTRAST:
            return mixed
    return palette.text


def _mix(one: str, other: str, share: float) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)
