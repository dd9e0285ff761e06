/* What a page does besides being read: the bar shows the name once the masthead
   has gone, "/" goes to the search box, and the box brings its own script. */

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

/* What only some pages have brings its own script. */
const scripts = [...document.querySelectorAll("[data-script]")].map((one) => one.dataset.script);
for (const address of new Set(scripts)) {
  import(new URL(address, location.href)).catch(() => {});
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (slashIsOff()) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll("input[type=search]")].find((one) => one.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

box?.addEventListener("focusin", async () => {
  try {
    const { attachPanel } = await import(new URL(box.dataset.module, location.href));
    attachPanel(box);
  } catch {
    /* Without the script the box still leads to the search page. */
  }
}, { once: true });
