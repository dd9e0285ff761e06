/* Keeps the front page, the latest articles, and what they are shown with, for reading without a
   connection. What is kept stands on a list of its own; sw.js names that, and changes with it.
   Pages are fetched as long as there is a connection: what is kept is never shown in place of
   what is new. */

const { name, version, list, page, theme } = self.OFFLINE;
const CACHE = name + version;

/* What is kept of a page is known by its address and its state, so that an update takes over
   what has not changed. */
const keyOf = (path, state) => `${path}?kept=${state}`;

async function keep(cache, address, key, wanted) {
  const kept = await caches.match(key);
  if (kept) return cache.put(key, kept);
  const answer = await fetch(address, { cache: "no-cache" });
  if (answer.ok && !answer.redirected) return cache.put(key, answer);
  if (wanted) throw new Error(`${address}: ${answer.status}`);
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(list, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${list}: ${answer.status}`);
  const { pages, files } = await answer.clone().json();
  await Promise.all([
    ...files.map((file) => keep(cache, file, file, true)),
    ...Object.entries(pages).map(([path, state]) =>
      keep(cache, path, keyOf(path, state), path === page)),
  ]);
  /* Last, so that a list stands for what is there. */
  await cache.put(list, answer);
}

async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((one) => one.startsWith(name) && one !== CACHE);
  await Promise.all(others.map((one) => caches.delete(one)));
}

async function keyOfKept(cache, path) {
  const kept = await cache.match(list);
  const state = kept && (await kept.json()).pages[path];
  return state && keyOf(path, state);
}

async function show(event) {
  const { pathname } = new URL(event.request.url);
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(renew(pathname, answer.clone()));
    return answer;
  } catch (failure) {
    const cache = await caches.open(CACHE);
    const key = await keyOfKept(cache, pathname);
    const kept = key && (await cache.match(key));
    if (kept) return kept;
    const instead = await cache.match(await keyOfKept(cache, page));
    if (!instead) throw failure;
    return new Response(instead.body, { status: 503, headers: instead.headers });
  }
}

/* What was read last is what is kept. */
async function renew(path, answer) {
  const cache = await caches.open(CACHE);
  const key = await keyOfKept(cache, path);
  if (key) await cache.put(key, answer);
}

async function showFile(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(show(event));
  /* The addresses of these change whenever the files do. */
  else if (url.pathname.startsWith(theme) && url.searchParams.has("v")) {
    event.respondWith(showFile(request));
  }
});
