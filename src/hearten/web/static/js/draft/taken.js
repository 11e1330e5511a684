// Which words of an accepted edit are not the writer's own. Pure.

const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}'\u2019]/gu, "");

const parts = (text) => text.split(/_{2,}/).map((part) => part.trim()).filter(bare);

/** Tell whether an accepted edit has been taken back: its old words stand again and its new ones don't. */
export const undone = (now, { was, text }) => now.includes(was) && !parts(text).every((part) => now.includes(part));

/** Give the stretches of `text` that `was` didn't hold: without the words both begin or end with, cut at gaps. */
export function taken(was, text) {
  const old = was.split(/\s+/).filter(Boolean);
  let fresh = text.split(/\s+/).filter(Boolean);
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && bare(old[head]) === bare(fresh[head])) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && bare(old.at(-1 - tail)) === bare(fresh.at(-1 - tail))) tail += 1;
  fresh = fresh.slice(head, fresh.length - tail);
  return parts(fresh.join(" "));
}
