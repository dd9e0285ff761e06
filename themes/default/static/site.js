/* What a page does besides being read: the bar shows the name once the masthead
   has gone, "/" goes to the search box, and the box brings its own scripts. */

const bar = document.querySelector(".bar");
const wordmark = document.querySelector(".wordmark");
const box = document.querySelector("[data-search-box]");

if (bar && wordmark) {
  new IntersectionObserver(([entry]) => {
    bar.classList.toggle("is-stuck", !entry.isIntersecting);
  }).observe(wordmark);
}

/* On a narrow screen the section one is in may stand outside the row. */
const here = bar?.querySelector("[aria-current]");
const row = here?.closest("nav");
if (row && row.scrollWidth > row.clientWidth) {
  const place = here.getBoundingClientRect();
  const frame = row.getBoundingClientRect();
  row.scrollLeft += place.left + place.width / 2 - frame.left - frame.width / 2;
}

/* A table pasted as HTML scrolls within itself when it is too wide; the keyboard must reach it. */
for (const table of document.querySelectorAll(".prose > table")) {
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
}

/** The search page lets readers turn the key off. */
function slashIsOff() {
  try {
    return localStorage.getItem("slash") === "off";
  } catch {
    return false;
  }
}

/* What only some pages have brings its own script, once all else is there. */
addEventListener("load", () => {
  const scripts = [...document.querySelectorAll("[data-script]")].map((one) => one.dataset.script);
  for (const address of new Set(scripts)) {
    import(new URL(address, location.href)).catch(() => {});
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (slashIsOff()) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll("input[type=search]")].find((one) => one.offsetParent);
  if (!field && !box) return;
  event.preventDefault();
  if (!field) box.classList.add("is-open");
  (field ?? box.elements.q).focus();
  (field ?? box.elements.q).select();
});

/* ------------------------------------------------------------------ search */

const part = (name) => import(new URL(box.dataset[name], location.href));

/** The rules for what search shows on a page that isn't its own. */
function withStyle() {
  return new Promise((done) => {
    if (document.querySelector("[data-search-style]")) return done();
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = box.dataset.style;
    link.dataset.searchStyle = "";
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

if (box) {
  /* The scripts are on their way as soon as somebody nears the box. */
  const near = () => { part("core"); part("panel"); withStyle(); };
  box.addEventListener("pointerenter", near, { once: true });
  box.addEventListener("focusin", async () => {
    try {
      const [core, panel] = await Promise.all([part("core"), part("panel"), withStyle()]);
      panel.attachPanel(box, core);
    } catch {
      /* Without the scripts the box still leads to the search page. */
    }
  }, { once: true });

  /* On a narrow screen the button first opens the box across the bar. */
  box.addEventListener("submit", (event) => {
    if (box.elements.q.offsetParent) return;
    event.preventDefault();
    box.classList.add("is-open");
    box.elements.q.focus();
  });

  /* A link of a result carries the words to be marked. */
  const mark = async () => {
    if (!location.hash.startsWith("#_find=")) return;
    const [{ find }] = await Promise.all([part("find"), withStyle()]);
    find(box.dataset);
  };
  addEventListener("hashchange", mark);
  mark();
}
