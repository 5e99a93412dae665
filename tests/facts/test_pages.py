"""What every page says is kept as text: roles, names, values, tips, and in English the cells of lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from alternat.language.label import Language
from alternat.settings import Theme
from alternat.ui.window import MainWindow
from tests.factories.clocks import stop_window_clocks
from tests.facts.hearing import heard
from tests.kept import SNAPSHOTS, difference
from tests.pictures import make_files, open_window, scenes, settle
from tests.ui.desks import dispose


@pytest.mark.parametrize("language", Language)
def test_every_page_says_what_is_kept(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    stop_window_clocks(monkeypatch)
    window, opener = open_window(qapp, language, Theme.LIGHT)
    changed, names = "", set()
    for name, widget in scenes(window, opener, make_files(tmp_path)):
        settle()
        lines = _all_of(name, widget, whole=language is Language.EN)
        changed += difference(
            f"facts/pages/{language}/{name}", "\n".join(lines).replace(str(tmp_path), "HERE")
        )
        names.add(name)
    opener.close()
    dispose(window)
    assert not changed, changed
    assert names == {path.stem for path in (SNAPSHOTS / "facts" / "pages" / language).glob("*.txt")}


def _all_of(name: str, widget: QWidget, *, whole: bool) -> Iterator[str]:
    """Give the lines of a scene; what stands around every page is told once, with the first one."""
    bench = widget.workbench if isinstance(widget, MainWindow) else None
    if bench is None or name == "overview":
        yield from heard(widget, whole=whole)
        return
    inspector = bench.page.inspector()
    for part in (bench.header, bench.page, inspector, bench.findings):
        if part is not None and part.isVisible():
            yield from ("", *heard(part, whole=whole))
