"""Names of authors are told from what stands beside them."""

from __future__ import annotations

import pytest

from ssg.extract.names import author_names, family_name_last


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE AND JOHN ROE", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, John Roe and Ana Ejemplo", ["Jane Doe", "John Roe", "Ana Ejemplo"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, Example News", ["Jane Doe"]),
        ("By Jane Doe | Example News", ["Jane Doe"]),
        ("By JANE DOE Associated Press", ["Jane Doe"]),
        ("Jane Doe/AP", ["Jane Doe"]),
        ("By Jane Doe, Political Correspondent", ["Jane Doe"]),
        ("Political Editor Jane Doe", ["Jane Doe"]),
        ("By Jane Doe in Kyiv and John Roe in Warsaw", ["Jane Doe", "John Roe"]),
        ("Jane Doe (now) and John Roe (earlier)", ["Jane Doe", "John Roe"]),
        ("By Jane Doe jane.doe@example.org", ["Jane Doe"]),
        ("By Jane Doe Published March 12, 2026", ["Jane Doe"]),
        ("Von Erika Mustermann und Max Mustermann, Berlin", ["Erika Mustermann", "Max Mustermann"]),
        ("Eine Analyse von Erika Mustermann", ["Erika Mustermann"]),
        ("Text: Erika Mustermann", ["Erika Mustermann"]),
        (
            "Par Pierre Exemple et Jeanne d'Exemple, avec AFP",
            ["Pierre Exemple", "Jeanne d'Exemple"],
        ),
        ("Por Ana Ejemplo y Juan Pérez", ["Ana Ejemplo", "Juan Pérez"]),
        ("di Mario Rossi e Anna Bianchi", ["Mario Rossi", "Anna Bianchi"]),
        ("Door Jan Jansen en Els de Vries", ["Jan Jansen", "Els de Vries"]),
        ("מאת: פלונית אלמונית", ["פלונית אלמונית"]),
        ("פלוני אלמוני וישראלה ישראלי", ["פלוני אלמוני", "ישראלה ישראלי"]),
        ("بقلم فلان الفلاني", ["فلان الفلاني"]),
        ("Автор: Иван Иванов", ["Иван Иванов"]),
        ("山田太郎", ["山田太郎"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("The Editorial Board", ["The Editorial Board"]),
        ("Reuters", ["Reuters"]),
        ("By Example News Staff", []),
        ("Reuters Staff", []),
        ("admin", []),
        ("jdoe", []),
        ("Example News", []),
        ("https://social.example.com/jane", []),
        ("Redaktion", []),
        ("By the time the doors closed, nobody cared", []),
        ("Von der Leyen kündigt Reform an", []),
        ("<script>alert(1)</script>Jane Doe", ["Jane Doe"]),
        ("{{ name }}", []),
        ("x" * 5_000, []),
        ("", []),
    ],
)
def test_a_byline_gives_its_names(text: str, names: list[str]) -> None:
    assert list(author_names([text], "Example News", "news.example.org")) == names


def test_persons_count_before_agencies() -> None:
    assert author_names(["AFP", "Jane Doe"], "Example News") == ("Jane Doe",)


def test_a_name_counts_once() -> None:
    assert author_names(["Jane Doe", "JANE DOE", "By Jane Doe"]) == ("Jane Doe",)


def test_bodies_count_where_they_are_asked_for() -> None:
    assert author_names(["Ministry of Water"]) == ()
    assert author_names(["Ministry of Water"], bodies=True) == ("Ministry of Water",)


def test_libraries_begin_with_the_family_name() -> None:
    assert family_name_last("Doe, Jane A.") == "Jane A. Doe"
    assert family_name_last("Jane Doe") == "Jane Doe"
