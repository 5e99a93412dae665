"""Addresses of servers: told apart from paths, and never shown or remembered with a password."""

from pathlib import Path

import pytest

from alternat.addresses import apart, is_server, without_password
from alternat.settings import SettingsFile
from alternat.ui.opening.recent import shown_address

HIDDEN = "geheim"


@pytest.mark.parametrize(
    ("url", "shown", "password"),
    [
        ("postgresql://wang:geheim@db.example/d", "postgresql://wang@db.example/d", "geheim"),
        ("postgres://wang:geheim@db.example/d", "postgres://wang@db.example/d", "geheim"),
        ("PostgreSQL://wang:geheim@db.example/d", "postgresql://wang@db.example/d", "geheim"),
        ("postgresql://wang:gehei%6D@db.example:5433/d", "postgresql://wang@db.example:5433/d", "geheim"),
        ("postgresql://wang:ge@heim@db.example/d", "postgresql://wang@db.example/d", "ge@heim"),
        ("postgresql://wang:ge/geheim@db.example/d", "postgresql://wang@db.example/d", "ge/geheim"),
        ("postgresql://wang:ge?geheim@db.example/d", "postgresql://wang@db.example/d", "ge?geheim"),
        ("postgresql://wang:ge#geheim@db.example/d", "postgresql://wang@db.example/d", "ge#geheim"),
        ("postgresql://wang:ge:heim@db.example/d", "postgresql://wang@db.example/d", "ge:heim"),
        ("postgresql://db.example/d?password=geheim", "postgresql://db.example/d", "geheim"),
        ("postgresql://db.example/d?user=w&password=gehei%6d", "postgresql://db.example/d?user=w", "geheim"),
        ("postgresql://db.example/d?pass%77ord=geheim&a=b", "postgresql://db.example/d?a=b", "geheim"),
        ("postgresql://db.example/d?PASSWORD=geheim", "postgresql://db.example/d", "geheim"),
        ("postgresql:///d?host=/run&password=geheim&port=1", "postgresql:///d?host=/run&port=1", "geheim"),
        ("postgresql://wang@db.example/d", "postgresql://wang@db.example/d", None),
        (
            "postgresql://a.example:5432,b.example:5433/d@b",
            "postgresql://a.example:5432,b.example:5433/d@b",
            None,
        ),
        (
            "postgresql://[::1]:5432/d?passfile=/home/w/.pg",
            "postgresql://[::1]:5432/d?passfile=/home/w/.pg",
            None,
        ),
        ("/home/wang/a:b@c.alternat", "/home/wang/a:b@c.alternat", None),
    ],
)
def test_a_password_is_taken_apart_wherever_it_stands(url: str, shown: str, password: str | None) -> None:
    assert apart(url) == (shown, {} if password is None else {"password": password})
    assert without_password(shown) == shown


def test_the_password_of_a_key_is_one_too() -> None:
    assert apart("postgresql://h/d?sslkey=/k&sslpassword=geheim") == (
        "postgresql://h/d?sslkey=/k",
        {"sslpassword": "geheim"},
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [("postgresql://h/d", True), ("POSTGRES://h/d", True), ("C:/d.alternat", False), ("mysql://h/d", False)],
)
def test_servers_are_told_from_files(address: str, *, expected: bool) -> None:
    assert is_server(address) is expected


def test_settings_never_remember_a_password(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"recent": ["postgresql://w@h/old?password=geheim"]}', encoding="utf-8")
    settings = SettingsFile(path)
    assert list(settings.current.recent) == ["postgresql://w@h/old"]
    settings.remember("postgresql://w:geheim@h/d?password=geheim")
    assert list(settings.current.recent) == ["postgresql://w@h/d", "postgresql://w@h/old"]
    assert HIDDEN not in path.read_text(encoding="utf-8")


def test_a_recent_dialogue_is_shown_without_what_is_in_its_address() -> None:
    assert shown_address("postgresql://w:ge/heim@h/d?password=geheim") == "postgresql://h/d"
