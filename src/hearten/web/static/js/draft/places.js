// Moves between the words on the desk and what is said about them.
import { desk, draw, form, text } from "./desk.js";
import { gaps, next } from "./spans.js";

const mirror = document.getElementById("mirror");

/** Select a stretch and bring it into sight. */
export function select({ start, end, key }) {
  text.focus({ preventScroll: true });
  text.setSelectionRange(start, end);
  const mark = key && mirror.querySelector(`[data-key="${CSS.escape(key)}"]`);
  (mark || text).scrollIntoView({ block: mark ? "center" : "nearest" });
}

/** Bring what is said about a place into sight too, where the desk stays in sight beside it. */
function accompany({ key }) {
  const item = key && document.getElementById(`place-${key}`);
  if (item && form.classList.contains("fits") && matchMedia("(min-width: 1100px)").matches) item.scrollIntoView({ block: "nearest" });
}

/** Go to the marked words or the gap that come next, or before. */
export function jump(back) {
  const from = document.activeElement === text ? text.selectionStart : -1;
  const found = next([...desk.places, ...gaps(text.value)], from, back);
  if (!found) return;
  select(found);
  accompany(found);
}

/** Light a sentence in the mirror, or none. */
export function light(index) {
  desk.lit = index === null ? null : (desk.sentences.find((s) => s.index === index) ?? null);
  draw();
}

/** Point out what is said about the words at the caret. */
function point() {
  if (document.activeElement !== text) return;
  const at = text.selectionStart;
  const here = (s) => s.start <= at && at < s.end;
  const keys = new Set(desk.places.filter(here).map((p) => p.key));
  for (const item of document.querySelectorAll("#reading .place")) item.toggleAttribute("data-current", keys.has(item.dataset.place));
  const sentence = desk.sentences.find(here)?.index;
  for (const part of document.querySelectorAll("#ribbon .part")) part.toggleAttribute("data-current", Number(part.dataset.sentence) === sentence);
}

document.addEventListener("selectionchange", point);
text.addEventListener("selectionchange", point);

form.addEventListener("click", (event) => {
  const quote = event.target.closest("[data-show]");
  const part = event.target.closest(".part");
  const found = quote
    ? desk.places.find((p) => p.key === quote.dataset.show)
    : part && desk.sentences.find((s) => s.index === Number(part.dataset.sentence));
  if (quote) event.preventDefault();
  if (found) select(found);
});

for (const [type, lit] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
  form.addEventListener(type, (event) => {
    const part = event.target.closest(".part");
    if (part) light(lit ? Number(part.dataset.sentence) : null);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    jump(event.shiftKey);
  }
});
