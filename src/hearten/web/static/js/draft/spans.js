// Stretches of a text that survive its editing. Pure: everything here is numbers in, numbers out.

/** Tell what changed between two texts: `before.slice(start, end)` became `size` other characters. */
export function change(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, size: after.length - tail - start };
}

/** Move stretches along with a change; those it touches are dropped. */
export function shift(stretches, { start, end, size }) {
  const by = size - (end - start);
  return stretches.flatMap((s) => {
    if (s.end <= start) return [s];
    if (s.start >= end) return [{ ...s, start: s.start + by, end: s.end + by }];
    return [];
  });
}

/** Find the gaps in a text: runs of underscores that only the writer can fill. */
export function gaps(text) {
  return [...text.matchAll(/_{3,}/g)].map((m) => ({ start: m.index, end: m.index + m[0].length, tone: "gap" }));
}

/** Find the stretch that starts next after (or before) a place, going round at the end. */
export function next(stretches, place, back = false) {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  if (!sorted.length) return null;
  if (back) return sorted.findLast((s) => s.start < place) ?? sorted.at(-1);
  return sorted.find((s) => s.start > place) ?? sorted[0];
}
