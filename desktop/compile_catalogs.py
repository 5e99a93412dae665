"""Build hook of the wheel: compiles the translators' files and ships them where the program looks."""

import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogs(BuildHookInterface):  # type: ignore[type-arg] # its parameter is the builder's own affair
    """Puts `translations/<locale>/LC_MESSAGES/alternat.po` into the wheel as `alternat.mo`.

    An editable install gets none: there the program reads the translators' files themselves.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalog into a temporary folder and name the results to the builder."""
        if version == "editable":
            return
        self._compiled = tempfile.TemporaryDirectory(prefix="alternat-catalogs-")
        for source in sorted(Path(self.root).glob("translations/*/LC_MESSAGES/alternat.po")):
            locale = source.parts[-3]
            target = Path(self._compiled.name) / f"{locale}.mo"
            compile_catalog(source, target)
            place = f"alternat/_shipped/translations/{locale}/LC_MESSAGES/alternat.mo"
            build_data["force_include"][str(target)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 the hook's own signature
        """Remove the temporary folder once the wheel is written."""
        if version != "editable":
            self._compiled.cleanup()


def compile_catalog(source: Path, target: Path) -> None:
    """Write the compiled form of one translator's file; entries marked fuzzy are left out."""
    with source.open("rb") as stream:
        translations = read_po(stream)
    with target.open("wb") as stream:
        write_mo(stream, translations)
