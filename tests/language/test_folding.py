"""Texts that differ only in case, accents, width, spaces and punctuation fold to the same."""

import pytest

from alternat.language.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ministère de la Sécurité de l’État", "ministere de la securite de l etat"),
        ("MINISTERE DE LA SECURITE DE L'ETAT", "ministere de la securite de l etat"),
        ("E-mail  address:", "e mail address"),
        ("Ｎａｍｅ（英文）", "name 英文"),
        ("Œuvre & Straße", "oeuvre strasse"),
        ("公共 安全部", "公共 安全部"),
        ("N°", "n"),
        ("№", "no"),
        ("", ""),
    ],
)
def test_a_text_folds(text: str, folded: str) -> None:
    assert fold(text) == folded
