"""Which verbs change, move, restore and remove the blocks of the terms of reference, by their table."""

from alternat.actions import dialogues, terms
from alternat.language.label import Label
from alternat.nouns.provisions import ProvisionKind
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from alternat.ui.terms.outline import Adding, Block, Section


def write(workspace: Workspace, block: Block, field: str, label: Label) -> Changes:
    """Write one text of a block."""
    fields = {field: label}
    if block.table == "dialogue":
        return dialogues.change_dialogue(workspace, fields)
    verb = {"side": terms.change_side, "entity": terms.change_entity, "provision": terms.change_provision}
    return verb[block.table](workspace, block.row, fields)


def restore(workspace: Workspace, block: Block) -> Changes:
    """Give a block the wording of the template back."""
    line = block.lines[0]
    if block.table == "dialogue":
        return dialogues.change_dialogue(workspace, {line.field: line.original})
    if block.table == "side":
        return terms.restore_side(workspace, block.row, line.field)
    verb = {"entity": terms.restore_entity, "provision": terms.restore_provision}
    return verb[block.table](workspace, block.row)


def move(workspace: Workspace, block: Block, by: int) -> Changes:
    """Move a numbered block up or down among its siblings."""
    verb = {"entity": terms.move_entity, "provision": terms.move_provision}
    return verb[block.table](workspace, block.row, max(1, block.number + by))


def remove(workspace: Workspace, block: Block) -> Changes:
    """Remove a numbered block."""
    verb = {"entity": terms.remove_entity, "provision": terms.remove_provision}
    return verb[block.table](workspace, block.row)


def add(workspace: Workspace, section: Section, label: Label) -> Changes:
    """Add a block to a section, with its first text."""
    if section.adding is Adding.ENTITY:
        return terms.add_entity(workspace, section.side, {"name": label})
    return terms.add_provision(workspace, ProvisionKind(section.adding.value), label)
