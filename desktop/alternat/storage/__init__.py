"""One open dialogue: engines, journal, migrations, backups and locks."""
