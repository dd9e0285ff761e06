/* Search over a Pagefind index: the search page, and the first results under
   the box in the bar. All words come from the page; none stand here. */

const PAGE = 10;
const FILTERS = ["section", "tag", "source", "author", "year"];
const SHOWN_OPTIONS = 8;

/* ------------------------------------------------------------------- index */

let opened;

/** Opens the index in a folder once. */
function openIndex(folder) {
  opened ??= (async () => {
    const pagefind = await import(new URL("pagefind.js", new URL(folder, location.href)));
    // The addresses in the index are complete; Pagefind would put the base path before them again.
    await pagefind.options({ baseUrl: "/", excerptLength: 34 });
    await pagefind.init();
    return pagefind;
  })();
  opened.catch(() => { opened = undefined; });
  return opened;
}

/* ------------------------------------------------------------------- words */

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

function formats(language) {
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  const number = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  return {
    plural: (value) => plurals.select(value),
    number: (value) => number.format(value),
    // The day as the site wrote it, whatever the zone of the reader.
    day: (iso) => (/^\d{4}-\d\d-\d\d/.test(iso ?? "") ? day.format(new Date(iso.slice(0, 10))) : ""),
  };
}

/** Moves the focus through the links of a list with the arrow keys. */
function walkWithArrows(field, list, scope) {
  scope.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target !== field && !list.contains(event.target)) return;
    const stops = [field, ...list.querySelectorAll("a[href]")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/* ------------------------------------------------------------- search page */

function startPage(form) {
  const find = (name) => document.querySelector(`[data-search-${name}]`);
  const field = form.elements.q;
  const list = find("list");
  const status = find("status");
  const more = find("more");
  const filters = find("filters");
  const words = JSON.parse(find("text").textContent);
  const format = formats(form.dataset.language);
  const sorts = [...document.querySelectorAll("[name=sort]")];

  const state = { query: "", sort: "", chosen: {}, open: new Set(), shown: PAGE };
  let found = [];
  let turn = 0;

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    state.query = asked.get("q")?.trim() ?? "";
    state.sort = asked.get("sort") === "date" ? "date" : "";
    state.chosen = {};
    for (const name of FILTERS) {
      if (asked.has(name)) state.chosen[name] = asked.getAll(name);
    }
    state.shown = history.state?.shown ?? PAGE;
    field.value = state.query;
    for (const sort of sorts) sort.checked = sort.value === state.sort;
  }

  function writeAddress(y = scrollY) {
    const asked = new URLSearchParams();
    if (state.query) asked.set("q", state.query);
    for (const [name, values] of Object.entries(state.chosen)) {
      for (const value of values) asked.append(name, value);
    }
    if (state.sort) asked.set("sort", state.sort);
    const tail = asked.toString();
    history.replaceState({ shown: state.shown, y }, "", tail ? `?${tail}` : location.pathname);
  }

  async function search() {
    const mine = ++turn;
    const chosen = Object.keys(state.chosen);
    try {
      const pagefind = await openIndex(form.dataset.pagefind);
      await pagefind.filters(); // or only those already chosen from would be counted
      // Without a query everything there is, newest first: a way to browse.
      const sort = state.sort || !state.query ? { date: "desc" } : undefined;
      const query = state.query || null;
      const answer = await pagefind.search(query, { filters: filtersBut(), sort });
      // A group counts what choosing another of its own values would give, so
      // that it doesn't change under the hand of somebody who chooses from it.
      const counts = { ...answer.filters };
      for (const name of chosen) {
        counts[name] = (await pagefind.search(query, { filters: filtersBut(name) })).filters[name];
      }
      if (mine !== turn) return;
      found = answer.results;
      const first = await Promise.all(found.slice(0, state.shown).map((one) => one.data()));
      if (mine !== turn) return;
      list.replaceChildren(...first.map(resultOf));
      showFilters(counts);
      showStatus(chosen.length > 0);
    } catch (problem) {
      if (mine !== turn) return;
      console.error(problem);
      list.replaceChildren();
      status.textContent = "";
      find("failed").hidden = false;
      more.hidden = true;
      return;
    }
    find("failed").hidden = true;
    find("bar").hidden = false;
    find("keys").hidden = false;
  }

  /** What is chosen, any value within a group, but for one group that is left out. */
  function filtersBut(left) {
    const groups = Object.entries(state.chosen).filter(([name]) => name !== left);
    return Object.fromEntries(groups.map(([name, values]) => [name, { any: values }]));
  }

  function showStatus(filtered) {
    const count = found.length;
    const values = { query: state.query, count: format.number(count) };
    const forms = words[state.query ? "found" : filtered ? "filtered" : "all"];
    status.textContent = fill(
      count ? forms[format.plural(count)] ?? forms.other
        : state.query && !filtered ? words.none : words.nothing, values);
    more.hidden = state.shown >= count;
    for (const sort of sorts) sort.disabled = !state.query;
    if (!state.query) for (const sort of sorts) sort.checked = sort.value === "date";
    else for (const sort of sorts) sort.checked = sort.value === state.sort;
  }

  function resultOf(data) {
    const item = find("result").content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(`[data-${name}]`);
    part("title").href = data.url;
    part("title").textContent = data.meta.title;
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
      if (options.length > 1 || chosen.length) filters.append(groupOf(name, options, chosen));
    }
    filters.hidden = !filters.querySelector("fieldset");
    if (focused) filters.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function groupOf(name, options, chosen) {
    const group = find("group").content.firstElementChild.cloneNode(true);
    group.querySelector("legend").textContent = words.filters[name];
    const open = state.open.has(name);
    // What is chosen stays in sight.
    const sight = options.filter(([value], index) => open || index < SHOWN_OPTIONS || chosen.includes(value));
    for (const [value, count] of sight) {
      const item = find("option").content.firstElementChild.cloneNode(true);
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
    if (values.size) state.chosen[name] = [...values];
    else delete state.chosen[name];
    again();
  }

  function again() {
    state.shown = PAGE;
    writeAddress(0);
    return search();
  }

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (field.value.trim() === state.query) return;
      state.query = field.value.trim();
      again();
    }, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    state.query = field.value.trim();
    again();
  });
  for (const sort of sorts) {
    sort.addEventListener("change", () => {
      state.sort = sort.value;
      again();
    });
  }
  more.addEventListener("click", async () => {
    const from = state.shown;
    state.shown += PAGE;
    writeAddress();
    const mine = turn;
    const next = await Promise.all(found.slice(from, state.shown).map((one) => one.data()));
    if (mine !== turn) return;
    list.append(...next.map(resultOf));
    more.hidden = state.shown >= found.length;
    list.children[from]?.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    field.focus();
    if (!field.value) return;
    field.value = "";
    state.query = "";
    again();
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
  addEventListener("pagehide", () => writeAddress());
  addEventListener("popstate", () => { readAddress(); search(); });
  readAddress();
  const y = history.state?.y ?? 0;
  if (!y && matchMedia("(hover: hover)").matches) field.focus();
  search().then(() => { if (y) scrollTo(0, y); });
}

/* -------------------------------------------------------- box in the bar */

/** Shows the first results of what is typed into a box under it. */
export function attachPanel(form) {
  const field = form.elements.q;
  const words = form.dataset;
  const format = formats(words.language);
  const panel = document.createElement("div");
  panel.className = "search-panel";
  panel.hidden = true;
  panel.innerHTML = "<p class=\"label\" role=\"status\"></p><ul></ul><a class=\"search-panel-all\"></a>";
  const [status, list, all] = panel.children;
  all.textContent = words.textAll;
  form.after(panel);
  openIndex(words.pagefind).catch(() => {});

  let turn = 0;
  async function search() {
    const query = field.value.trim();
    const mine = ++turn;
    if (!query) { panel.hidden = true; return; }
    try {
      const pagefind = await openIndex(words.pagefind);
      const answer = await pagefind.debouncedSearch(query, {}, 80);
      if (!answer || mine !== turn) return;
      const first = await Promise.all(answer.results.slice(0, 5).map((one) => one.data()));
      if (mine !== turn) return;
      list.replaceChildren(...first.map((data) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const label = document.createElement("span");
        link.href = data.url;
        link.dir = "auto";
        link.textContent = data.meta.title;
        label.className = "label";
        label.textContent = [data.meta.outlet, format.day(data.meta.date)].filter(Boolean).join(" · ");
        link.append(label);
        item.append(link);
        return item;
      }));
      status.textContent = first.length ? words.textResults : words.textNone;
      all.href = `${form.action}?${new URLSearchParams({ q: query })}`;
      all.hidden = answer.results.length <= first.length;
    } catch {
      if (mine !== turn) return;
      list.replaceChildren();
      status.textContent = words.textFailed;
      all.hidden = true;
    }
    panel.hidden = false;
  }

  const scope = form.parentElement;
  let closing = false;
  field.addEventListener("input", search);
  field.addEventListener("focus", () => { if (!closing) search(); });
  scope.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (event.target === field) field.value = "";
    turn++;
    panel.hidden = true;
    closing = true;
    field.focus();
    closing = false;
  });
  scope.addEventListener("focusout", (event) => {
    if (!scope.contains(event.relatedTarget)) { turn++; panel.hidden = true; }
  });
  // A click on the panel itself must not close it before the link is followed.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  walkWithArrows(field, panel, scope);
  if (document.activeElement === field) search();
}

const form = document.querySelector("[data-search]");
if (form) startPage(form);
