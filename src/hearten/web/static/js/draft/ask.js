// Asks for a reading when the hand rests, and shows it unless it has become stale.
import { adopt, desk, form, nameOf, side, text, theirs } from "./desk.js";
import { taken, undone } from "./taken.js";

const IDLE = 250;
const trouble = document.getElementById("trouble");
let timer;
let waits = [];

/** Ask for a reading after `delay` ms without another change. */
export function ask(delay = IDLE) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const standing = desk.suggestions.filter((edit) => !undone(text.value, edit));
    const sent = standing
      .flatMap((edit) => taken(edit.was, edit.text))
      .map((value) => Object.assign(document.createElement("input"), { type: "hidden", name: "suggestion", value }));
    document.getElementById("suggestions").replaceChildren(...sent);
    form.dispatchEvent(new CustomEvent("reread"));
  }, delay);
}

/** Hide the edits that were ignored, and places that held nothing else. */
export function hideIgnored() {
  for (const change of document.querySelectorAll("#reading .change")) {
    change.hidden = desk.ignored.includes(nameOf(change.dataset));
    const place = change.closest(".place");
    if (!place.querySelector(".finding")) place.hidden = change.hidden;
  }
}

/** Show the marks of the reading on the page. */
export function show() {
  const marks = document.getElementById("marks");
  if (!marks) return;
  adopt(JSON.parse(marks.dataset.marks));
  hideIgnored();
}

const settle = () => {
  waits.forEach(clearTimeout);
  waits = [];
  delete side.dataset.waiting;
  side.removeAttribute("aria-busy");
};

form.addEventListener("htmx:before:request", () => {
  settle();
  side.setAttribute("aria-busy", "true");
  const state = document.getElementById("marks")?.dataset.state;
  // A reading that stands stays until the next one comes; only an empty side shows that it waits.
  if (state !== "read" && text.value.trim()) {
    waits = [setTimeout(() => (side.dataset.waiting = "short"), 100), setTimeout(() => (side.dataset.waiting = "long"), 1000)];
  }
});

form.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (ctx.request.body.get("revision") !== String(desk.revision)) event.preventDefault();
});

form.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.response.status >= 400) return;
  trouble.replaceChildren();
  show();
});

form.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx?.status?.includes("Abort")) return;
  trouble.replaceChildren(document.getElementById("unreachable").content.cloneNode(true));
});

form.addEventListener("htmx:finally:request", settle);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(0);
});

/** Tell whether there is anything to read. */
export const anything = () => Boolean(text.value.trim() || theirs.value.trim());
