/* The first results under the box in the bar: a plain list of links, which the arrow keys walk
   and every screen reader knows. site.js loads it when somebody steps into the box. */

/** Shows the first results of what is typed into a box. */
export function attachPanel(form, { openIndex, forgetIndex, fill, formats, announcer, foundWords, linkOf, markIn, relist, walkWithArrows }) {
  const field = form.elements.q;
  const scope = form.parentElement;
  const words = form.dataset;
  const format = formats(words.language);
  const panel = document.createElement("div");
  panel.className = "search-panel";
  panel.id = "_search-panel";
  panel.hidden = true;
  panel.innerHTML = "<p class=\"label\"></p><ul></ul><a class=\"search-panel-all\"></a>";
  const [status, list, all] = panel.children;
  all.textContent = words.textAll;
  const region = document.createElement("p");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  form.after(panel, region);
  field.setAttribute("aria-controls", panel.id);
  const announce = announcer(region);
  openIndex(words.pagefind).catch(() => {});

  let turn = 0;
  async function search() {
    const query = field.value.trim();
    const mine = ++turn;
    if (!query) return close();
    const late = setTimeout(() => {
      if (mine !== turn) return;
      list.replaceChildren();
      say(words.textLoading);
    }, 400);
    try {
      const pagefind = await openIndex(words.pagefind);
      const answer = await pagefind.debouncedSearch(query, {}, 80);
      if (!answer || mine !== turn) return;
      const first = await Promise.all(answer.results.slice(0, 5).map((one) => one.data()));
      if (mine !== turn) return;
      const count = answer.results.length;
      relist(list, first.map((data) => itemOf(data, query)), field);
      say(count
        ? `${words.textResults}: ${fill(words.textPlace, { number: format.number(first.length), total: format.number(count) })}`
        : words.textNone, count > first.length);
    } catch {
      if (mine !== turn) return;
      forgetIndex();
      list.replaceChildren();
      say(words.textFailed);
    } finally {
      clearTimeout(late);
    }
  }

  function say(text, isMore = true) {
    status.textContent = text;
    announce(text);
    all.href = `${form.action}?${new URLSearchParams({ q: field.value.trim() })}`;
    all.hidden = !isMore;
    panel.hidden = false;
  }

  function itemOf(data, query) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const title = document.createElement("span");
    const label = document.createElement("span");
    const found = foundWords(data, query);
    link.href = linkOf(data.url, found);
    link.dir = "auto";
    markIn(title, data.meta.title, found);
    label.className = "label";
    label.textContent = [data.meta.outlet, format.day(data.meta.date)].filter(Boolean).join(" · ");
    link.append(title, label);
    item.append(link);
    return item;
  }

  function close() {
    turn++;
    panel.hidden = true;
    announce("");
  }

  /** Closes all, on a narrow screen the box itself too. */
  function leave() {
    close();
    form.classList.remove("is-open");
  }

  field.addEventListener("input", search);
  field.addEventListener("focus", () => { if (panel.hidden && field.value) search(); });
  scope.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (event.target === field && panel.hidden) {
      field.value = "";
      const narrow = form.classList.contains("is-open");
      leave();
      if (narrow) form.querySelector("button").focus();
    } else {
      // Without asking again what has just been put away.
      close();
      const shown = field.value;
      field.value = "";
      field.focus();
      field.value = shown;
    }
  });
  scope.addEventListener("focusout", (event) => {
    if (!scope.contains(event.relatedTarget)) leave();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!scope.contains(event.target)) leave();
  });
  // A click on the panel itself must not close it before the link is followed.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  panel.addEventListener("click", (event) => { if (event.target.closest("a")) leave(); });
  walkWithArrows(field, panel, scope);
  if (document.activeElement === field) search();
}
