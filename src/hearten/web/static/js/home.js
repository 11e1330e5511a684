// Home: goes on with the draft this browser keeps, and puts the samples away.
import { forget, keep, recall } from "./keep.js";

const kept = recall("hearten.draft");
const words = kept?.draft?.trim() ?? "";
if (words) {
  const short = words.length > 110 ? `${words.slice(0, 110).replace(/\s+\S*$/, "")} \u2026` : words;
  document.getElementById("resume-words").textContent = short;
  document.getElementById("resume").hidden = false;
  const start = document.getElementById("start");
  start.href = "/draft#new";
  start.className = "quiet";
  start.firstChild.textContent = "Start a new draft ";
  document.querySelector(".go").before(document.getElementById("resume"));
}

const samples = document.getElementById("samples");
const back = document.getElementById("samples-back");
const show = (shown) => {
  samples.hidden = !shown;
  back.hidden = shown;
};
show(recall("hearten.samples") !== "away");
document.getElementById("samples-away").addEventListener("click", () => {
  keep("hearten.samples", "away");
  show(false);
  document.getElementById("samples-show").focus();
});
document.getElementById("samples-show").addEventListener("click", () => {
  forget("hearten.samples");
  show(true);
  document.getElementById("samples-away").focus();
});
