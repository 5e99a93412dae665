"""Which fonts the window writes with: the platform's own, and a Han font that is really there."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from alternat.language.label import Language
from alternat.shipped import resource

BUNDLED_LATIN = "Noto Sans"
BUNDLED_HAN = "Noto Sans SC"

_HAN = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    BUNDLED_HAN,
)
"""Han fonts for screens in simplified forms, by platform and then by merit."""

_LAST_RESORTS = ("DejaVu Sans", "Sans Serif", "Sans", "sans-serif", "Bitstream Vera Sans", "")
"""What Linux answers when nobody chose a font for the desktop; the bundled one reads better."""


def load_bundled_fonts() -> None:
    """Make the shipped fonts available to Qt; cheap, since Qt maps the files."""
    for family in ("NotoSans", "NotoSansSC", "NotoSansCanadianAboriginal"):
        for weight in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{family}-{weight}.ttf")))


def window_families(language: Language) -> list[str]:
    """Return the font families of the window, first to last, for a screen language.

    In Chinese the Han font leads, so that digits and punctuation are drawn to match.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    is_chosen = {system.family(), QFontInfo(system).family()}.isdisjoint(_LAST_RESORTS)
    latin = system.family() if is_chosen else BUNDLED_LATIN
    han = han_family()
    return [han, latin] if language is Language.ZH else [latin, han]


def han_family() -> str:
    """Return the family of the first Han font that is installed; the bundled one always is."""
    present = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    return next((name for name in _HAN if name in present), BUNDLED_HAN)


def window_font(language: Language, pixels: int) -> QFont:
    """Return the font of the window's body text at a size in logical pixels."""
    font = QFont()
    font.setFamilies(window_families(language))
    font.setPixelSize(pixels)
    return font
