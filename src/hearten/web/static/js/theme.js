// Light or dark: at once on the page, and kept in the settings.
import { on } from "./actions.js";
import { say } from "./status.js";

const root = document.documentElement;

/** Show the pages in `theme`: system, light or dark. */
export function show(theme) {
  root.dataset.theme = theme;
  const select = document.getElementById("s-theme");
  if (select) select.value = theme;
}

on("theme", async () => {
  const dark = root.dataset.theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : root.dataset.theme === "dark";
  const theme = dark ? "light" : "dark";
  show(theme);
  try {
    const answer = await fetch("/settings/theme", { method: "POST", body: new URLSearchParams({ theme }) });
    if (!answer.ok) throw new Error(answer.statusText);
  } catch {
    say("Shown, but not kept: Hearten doesn't answer.");
  }
});
