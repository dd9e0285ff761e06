"""Phrases of pages around articles, as expressions between broken bars, by language."""

from __future__ import annotations

HEADINGS = r"""
    related(?:
    (?:articles?|stories|news|links?|content|coverage|topics?|posts|reading|video|from|to
    this)\b.{0,30})? ¦ more (?:on|from|in|about|like|stories|news|coverage|to
    read|reading)\b.{0,50} ¦ read (?:more|next|also)\b.{0,40} ¦ (?:what to )?read next ¦ see also
    ¦ up next ¦ also (?:read|see|on)\b.{0,40} ¦ (?:most|top)
    (?:read|viewed|popular|shared|commented|stories|news)\b.{0,30} ¦ popular(?:
    (?:now|stories|on|in|articles|posts|news|this week)\b.{0,20})? ¦ trending\b.{0,25} ¦
    editor[’']?s[’']? (?:picks?|choice) ¦ recommended\b.{0,30} ¦ you (?:may|might)(?: also)?
    (?:like|be interested).{0,20} ¦ latest(?:
    (?:news|stories|posts|videos?|from|updates?|articles|headlines)\b.{0,25})? ¦ around the web ¦
    from (?:our|the) (?:partners|web|archives?) ¦ sponsored\b.{0,20} ¦ promoted\b.{0,20} ¦
    (?:join|leave|start) (?:the|a) (?:conversation|comment|discussion).{0,20} ¦ \d* ?comments?(?:
    \(?\d+\)?)? ¦ topics?(?: in this .{3,20})? ¦ tags? ¦ share(?: this.{0,20})? ¦ follow(?:
    us)?(?: on .{0,30})? ¦ (?:our )?newsletters?\b.{0,30} ¦ sign up\b.{0,60} ¦ subscribe\b.{0,60}
    ¦ about the (?:authors?|writer|contributors?) ¦ (?:key|latest) events? ¦ explore more.{0,30} ¦
    in case you missed it ¦ don[’']t miss.{0,20} ¦ watch next ¦ stay (?:informed|connected|up to
    date).{0,30} ¦ get (?:the|our) .{0,30}(?:newsletter|briefing|app|email).{0,20} ¦ more to
    explore ¦ support .{0,20}journalism.{0,20} ¦ mehr (?:zum
    thema|zu|aus|von|über|dazu|artikel|nachrichten)\b.{0,50} ¦ lesen sie (?:auch|mehr|dazu).{0,30}
    ¦ auch interessant.{0,10} ¦ das könnte (?:sie|dich) auch interessieren.{0,5} ¦
    meistgelesen.{0,20} ¦ weitere (?:artikel|themen|meldungen|nachrichten|beiträge)\b.{0,30} ¦
    verwandte .{3,20} ¦ zum thema ¦ themen ¦ schlagw(?:orte|örter) ¦ kommentare?.{0,10} ¦
    (?:zur|über die|über den) (?:person|autorin|autor|autoren) ¦ teilen ¦ anzeige ¦
    empfehlungen.{0,30} ¦ neueste .{3,20} ¦ aktuelle (?:meldungen|nachrichten) ¦ (?:à|a) lire
    (?:aussi|également|ensuite).{0,10} ¦ lire aussi.{0,10} ¦ sur le même (?:sujet|thème) ¦ voir
    aussi ¦ les plus lus.{0,20} ¦ articles (?:liés|similaires|recommandés|associés) ¦ nos
    (?:derniers|autres) .{3,30} ¦ dans la même rubrique ¦ commentaires?.{0,10} ¦ contributions? ¦
    partager.{0,20} ¦ thèmes? associés? ¦ le choix de la rédaction ¦ plus d[’']articles.{0,30} ¦
    vous aimerez aussi.{0,10} ¦ (?:noticias?|art[ií]culos|contenidos?|temas?|notas)
    relacionad[oa]s.{0,10} ¦ te puede interesar.{0,10} ¦ tambi[eé]n te puede .{3,20} ¦ lee
    tambi[eé]n.{0,10} ¦ m[aá]s (?:informaci[oó]n|noticias|le[ií]d[oa]s|sobre .{2,30}|en .{2,30}) ¦
    lo m[aá]s (?:le[ií]do|visto).{0,20} ¦ comentarios.{0,10} ¦ archivado en ¦ sobre la firma ¦
    comparte.{0,20} ¦ compartir.{0,20} ¦ últimas noticias ¦ recomendados?.{0,20} ¦
    suscr[ií]bete.{0,60} ¦ leggi anche.{0,10} ¦ potrebbe interessarti.{0,10} ¦ articoli correlati
    ¦ pi[uù] letti ¦ i pi[uù] letti.{0,20} ¦ ultime notizie ¦ commenti.{0,10} ¦ condividi.{0,20} ¦
    per approfondire ¦ leia (?:tamb[eé]m|mais).{0,20} ¦ veja (?:tamb[eé]m|mais).{0,20} ¦ mais
    lidas?.{0,20} ¦ (?:not[ií]cias|artigos) relacionad[ao]s ¦ coment[aá]rios.{0,10} ¦ últimas
    not[ií]cias ¦ saiba mais ¦ tópicos relacionados ¦ lees (?:ook|meer|verder).{0,20} ¦ meer
    (?:over|van|nieuws)\b.{0,40} ¦ meest gelezen.{0,10} ¦ gerelateerd.{0,20} ¦ reacties.{0,10} ¦
    deel (?:dit|via).{0,20} ¦ (?:czytaj|przeczytaj|zobacz) (?:także|też|również|więcej).{0,20} ¦
    najczęściej czytane ¦ powiązane .{3,20} ¦ komentarze.{0,10} ¦ polecane.{0,20} ¦ l[äa]s
    (?:också|även|mer|vidare).{0,20} ¦ les (?:også|mer).{0,20} ¦ læs (?:også|mere).{0,20} ¦ mest
    (?:lest|læste|lästa).{0,10} ¦ lue (?:myös|lisää).{0,20} ¦ relaterad.{0,20} ¦ читайте
    (?:также|ещё|еще).{0,20} ¦ материалы по теме ¦ по теме ¦ самое (?:читаемое|популярное|важное)
    ¦ комментарии.{0,10} ¦ читайте також.{0,20} ¦ новости по теме ¦ популярне ¦ ещё по теме ¦
    последние новости ¦ (?:bunlar|şunlar)[ıi] da okuyun.{0,20} ¦ ilgili haberler ¦ en çok
    okunan.{0,15} ¦ yorumlar.{0,10} ¦ 関連(?:記事|ニュース|リンク).{0,10} ¦
    あわせて読みたい.{0,10} ¦ おすすめ.{0,10} ¦ (?:アクセス)?ランキング.{0,10} ¦
    相关(?:阅读|新闻|文章|报道).{0,5} ¦ 相關(?:閱讀|新聞|文章|報導).{0,5} ¦ 延伸閱讀.{0,5} ¦
    推荐阅读.{0,5} ¦ 热门.{0,8} ¦ 관련 ?(?:기사|뉴스).{0,5} ¦ اقرأ (?:أيضا|أيضًا|المزيد).{0,20} ¦
    (?:مواضيع|مقالات|أخبار) (?:ذات صلة|متعلقة).{0,10} ¦ الأكثر (?:قراءة|مشاهدة).{0,10} ¦ קראו
    (?:גם|עוד).{0,20}
"""
"""Over a list of other pieces, a form, or what readers said; whole headings."""

STARTS = r"""
    (?:read|see|watch|listen)(?: more| also| next| the full.{0,20}| our .{0,30})?\s*[:：|>»] ¦
    read (?:more|also|next)\b ¦ also read\b ¦ related(?: .{0,20})?\s*[:：|] ¦ (?:more|also) (?:on
    this|from|read)\b.{0,40}[:：] ¦ (?:don[’']t miss|must read|up next|recommended|in
    pictures|further reading|editor[’']?s picks?)\s*[:：|] ¦ sign(?:ing)? up
    (?:for|to|here|now|today)\b ¦ (?:click|tap) here to\b ¦ subscribe (?:to|now|here|today|for)\b
    ¦ get (?:our|the) .{0,60}(?:newsletter|inbox|briefing|app)\b ¦ (?:want|looking for)
    more\b.{0,80}\? ¦ follow (?:us|me|him|her|them|the \w+|@?\w+(?: \w+)?) on\b ¦ like us on\b ¦
    join (?:us|our|the)\b.{0,50}(?:whatsapp|telegram|channel|newsletter|discord|conversation) ¦
    download (?:our|the) .{0,30}app\b ¦ (?:already a |become a |are you a )(?:subscriber|member) ¦
    log ?in (?:to|here)\b ¦ to (?:continue|keep) reading\b ¦ this (?:article|story|content) is
    (?:for|reserved|available|exclusive).{0,40}(?:subscribers?|members) ¦ you have
    (?:reached|read).{0,40}(?:limit|articles?) ¦ (?:please )?support
    (?:our|independent|quality).{0,40}journalism ¦ we (?:use|value).{0,40}(?:cookies|privacy) ¦
    this (?:site|website|page) uses\b ¦ by (?:clicking|signing
    up|subscribing|submitting|continuing|entering)\b ¦ (?:all|some) rights reserved ¦
    (?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\(c\)\s*)?(?:19|20)\d\d ¦ copyright © ¦ © ¦ (?:have|got|do
    you have) a (?:tip|story|confidential)\b ¦ (?:e-?mail|contact|write to|reach) (?:the
    author|us|the reporter|him|her|\w+ \w+) (?:at|on|via|by)\b ¦ send (?:us )?(?:your
    )?(?:tips|letters|feedback) ¦ (?:we want|we[’']d (?:love|like)) to hear\b ¦ (?:let us
    know|tell us) (?:what|in the comments) ¦ advertisement\W*$ ¦ advertisement\s*[-–:|] ¦ article
    continues (?:below|after) ¦ story continues (?:below|after) ¦ (?:continue|keep) reading\b ¦
    view (?:more|all|comments|gallery) ¦ (?:show|load) more\b ¦ share (?:this|on|via|your)\b ¦
    (?:your|enter your|please enter) e-?mail ¦ thanks? (?:you )?for (?:signing|subscribing|reading
    our) ¦ this (?:newsletter|email) (?:may|is)\b ¦ for more (?:information|news|stories|on
    this)\b.{0,80}(?:click|visit|see our|follow|newsletter|privacy) ¦ protected by recaptcha ¦
    correction requests?\b ¦ if you (?:enjoyed|liked) (?:this|reading) ¦ make (?:us|\w+) (?:your
    )?preferred source ¦ add .{2,30} (?:as a preferred|on google) ¦ stay (?:up to
    date|informed|connected) (?:with|on)\b ¦ enable javascript ¦ (?:the )?(?:views|opinions)
    expressed\b.{0,80}\b(?:authors?|writers?|own|contributors?)\b ¦ \W*(?:the )?\w+ is not
    responsible for ¦ (?:when|if) you (?:buy|purchase|click)\b.{0,120}commission ¦ we (?:may
    )?(?:receive|earn)\b.{0,30}commission ¦ (?:a version of )?this (?:article|story|piece) (?:also
    )?appear(?:s|ed) in (?:the )?print ¦ (?:listen|watch|catch up|tune
    in)\b.{0,100}\b(?:on|to|with|of)\b.{0,60}\b(?:sounds|podcast|iplayer|player|app|episode|live
    stream) ¦ (?:you need|please enable|your browser)\b.{0,60}(?:javascript|browser|video) ¦ an
    error (?:has )?occurred ¦ this (?:video|content) (?:can ?not|is not available|isn[’']t
    available) ¦ (?:lesen|sehen|hören) sie (?:auch|hier|dazu|mehr)\b ¦ (?:mehr )?(?:zum
    thema|dazu|mehr dazu|auch interessant|lesetipp)\s*[:：] ¦ mehr (?:zum
    thema|aktuelle|nachrichten|aus)\b ¦ weiterlesen\b ¦ jetzt
    (?:abonnieren|anmelden|testen|registrieren|weiterlesen|kostenlos)\b ¦ (?:abonnieren|folgen)
    sie\b ¦ melden sie sich\b.{0,60}newsletter ¦ (?:unser|der|mit dem|den) .{0,40}newsletter\b ¦
    sie (?:haben|möchten|sind) (?:bereits|schon|noch
    kein).{0,40}(?:abo|konto|abonn|angemeldet|registriert) ¦ (?:dieser|der)
    (?:artikel|text|beitrag|inhalt) ist (?:nur |exklusiv )?für (?:abonn|plus|registrierte) ¦
    anzeige\b\s*$ ¦ alle rechte vorbehalten ¦ (?:bild|foto|quelle|fotos)\s*[:：]\s*.{2,60}$ ¦ an
    dieser stelle (?:finden|befindet|steht)\b ¦ empfohlener (?:externer|redaktioneller) inhalt ¦
    externer inhalt ¦ ich bin damit einverstanden ¦ hier (?:finden sie|klicken|geht es|können
    sie)\b.{0,80}(?:newsletter|weitere|mehr|abonn|podcast) ¦ kommentar (?:schreiben|verfassen) ¦
    artikel (?:teilen|drucken|merken|anhören) ¦ (?:à|a) lire (?:aussi|également)? ¦ lire
    (?:aussi|également|la suite|plus|notre)\b ¦ lisez (?:aussi|également)\b ¦ voir
    (?:aussi|également)\b ¦ (?:écouter|regarder|voir) (?:aussi|également) ¦
    (?:inscrivez|abonnez)[- ]vous\b ¦ (?:s[’']abonner|déjà abonné|je m[’']abonne) ¦ (?:cet|la
    suite de cet) article est réservé ¦ il vous reste\b.{0,60}(?:lire|article) ¦
    recevez\b.{0,60}(?:newsletter|lettre|boîte|matin|actualité) ¦ suivez[- ](?:nous|toute)\b ¦
    pour (?:aller plus loin|ne rien manquer|en savoir plus) ¦ tous droits réservés ¦
    publicité\b\s*$ ¦ crédits? photo ¦ partagez\b ¦ découvrez (?:aussi|notre|nos)\b ¦
    (?:lee|lea|leer|ver|mira|vea|escucha) (?:tambi[eé]n|m[aá]s|adem[aá]s)\b ¦ te puede interesar ¦
    tambi[eé]n (?:lee|te puede) ¦ m[aá]s informaci[oó]n\s*[:：]?$ ¦
    suscr[ií]b(?:ete|ase|irse|ite)\b ¦ s[ií]gue(?:nos)? (?:en|toda|a)\b ¦ ap[uú]ntate\b ¦
    reg[ií]str(?:ate|ese)\b ¦ recib[ea]\b.{0,60}(?:newsletter|bolet[ií]n|correo) ¦ puedes seguir
    a\b ¦ (?:este|el) (?:art[ií]culo|contenido) es (?:solo|exclusivo) ¦ si (?:ya eres|quieres
    (?:seguir|continuar|leer))\b ¦ todos los derechos reservados ¦ derechos reservados ¦ [uú]nete
    a\b.{0,50}(?:whatsapp|telegram|canal) ¦ publicidad\b\s*$ ¦ descarga\b.{0,30}\bapp\b ¦ leggi
    (?:anche|tutto|ancora|l[’']articolo) ¦ (?:guarda|ascolta|vedi) anche ¦ iscriviti\b ¦
    abbonati\b ¦ segui(?:ci)?\b.{0,40}(?:facebook|twitter|instagram|whatsapp|telegram|google) ¦
    riproduzione riservata ¦ ©\s*riproduzione ¦ tutti i diritti riservati ¦ pubblicit[aà]\b\s*$ ¦
    (?:leia|veja|ou[cç]a|assista|confira) (?:tamb[eé]m|mais|ainda)\b ¦
    (?:assine|inscreva-se|siga-nos|receba|cadastre-se)\b ¦
    siga\b.{0,40}(?:instagram|facebook|twitter|whatsapp|telegram) ¦ todos os direitos reservados ¦
    continua (?:ap[oó]s|depois d) ¦ publicidade\b\s*$ ¦ clique aqui\b ¦ lees (?:ook|meer|verder)\b
    ¦ (?:bekijk|luister|beluister) ook\b ¦ (?:meld je aan|schrijf je in|abonneer)\b ¦
    advertentie\b\s*$ ¦ alle rechten voorbehouden ¦ volg ons\b ¦
    (?:czytaj|przeczytaj|zobacz|sprawdź|posłuchaj) (?:także|też|również|więcej)\b ¦ (?:zapisz
    się|subskrybuj|zaprenumeruj)\b ¦ reklama\b\s*$ ¦ dalsza część (?:artykułu|tekstu) ¦ wszelkie
    prawa zastrzeżone ¦ (?:läs|se) (?:också|även|mer)\b ¦ (?:les|se) også\b ¦ (?:læs|se) også\b ¦
    lue (?:myös|lisää)\b ¦ (?:prenumerera|tilmeld|abonner|tilaa)\b ¦ annonse?\b\s*$ ¦ mainos\b\s*$
    ¦ читайте (?:также|ещё|еще|нас|подробнее|також|також)\b ¦
    (?:подписывайтесь|подпишитесь|підписуйтесь|підпишіться)\b ¦ смотрите также ¦ реклама\b\s*$ ¦
    все права защищены ¦ следите за\b.{0,40}(?:новост|телеграм|telegram) ¦ дивіться також ¦
    (?:ayrıca|bunu da|bunları da) (?:oku|okuyun) ¦ abone ol ¦ tüm hakları saklıdır ¦ reklam\b\s*$
    ¦ διαβάστε (?:επίσης|ακόμη|περισσότερα) ¦ ακολουθήστε\b ¦ (?:čtěte|čtite|přečtěte si)
    (?:také|také:|více) ¦ (?:olvassa|olvasd) el\b ¦ citește (?:și|mai) ¦ citiți (?:și|mai) ¦
    pročitajte (?:i|više|još) ¦ 関連記事 ¦ あわせて読みたい ¦ こちらも ¦ 続きを読む ¦
    この記事は.{0,10}会員 ¦ 相关(?:阅读|新闻) ¦ 相關(?:閱讀|新聞) ¦ 延伸閱讀 ¦ 更多(?:新闻|精彩) ¦
    责任编辑 ¦ 編輯[:：] ¦ 版权(?:所有|声明) ¦ 無断転載 ¦ 관련 ?기사 ¦ 무단 ?전재 ¦ 저작권자 ¦ ⓒ ¦
    \[사진 ¦ اقرأ (?:أيض|المزيد|كذلك) ¦ (?:شاهد|تابع)\b.{0,20}(?:أيضا|ايضا|على) ¦ اشترك ¦ (?:جميع
    الحقوق|כל הזכויות|קראו (?:גם|עוד)|עקבו אחרי)
"""
"""How paragraphs begin that send readers elsewhere."""

WHOLE = r"""
    advertisements? ¦ sponsored(?: content)? ¦ promoted ¦ share ¦ save ¦ print ¦ e-?mail ¦ copy(?:
    link)? ¦ link copied!? ¦ facebook ¦ twitter ¦ x ¦ linkedin ¦ whatsapp ¦ reddit ¦ pinterest ¦
    telegram ¦ flipboard ¦ bluesky ¦ threads ¦ messenger ¦ instagram ¦ youtube ¦ comments?(?:
    ?\(?\d+\)?)? ¦ \d+ comments? ¦ listen(?: to (?:this )?(?:article|story))?(?: ?[-–(]? ?\d+
    ?(?:min|minutes)\)?)? ¦ \d+ ?[-–]? ?(?:min(?:ute)?s?|sec|mins?\.?) ?(?:read|listen|lesezeit|de
    lecture|de lectura|di lettura|leestijd)? ¦ (?:reading time|lesezeit|temps de lecture|tiempo de
    lectura)\s*:?\s*.{0,15} ¦ (?:back to )?top ¦ menu ¦ search ¦ close ¦ next ¦ previous ¦
    loading\.* ¦ more ¦ read more\W* ¦ play(?: video)? ¦ watch(?: video)? ¦ gift(?: this)? article
    ¦ bookmark ¦ (?:image|photo) (?:source|credit)s? ¦ live ¦ breaking(?: news)? ¦ exclusive ¦
    teilen|merken|drucken|vorlesen|speichern ¦ partager|imprimer|enregistrer|écouter|offrir
    l[’']article ¦ compartir|guardar|imprimir|escuchar ¦ condividi|salva|stampa|ascolta ¦
    stand[:：]? .{4,30} ¦ getty images.{0,30} ¦ reuters ¦ afp(?: via getty images)? ¦ ap(?:
    photo)?(?:/.{2,30})? ¦ \W*
"""
"""Whole paragraphs that are labels or buttons."""

AUTHOR_NOTES = r"""
    (?:is|was)\b(?:,? .{0,30},)? (?:an?|the|one of the|our|[\w’']+[’']s)
    (?:[\w’'/&-]+\s){0,6}(?:reporter|correspondent|writer|journalist|editor|columnist|producer|contributor|fellow|bureau
    chief|photojournalist|critic|anchor|author of|professor|intern)\b ¦ (?:covers|writes
    about|reports on|writes on|has covered|has been covering|reported from|contributed to
    this|joined \S+ in)\b ¦ (?:ist|war) (?:\S+
    )?(?:redakteur|redakteurin|korrespondent|korrespondentin|reporter|reporterin|autor|autorin|journalist|journalistin|volontär|volontärin)\b
    ¦ (?:schreibt|berichtet) (?:seit|für|über)\b ¦ est
    (?:journaliste|correspondante?|rédact(?:eur|rice)|grand reporter)\b ¦ es
    (?:periodista|corresponsal|redactora?|colaboradora?)\b ¦ è
    (?:giornalista|corrispondente|redattore|redattrice)\b
"""
"""How a last paragraph goes on after the name of an author."""
