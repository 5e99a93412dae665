"""A headless browser of the Chromium family, driven through pipes by its DevTools protocol."""

import base64
import fcntl
import itertools
import json
import os
import select
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from tests.patience import LONG

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
KEYS: Mapping[str, int] = {"Tab": 9, "Enter": 13, " ": 32, "ArrowUp": 38, "ArrowDown": 40, "Home": 36}
"""The keys that a test may press, with the codes that the protocol wants beside their names."""
_WORDS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-pipe",
)
_SHIFT = 8
Answer = dict[str, Any]


def found_browser() -> str | None:
    """Return the path of a browser, or None where there is none or it cannot be driven through pipes."""
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if path), None) if hasattr(os, "posix_spawn") else None


class Browser:
    """One browser process; what it is told and what it answers ends with a zero byte."""

    def __init__(self, path: str, home: Path) -> None:
        told, self._telling = os.pipe()
        self._hearing, heard = os.pipe()
        # The protocol has the browser read from 3 and write to 4, which the ends must not be themselves.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (told, heard)]
        log = os.open(home.with_name("browser.log"), os.O_WRONLY | os.O_CREAT)
        self._process = os.posix_spawn(
            path,
            [path, *_WORDS, f"--user-data-dir={home}"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, ends[0], 3),
                (os.POSIX_SPAWN_DUP2, ends[1], 4),
                (os.POSIX_SPAWN_DUP2, log, 2),
            ],
        )
        for end in (told, heard, log, *ends):
            os.close(end)
        self._numbers, self._rest = itertools.count(1), b""
        self.events: list[Answer] = []
        """What the browser has told unasked."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._telling)
        os.close(self._hearing)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def ask(self, method: str, session: str = "", **values: Any) -> Answer:
        """Return the answer to a command of the protocol; a refusal fails the test."""
        number = next(self._numbers)
        command = {"id": number, "method": method, "params": values}
        if session:
            command["sessionId"] = session
        os.write(self._telling, json.dumps(command).encode() + b"\0")
        while True:
            answer = self._hear()
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                return dict(answer["result"])
            self.events.append(answer)

    def wait_for(self, event: str, session: str, **facts: str) -> None:
        """Wait until the browser has told of an event that has these facts."""

        def is_told(each: Answer) -> bool:
            is_it = each.get("method") == event and each.get("sessionId") == session
            return is_it and facts.items() <= each["params"].items()

        while not any(map(is_told, self.events)):
            self.events.append(self._hear())

    def open(self, address: str, *, width: int = 1280, height: int = 900) -> "Tab":
        """Return a page that has been loaded."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session)
        tab.resize(width, height)
        for domain in ("Page", "Network", "Runtime", "Log"):
            tab.ask(f"{domain}.enable")
        tab.ask("Page.setLifecycleEventsEnabled", enabled=True)
        # By the number of this load: the empty page that was there before may only be loaded now.
        loader = tab.ask("Page.navigate", url=address)["loaderId"]
        self.wait_for("Page.lifecycleEvent", session, name="load", loaderId=loader)
        return tab

    def _hear(self) -> Answer:
        while b"\0" not in self._rest:
            is_heard, _, _ = select.select([self._hearing], [], [], LONG)
            assert is_heard, f"the browser has said nothing for {LONG} seconds"
            part = os.read(self._hearing, 65536)
            assert part, "the browser has ended"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(line))


class Tab:
    """A page in the browser, seen and handled as a person does it."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session

    def ask(self, method: str, **values: Any) -> Answer:
        """Return the answer of the page to a command of the protocol."""
        return self._browser.ask(method, self._session, **values)

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def resize(self, width: int, height: int, *, is_phone: bool = False) -> None:
        """Give the page a size in CSS pixels."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if is_phone else 1,
            mobile=is_phone,
        )

    def show_as(self, media: str = "screen", scheme: str = "light") -> None:
        """Show the page for a medium, in a light or a dark scheme."""
        scheme_feature = {"name": "prefers-color-scheme", "value": scheme}
        self.ask("Emulation.setEmulatedMedia", media=media, features=[scheme_feature])

    def click(self, selector: str) -> None:
        """Press the mouse on the middle of an element."""
        middle = (
            f"(() => {{ const it = document.querySelector({json.dumps(selector)}); it.scrollIntoView(); "
            "const box = it.getBoundingClientRect(); "
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        left, top = self.run(middle)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=left, y=top, button="left", clickCount=1)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key."""
        code, text = KEYS[key], {"Enter": "\r", " ": " "}.get(key, "")
        values = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": code}
        values["modifiers"] = _SHIFT if shift else 0
        self.ask("Input.dispatchKeyEvent", type="keyDown", **values, **({"text": text} if text else {}))
        self.ask("Input.dispatchKeyEvent", type="keyUp", **values)

    def printed(self) -> bytes:
        """Return the page as it prints, on A4."""
        answer = self.ask("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, preferCSSPageSize=True)
        return base64.b64decode(answer["data"])

    def accessible(self) -> list[tuple[str, str]]:
        """Return role and name of everything that a screen reader finds, in order."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [
            (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")))
            for node in nodes
            if not node["ignored"]
        ]

    @property
    def requests(self) -> list[str]:
        """The addresses that the page has asked for."""
        return [str(each["params"]["request"]["url"]) for each in self._told("Network.requestWillBeSent")]

    @property
    def complaints(self) -> list[str]:
        """What the browser has complained about: refused scripts, errors."""
        errors = [str(each["params"]["exceptionDetails"]) for each in self._told("Runtime.exceptionThrown")]
        return errors + [str(each["params"]["entry"]["text"]) for each in self._told("Log.entryAdded")]

    def _told(self, method: str) -> list[Answer]:
        self.run("0")
        return [
            each
            for each in self._browser.events
            if each.get("method") == method and each.get("sessionId") == self._session
        ]
