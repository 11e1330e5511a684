// The Draft page: typing, keeping, asking.
import { on } from "../actions.js";
import { forget } from "../keep.js";
import { hush, say } from "../status.js";
import { anything, ask, show } from "./ask.js";
import { copy, desk, draw, fold, follow, form, kind, lay, save, text, theirs, touch } from "./desk.js";
import "./edits.js";
import { jump } from "./places.js";

// Words that were typed before this script ran come after those that were kept.
const early = text.value === text.defaultValue ? "" : text.value;
const served = text.value;
lay();
if (early && early !== text.value) text.value = text.value === text.defaultValue ? early : `${text.value}\n${early}`;
desk.last = text.value;
fold();
if (text.value && text.value === served && !early) show();
else if (anything()) ask(0);
if (early) save();
draw();

text.addEventListener("input", () => {
  hush();
  follow();
  save();
  ask();
});
for (const field of [theirs, kind]) {
  field.addEventListener("input", () => {
    touch();
    fold();
    save();
    ask(field === kind ? 0 : undefined);
  });
}

const fresh = () => {
  const before = copy();
  lay({});
  follow();
  save();
  ask(0);
  text.focus();
  if (before.draft || before.theirs) {
    say("Cleared.", "Bring it back", () => {
      lay(before);
      follow();
      save();
      ask(0);
    });
  }
};

on("clear", fresh);
on("new", () => (form.dataset.sample ? location.assign("/draft#new") : fresh()));
on("retry", () => ask(0));
on("next", () => jump(false));
on("copy", async () => {
  if (!text.value.trim()) return say("There is nothing to copy yet.");
  try {
    await navigator.clipboard.writeText(text.value);
    say(/_{3,}/.test(text.value) ? "Copied. There is still a gap in it." : "Copied.");
  } catch {
    text.select();
    say("This browser allows no copying by script. The words are selected: copy them with your keys.");
  }
});

const away = document.getElementById("sample-away");
away?.addEventListener("click", () => forget(`hearten.sample.${form.dataset.sample}`));

const arrive = () => {
  if (location.hash !== "#new") return;
  history.replaceState(null, "", "/draft");
  fresh();
};
arrive();
addEventListener("hashchange", arrive);

// A desk that fits the window stays in sight beside a long reading.
const write = form.querySelector(".write");
const measure = () => form.classList.toggle("fits", write.offsetHeight + 64 < innerHeight);
new ResizeObserver(measure).observe(write);
addEventListener("resize", measure);
