/* Facades of what lies elsewhere: the frame comes when a reader asks for it, and not before. */

for (const figure of document.querySelectorAll("[data-embed]")) {
  const button = figure.querySelector(".embed-load");
  button.hidden = false;
  // Until now the link covered the facade; from here on the button does.
  figure.classList.add("is-ready");
  button.addEventListener("click", () => load(figure), { once: true });
}

function load(figure) {
  const { frame, title, referrer, sandbox, allow, loaded } = figure.dataset;
  const view = document.createElement("iframe");
  view.title = title;
  view.referrerPolicy = referrer;
  view.setAttribute("sandbox", sandbox);
  view.allow = allow;
  view.src = frame;
  figure.classList.remove("is-ready");
  figure.classList.add("is-loaded");
  // The facade stays behind the frame and holds its place.
  figure.querySelector(".embed-box").append(view);
  view.focus();
  figure.querySelector("[role=status]").textContent = loaded;
}
