"""Titles of pages that say there is none, and headlines that hold the same words."""

from __future__ import annotations

import pytest

from ssg.extract.not_found import says_not_found


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "Page not found",
        "Page Not Found | The Paper",
        "The Paper - Page not found",
        "Error 404: Page not found",
        "Sorry, this page could not be found",
        "Oops! The page you requested does not exist",
        "The page you are looking for can’t be found",
        "404 – The Paper",
        "Seite nicht gefunden | Die Zeitung",
        "Fehler 404 - Die Seite wurde nicht gefunden",
        "Page introuvable - Le Journal",
        "Erreur 404",
        "Página no encontrada",
        "La página solicitada no existe",
        "Pagina non trovata",
        "Página não encontrada",
        "Pagina niet gevonden",
        "Nie znaleziono strony",
        "Страница не найдена",
        "Сторінку не знайдено",
        "Sidan hittades inte",
        "Siden blev ikke fundet",
        "Siden ikke funnet",
        "Sivua ei löytynyt",
        "Sayfa bulunamadı",
        "Η σελίδα δεν βρέθηκε",
        "הדף לא נמצא",
        "الصفحة غير موجودة",
        "ページが見つかりませんでした",
        "找不到页面 - 新闻",
        "페이지를 찾을 수 없습니다",
    ],
)
def test_these_say_so(title: str) -> None:
    assert says_not_found(title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "The Paper",
        "Wreck of the airliner not found, officials say",
        "Why the missing page was never found",
        "404 people rescued from the flood",
        "Flight 404",
        "Peugeot 404: a history",
        "Geld nicht gefunden: Ermittler geben auf",
        "What to do when a page is gone",
        "Pagina 3",
        "The article",
        "Introduction to error pages | The Paper",
    ],
)
def test_these_are_headlines(title: str) -> None:
    assert not says_not_found(title)
