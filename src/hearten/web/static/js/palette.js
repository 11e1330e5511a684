// The command palette: type, arrow, Enter.
import { on, run } from "./actions.js";

const dialog = document.getElementById("palette");

if (dialog) {
  const field = dialog.querySelector("input");
  const options = [...dialog.querySelectorAll("[role=option]")];
  const none = dialog.querySelector(".palette-none");
  let chosen = null;

  const shown = () => options.filter((option) => !option.hidden);

  const choose = (option) => {
    for (const other of options) other.setAttribute("aria-selected", String(other === option));
    chosen = option ?? null;
    field.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  };

  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const option of options) {
      const text = option.textContent.toLowerCase();
      option.hidden = !words.every((word) => text.includes(word));
    }
    none.hidden = shown().length > 0;
    choose(shown()[0]);
  };

  const take = (option) => {
    dialog.close();
    if (option?.dataset.href) location.assign(option.dataset.href);
    else if (option) run(option.dataset.action, option);
  };

  on("palette", () => {
    field.value = "";
    dialog.showModal();
    filter();
    field.focus();
  });

  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    const list = shown();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.length) {
      event.preventDefault();
      choose(list[(list.indexOf(chosen) + step + list.length) % list.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(chosen);
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  dialog.addEventListener("pointermove", (event) => {
    const option = event.target.closest("[role=option]");
    if (option && option !== chosen) choose(option);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else run("palette");
    }
  });
}
