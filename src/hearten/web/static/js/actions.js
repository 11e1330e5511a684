// Actions by name: a button with data-action runs one, and so does the palette.
const table = new Map();

/** Register what an action does; it gets the element that asked for it. */
export const on = (name, act) => table.set(name, act);

/** Run an action. */
export const run = (name, source) => table.get(name)?.(source);

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-action]");
  if (button) run(button.dataset.action, button);
});
