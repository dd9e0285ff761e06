/* What the search page and the box in the bar share: the index, and how a result is shown. */

let opened;
let failures = 0;

/** Opens the index in a folder once. */
export function openIndex(folder) {
  opened ??= (async () => {
    const address = new URL("pagefind.js", new URL(folder, location.href));
    // Browsers may keep a module that failed; under another address it is asked for again.
    if (failures) address.search = `?again=${failures}`;
    const pagefind = await import(address);
    // The addresses in the index are complete; Pagefind would put the base path before them again.
    await pagefind.options({ baseUrl: "/", excerptLength: 34 });
    await pagefind.init();
    return pagefind;
  })();
  opened.catch(forgetIndex);
  return opened;
}

/** Lets the index be opened anew after something of it could not be had. */
export function forgetIndex() {
  opened = undefined;
  failures++;
}

/** Puts values into the places that some words keep for them. */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** Numbers and days as a language writes them. */
export function formats(language) {
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  const number = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  return {
    plural: (forms, count) => forms[plurals.select(count)] ?? forms.other,
    number: (value) => number.format(value),
    // The day as the site wrote it, whatever the zone of the reader.
    day: (iso) => (/^\d{4}-\d\d-\d\d/.test(iso ?? "") ? day.format(new Date(iso.slice(0, 10))) : ""),
  };
}

/** Says something to screen readers once the typing has stopped. */
export function announcer(region) {
  let waiting;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { region.textContent = text; }, 700);
  };
}

/** The words of a document that answer a query, as they are spelled in it. */
export function foundWords({ content, raw_content: raw, locations }, query) {
  const joiner = raw.includes("\u200B") ? "" : " ";
  const all = joiner ? content.split(/\s+/) : raw.split("\u200B");
  // Of words in quotation marks those side by side are one.
  const phrase = /^".*"$/.test(query);
  const runs = [];
  for (const place of [...locations].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (phrase && last?.end === place) Object.assign(last, { end: place + 1, text: last.text + joiner + all[place] });
    else runs.push({ end: place + 1, text: all[place] ?? "" });
  }
  const bare = runs.map(({ text }) => text
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/[’']s$/, "").toLowerCase());
  return [...new Set(bare)].filter(Boolean).slice(0, 8);
}

/** The link of a result. The words go with it to be marked there (find.js), in the part of the
    address that no server is told. */
export function linkOf(url, words) {
  return words.length ? `${url}#${new URLSearchParams(words.map((word) => ["_find", word]))}` : url;
}

/** Puts a text into an element with its words marked. */
export function markIn(element, text, words) {
  const sought = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const parts = sought ? text.split(new RegExp(`((?<![\\p{L}\\p{N}])(?:${sought})(?![\\p{L}\\p{N}]))`, "giu")) : [text];
  element.replaceChildren(...parts.map((part, index) => {
    if (index % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  }));
}

/** Lists items anew; whoever has gone down to a link that is listed again stays on it. */
export function relist(list, items, field) {
  const focused = list.contains(document.activeElement) ? document.activeElement.pathname : "";
  // Before the link is gone, or the focus would be nowhere.
  if (focused) field.focus({ preventScroll: true });
  list.replaceChildren(...items);
  if (focused) [...list.querySelectorAll("a")].find(({ pathname }) => pathname === focused)?.focus();
}

/** Moves the focus through the links of a list with the arrow keys. */
export function walkWithArrows(field, list, scope) {
  scope.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target !== field && !list.contains(event.target)) return;
    const stops = [field, ...list.querySelectorAll("a[href]:not([hidden])")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
