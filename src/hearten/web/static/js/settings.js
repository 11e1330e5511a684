// Settings: a saved theme shows at once, and a faulty value is gone to.
import { show } from "./theme.js";

document.addEventListener("htmx:after:swap", () => {
  const select = document.getElementById("s-theme");
  if (select && !select.disabled) show(select.value);
  document.querySelector("[aria-invalid]")?.focus();
});
