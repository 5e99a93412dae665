"""What the window says of an undo that was refused, and that it says so no longer than it is true."""

import pytest

from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.storage.journal.reversal import UndoConflict
from alternat.ui.desk.desk import Desk


def test_the_word_of_a_refused_undo_goes_once_one_works(
    demo_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[tuple[Severity, str]] = []
    outdated: list[str] = []
    demo_desk.announced.connect(lambda severity, text: announced.append((severity, text)))
    demo_desk.outdated.connect(outdated.append)

    def refuse() -> None:
        raise UndoConflict(message("Step"), (("person", 1),), message("the person {name}", name="A"))

    with monkeypatch.context() as patch:
        patch.setattr(demo_desk.workspace, "undo", refuse)
        demo_desk.undo()
    ((severity, text),) = announced
    assert (severity, outdated) == (Severity.BLOCKS, [])
    assert "changed since: the person A" in text
    demo_desk.undo()
    assert outdated == [text]
