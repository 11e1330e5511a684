// Accept or ignore a small edit, fill the blank: every change can be undone, and what was taken over is remembered.
import { on } from "../actions.js";
import { say } from "../status.js";
import { ask, hideIgnored } from "./ask.js";
import { desk, draw, nameOf, save, text } from "./desk.js";
import { put } from "./field.js";
import { gaps } from "./spans.js";

const undo = /Mac|iPhone|iPad/.test(navigator.platform) ? "\u2318 Z" : "Ctrl Z";
const find = (button) => desk.edits.find((edit) => edit.id === button.dataset.edit);

on("accept", (button) => {
  const edit = find(button);
  if (!edit || text.value.slice(edit.start, edit.end) !== edit.was) {
    say("These words have changed since they were read. The next reading comes at once.");
    return void ask(0);
  }
  desk.suggestions.push({ was: edit.was, text: edit.text });
  put(text, edit.start, edit.end, edit.text);
  const gap = gaps(edit.text)[0];
  if (gap) text.setSelectionRange(edit.start + gap.start, edit.start + gap.end);
  save();
  ask(0);
  say(gap ? "Changed. The gap is yours to fill." : `Changed. ${undo} takes it back.`);
});

on("ignore", (button) => {
  const edit = find(button);
  if (!edit) return;
  desk.ignored.push(nameOf(edit));
  desk.edits = desk.edits.filter((other) => other !== edit);
  desk.places = desk.places.filter((place) => place.key !== `edit-${edit.start}`);
  const quotes = [...document.querySelectorAll("#hard .quote")];
  const near = button.closest(".place").querySelector(".quote");
  hideIgnored();
  draw();
  save();
  (quotes.find((q) => q === near && q.checkVisibility()) ?? quotes.find((q) => q.checkVisibility()) ?? text).focus();
});

const fill = () => {
  const field = document.getElementById("blank-text");
  const words = field.value.trim();
  if (!words) return field.focus();
  const whole = /[.!?\u2026]$/.test(words) ? words : `${words}.`;
  const at = desk.blank[0]?.start ?? text.value.trimEnd().length;
  const early = field.closest(".blank").dataset.early === "yes";
  field.value = "";
  put(text, at, at, early ? `${whole} ` : ` ${whole}`);
  ask(0);
};

on("fill", fill);
document.getElementById("blank").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  fill();
});
