"""Elements of HTML, by what they do to the words around them."""

BLOCKS = (
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "tr", "td", "th", "pre", "br", "hr", "figure", "figcaption", "blockquote"),
    *("section", "article", "aside", "header", "footer", "details", "summary"),
)
"""Elements that end the words before them."""
