"""How pages word what is no part of an article, in the languages of most of their readers."""

from __future__ import annotations

import re

_LONGEST = 300


def _any(*patterns: str) -> str:
    return "|".join(patterns)


# The heading of a list of other pieces, of a form, or of what readers said.
_HEADINGS = re.compile(
    r"(?:"
    + _any(
        r"related(?: (?:articles?|stories|news|links?|content|coverage|topics?|posts|reading|video|from|to this)\b.{0,30})?", r"more (?:on|from|in|about|like|stories|news|coverage|to read|reading)\b.{0,50}",
        r"read (?:more|next|also)\b.{0,40}", r"(?:what to )?read next", r"see also", r"up next", r"also (?:read|see|on)\b.{0,40}",
        r"(?:most|top) (?:read|viewed|popular|shared|commented|stories|news)\b.{0,30}", r"popular(?: (?:now|stories|on|in|articles|posts|news|this week)\b.{0,20})?", r"trending\b.{0,25}",
        r"editor[’']?s[’']? (?:picks?|choice)", r"recommended\b.{0,30}", r"you (?:may|might)(?: also)? (?:like|be interested).{0,20}",
        r"latest(?: (?:news|stories|posts|videos?|from|updates?|articles|headlines)\b.{0,25})?", r"around the web", r"from (?:our|the) (?:partners|web|archives?)", r"sponsored\b.{0,20}", r"promoted\b.{0,20}",
        r"(?:join|leave|start) (?:the|a) (?:conversation|comment|discussion).{0,20}", r"\d* ?comments?(?: \(?\d+\)?)?", r"topics?(?: in this .{3,20})?", r"tags?",
        r"share(?: this.{0,20})?", r"follow(?: us)?(?: on .{0,30})?", r"(?:our )?newsletters?\b.{0,30}", r"sign up\b.{0,60}", r"subscribe\b.{0,60}",
        r"about the (?:authors?|writer|contributors?)", r"(?:key|latest) events?", r"explore more.{0,30}", r"in case you missed it", r"don[’']t miss.{0,20}", r"watch next", r"stay (?:informed|connected|up to date).{0,30}", r"get (?:the|our) .{0,30}(?:newsletter|briefing|app|email).{0,20}", r"more to explore", r"support .{0,20}journalism.{0,20}",
        r"mehr (?:zum thema|zu|aus|von|über|dazu|artikel|nachrichten)\b.{0,50}", r"lesen sie (?:auch|mehr|dazu).{0,30}", r"auch interessant.{0,10}", r"das könnte (?:sie|dich) auch interessieren.{0,5}", r"meistgelesen.{0,20}", r"weitere (?:artikel|themen|meldungen|nachrichten|beiträge)\b.{0,30}", r"verwandte .{3,20}", r"zum thema", r"themen", r"schlagw(?:orte|örter)", r"kommentare?.{0,10}", r"(?:zur|über die|über den) (?:person|autorin|autor|autoren)", r"teilen", r"anzeige", r"empfehlungen.{0,30}", r"neueste .{3,20}", r"aktuelle (?:meldungen|nachrichten)",
        r"(?:à|a) lire (?:aussi|également|ensuite).{0,10}", r"lire aussi.{0,10}", r"sur le même (?:sujet|thème)", r"voir aussi", r"les plus lus.{0,20}", r"articles (?:liés|similaires|recommandés|associés)", r"nos (?:derniers|autres) .{3,30}", r"dans la même rubrique", r"commentaires?.{0,10}", r"contributions?", r"partager.{0,20}", r"thèmes? associés?", r"le choix de la rédaction", r"plus d[’']articles.{0,30}", r"vous aimerez aussi.{0,10}",
        r"(?:noticias?|art[ií]culos|contenidos?|temas?|notas) relacionad[oa]s.{0,10}", r"te puede interesar.{0,10}", r"tambi[eé]n te puede .{3,20}", r"lee tambi[eé]n.{0,10}", r"m[aá]s (?:informaci[oó]n|noticias|le[ií]d[oa]s|sobre .{2,30}|en .{2,30})", r"lo m[aá]s (?:le[ií]do|visto).{0,20}", r"comentarios.{0,10}", r"archivado en", r"sobre la firma", r"comparte.{0,20}", r"compartir.{0,20}", r"últimas noticias", r"recomendados?.{0,20}", r"suscr[ií]bete.{0,60}",
        r"leggi anche.{0,10}", r"potrebbe interessarti.{0,10}", r"articoli correlati", r"pi[uù] letti", r"i pi[uù] letti.{0,20}", r"ultime notizie", r"commenti.{0,10}", r"condividi.{0,20}", r"per approfondire",
        r"leia (?:tamb[eé]m|mais).{0,20}", r"veja (?:tamb[eé]m|mais).{0,20}", r"mais lidas?.{0,20}", r"(?:not[ií]cias|artigos) relacionad[ao]s", r"coment[aá]rios.{0,10}", r"últimas not[ií]cias", r"saiba mais", r"tópicos relacionados",
        r"lees (?:ook|meer|verder).{0,20}", r"meer (?:over|van|nieuws)\b.{0,40}", r"meest gelezen.{0,10}", r"gerelateerd.{0,20}", r"reacties.{0,10}", r"deel (?:dit|via).{0,20}",
        r"(?:czytaj|przeczytaj|zobacz) (?:także|też|również|więcej).{0,20}", r"najczęściej czytane", r"powiązane .{3,20}", r"komentarze.{0,10}", r"polecane.{0,20}",
        r"l[äa]s (?:också|även|mer|vidare).{0,20}", r"les (?:også|mer).{0,20}", r"læs (?:også|mere).{0,20}", r"mest (?:lest|læste|lästa).{0,10}", r"lue (?:myös|lisää).{0,20}", r"relaterad.{0,20}",
        r"читайте (?:также|ещё|еще).{0,20}", r"материалы по теме", r"по теме", r"самое (?:читаемое|популярное|важное)", r"комментарии.{0,10}", r"читайте також.{0,20}", r"новости по теме", r"популярне", r"ещё по теме", r"последние новости",
        r"(?:bunlar|şunlar)[ıi] da okuyun.{0,20}", r"ilgili haberler", r"en çok okunan.{0,15}", r"yorumlar.{0,10}",
        r"関連(?:記事|ニュース|リンク).{0,10}", r"あわせて読みたい.{0,10}", r"おすすめ.{0,10}", r"(?:アクセス)?ランキング.{0,10}", r"相关(?:阅读|新闻|文章|报道).{0,5}", r"相關(?:閱讀|新聞|文章|報導).{0,5}", r"延伸閱讀.{0,5}", r"推荐阅读.{0,5}", r"热门.{0,8}", r"관련 ?(?:기사|뉴스).{0,5}",
        r"اقرأ (?:أيضا|أيضًا|المزيد).{0,20}", r"(?:مواضيع|مقالات|أخبار) (?:ذات صلة|متعلقة).{0,10}", r"الأكثر (?:قراءة|مشاهدة).{0,10}", r"קראו (?:גם|עוד).{0,20}",
    )
    + r")\s*[:：.…>»→]*",
    re.IGNORECASE,
)  # fmt: skip
# How paragraphs begin that send readers elsewhere.
_STARTS = re.compile(
    r"[\s\[(>»→▶*•#➡️👉📲|–—-]*(?:"
    + _any(
        r"(?:read|see|watch|listen)(?: more| also| next| the full.{0,20}| our .{0,30})?\s*[:：|>»]", r"read (?:more|also|next)\b", r"also read\b", r"related(?: .{0,20})?\s*[:：|]", r"(?:more|also) (?:on this|from|read)\b.{0,40}[:：]", r"(?:don[’']t miss|must read|up next|recommended|in pictures|further reading|editor[’']?s picks?)\s*[:：|]",
        r"sign(?:ing)? up (?:for|to|here|now|today)\b", r"(?:click|tap) here to\b", r"subscribe (?:to|now|here|today|for)\b", r"get (?:our|the) .{0,60}(?:newsletter|inbox|briefing|app)\b", r"(?:want|looking for) more\b.{0,80}\?", r"follow (?:us|me|him|her|them|the \w+|@?\w+(?: \w+)?) on\b", r"like us on\b", r"join (?:us|our|the)\b.{0,50}(?:whatsapp|telegram|channel|newsletter|discord|conversation)", r"download (?:our|the) .{0,30}app\b", r"(?:already a |become a |are you a )(?:subscriber|member)", r"log ?in (?:to|here)\b", r"to (?:continue|keep) reading\b", r"this (?:article|story|content) is (?:for|reserved|available|exclusive).{0,40}(?:subscribers?|members)", r"you have (?:reached|read).{0,40}(?:limit|articles?)", r"(?:please )?support (?:our|independent|quality).{0,40}journalism", r"we (?:use|value).{0,40}(?:cookies|privacy)", r"this (?:site|website|page) uses\b", r"by (?:clicking|signing up|subscribing|submitting|continuing|entering)\b", r"(?:all|some) rights reserved", r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\(c\)\s*)?(?:19|20)\d\d", r"copyright ©", r"©", r"(?:have|got|do you have) a (?:tip|story|confidential)\b", r"(?:e-?mail|contact|write to|reach) (?:the author|us|the reporter|him|her|\w+ \w+) (?:at|on|via|by)\b", r"send (?:us )?(?:your )?(?:tips|letters|feedback)", r"(?:we want|we[’']d (?:love|like)) to hear\b", r"(?:let us know|tell us) (?:what|in the comments)", r"advertisement\W*$", r"advertisement\s*[-–:|]", r"article continues (?:below|after)", r"story continues (?:below|after)", r"(?:continue|keep) reading\b", r"view (?:more|all|comments|gallery)", r"(?:show|load) more\b", r"share (?:this|on|via|your)\b", r"(?:your|enter your|please enter) e-?mail", r"thanks? (?:you )?for (?:signing|subscribing|reading our)", r"this (?:newsletter|email) (?:may|is)\b", r"for more (?:information|news|stories|on this)\b.{0,80}(?:click|visit|see our|follow|newsletter|privacy)", r"protected by recaptcha", r"correction requests?\b", r"if you (?:enjoyed|liked) (?:this|reading)", r"make (?:us|\w+) (?:your )?preferred source", r"add .{2,30} (?:as a preferred|on google)", r"stay (?:up to date|informed|connected) (?:with|on)\b", r"enable javascript", r"(?:the )?(?:views|opinions) expressed\b.{0,80}\b(?:authors?|writers?|own|contributors?)\b", r"\W*(?:the )?\w+ is not responsible for", r"(?:when|if) you (?:buy|purchase|click)\b.{0,120}commission", r"we (?:may )?(?:receive|earn)\b.{0,30}commission", r"(?:a version of )?this (?:article|story|piece) (?:also )?appear(?:s|ed) in (?:the )?print", r"(?:listen|watch|catch up|tune in)\b.{0,100}\b(?:on|to|with|of)\b.{0,60}\b(?:sounds|podcast|iplayer|player|app|episode|live stream)", r"(?:you need|please enable|your browser)\b.{0,60}(?:javascript|browser|video)", r"an error (?:has )?occurred", r"this (?:video|content) (?:can ?not|is not available|isn[’']t available)",
        r"(?:lesen|sehen|hören) sie (?:auch|hier|dazu|mehr)\b", r"(?:mehr )?(?:zum thema|dazu|mehr dazu|auch interessant|lesetipp)\s*[:：]", r"mehr (?:zum thema|aktuelle|nachrichten|aus)\b", r"weiterlesen\b", r"jetzt (?:abonnieren|anmelden|testen|registrieren|weiterlesen|kostenlos)\b", r"(?:abonnieren|folgen) sie\b", r"melden sie sich\b.{0,60}newsletter", r"(?:unser|der|mit dem|den) .{0,40}newsletter\b", r"sie (?:haben|möchten|sind) (?:bereits|schon|noch kein).{0,40}(?:abo|konto|abonn|angemeldet|registriert)", r"(?:dieser|der) (?:artikel|text|beitrag|inhalt) ist (?:nur |exklusiv )?für (?:abonn|plus|registrierte)", r"anzeige\b\s*$", r"alle rechte vorbehalten", r"(?:bild|foto|quelle|fotos)\s*[:：]\s*.{2,60}$", r"an dieser stelle (?:finden|befindet|steht)\b", r"empfohlener (?:externer|redaktioneller) inhalt", r"externer inhalt", r"ich bin damit einverstanden", r"hier (?:finden sie|klicken|geht es|können sie)\b.{0,80}(?:newsletter|weitere|mehr|abonn|podcast)", r"kommentar (?:schreiben|verfassen)", r"artikel (?:teilen|drucken|merken|anhören)",
        r"(?:à|a) lire (?:aussi|également)?", r"lire (?:aussi|également|la suite|plus|notre)\b", r"lisez (?:aussi|également)\b", r"voir (?:aussi|également)\b", r"(?:écouter|regarder|voir) (?:aussi|également)", r"(?:inscrivez|abonnez)[- ]vous\b", r"(?:s[’']abonner|déjà abonné|je m[’']abonne)", r"(?:cet|la suite de cet) article est réservé", r"il vous reste\b.{0,60}(?:lire|article)", r"recevez\b.{0,60}(?:newsletter|lettre|boîte|matin|actualité)", r"suivez[- ](?:nous|toute)\b", r"pour (?:aller plus loin|ne rien manquer|en savoir plus)", r"tous droits réservés", r"publicité\b\s*$", r"crédits? photo", r"partagez\b", r"découvrez (?:aussi|notre|nos)\b",
        r"(?:lee|lea|leer|ver|mira|vea|escucha) (?:tambi[eé]n|m[aá]s|adem[aá]s)\b", r"te puede interesar", r"tambi[eé]n (?:lee|te puede)", r"m[aá]s informaci[oó]n\s*[:：]?$", r"suscr[ií]b(?:ete|ase|irse|ite)\b", r"s[ií]gue(?:nos)? (?:en|toda|a)\b", r"ap[uú]ntate\b", r"reg[ií]str(?:ate|ese)\b", r"recib[ea]\b.{0,60}(?:newsletter|bolet[ií]n|correo)", r"puedes seguir a\b", r"(?:este|el) (?:art[ií]culo|contenido) es (?:solo|exclusivo)", r"si (?:ya eres|quieres (?:seguir|continuar|leer))\b", r"todos los derechos reservados", r"derechos reservados", r"[uú]nete a\b.{0,50}(?:whatsapp|telegram|canal)", r"publicidad\b\s*$", r"descarga\b.{0,30}\bapp\b",
        r"leggi (?:anche|tutto|ancora|l[’']articolo)", r"(?:guarda|ascolta|vedi) anche", r"iscriviti\b", r"abbonati\b", r"segui(?:ci)?\b.{0,40}(?:facebook|twitter|instagram|whatsapp|telegram|google)", r"riproduzione riservata", r"©\s*riproduzione", r"tutti i diritti riservati", r"pubblicit[aà]\b\s*$",
        r"(?:leia|veja|ou[cç]a|assista|confira) (?:tamb[eé]m|mais|ainda)\b", r"(?:assine|inscreva-se|siga-nos|receba|cadastre-se)\b", r"siga\b.{0,40}(?:instagram|facebook|twitter|whatsapp|telegram)", r"todos os direitos reservados", r"continua (?:ap[oó]s|depois d)", r"publicidade\b\s*$", r"clique aqui\b",
        r"lees (?:ook|meer|verder)\b", r"(?:bekijk|luister|beluister) ook\b", r"(?:meld je aan|schrijf je in|abonneer)\b", r"advertentie\b\s*$", r"alle rechten voorbehouden", r"volg ons\b",
        r"(?:czytaj|przeczytaj|zobacz|sprawdź|posłuchaj) (?:także|też|również|więcej)\b", r"(?:zapisz się|subskrybuj|zaprenumeruj)\b", r"reklama\b\s*$", r"dalsza część (?:artykułu|tekstu)", r"wszelkie prawa zastrzeżone",
        r"(?:läs|se) (?:också|även|mer)\b", r"(?:les|se) også\b", r"(?:læs|se) også\b", r"lue (?:myös|lisää)\b", r"(?:prenumerera|tilmeld|abonner|tilaa)\b", r"annonse?\b\s*$", r"mainos\b\s*$",
        r"читайте (?:также|ещё|еще|нас|подробнее|також|також)\b", r"(?:подписывайтесь|подпишитесь|підписуйтесь|підпишіться)\b", r"смотрите также", r"реклама\b\s*$", r"все права защищены", r"следите за\b.{0,40}(?:новост|телеграм|telegram)", r"дивіться також",
        r"(?:ayrıca|bunu da|bunları da) (?:oku|okuyun)", r"abone ol", r"tüm hakları saklıdır", r"reklam\b\s*$", r"διαβάστε (?:επίσης|ακόμη|περισσότερα)", r"ακολουθήστε\b", r"(?:čtěte|čtite|přečtěte si) (?:také|také:|více)", r"(?:olvassa|olvasd) el\b", r"citește (?:și|mai)", r"citiți (?:și|mai)", r"pročitajte (?:i|više|još)",
        r"(?:関連記事|あわせて読みたい|こちらも|続きを読む|この記事は.{0,10}会員|相关(?:阅读|新闻)|相關(?:閱讀|新聞)|延伸閱讀|更多(?:新闻|精彩)|责任编辑|編輯[:：]|版权(?:所有|声明)|無断転載|관련 ?기사|무단 ?전재|저작권자|ⓒ|\[사진)", r"اقرأ (?:أيض|المزيد|كذلك)", r"(?:شاهد|تابع)\b.{0,20}(?:أيضا|ايضا|على)", r"اشترك", r"(?:جميع الحقوق|כל הזכויות|קראו (?:גם|עוד)|עקבו אחרי)",
    )
    + r")",
    re.IGNORECASE,
)  # fmt: skip
# A whole paragraph that is a label or button.
_WHOLE = re.compile(
    r"(?:"
    + _any(
        r"advertisements?", r"sponsored(?: content)?", r"promoted", r"share", r"save", r"print", r"e-?mail", r"copy(?: link)?", r"link copied!?", r"facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|flipboard|bluesky|threads|messenger|instagram|youtube", r"comments?(?: ?\(?\d+\)?)?", r"\d+ comments?", r"listen(?: to (?:this )?(?:article|story))?(?: ?[-–(]? ?\d+ ?(?:min|minutes)\)?)?", r"\d+ ?[-–]? ?(?:min(?:ute)?s?|sec|mins?\.?) ?(?:read|listen|lesezeit|de lecture|de lectura|di lettura|leestijd)?", r"(?:reading time|lesezeit|temps de lecture|tiempo de lectura)\s*:?\s*.{0,15}", r"(?:back to )?top", r"menu", r"search", r"close", r"next", r"previous", r"loading\.*", r"more", r"read more\W*", r"play(?: video)?", r"watch(?: video)?", r"gift(?: this)? article", r"bookmark", r"(?:image|photo) (?:source|credit)s?", r"live", r"breaking(?: news)?", r"exclusive", r"teilen|merken|drucken|vorlesen|speichern", r"partager|imprimer|enregistrer|écouter|offrir l[’']article", r"compartir|guardar|imprimir|escuchar", r"condividi|salva|stampa|ascolta", r"stand[:：]? .{4,30}", r"getty images.{0,30}", r"reuters", r"afp(?: via getty images)?", r"ap(?: photo)?(?:/.{2,30})?",
        r"\W*",
    )
    + r")",
    re.IGNORECASE,
)  # fmt: skip
# The note on an author at the end of a piece.
_AUTHOR_NOTE = re.compile(
    r"(?:(?:[\w.’'-]+\s){1,4}(?:\([^)]{1,40}\)\s)?(?:"
    + _any(
        r"(?:is|was)\b(?:,? .{0,30},)? (?:an?|the|one of the|our|[\w’']+[’']s) (?:[\w’'/&-]+\s){0,6}(?:reporter|correspondent|writer|journalist|editor|columnist|producer|contributor|fellow|bureau chief|photojournalist|critic|anchor|author of|professor|intern)\b",
        r"(?:covers|writes about|reports on|writes on|has covered|has been covering|reported from|contributed to this|joined \S+ in)\b",
        r"(?:ist|war) (?:\S+ )?(?:redakteur|redakteurin|korrespondent|korrespondentin|reporter|reporterin|autor|autorin|journalist|journalistin|volontär|volontärin)\b", r"(?:schreibt|berichtet) (?:seit|für|über)\b",
        r"est (?:journaliste|correspondante?|rédact(?:eur|rice)|grand reporter)\b", r"es (?:periodista|corresponsal|redactora?|colaboradora?)\b", r"è (?:giornalista|corrispondente|redattore|redattrice)\b",
    )
    + r")|[^.]{3,150} contributed (?:to (?:this|the)|reporting)\b|(?:additional )?reporting by\b|(?:edited|compiled|written) by\b|\((?:additional )?(?:reporting|writing|editing) by\b|with (?:reporting|files) (?:by|from)\b)",
    re.IGNORECASE,
)  # fmt: skip
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|от|автор:?|text:|author:?|written by|story by|updated|published|posted|"
    r"last (?:updated|modified)|veröffentlicht|aktualisiert|stand|publié|mis à jour|modifié|publicado|actualizado|"
    r"pubblicato|aggiornato|gepubliceerd|опубликовано)\b.{0,120}",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\W*(?:[^\W\d]{2,12}[.,]?\s+){0,2}\d{1,4}[\s./:-].{0,45}(?:(?:19|20)\d\d|\d\d?[:.h]\d\d|uhr|[ap]\.?m\.?|ago).{0,40}|\d+ (?:\w+ )?(?:minutes?|hours?|days?) ago",
    re.IGNORECASE,
)


def opens_boilerplate(text: str) -> bool:
    """Tell whether a heading stands over a list of other pieces, a form, or comments."""
    return len(text) < 90 and bool(_HEADINGS.fullmatch(text.strip()))


def is_boilerplate(text: str) -> bool:
    """Tell whether a paragraph is a label, or a call to read, follow or pay for something else."""
    return len(text) <= _LONGEST and bool(_STARTS.match(text) or _WHOLE.fullmatch(text.strip()))


def is_author_note(text: str) -> bool:
    """Tell whether a last paragraph says who wrote the piece."""
    return len(text) <= 2 * _LONGEST and bool(_AUTHOR_NOTE.match(text))


def is_byline(text: str) -> bool:
    """Tell whether a line before the text says who wrote it, or when."""
    text = text.strip()
    if len(text) > 160 or text.endswith((".", "!", "?", "”", '"', ":", "»", "“")):
        return False
    return bool(_BYLINE.fullmatch(text) or _DATE.fullmatch(text))
