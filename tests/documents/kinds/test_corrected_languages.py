"""A correction in one language is printed in that language; the others say that nothing changed in them."""

from dataclasses import replace
from datetime import date

from alternat.documents.kinds.record_of_outcomes import RECORD_OF_OUTCOMES
from alternat.documents.printing import produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import text_of
from tests.factories.follow_up_records import fill_records

EN, FR, ZH = Language
DAY = date(2027, 12, 1)


def test_a_language_that_was_not_corrected_says_so(dialogue: Workspace, meeting: int) -> None:
    records = fill_records(dialogue, meeting, add_both(dialogue, meeting))
    row = {
        "outcome": records.outcomes[1],
        "field": "text",
        "made_on": DAY,
        "reason": Label.same("Slip"),
        "before": Label("Avant", "Même", "同"),
        "after": Label("Après", "Même", "同"),
    }
    with dialogue.change(message("Correct")) as change:
        change.insert(dialogue.tables.OutcomeCorrection, [row])
    options = RECORD_OF_OUTCOMES.suggest(dialogue.tables, meeting, DAY)
    read = {
        language: " ".join(
            text_of(
                produce(
                    RECORD_OF_OUTCOMES, dialogue.tables, meeting, replace(options, languages=(language,))
                ).pdf
            ).split()
        )
        for language in (EN, FR)
    }
    assert "“Après” in place of “Avant”" in read[EN]
    assert "unchanged in this language" not in read[EN]
    assert "inchangé dans cette langue" in read[FR]
    assert "« Même »" not in read[FR].replace("\u00a0", " ")
