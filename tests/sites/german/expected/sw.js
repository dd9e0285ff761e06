// Takes away what browsers kept of this site, and itself: nothing is kept any longer.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith("offline:/blog/:"));
    await Promise.all(own.map((name) => caches.delete(name)));
    await self.registration.unregister();
  })());
});
