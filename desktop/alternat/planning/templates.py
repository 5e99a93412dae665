"""The terms-of-reference templates shipped with the program, from which a new dialogue is filled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, series
from alternat.shipped import resource

TEMPLATE_IDS = ("canada-china", "blank")
"""The shipped templates, the one to offer first at the front."""


class UnknownTemplate(AlternatError):
    """No template has that name."""

    template = mark("There is no template named “{name}”. The templates are: {choices}.")


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its title, and its texts as the data file has them."""

    id: str
    title: Label
    content: Mapping[str, Any]

    def side_original(self, code: str, field: str) -> Label:
        """Return a text of a side as the template has it; an unknown side or field gives an empty label."""
        for side in self.content["sides"]:
            if side["code"] == code:
                return Label.from_mapping(side.get(field, {}))
        return Label()


@cache
def template(name: str) -> Template:
    """Return the template of that id; an unknown one is an `UnknownTemplate`."""
    if name not in TEMPLATE_IDS:
        raise UnknownTemplate(name=name, choices=series(TEMPLATE_IDS))
    content = json.loads(resource("templates", f"{name}.json").read_text(encoding="utf-8"))
    return Template(name, Label.from_mapping(content["title"]), content)


def templates() -> tuple[Template, ...]:
    """Return all templates in the order in which they are offered."""
    return tuple(template(name) for name in TEMPLATE_IDS)
