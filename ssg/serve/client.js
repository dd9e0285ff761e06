// Keeps a page of the development server up to date.
(() => {
  "use strict";
  const script = document.currentScript;
  const version = Number(script.dataset.version);
  const place = `ssg-scroll:${location.pathname}`;

  const style = document.createElement("style");
  style.textContent = `
    #ssg-errors { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 2rem;
      background: rgb(20 18 16 / 98%); color: #f4efe6; font: 15px/1.5 ui-monospace, monospace; }
    #ssg-errors h2 { font: inherit; font-weight: bold; margin: 0 0 1rem; color: #ffb4a2; }
    #ssg-errors pre { white-space: pre-wrap; margin: 0 0 1.5rem; padding: 0; border: 0;
      background: none; color: inherit; font: inherit; }
    #ssg-bar { position: fixed; inset-inline: 0; bottom: 0; z-index: 2147483646; display: flex;
      flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0.4rem 1rem; background: #1c1a18;
      color: #f4efe6; font: 13px/1.4 ui-sans-serif, system-ui, sans-serif; }
    #ssg-bar pre { white-space: pre-wrap; margin: 0.5rem 0; background: none; color: inherit; }
    @media print { #ssg-errors, #ssg-bar { display: none; } }`;
  document.head.append(style);

  const showErrors = (errors) => {
    document.getElementById("ssg-errors")?.remove();
    if (!errors.length) return;
    const box = document.createElement("section");
    box.id = "ssg-errors";
    box.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = "The site has errors; below is the last good page";
    box.append(heading);
    for (const error of errors) {
      const text = document.createElement("pre");
      text.textContent = error;
      box.append(text);
    }
    document.body.append(box);
  };

  let leaving = false;
  const reload = () => {
    if (leaving) return;
    leaving = true;
    // The browser would go to where it last noted that the page stood, some time after us.
    history.scrollRestoration = "manual";
    location.reload();
  };

  // A page that the change left as it was stays open as it is.
  const refresh = async () => {
    const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
    if (!script.dataset.tag || answer?.headers.get("SSG-Tag") !== script.dataset.tag) reload();
    else showErrors([]);
  };

  const swapStyles = () => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const url = new URL(old.href);
      if (url.origin !== location.origin) continue;
      url.searchParams.set("v", String(Date.now()));
      const fresh = old.cloneNode();
      fresh.href = url.href;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  };

  const kept = sessionStorage.getItem(place);
  // Where the page stood at first, until it has been loaded and may be scrolled as far as before.
  let reached;
  if (kept !== null) {
    sessionStorage.removeItem(place);
    const restore = () => scrollTo({ top: Number(kept), behavior: "instant" });
    restore();
    reached = scrollY;
    addEventListener("load", () => {
      // Unless the reader has gone on meanwhile.
      if (scrollY === reached) restore();
      reached = undefined;
      // Later, for until the page has been loaded the browser would go by it.
      setTimeout(() => { history.scrollRestoration = "auto"; }, 100);
    }, { once: true });
  }

  const own = JSON.parse(script.dataset.errors);
  showErrors(own);
  const events = new EventSource("/_ssg/events");
  events.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    if (state.errors.length) showErrors(state.errors);
    else if (state.version > version) refresh();
  });
  events.addEventListener("reload", refresh);
  events.addEventListener("css", swapStyles);
  events.addEventListener("errors", (event) => showErrors(JSON.parse(event.data)));
  events.addEventListener("index", () => {
    if (location.pathname.endsWith("/search/")) reload();
  });
  addEventListener("pagehide", () => {
    events.close();
    // Until now the reader may have gone on.
    if (leaving) sessionStorage.setItem(place, scrollY === reached ? kept : String(scrollY));
  });
})();
