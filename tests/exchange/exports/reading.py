"""Readers of exports that are none of the writers: enough of RFC 5545 and of HTML to compare every value."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "link", "input"})


@dataclass
class Component:
    """A component of a calendar: its properties by name with their parameters, and what it contains."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list["Component"]:
        """Return the components of a name directly inside."""
        return [part for part in self.parts if part.name == name]


def read_calendar(content: bytes) -> Component:
    """Return the calendar of a file, its lines unfolded and its texts unescaped."""
    unfolded = content.replace(b"\r\n ", b"").decode()
    stack = [Component("")]
    for line in unfolded.split("\r\n"):
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value
            stack[-1].parts.append(done)
        elif line:
            stack[-1].values[name] = re.sub(r"\\([\\;,nN])", _unescaped, value)
            stack[-1].parameters[name] = parameters
    (calendar,) = stack[0].parts
    return calendar


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found.group(1) in "nN" else found.group(1)


@dataclass
class Tag:
    """An element that was opened: its name, its attributes, and the text inside it."""

    name: str
    attributes: dict[str, str | None]
    text: str = ""


class Page(HTMLParser):
    """Reads a page and proves that every element is closed where it should be."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self._open: list[Tag] = []
        self.feed(content.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.tags.append(Tag(tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(self.tags[-1])

    def handle_endtag(self, tag: str) -> None:
        """Close an element; another one than was opened last is a mistake of the page."""
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        """Give a text to all elements that are open."""
        for tag in self._open:
            tag.text += data

    def all(self, name: str) -> list[Tag]:
        """Return the elements of a name in their order."""
        return [tag for tag in self.tags if tag.name == name]

    def text_of(self, class_: str) -> str:
        """Return the text inside the one element of a class."""
        (found,) = [tag.text for tag in self.tags if tag.attributes.get("class") == class_]
        return found

    def texts(self, name: str, language: str) -> list[str]:
        """Return the texts of one language inside the elements of a name."""
        return [
            tag.text
            for at, tag in enumerate(self.tags)
            if tag.name == "span"
            and tag.attributes.get("lang") == language
            and next(each for each in reversed(self.tags[:at]) if each.name != "span").name == name
        ]
