"""Texts of controls that follow the screen language by themselves."""

from collections.abc import Callable

from shiboken6 import isValid

from alternat.language.label import Language
from alternat.language.messages import Message
from alternat.ui.look.screen import Screen

OWN_NAMES = {Language.EN: "English", Language.FR: "Français", Language.ZH: "中文"}
"""Each language by its own name, so that whoever needs it can find it."""


def spoken(value: object) -> Message:
    """Return a message that says nothing but a value: a label, a term, or a name that is never translated."""
    return Message("{value}", {"value": value})


class Wording:
    """Remembers which message stands where, and says them all again in another language.

    >>> wording.put(button.setText, message("Add person"))  # doctest: +SKIP

    For controls that live as long as their owner; rows that come and go are written anew when they load.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._texts: list[tuple[Callable[[str], object], Message]] = []

    def put(self, setter: Callable[[str], object], text: Message) -> None:
        """Say `text` through `setter`, now and after every change of language."""
        self._texts.append((setter, text))
        setter(self._screen.say(text))

    def say_again(self) -> None:
        """Say everything in the screen language; controls that are gone since are forgotten."""
        self._texts = [(setter, text) for setter, text in self._texts if _is_there(setter)]
        for setter, text in self._texts:
            setter(self._screen.say(text))


def _is_there(setter: Callable[[str], object]) -> bool:
    owner = getattr(setter, "__self__", None)
    return owner is None or isValid(owner)
