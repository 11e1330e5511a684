// Changes to a field that the browser's own undo can take back.

/** Replace `field.value.slice(start, end)` with `put`, as if it had been typed. */
export function put(field, start, end, text) {
  field.focus();
  field.setSelectionRange(start, end);
  const done = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
  if (!done) {
    field.setRangeText(text, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
