// What every page has: the palette, light and dark, and the keys as this machine writes them.
import { on } from "./actions.js";
import "./palette.js";
import "./theme.js";

on("new", () => location.assign("/draft#new"));

if (/Mac|iPhone|iPad/.test(navigator.platform)) {
  for (const key of document.querySelectorAll("[data-key-k]")) key.textContent = "\u2318 K";
}
