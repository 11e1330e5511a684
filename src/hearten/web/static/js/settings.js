// Settings: a saved theme shows at once.
import { show } from "./theme.js";

document.addEventListener("htmx:after:swap", () => {
  const select = document.getElementById("s-theme");
  if (select && !select.disabled) show(select.value);
});
