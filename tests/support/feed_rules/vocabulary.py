"""The HTML that feed readers let through, after the W3C feed validator."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


ELEMENTS = words(
    """a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins
    kbd label legend li main map mark menu meter nav noscript ol optgroup option output p picture
    pre progress q rp rt ruby s samp section select small source span strike strong sub summary sup
    table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr"""
)
"""Elements that readers show."""

UNSAFE = words(
    """applet base basefont body embed frame frameset head html iframe isindex link listing meta
    noframes object param plaintext script slot style title xmp"""
)
"""Elements of HTML that readers drop, or that have no place in a fragment."""

FOREIGN = {"svg", "math"}
VOID = words("area base br col embed hr img input link meta param source track wbr")
OPTIONAL_END = words("p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt")
BLOCKS = words(
    """address article aside blockquote details dialog dir div dl fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"""
)
"""Elements whose start ends an open paragraph."""

ATTRIBUTES = words(
    """abbr accept accept-charset accesskey action align alt as autocapitalize autocomplete
    autofocus autoplay axis background bgcolor border cellpadding cellspacing char charoff charset
    checked cite class clear color cols colspan compact contenteditable coords crossorigin data
    datetime decoding default dir dirname disabled download draggable enctype enterkeyhint face for
    form formenctype frame headers height hidden high href hreflang hspace icon id inputmode is
    ismap itemid itemprop itemref itemscope itemtype kind label lang list loading longdesc loop low
    max maxlength media method min minlength multiple muted name nohref nonce noshade nowrap open
    optimum pattern ping placeholder playsinline poster preload readonly referrerpolicy rel required
    rev reversed rows rowspan rules scope selected shape size sizes span spellcheck src srclang
    srcset start step style summary tabindex target title translate type usemap valign value vspace
    width wrap xml:lang"""
)
"""Attributes that readers keep; `data-*` is let through besides."""

STYLES = words(
    """background-color border border-bottom border-collapse border-color border-left border-right
    border-spacing border-style border-top border-width clear color direction display float font
    font-family font-size font-style font-variant font-weight height letter-spacing line-height
    list-style-type margin margin-bottom margin-left margin-right margin-top overflow padding
    padding-bottom padding-left padding-right padding-top text-align text-decoration text-indent
    vertical-align white-space width"""
)
"""Properties of a `style` attribute that are harmless with a plain value."""
