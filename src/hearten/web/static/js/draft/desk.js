// The state of the desk: the elements, the marks that follow the typing, and what is kept in the browser.
import { forget, keep, recall } from "../keep.js";
import { paint } from "./mirror.js";
import { change, gaps, shift } from "./spans.js";

const get = (id) => document.getElementById(id);

export const form = get("draft");
export const text = get("text");
export const theirs = get("theirs");
export const kind = get("kind");
export const side = get("side");
const mirror = get("mirror");
const revision = get("revision");
const drawer = form.dataset.sample ? `hearten.sample.${form.dataset.sample}` : "hearten.draft";

export const desk = { last: "", places: [], edits: [], sentences: [], blank: [], lit: null, suggestions: [], ignored: [], revision: 0 };

/** Name an edit by what it changes, so that it stays ignored when it's found again. */
export const nameOf = (edit) => `${edit.was}\u2192${edit.text}`;

/** Draw the marks as they stand. */
export function draw() {
  const lit = desk.lit ? [{ ...desk.lit, tone: "lit" }] : [];
  paint(mirror, text.value, [...desk.places, ...gaps(text.value), ...lit]);
}

/** Let every mark follow a change of the text; those it touches go until the next reading. */
export function follow() {
  const edit = change(desk.last, text.value);
  desk.last = text.value;
  for (const name of ["places", "edits", "sentences", "blank"]) desk[name] = shift(desk[name], edit);
  desk.lit = null;
  touch();
  draw();
}

/** Count a change, so that an answer to what stood before is known as stale. */
export function touch() {
  desk.revision += 1;
  revision.value = desk.revision;
}

/** Take over the marks of a reading of the text as it stands. */
export function adopt(marks) {
  desk.last = text.value;
  desk.edits = marks.edits.filter((edit) => !desk.ignored.includes(nameOf(edit)));
  const left = new Set(desk.edits.map((edit) => `edit-${edit.start}`));
  desk.places = marks.places.filter((place) => !place.key.startsWith("edit-") || left.has(place.key));
  desk.sentences = marks.sentences.map(([start, end], index) => ({ index, start, end }));
  desk.blank = marks.blank === null ? [] : [{ start: marks.blank, end: marks.blank }];
  draw();
}

/** Keep everything typed in this browser; an empty desk is forgotten. */
export function save() {
  const { suggestions, ignored } = desk;
  if (!text.value && !theirs.value) return void forget(drawer);
  const kept = keep(drawer, { draft: text.value, theirs: theirs.value, kind: kind.value, suggestions, ignored });
  if (!kept) document.querySelector(".kept").textContent = "Not kept: this browser allows no storage. Copy your words before you leave.";
}

/** Show the first words of their message where it is folded away. */
export function fold() {
  const hint = get("theirs-hint");
  const words = theirs.value.replace(/\s+/g, " ").trim();
  hint.textContent = words.slice(0, 120) || hint.dataset.empty;
}

/** Lay out what is given, or what this browser keeps. */
export function lay(kept = recall(drawer)) {
  if (!kept) return;
  text.value = kept.draft ?? "";
  theirs.value = kept.theirs ?? "";
  kind.value = kept.kind ?? "auto";
  desk.suggestions = kept.suggestions ?? [];
  desk.ignored = kept.ignored ?? [];
  fold();
}

/** Give what lies on the desk, to be laid out again later. */
export const copy = () => ({ draft: text.value, theirs: theirs.value, kind: kind.value, suggestions: [...desk.suggestions], ignored: [...desk.ignored] });
