"""How pages name and word what is no part of an article."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_NAMING = ("class", "role", "itemprop", "data-testid", "data-component", "data-type",
           "data-module", "data-qa", "data-name", "data-block", "aria-label", "data-gtm-component",
           "data-component-name", "data-tb-region", "data-print", "data-gu-name",
           "data-area")  # fmt: skip

# Names of elements that hold no part of the article whatever the extractor says.
_NEVER = re.compile(
    r"""-(?:
    related(?!-to-)\w*|relacionad[ao]s?|relationn?ee?s?|correlat[ie]|verwandt\w*|recirc\w*|
    recommend(?:ed|ation|ations|er)?|recomend\w+|recos?|empfehlung\w*|
    more-(?:on|from|stories|articles|news|in|like|to-read|reading|coverage|links)|read-(?:more|next|also|on)|
    readmore|readnext|readalso|see-also|also-(?:read|like|in)|lire-aussi|a-lire|leggi-anche|lees-ook|
    weiterlesen|lesen-sie|mehr-zum(?:-thema)?|next-(?:article|story|up|post)|up-next|further-reading|
    (?:most|meist)-?(?:read|viewed|popular|shared|gelesen\w*|emailed|commented)|popular(?:-\w+)?|
    trending(?:-\w+)?|top-stories|latest-(?:news|stories|posts|articles)|other-(?:news|stories|articles)|
    newsletter\w*|nl-(?:signup|form|box)|sign-?up\w*|subscri(?:be|ption|ptions|ber)\w*|abo-?(?:box|teaser|hinweis)|
    mailing-list|email-(?:form|signup|capture)|
    share|shar(?:e|ing)-?(?:bar|buttons?|tools?|links?|box|icons?|widget|this|list|menu|options|daddy|actions)|sharing|
    sharedaddy|sociali?s?|social-?(?:bar|media|share|sharing|links?|icons?|buttons?|tools?|follow|list)|addthis\w*|addtoany\w*|
    sociable|follow-?us|follow-(?:button|topic|bar|author)|
    comments?|comments?-(?:area|section|list|form|count|thread|wrapper|container)|disqus\w*|kommentare?|commentaires?|comentarios|
    talk-?backs?|talk|coral|viafoura|spotim|open-web|hyvor\w*|fb-comments|
    breadcrumbs?|brotkrumen?|crumbs|nav|navi|navigation|subnav|navbar|megamenu|hamburger|main-menu|site-(?:header|footer|nav)|
    page-footer|global-(?:header|footer|nav)|skip-(?:link|to)\w*|footer-(?:nav|links|menu)|table-of-contents|toc|
    cookies?-?(?:banner|notice|consent|wall|bar|law|policy)?|consent|cmp|gdpr|ccpa|onetrust\w*|usercentrics|didomi\w*|sp-message|
    pay-?wall-(?:box|banner|overlay|message|prompt|notice|teaser|wall|modal|offer|cta|barrier|text|info|form|promo)|regwall|pay-?gate|piano(?:-\w+)?|tp-(?:container|modal)|plus-?teaser|premium-(?:box|teaser|offer)|
    ads?|ad-?(?:slot|unit|container|wrapper|block|box|banner|label|placeholder|space|zone|text|break|island|placement)|
    advert\w*|adv|werbung|anzeige|publicite|publicidad|pubblicita|reklam\w*|dfp|gpt|sponsor(?:ed|s)?|promo(?:tion|ted|box|s)?|
    outbrain\w*|taboola\w*|criteo|teads|revcontent|zergnet|mgid|plista|ligatus|
    author-?(?:bio|box|card|info|profile|details?|about|footer|description|panel|block|blurb)s?|about-(?:the-)?authors?|
    bio|biography|contributor-?(?:bio|info)?|autor(?:en)?-?(?:box|info|kasten|profil)|post-author|bio-?box|writer-bio|staff-bio|
    tag-?(?:list|cloud|links?|s|bar)|article-tags|entry-tags|post-tags|topics?-(?:list|tags|bar)|topics|keywords|schlagw\w+|hashtags|etiquetas|temas|
    teasers?|teaser-\w+|carousel|slideshow-nav|slider-nav|side-?bar|rail|right-(?:rail|col|column)|aside-\w+|
    site-?map|modal|popup|pop-up|overlay|interstitial|lightbox|toast|snackbar|tooltip|dropdown|
    toolbar|tool-bar|article-(?:tools|actions|footer|meta|toolbar|controls|buttons)|post-(?:meta|footer|actions|navigation|nav)|entry-(?:meta|footer|utility)|
    print-(?:only|button|link|hidden)|no-?print|links?-(?:block|box|list)|
    audio-?player|tts|text-to-speech|listen(?:-\w+)?|vorlesen|beyondwords|play-?list|video-?(?:playlist|carousel|list)|
    donat(?:e|ion|ions)\w*|support-us|membership|fundrais\w*|contribut(?:e|ions?)-?(?:epic|banner|box)?|epic|call-to-action|cta|
    app-(?:banner|promo|download)|download-app|
    copyright|disclaimer-footer|imprint|
    bylines?|by-line|dateline-wrapper|time-?stamp|pub-?date|published-?(?:date|on)|last-updated|article-date|post-date|reading-time|read-time|lesezeit|
    kicker|eyebrow|overline|dachzeile|spitzmarke|
    sr-only|visually-hidden|screen-reader\w*|visuallyhidden|invisible|u-hidden|hidden-print|
    live-?blog-?(?:nav|navigation|toc|summary-nav|controls)|key-events|keyevents|timeline-nav|jump-?(?:links?|to|nav)|
    google-news|whatsapp-(?:box|channel|cta)|telegram-(?:box|channel)|push-notification\w*|notification\w*|
    contact-?(?:box|us|form|info)|feedback|report-error|correction-form|error-report|helpful|ratings?|survey|quiz-cta|
    weather-widget|stock-ticker|news-?ticker|horoscope|crossword|
    pagination|pager|page-?links|page-numbers
    )(?=-)""",
    re.VERBOSE,
)
# Names that often mean so, and are believed where the extractor left the element out.
_SELDOM = re.compile(
    r"""-(?:widgets?|box|boxes|infobox|fact-?box|callout|inset|embeds?|meta|metadata|header|head|info|links?|link-?list|
    bottom|footer|foot|after-(?:content|article|post)|extra|extras|tools|actions?|buttons?|btn|labels?|badges?|
    author|authors|autor(?:en|es)?|auteurs?|firma|signature|credits?|profile|avatar|card|cards|list-?item|banner|menu|bar|
    tags?|topic|category|categories|section-?(?:name|label|title)|rubrik|rubric|date|time|datetime|
    gallery|slideshow|slides?|caption|image-credit|source|sources|quelle|expand|collapse|toggle|accordion|
    login|log-?in|register|anmelden|account|offer|pay-?wall\w*|meter(?:ed|ing)?|plus|premium|locked|lock|player|video|audio|podcast|subtitle|hidden|hide)(?=-)""",
    re.VERBOSE,
)
_ROLES = frozenset(
    ("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog",
     "menu", "menubar", "toolbar", "tablist", "tooltip", "form", "button", "alert", "status")
)  # fmt: skip


def naming(element: HtmlElement) -> str:
    """Return the words by which a page names an element, in lower case between hyphens."""
    names = " ".join(filter(None, map(element.get, _NAMING)))
    identity = element.get("id", "")
    # The id of a heading is made of its words, and so are others that are as long.
    if len(identity) < 40 and element.tag not in ("h1", "h2", "h3", "h4", "h5", "h6"):
        names += " " + identity
    if not names.strip():
        return ""
    return "-" + _SEPARATORS.sub("-", _CAMEL.sub("-", names[:400]).lower()).strip("-") + "-"


def suspicion(element: HtmlElement) -> int:
    """Return 2 for an element whose name says that it is no article, 1 for a doubtful one."""
    if element.get("role") in _ROLES:
        return 2
    names = naming(element)
    if not names:
        return 0
    if _NEVER.search(names):
        return 2
    return 1 if _SELDOM.search(names) else 0
