/* Has the browser keep the latest articles for reading without a connection. */
{
  const { worker, scope } = document.currentScript.dataset;
  addEventListener("load", () => {
    navigator.serviceWorker?.register(worker, { scope }).catch(() => {});
  });
}
