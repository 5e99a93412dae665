"""The two engines a workspace can stand on: a SQLite file and a PostgreSQL database."""
