/* Marks in an article what a reader searched for. Links of results carry the words in the
   fragment of the address, which no server is told; site.js loads this only where there are any. */

const SCOPE = "main h1, main header .standfirst, main .prose";
const BLOCK = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, pre, div";
const UNSPACED = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}|\p{sc=Khmer}|\p{sc=Lao}/u;
const FORM_FEED = "\f";

/** What is looked for: a word as a whole, in any case, and a phrase across the ends of lines. */
function patternOf(words) {
  const sought = words.map((word) => {
    const text = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
    return UNSPACED.test(word) ? text : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(sought.join("|"), "giu");
}

/** The texts of an article in their order, and where each begins in all of them. */
function textsOf() {
  const texts = [];
  let all = "";
  let block;
  for (const part of document.querySelectorAll(SCOPE)) {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node.parentElement.closest("script, style, template, .anchor")) continue;
      const own = node.parentElement.closest(BLOCK);
      // No word goes on from one paragraph into the next.
      if (own !== block) all += FORM_FEED;
      block = own;
      texts.push({ node, start: all.length });
      all += node.data;
    }
  }
  return { texts, all };
}

/** Marks a piece of a text, and returns the mark. */
function wrap(node, from, to) {
  const piece = node.splitText(from);
  piece.splitText(to - from);
  const mark = document.createElement("mark");
  mark.className = "found";
  piece.replaceWith(mark);
  mark.append(piece);
  return mark;
}

/** Marks all places, and returns the marks of each. */
function markAll(words) {
  const { texts, all } = textsOf();
  const places = [...all.matchAll(patternOf(words))]
    .filter(([text]) => text && !text.includes(FORM_FEED))
    .map(({ 0: text, index }) => ({ from: index, to: index + text.length, marks: [] }));
  // From the end, so that what comes before keeps its place.
  for (const { node, start } of texts.toReversed()) {
    const end = start + node.data.length;
    for (const place of places.toReversed()) {
      const from = Math.max(place.from, start);
      const to = Math.min(place.to, end);
      if (from < to) place.marks.unshift(wrap(node, from - start, to - start));
    }
  }
  return places.map(({ marks }) => marks);
}

function unmark() {
  document.querySelector(".found-note")?.remove();
  for (const mark of document.querySelectorAll("mark.found")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}

/** Marks the words that the address carries, takes them out of it, and says how many there are. */
export function find(texts) {
  const words = new URLSearchParams(location.hash.slice(1)).getAll("_find")
    .map((word) => word.trim()).filter(Boolean).slice(0, 8);
  // So that the article is shared and bookmarked without them.
  history.replaceState(history.state, "", location.pathname + location.search);
  unmark();
  if (!words.length) return;
  const places = markAll(words);
  if (!places.length) return;

  const note = document.createElement("div");
  note.className = "found-note label";
  note.innerHTML = "<p role=\"status\"><span></span> <span></span></p><button type=\"button\"></button><button type=\"button\"></button>";
  const [said, next, clear] = note.children;
  const [what, where] = said.children;
  const number = new Intl.NumberFormat(texts.language);
  what.textContent = [...new Set(places.map((marks) => marks.map((mark) => mark.textContent).join("")
    .replace(/\s+/g, " ").toLowerCase()))].slice(0, 3).join(", ");
  next.textContent = texts.textNext;
  clear.textContent = texts.textClear;
  next.hidden = places.length < 2;

  let here = -1;
  function go(step) {
    for (const mark of places[here] ?? []) mark.classList.remove("is-here");
    here = (here + step) % places.length;
    for (const mark of places[here]) mark.classList.add("is-here");
    const { top, bottom } = places[here][0].getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 80) places[here][0].scrollIntoView({ block: "center" });
    where.textContent = texts.textPlace
      .replace("{number}", number.format(here + 1)).replace("{total}", number.format(places.length));
  }
  next.addEventListener("click", () => go(1));
  const end = () => {
    document.removeEventListener("keydown", onKey);
    unmark();
  };
  function onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented || event.target.closest("input, textarea")) return;
    if (note.contains(event.target)) document.querySelector("main").focus({ preventScroll: true });
    end();
  }
  clear.addEventListener("click", () => {
    document.querySelector("main").focus({ preventScroll: true });
    end();
  });
  document.addEventListener("keydown", onKey);
  document.querySelector("main").before(note);
  go(1);
}
