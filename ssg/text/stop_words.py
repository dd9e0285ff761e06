"""Words that say nothing of what a text is about, by language."""

from __future__ import annotations

from functools import lru_cache

# Casefolded, without apostrophes. Short on purpose: weights by rarity do the rest.
_STOP_WORDS = {
    "en": """
        a about above according after again against all almost also although always am among an and
        another any are around as at away back be became because become been before began being
        below best better between both but by called came can cannot come could day days did didnt
        do does doesnt doing done dont down during each early either else end enough even ever
        every far few first five for former four from full further gave get give given go going
        gone good got great had has hasnt have havent having he held her here hers herself him
        himself his how however i if im in including instead into is isnt it its itself ive just
        keep kept knew know known large last late later least left less let like likely little long
        look made make makes making man many may me might more most mr mrs ms much must my myself
        near need never new next no nor not nothing now number of off often old on once one ones
        only or other others our ours out over own part people per perhaps put quite rather really
        right said same saw say saying says second see seen set several shall she should show since
        small so some something soon still such take taken tell ten than that thats the their
        theirs them themselves then there these they theyre thing things think this those though
        thought three through thus time times to today together told too took toward towards two
        under until up upon us use used using very via want was wasnt way we week weeks well went
        were werent what when where whether which while who whole whom whose why will with within
        without wont work would year years yes yesterday yet you your yours yourself
        monday tuesday wednesday thursday friday saturday sunday
        january february march april june july august september october november december
        """,
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim
        bereits bin bis bist da dabei dadurch dafür damit dann das dass davon dazu dein dem den
        denn der des deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine
        einem einen einer eines einmal er erst es etwa etwas euch für gegen gibt hat hatte hatten
        haben hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jahr
        jahre jahren jede jedem jeden jeder jedoch jetzt kann kein keine keinem keinen keiner
        können könnte machen man mehr mein mit muss müssen nach nachdem neben nicht nichts noch nun
        nur ob oder ohne schon sei sein seine seinem seinen seiner seit selbst sehr sich sie sind
        so sogar soll sollen sollte sondern sowie über um und uns unser unter viel viele vom von
        vor wann war waren was wegen weil weiter welche wenn wer werden wie wieder will wir wird wo
        worden wurde wurden zu zum zur zwar zwei zwischen
        """,
    "fr": """
        à afin ai ainsi alors an année années ans après au aucun aussi autre autres aux avait avant
        avec avoir ont c ça car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme
        comment d dans de depuis des deux doit donc dont du elle elles en encore entre est et
        étaient était étant été être eu fait faire fois fut il ils j je jusqu l la là le les leur
        leurs lorsque lui m ma mais me même mêmes mes moins mon n ne nos notre nous on ou où par
        parce pas pendant peu peut plus plusieurs pour pourquoi près pu qu quand que quel quelle
        quelles quelques qui quoi s sa sans se selon ses si son sont sous sur ta tandis te tel telle
        tous tout toute toutes très trois tu un une vers vos votre vous y
        """,
    "es": """
        a al algo algunas algunos ante antes año años aquel aquella así aún aunque bien cada casi
        como con contra cual cuando de del desde donde dos durante e el él ella ellas ellos en
        entre era eran es esa esas ese eso esos está están estas este esto estos fue fueron ha
        había han hasta hay la las le les lo los más me mi mientras mismo muy nada ni no nos o otra
        otras otro otros para parte pero poco por porque pues que qué quien quienes se sea según
        ser si sí sido sin sino sobre son su sus también tan tanto te tiene tienen toda todas todo
        todos tras tres tu un una unas uno unos y ya yo
        """,
    "he": """
        של על את זה זו זאת הוא היא הם הן אני אנחנו אתה אתם לא כן גם כי אם או אבל רק כל עם בין עד אל
        מן מה מי ואת ועל ולא גם וגם הייתה היום אמר אמרה לפי כדי בכל אחד אחת שנה שנים
        איך כך כמו יותר מאוד היה היתה היו יש אין אשר שלא אחרי לפני כאשר כבר עוד שם פה כאן
        """,
}


@lru_cache(maxsize=32)
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language; none where it has no list."""
    return frozenset(_STOP_WORDS.get(language.split("-")[0].lower(), "").split())
