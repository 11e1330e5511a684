// The Draft page: typing, keeping, asking.
import { on } from "../actions.js";
import { forget } from "../keep.js";
import { hush, say } from "../status.js";
import { anything, ask, show } from "./ask.js";
import { copy, desk, draw, fold, follow, form, kind, lay, save, text, theirs, touch } from "./desk.js";
import "./edits.js";
import { jump } from "./places.js";

const served = text.value;
lay();
desk.last = text.value;
if (text.value === served && served) show();
else if (anything()) ask(0);
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

if (location.hash === "#new") {
  history.replaceState(null, "", "/draft");
  fresh();
}

// A desk that fits the window stays in sight beside a long reading.
const write = form.querySelector(".write");
const measure = () => form.classList.toggle("fits", write.offsetHeight + 64 < innerHeight);
new ResizeObserver(measure).observe(write);
addEventListener("resize", measure);
