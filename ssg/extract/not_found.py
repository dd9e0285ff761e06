"""Pages that say they were not found, with a status that says they were."""

from __future__ import annotations

import re

_SPLIT = re.compile(r"\s*[|–—:·•»«/]\s*|\s+-+\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# The phrases themselves, in the words that are left once those below are taken out.
_PHRASES = {
    "not found", "found not", "cannot be found", "could not be found", "can't be found",
    "couldn't be found", "no longer exists", "does not exist", "doesn't exist",
    "no longer available", "not available", "not exist", "cannot find", "can't find",
    "nicht gefunden", "nicht mehr verfügbar", "nicht verfügbar", "existiert nicht",
    "existiert nicht mehr",
    "introuvable", "non trouvée", "non trouvé", "n'existe pas", "n'existe plus",
    "no encontrada", "no encontrado", "no existe", "no se encuentra", "no se encontró",
    "no se ha encontrado",
    "non trovata", "non trovato", "non esiste", "não encontrada", "não encontrado", "não existe",
    "niet gevonden", "bestaat niet", "nie znaleziono", "nie istnieje", "nie została znaleziona",
    "nenalezena", "nenalezeno", "nem található", "nu a fost găsită", "nije pronađena",
    "не найдена", "не найдено", "не существует", "не знайдено", "не знайдена",
    "hittades inte", "hittades ej", "kunde inte hittas", "ikke fundet", "blev ikke fundet",
    "ikke funnet", "finnes ikke", "ei löytynyt", "ei löydy", "bulunamadı",
    "δεν βρέθηκε", "לא נמצא", "לא נמצאה", "غير موجودة", "غير موجود", "không tìm thấy",
    "tidak ditemukan",
}  # fmt: skip

# Words that stand beside the phrases and say nothing of another subject.
_BESIDE = {
    "404", "410", "error", "http", "page", "site", "file", "document", "article", "story", "post",
    "content", "url", "link", "resource", "object", "item", "sorry", "oops", "whoops", "uh", "oh",
    "the", "this", "that", "your", "a", "we", "was", "is", "has", "been", "requested", "you",
    "were", "are", "looking", "for", "code", "status",
    "seite", "die", "der", "das", "diese", "dieser", "artikel", "wurde", "ist", "leider", "fehler",
    "angeforderte", "gesuchte", "inhalt", "beitrag",
    "la", "le", "les", "cette", "votre", "demandée", "erreur", "est", "désolé", "contenu",
    "página", "el", "lo", "sentimos", "artículo", "solicitada", "esta",
    "pagina", "errore", "richiesta", "questa", "articolo", "il",
    "erro", "desculpe", "artigo", "o", "de", "deze", "fout", "helaas", "het", "strona",
    "strony", "błąd", "stránka", "chyba", "oldal", "az", "hiba", "stranica", "страница",
    "ошибка", "сторінку", "сторінка", "помилка", "sidan", "siden", "sida", "side", "fel", "feil",
    "fejl", "sivua", "sivu", "virhe", "sayfa", "hata", "η", "σελίδα", "σφάλμα", "הדף", "דף",
    "العמוד", "الصفحة", "صفحة", "trang", "halaman", "lỗi",
}  # fmt: skip

# Of languages that write without blanks.
_RUNNING = ("ページが見つかりません", "お探しのページ", "页面不存在", "页面未找到", "找不到页面",
            "找不到頁面", "页面没有找到", "頁面不存在", "您访问的页面不存在",
            "페이지를 찾을 수 없")  # fmt: skip

_NUMBERS = {"404", "410"}


def says_not_found(title: str) -> bool:
    """Tell whether the title of a page says that there is none; a headline that happens to hold
    the words does not.
    """
    title = " ".join(title.split()).casefold()[:300]
    return any(map(_is_phrase, _SPLIT.split(title))) or any(one in title for one in _RUNNING)


def _is_phrase(part: str) -> bool:
    words = [word.replace("’", "'") for word in _WORD.findall(part)]
    left = " ".join(word for word in words if word not in _BESIDE)
    if left in _PHRASES:
        return True
    if not left:
        return bool(words) and any(one in _NUMBERS for one in words) and len(words) <= 4
    # Some of the words beside it are part of a phrase: "es gibt keine Seite" is none.
    return " ".join(words) in _PHRASES
