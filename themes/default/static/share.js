/* Copies the address of an article, or hands it to whatever the reader's system shares with. */

const share = document.querySelector(".share");
const { url, title } = share.dataset;
const said = share.querySelector("[role=status]");

function offer(name, action) {
  const button = share.querySelector(`[data-share=${name}]`);
  button.closest("li").hidden = false;
  button.addEventListener("click", () => action(button.dataset));
}

// Not there where the page came over plain HTTP.
if (navigator.clipboard) {
  offer("copy", async ({ said: done, failed }) => {
    // Emptied first, so that the same words are announced again.
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(url);
      said.textContent = done;
    } catch {
      said.textContent = `${failed} ${url}`;
    }
  });
}

if (navigator.share) {
  // A reader who changes their mind is no failure.
  offer("send", () => navigator.share({ title, url }).catch(() => {}));
}
