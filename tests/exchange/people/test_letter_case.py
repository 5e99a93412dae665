"""Names in capitals, written as they are written otherwise; and where such names are cut."""

import pytest

from alternat.exchange.people.letter_case import in_small_letters, is_loud
from alternat.exchange.people.names import split_name


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("VON UND ZU LIECHTENSTEIN", "von und zu Liechtenstein"),
        ("VAN DE VELDE-DE WIT", "van de Velde-de Wit"),
        ("MACDONALD-VAN DER BERG", "MacDonald-van der Berg"),
        ("MCDONALD-O'BRIEN", "McDonald-O'Brien"),
        ("DI CAPRIO", "di Caprio"),
        ("DEL PIERO", "del Piero"),
        ("DE LOS SANTOS", "de los Santos"),
        ("DE L'ÉTOILE", "de l'Étoile"),
        ("L’HEUREUX-DUBÉ", "L’Heureux-Dubé"),
        ("DELL'ACQUA", "Dell'Acqua"),
        ("DU PONT", "Du Pont"),
        ("MARTIN DU GARD", "Martin du Gard"),
        ("VAN 'T HOFF", "van 't Hoff"),
        ("IN ’T VELD", "in ’t Veld"),
        ("ORTEGA Y GASSET", "Ortega y Gasset"),
        ("SOUSA E SILVA", "Sousa e Silva"),
        ("ST. JOHN", "St. John"),
        ("NOTRE-DAME-DE-LA-CROIX", "Notre-Dame-de-la-Croix"),
        ("BEN-GURION", "Ben-Gurion"),
        ("ABD AL-RAHMAN", "Abd al-Rahman"),
        ("AL-HASSAN", "Al-Hassan"),
        ("MAC AN BHAIRD", "Mac an Bhaird"),
        ("Mc DONALD", "Mc Donald"),
        ("MACHADO", "Machado"),
        ("SA'ADI", "Sa'adi"),
        ("N’DIAYE", "N’Diaye"),
        ("X̱WIXWTN", "X̱wixwtn"),
        ("ŞAHİN", "Şahin"),
        ("HARRISON III", "Harrison III"),
        ("J.-P. ROY", "J.-P. Roy"),
        ("MACDONALD Smith", "MACDONALD Smith"),
        ("deBruyn", "deBruyn"),
        ("VanDerBerg", "VanDerBerg"),
        ("Macdonald", "Macdonald"),
    ],
)
def test_a_name_in_capitals_and_mixed_ones_left_alone(typed: str, written: str) -> None:
    assert in_small_letters(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("BEN ALEX", "Ben Alex"),
        ("VAN AN", "Van An"),
        ("MARIA DE LOS ANGELES", "Maria de los Angeles"),
        ("JEAN-DE-DIEU", "Jean-de-Dieu"),
        ("XI'AN", "Xi'an"),
        ("JOHN E", "John E"),
        ("BO LI", "Bo Li"),
        ("AL", "Al"),
        ("J.-P.", "J.-P."),
    ],
)
def test_a_given_name_begins_with_a_capital(typed: str, written: str) -> None:
    assert in_small_letters(typed, is_given=True) == written


@pytest.mark.parametrize(
    ("word", "loud"),
    [("ST.", True), ("JR.", False), ("P.K.", False), ("d’ARCY", True), ("LI", True), ("L", False)],
)
def test_what_is_a_word_in_capitals(word: str, loud: bool) -> None:
    assert is_loud(word) is loud


@pytest.mark.parametrize(
    ("typed", "family", "given"),
    [
        ("JEAN DE LA FONTAINE", "de la Fontaine", "Jean"),
        ("JAN VAN 'T HOFF", "van 't Hoff", "Jan"),
        ("FRANZ VON UND ZU LIECHTENSTEIN", "von und zu Liechtenstein", "Franz"),
        ("José Ortega y Gasset", "Ortega y Gasset", "José"),
        ("MARIE-ÈVE MACDONALD-VAN DER BERG", "MacDonald-van der Berg", "Marie-Ève"),
        ("JOHN E SMITH", "Smith", "John E"),
        ("SMITH J.", "Smith", "J."),
        ("Guy ST. JOHN", "St. John", "Guy"),
        ("LI Bo", "Li", "Bo"),
        ("Bo LI", "Li", "Bo"),
    ],
)
def test_where_a_name_with_particles_is_cut(typed: str, family: str, given: str) -> None:
    found = split_name(typed, family_first=False)
    assert (found.family, found.given) == (family, given)
