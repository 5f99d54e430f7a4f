const candidates = [',', ';', '\t', '|'] as const;

/** The character between the cells, by which the first lines fall into the same number of cells, and into most. */
export function detectDelimiter(head: string): string {
  const lines = firstLines(head, 20);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of candidates) {
    const counts = lines.map((line) => cellsOf(line, delimiter));
    const usual = counts[0] ?? 1;
    if (usual < 2) continue;
    const alike = counts.filter((count) => count === usual).length / counts.length;
    const score = alike * alike * Math.log(usual);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Lines outside quotes; the last one is left out where the text goes on behind it. */
function firstLines(head: string, most: number): string[] {
  const lines: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < head.length && lines.length < most; at += 1) {
    if (head[at] === '"') quoted = !quoted;
    if (quoted || (head[at] !== '\n' && head[at] !== '\r')) continue;
    if (at > start) lines.push(head.slice(start, at));
    start = at + 1;
  }
  if (lines.length === 0 && head.length > 0) lines.push(head);
  return lines;
}

function cellsOf(line: string, delimiter: string): number {
  let cells = 1;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) cells += 1;
  }
  return cells;
}
