// The layer under the field: the same words, unseen, carrying the marks.

const kinds = ["hard", "well", "gap", "lit"];

/** Paint `stretches` (start, end, tone) under the text. Where two meet, what may land hard is drawn. */
export function paint(mirror, text, stretches) {
  const cuts = new Set([0, text.length]);
  for (const s of stretches) {
    cuts.add(Math.min(s.start, text.length));
    cuts.add(Math.min(s.end, text.length));
  }
  const points = [...cuts].sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const piece = text.slice(points[i], points[i + 1]);
    const here = stretches.filter((s) => s.start <= points[i] && s.end >= points[i + 1]);
    const tones = kinds.filter((kind) => here.some((s) => s.tone === kind));
    if (tones.includes("hard")) tones.splice(tones.indexOf("well"), tones.includes("well") ? 1 : 0);
    if (!tones.length) {
      parts.push(piece);
      continue;
    }
    const span = document.createElement("span");
    span.className = tones.join(" ");
    span.textContent = piece;
    const place = here.find((s) => s.key);
    if (place) span.dataset.key = place.key;
    parts.push(span);
  }
  // A last line end has no height of its own without something after it.
  parts.push("\u200b");
  mirror.replaceChildren(...parts);
}
