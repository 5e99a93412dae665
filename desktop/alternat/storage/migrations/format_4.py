"""Format 4 keeps what existing dialogues ask of the co-chairs."""

from alternat.storage.engines.guard import Engine
from alternat.storage.migrations.migration import Migration, create_tables


def _keep_guidance(engine: Engine) -> None:
    create_tables(engine, "guidance", "guidance_answer")


MIGRATION = Migration(4, "Keep requests for guidance and their answers", _keep_guidance)
