/* The search page. All words come from the page; none stand here. */

const PAGE = 10;
const FILTERS = ["section", "tag", "source", "author", "year"];
const SHOWN_OPTIONS = 8;

const find = (name) => document.querySelector(`[data-search-${name}]`);
const form = document.querySelector("[data-search]");
const field = form.elements.q;
const list = find("list");
const more = find("more");
const filters = find("filters");
const words = JSON.parse(find("text").textContent);
const terms = JSON.parse(find("terms").textContent);
const sorts = [...document.querySelectorAll("[name=sort]")];

/** Whether what is listed is what came with the page. */
let isFirst = location.search.length < 2;
if (!isFirst) {
  list.replaceChildren();
  find("status").textContent = "";
  hide("start");
  // Fetched beside the rest, for somebody waits for it; what fails is told when it is opened.
  import(new URL(`${form.dataset.pagefind}pagefind.js`, location.href)).catch(() => {});
}

const { openIndex, forgetIndex, fill, formats, announcer, foundWords, linkOf, markIn, relist, walkWithArrows } =
  await import(new URL(form.dataset.core, location.href));
const format = formats(form.dataset.language);
const announce = announcer(find("announced"));

const state = { query: "", sort: "", chosen: {}, open: new Set(), shown: PAGE };
let found = [];
let turn = 0;

/** A name in the form in which names are compared. */
const plain = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
const clone = (name) => find(name).content.firstElementChild.cloneNode(true);

/* ----------------------------------------------------------------- address */

function readAddress() {
  const asked = new URLSearchParams(location.search);
  state.query = asked.get("q")?.trim() ?? "";
  state.sort = ["date", "relevance"].find((sort) => sort === asked.get("sort")) ?? "";
  state.chosen = {};
  for (const name of FILTERS) {
    if (asked.has(name)) state.chosen[name] = [...new Set(asked.getAll(name))];
  }
  state.shown = history.state?.shown ?? PAGE;
  field.value = state.query;
}

function addressOf({ query, chosen, sort }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const [name, values] of Object.entries(chosen)) {
    for (const value of values) asked.append(name, value);
  }
  if (sort) asked.set("sort", sort);
  return asked.size ? `?${asked}` : location.pathname;
}

/** Keeps how far somebody has come with these results, for the way back. */
const remember = () => history.replaceState({ shown: state.shown, y: scrollY }, "");

/** Searches for something else; `step` says whether one can go back to what was there. */
function go(changes, step = true) {
  if (step) remember();
  Object.assign(state, changes, { shown: PAGE });
  history[step ? "pushState" : "replaceState"]({ shown: PAGE, y: 0 }, "", addressOf(state));
  return search();
}

/* ------------------------------------------------------------------ search */

/** What is chosen, any value within a group, but for one group that is left out. */
function filtersBut(left) {
  const groups = Object.entries(state.chosen).filter(([name]) => name !== left);
  return Object.fromEntries(groups.map(([name, values]) => [name, { any: values }]));
}

async function search() {
  const mine = ++turn;
  const late = setTimeout(() => {
    list.ariaBusy = "true";
    say(words.loading);
  }, 300);
  try {
    const show = await answer(() => mine !== turn);
    if (mine === turn) show();
  } catch (problem) {
    if (mine !== turn) return;
    console.warn(problem);
    forgetIndex();
    isFirst = false;
    list.replaceChildren();
    hide("none", "term", "active", "start");
    more.hidden = true;
    showFilters({});
    say("");
    find("failed").hidden = false;
    announce(find("failed").textContent);
  } finally {
    clearTimeout(late);
    if (mine === turn) list.ariaBusy = "false";
  }
}

function hide(...names) {
  for (const name of names) if (find(name)) find(name).hidden = true;
}

/** Returns what shows the answer to the question of the moment. */
async function answer(isOld) {
  const { query, chosen } = state;
  const pagefind = await openIndex(form.dataset.pagefind);
  const names = await pagefind.filters(); // or only those already chosen from would be counted
  if (isOld()) return;
  const isName = FILTERS.some((name) => Object.keys(names[name] ?? {}).some((value) => plain(value) === plain(query)));
  const term = query && terms.find(({ name }) => plain(name) === plain(query));
  // Without a query everything there is, and of a bare name what was said last.
  const order = query ? state.sort || (term || isName ? "date" : "relevance") : "date";
  const sort = order === "date" ? { date: "desc" } : undefined;
  const ask = (filters) => pagefind.search(query || null, { filters, sort });
  const all = await ask(filtersBut());
  // A group counts what choosing another of its own values would give, so
  // that it doesn't change under the hand of somebody who chooses from it.
  const counts = { ...all.filters };
  for (const name of Object.keys(chosen)) counts[name] = (await ask(filtersBut(name))).filters[name];
  if (isOld()) return;
  let results = all.results;
  const first = await Promise.all(results.slice(0, state.shown).map((result) => result.data()));
  // Of a word that stands nowhere Pagefind finds those with its first letter.
  if (first.every((data) => isFar(data, query))) results = [];
  const ways = results.length ? [] : await waysOut(pagefind, names);
  return () => {
    found = results;
    isFirst &&= !query && isListed(first);
    if (!isFirst) relist(list, first.slice(0, results.length).map(resultOf), field);
    for (const radio of sorts) {
      radio.checked = radio.value === order;
      radio.disabled = !query;
    }
    find("failed").hidden = true;
    find("bar").hidden = !results.length;
    find("keys").hidden = false;
    if (find("start")) find("start").hidden = Boolean(query || Object.keys(chosen).length);
    more.hidden = state.shown >= results.length;
    showTerm(term);
    showActive();
    showFilters(results.length || Object.keys(chosen).length ? counts : {});
    showNone(ways);
    showCount();
  };
}

/** Whether these are the links that are listed. */
function isListed(results) {
  const links = [...list.querySelectorAll(".row-title a")].map((link) => link.pathname);
  return `${links}` === `${results.map(({ url }) => new URL(url, location.href).pathname)}`;
}

function isFar(data, query) {
  if (!/^[\p{L}\p{N}]{3,}$/u.test(query)) return false;
  const found = foundWords(data, query);
  return found.length > 0 && found.every((word) => !plain(word).startsWith(plain(query).slice(0, 2)));
}

/* ----------------------------------------------------------- nothing found */

/** How many letters must be changed, added or left out to make one word of another. */
function distance(one, other) {
  let row = [...other, ""].map((_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (one[i] === other[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length];
}

function nearest(text, names) {
  const allowed = text.length < 5 ? 1 : 2;
  const near = names.map((name) => [distance(plain(text), plain(name)), name])
    .filter(([far]) => far <= allowed).sort(([far], [other]) => far - other);
  return near[0]?.[1];
}

/** What finds something where this search doesn't: another spelling, or no filters. */
async function waysOut(pagefind, filters) {
  const { query, chosen } = state;
  const ways = [];
  const offer = async (text, changes) => {
    const asked = changes.query ?? query;
    const { results } = await pagefind.search(asked || null, { filters: changes.chosen ? {} : filtersBut() });
    if (results.length) ways.push({ text: fill(text, { query: asked, count: format.number(results.length) }), changes });
  };
  if (query) {
    const names = FILTERS.slice(0, -1).flatMap((name) => Object.keys(filters[name] ?? {}));
    const parts = names.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 3);
    const other = nearest(query, names) ??
      query.split(/\s+/).map((word) => (word.length > 3 && nearest(word, parts)) || word).join(" ");
    if (plain(other) !== plain(query)) await offer(words.spelling, { query: other, chosen: {} });
  }
  if (Object.keys(chosen).length) await offer(words.unfiltered, { chosen: {} });
  return ways;
}

function showNone(ways) {
  find("none").hidden = found.length > 0;
  find("ways").replaceChildren(...ways.map(({ text, changes }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.textContent = text;
    link.href = addressOf({ ...state, ...changes });
    item.append(link);
    return item;
  }));
}

/* ----------------------------------------------------------------- results */

function say(text) {
  find("status").textContent = text;
  if (text) announce(text);
}

function showCount() {
  const count = found.length;
  const filtered = Object.keys(state.chosen).length > 0;
  const key = state.query ? "found" : filtered ? "filtered" : "all";
  const text = count ? format.plural(words[key], count) : filtered ? words.nothing : words.none;
  say(fill(text, { query: state.query, count: format.number(count) }));
}

function showTerm(term) {
  find("term").hidden = !term;
  if (!term) return;
  const [link, count] = find("term").children;
  link.href = term.url;
  link.textContent = fill(words.terms[term.kind], { name: term.name });
  count.textContent = term.count;
}

function resultOf(data) {
  const item = clone("result");
  const part = (name) => item.querySelector(`[data-${name}]`);
  const marked = state.query ? foundWords(data, state.query) : [];
  part("title").href = linkOf(data.url, marked);
  markIn(part("title"), data.meta.title, marked);
  if (data.meta.outlet) part("outlet").textContent = data.meta.outlet;
  else part("outlet").remove();
  part("date").textContent = format.day(data.meta.date);
  // Pagefind escapes the text and adds nothing but <mark>.
  part("excerpt").innerHTML = excerptOf(data);
  return item;
}

/** The excerpt without the headline it may begin with, and with signs where it was cut. */
function excerptOf({ excerpt, meta }) {
  const head = `${meta.title}. `;
  const text = excerpt.startsWith(head) ? excerpt.slice(head.length) : excerpt;
  return (/^\p{Ll}/u.test(text) ? "… " : "") + text + (/[.!?”"’»“)]$/.test(text) ? "" : " …");
}

more.addEventListener("click", async () => {
  const from = state.shown;
  const mine = turn;
  try {
    const next = await Promise.all(found.slice(from, from + PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    state.shown = from + PAGE;
    remember();
    list.append(...next.map(resultOf));
    more.hidden = state.shown >= found.length;
    list.children[from]?.querySelector("a").focus();
  } catch {
    forgetIndex();
    search();
  }
});

/* ----------------------------------------------------------------- filters */

/** What is chosen, above the results, each to be taken out again. */
function showActive() {
  const chosen = FILTERS.flatMap((name) => (state.chosen[name] ?? []).map((value) => [name, value]));
  find("active").hidden = !chosen.length;
  find("clear").hidden = chosen.length < 2;
  find("chosen").textContent = chosen.length ? format.number(chosen.length) : "";
  find("active-list").replaceChildren(...chosen.map(([name, value]) => {
    const item = clone("chip");
    const button = item.querySelector("button");
    button.querySelector("span").textContent = value;
    button.setAttribute("aria-label", fill(words.remove, { name: words.filters[name], value }));
    button.addEventListener("click", () => {
      choose(name, value, false);
      field.focus();
    });
    return item;
  }));
}

function showFilters(counts) {
  const focused = filters.contains(document.activeElement) ? document.activeElement.dataset.key : "";
  for (const group of filters.querySelectorAll("fieldset")) group.remove();
  for (const name of FILTERS) {
    const chosen = state.chosen[name] ?? [];
    const options = Object.entries(counts[name] ?? {})
      .filter(([value, count]) => count || chosen.includes(value));
    options.sort(name === "year"
      ? ([a], [b]) => b.localeCompare(a)
      : ([a, m], [b, n]) => n - m || a.localeCompare(b));
    // A single value narrows nothing.
    if (options.length > 1 || chosen.length) find("groups").append(groupOf(name, options, chosen));
  }
  if (focused) filters.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function groupOf(name, options, chosen) {
  const group = clone("group");
  group.querySelector("legend").textContent = words.filters[name];
  const open = state.open.has(name);
  // What is chosen stays in sight.
  const sight = options.filter(([value], index) => open || index < SHOWN_OPTIONS || chosen.includes(value));
  for (const [value, count] of sight) {
    const item = clone("option");
    const tick = item.querySelector("input");
    tick.checked = chosen.includes(value);
    tick.dataset.key = `${name} ${value}`;
    tick.addEventListener("change", () => choose(name, value, tick.checked));
    item.querySelector(".filter-name").textContent = value;
    item.querySelector(".count").textContent = format.number(count);
    group.querySelector("ul").append(item);
  }
  const rest = group.querySelector("button");
  rest.hidden = options.length <= SHOWN_OPTIONS;
  rest.textContent = open ? words.filter_fewer : words.filter_more;
  rest.dataset.key = `${name} more`;
  rest.ariaExpanded = String(open);
  rest.setAttribute("aria-label", `${rest.textContent}: ${words.filters[name]}`);
  rest.addEventListener("click", () => {
    if (!state.open.delete(name)) state.open.add(name);
    search();
  });
  return group;
}

function choose(name, value, wanted) {
  const values = new Set(state.chosen[name]);
  if (wanted) values.add(value); else values.delete(value);
  const chosen = { ...state.chosen, [name]: [...values] };
  if (!values.size) delete chosen[name];
  go({ chosen });
}

/* On a wide screen the filters stand beside the results, on a narrow one they open. */
const wide = matchMedia("(min-width: 64rem)");
const fold = () => { filters.querySelector("details").open = wide.matches; };
wide.addEventListener("change", fold);
fold();

/* -------------------------------------------------------- keys and buttons */

/** Whether what stands in the box has been looked at, so that one may want to come back to it. */
let settled = true;
let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const query = field.value.trim();
    if (query === state.query) return;
    go({ query }, settled && Boolean(state.query));
    settled = false;
  }, 120);
});
field.addEventListener("change", () => { settled = true; });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  settled = true;
  const query = field.value.trim();
  if (query === state.query) search();
  else go({ query });
});
for (const radio of sorts) radio.addEventListener("change", () => go({ sort: radio.value }));
find("clear").addEventListener("click", () => {
  go({ chosen: {} });
  field.focus();
});
find("retry").addEventListener("click", () => {
  field.focus();
  search();
});
addEventListener("online", () => { if (!find("failed").hidden) search(); });
find("ways").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  remember();
  history.pushState({ shown: PAGE, y: 0 }, "", link.href);
  readAddress();
  field.focus();
  search();
});
/* Esc goes to the box, and in the box clears it. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (document.activeElement !== field) return field.focus();
  event.preventDefault();
  field.value = "";
  if (state.query) go({ query: "" });
});
walkWithArrows(field, list, document);

const shortcut = find("shortcut");
try {
  shortcut.checked = localStorage.getItem("slash") !== "off";
  shortcut.addEventListener("change", () => {
    if (shortcut.checked) localStorage.removeItem("slash");
    else localStorage.setItem("slash", "off");
  });
} catch {
  shortcut.parentElement.remove(); // nothing can be kept in this browser
}

/* Going back finds the same results at the same place. */
history.scrollRestoration = "manual";
addEventListener("pagehide", remember);
addEventListener("popstate", async () => {
  readAddress();
  await search();
  scrollTo(0, history.state?.y ?? 0);
});
readAddress();
/* Where nobody waits for an answer, the page comes first. */
if (isFirst && document.readyState !== "complete") {
  await new Promise((done) => addEventListener("load", () => requestAnimationFrame(done)));
}
const y = history.state?.y;
if (!y && matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
await search();
if (y) scrollTo(0, y);
