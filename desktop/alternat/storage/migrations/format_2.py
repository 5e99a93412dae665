"""Format 2 keeps what each side agreed to, why a meeting was called off, and where a task comes from."""

from alternat.storage.engines.guard import Engine
from alternat.storage.migrations.migration import Migration, add_columns


def _keep_what_was_agreed(engine: Engine) -> None:
    """Let consent be to days, host and city (older ones: to those that stand); keep reasons and origins."""
    new = add_columns(
        engine,
        ("meeting", "status_reason", "TEXT NOT NULL DEFAULT ''"),
        ("task", "carried_from", "INTEGER"),
        ("consent", "starts", "DATE"),
        ("consent", "ends", "DATE"),
        ("consent", "host", "VARCHAR(10) NOT NULL DEFAULT ''"),
        ("consent", "city", "TEXT NOT NULL DEFAULT '{}'"),
    )
    # A column that was there already holds what was agreed to, whatever number the file carries.
    for field in new & {"starts", "ends", "city"}:
        engine.execute_sql(
            f"UPDATE consent SET {field} = (SELECT meeting.{field} FROM meeting"  # noqa: S608 - our own words
            " WHERE meeting.id = consent.meeting_id) WHERE meeting_id IS NOT NULL"
        )
    if "host" in new:
        engine.execute_sql(
            "UPDATE consent SET host = (SELECT side.code FROM meeting JOIN side ON side.id = meeting.host_id"
            " WHERE meeting.id = consent.meeting_id) WHERE meeting_id IS NOT NULL"
        )


MIGRATION = Migration(2, "Keep what each side agreed to, why meetings are called off", _keep_what_was_agreed)
