// What is kept in this browser. A browser may refuse; then pages work and nothing is kept.

/** Read what is kept under `name`, or null. */
export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

/** Keep `value` under `name`; tell whether the browser did. */
export function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forget what is kept under `name`. */
export function forget(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing is kept, so nothing is left to forget.
  }
}
