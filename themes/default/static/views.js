/* Tells a GoatCounter that an article is read, and asks it how often that was. No cookies; what is
   sent is the path and the title. Nothing is sent for readers who don't want to be counted. */

const place = document.querySelector("[data-counter]");
const { counter, path, title, forms } = place.dataset;

// The machine of an editor, and addresses within a network.
const LOCAL = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)|\.(localhost|local)$|^$/;
const SETTINGS = { credentials: "omit", referrerPolicy: "no-referrer" };

const refused = navigator.globalPrivacyControl || navigator.doNotTrack === "1";

async function count() {
  const query = new URLSearchParams({ p: path, t: title, rnd: crypto.randomUUID?.() ?? Date.now() });
  if (navigator.webdriver) query.set("b", "153"); // what GoatCounter calls a browser that a program drives
  await fetch(`${counter}/count?${query}`, { ...SETTINGS, mode: "no-cors", keepalive: true });
  if (!forms) return;
  const answer = await fetch(`${counter}/counter/${encodeURIComponent(path)}.json`, SETTINGS);
  if (!answer.ok) return;
  // A text, with the digits grouped as the counter is set.
  const digits = String((await answer.json()).count).replace(/[\s.,'’]/g, "");
  if (!/^\d{1,15}$/.test(digits)) return;
  const { lang } = document.documentElement;
  const words = JSON.parse(forms);
  const form = words[new Intl.PluralRules(lang).select(Number(digits))] ?? words.other;
  place.textContent = form.replace("{count}", new Intl.NumberFormat(lang).format(digits));
}

if (!refused && !LOCAL.test(location.hostname) && window === window.top) {
  const begin = () => count().catch(() => {});
  if (document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true });
  else begin();
}
