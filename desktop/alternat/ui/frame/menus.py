"""The menu bar, made from the commands, the page in view and the recent dialogues."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from alternat.language.messages import Message, message
from alternat.ui.frame.commands.command import Command, CommandSet, Frame, Menu
from alternat.ui.opening.recent import shown_address

TITLES = {
    Menu.FILE: message("File"),
    Menu.EDIT: message("Edit"),
    Menu.VIEW: message("View"),
    Menu.MEETING: message("Meeting"),
    Menu.HELP: message("Help"),
}
PAGE_MENU = message("Page")
RECENT_AFTER = "open-database"


class Menus:
    """Fills a menu bar, again after every change of language or page."""

    def __init__(self, bar: QMenuBar, frame: Frame, commands: CommandSet) -> None:
        self._bar, self._frame, self._commands = bar, frame, commands

    def fill(self) -> None:
        """Make all menus anew in the screen language."""
        self._bar.clear()
        for menu in Menu:
            self._fill_menu(self._bar.addMenu(self._say(TITLES[menu])), menu)
            if menu is Menu.VIEW:
                self._fill_page_menu()

    def _fill_menu(self, menu: QMenu, which: Menu) -> None:
        submenus: dict[str, QMenu] = {}
        group = 0
        for command in (each for each in self._commands.commands if each.menu is which):
            if command.group != group and command.submenu is None:
                menu.addSeparator()
            group = command.group
            self._place(menu, command, submenus)
            if command.id == RECENT_AFTER:
                self._fill_recent(menu.addMenu(self._say(message("Open recent"))))

    def _place(self, menu: QMenu, command: Command, submenus: dict[str, QMenu]) -> None:
        action = self._commands.action(command.id)
        if command.submenu is None:
            menu.addAction(action)
            return
        title = self._say(command.submenu)
        if title not in submenus:
            submenus[title] = menu.addMenu(title)
        submenus[title].addAction(action)

    def _fill_recent(self, menu: QMenu) -> None:
        recent = self._frame.settings.current.recent
        menu.setEnabled(bool(recent))
        for address in recent:
            action = QAction(shown_address(address).replace("&", "&&"), menu)
            action.setToolTip(address)
            action.triggered.connect(lambda _checked, address=address: self._frame.opener.open(address))
            menu.addAction(action)

    def _fill_page_menu(self) -> None:
        workbench = self._frame.workbench
        actions = workbench.page_actions() if workbench is not None else ()
        if actions:
            menu = self._bar.addMenu(self._say(PAGE_MENU))
            menu.addActions(list(actions))

    def _say(self, text: Message) -> str:
        return self._frame.screen.say(text)
