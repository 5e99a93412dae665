"""Format 5 keeps outcomes and their follow-up, instruments, officials who lead, and checks of texts."""

from alternat.storage.engines.guard import Engine
from alternat.storage.migrations.migration import Migration, add_columns, add_references, create_tables


def _keep_follow_up(engine: Engine) -> None:
    """Add what follows from meetings; what was on record stays as it is, all of it active and open."""
    add_columns(
        engine,
        ("provision", "due", "DATE"),
        ("provision", "state", "VARCHAR NOT NULL DEFAULT 'active'"),
        ("provision", "state_on", "DATE"),
        ("provision", "state_reason", "TEXT NOT NULL DEFAULT '{}'"),
        ("meeting", "record_closed", "DATE"),
        ("meeting", "last_outcome", "INTEGER NOT NULL DEFAULT 0"),
    )
    add_references(engine, ("provision", "merged_into", "provision"))
    create_tables(
        engine,
        *("outcome", "outcome_carrier", "outcome_side", "outcome_link", "outcome_objective"),
        *("outcome_correction", "progress_note", "holder", "dialogue_meeting"),
        *("instrument", "instrument_side", "instrument_step"),
    )
    add_references(
        engine,
        ("guidance", "topic", "provision"),
        ("guidance", "outcome", "outcome"),
        ("guidance", "objective", "provision"),
        ("agenda_item", "outcome", "outcome"),
        ("agenda_item", "guidance", "guidance"),
        ("agenda_item", "objective", "provision"),
    )
    create_tables(engine, "agenda_proposal", "text_mark", "collation", "dismissed_difference")


MIGRATION = Migration(5, "Keep outcomes, their follow-up, instruments and checks of texts", _keep_follow_up)
