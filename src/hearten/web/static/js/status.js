// One line at the bottom that says what just happened, with at most one thing to do about it.
const line = document.getElementById("status");
let timer;

/** Say `text`; with `word` and `act`, offer to do something about it. Such an offer stays until it's taken or dismissed. */
export function say(text, word, act) {
  clearTimeout(timer);
  line.replaceChildren(document.createTextNode(text));
  if (word) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.addEventListener("click", () => {
      hush();
      act();
    });
    line.append(button);
  } else {
    timer = setTimeout(hush, 5000);
  }
}

/** Take the line away. */
export function hush() {
  clearTimeout(timer);
  line.replaceChildren();
}
