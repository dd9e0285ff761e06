/* The comments that somebody else keeps: asked for when a reader clicks, or scrolls to them where
   that is their own site. What the page says in its data attributes is all that is known here. */

const box = document.querySelector("[data-comments]");
const said = box.dataset;
const kind = said.comments;
const [ask, status, place] = ["ask", "status", "place"].map((one) => box.querySelector(`.comments-${one}`));
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = () => (dark.matches ? said.dark : said.light);
const patience = 15000;
let answered = false;
let timer;

const make = (name, attributes) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/* What each provider wants to find on the page, and the attributes of its script. */
const prepare = {
  isso(given) {
    const thread = make("section", { id: "isso-thread", "data-isso-id": said.thread, "data-title": said.headline });
    /* Isso takes this for its own heading, which would stand a level too low. */
    thread.append(make("h4", { class: "isso-thread-heading", hidden: "" }));
    place.append(thread);
    return given;
  },
  remark42(given) {
    window.remark_config = { ...given, theme: theme(), components: ["embed"] };
    place.append(make("div", { id: "remark42" }));
    return {};
  },
  giscus: (given) => ({ ...given, "data-theme": theme() }),
  utterances: (given) => ({ ...given, theme: theme() }),
};

const repaint = {
  giscus: () => tell({ giscus: { setConfig: { theme: theme() } } }),
  utterances: () => tell({ type: "set-theme", theme: theme() }),
  remark42: () => window.REMARK42?.changeTheme?.(theme()),
};

function tell(message) {
  place.querySelector("iframe")?.contentWindow.postMessage(message, said.origin);
}

function load() {
  ask.hidden = true;
  status.className = "comments-status";
  status.textContent = said.loading;
  place.replaceChildren();
  const script = make("script", prepare[kind](JSON.parse(said.attributes)));
  script.referrerPolicy = "no-referrer";
  script.addEventListener("error", fail);
  script.src = said.source;
  place.append(script);
  timer = setTimeout(fail, patience);
}

function fail() {
  clearTimeout(timer);
  status.textContent = said.failed;
  ask.firstElementChild.textContent = said.again;
  ask.hidden = false;
}

function done() {
  if (answered) return;
  answered = true;
  clearTimeout(timer);
  ask.hidden = true;
  status.className = "visually-hidden";
  status.textContent = said.loaded;
  /* Those that were imported from there are shown once. */
  for (const one of document.querySelectorAll(`.comments-kept > ol > [data-from="${kind}"]`)) one.remove();
  if (!document.querySelector(".comments-kept li")) document.querySelector(".comments-kept")?.remove();
}

new MutationObserver(() => {
  for (const frame of place.querySelectorAll("iframe")) {
    if (frame.title !== said.frame) frame.title = said.frame;
  }
  if (place.querySelector(".isso-postbox")) done();
}).observe(place, { childList: true, subtree: true });

/* A frame that shows something tells the page how high it is. */
addEventListener("message", (event) => {
  if (event.origin === said.origin && place.querySelector("iframe")) done();
});

dark.addEventListener("change", () => repaint[kind]?.());

ask.querySelector("button").addEventListener("click", () => {
  load();
  place.focus();
});

if (said.load === "visible") {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    observer.disconnect();
    load();
  }, { rootMargin: "200px" });
  observer.observe(box);
} else {
  ask.hidden = false;
}
