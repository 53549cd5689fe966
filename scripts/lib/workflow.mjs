// The picture of the workflow and its tables, drawn from the very tables the desk goes by. Pure: the same in, the same out.

const spots = {
  DRAFT: [90, 230],
  IN_REVIEW: [310, 230],
  APPROVED: [530, 230],
  SCHEDULED: [750, 230],
  PUBLISHED: [930, 230],
  SPIKED: [310, 470],
  HELD: [930, 560],
  UNPUBLISHED: [1065, 390],
  KILLED: [690, 480],
};
const [boxWidth, boxHeight] = [132, 40];

const wordOf = (state) => state.toLowerCase().replace("_", " ");

/** Every way of the workflow once: from where, to where, by which verbs. */
function ways({ states, verbsFrom, statesAfter }) {
  const found = new Map();
  for (const from of states) {
    for (const verb of verbsFrom(from)) {
      for (const to of statesAfter(from, verb)) {
        const verbs = found.get(`${from} ${to}`) ?? [];
        found.set(`${from} ${to}`, [...verbs, verb]);
      }
    }
  }
  return [...found].map(([pair, verbs]) => [...pair.split(" "), verbs]);
}

const round = (value) => Math.round(value * 10) / 10;
const point = ([x, y]) => `${round(x)},${round(y)}`;

/** Where a line from the middle of a box towards a point leaves the box. */
function edgeOf([x, y], [tx, ty]) {
  const [dx, dy] = [tx - x, ty - y];
  const out = Math.min(boxWidth / 2 / Math.abs(dx || 1e-9), boxHeight / 2 / Math.abs(dy || 1e-9));
  return [x + dx * out, y + dy * out];
}

function loop([x, y], label) {
  const top = y - boxHeight / 2;
  const line = `<path d="M ${point([x + 20, top])} C ${point([x + 70, top - 60])} ${point([x - 10, top - 60])} ${point([x + 2, top])}"/>`;
  return [line, labelAt([x + 30, top - 52], label)];
}

function arc(from, to, label) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const bend = Math.max(26, length * (length > 350 ? 0.4 : 0.24));
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  // To the left of the way: a way there and a way back never lie on one another.
  const control = [middle[0] + (dy / length) * bend, middle[1] - (dx / length) * bend];
  const [start, end] = [edgeOf(from, control), edgeOf(to, control)];
  const crest = [0, 1].map((axis) => start[axis] / 4 + control[axis] / 2 + end[axis] / 4);
  return [`<path d="M ${point(start)} Q ${point(control)} ${point(end)}"/>`, labelAt(crest, label)];
}

const labelAt = ([x, y], label) => `<text class="verb" x="${round(x)}" y="${round(y + 4)}">${label}</text>`;

const boxOf = (state) => {
  const [x, y] = spots[state];
  const kind = state === "PUBLISHED" ? "live" : state === "SCHEDULED" ? "clock" : "state";
  return (
    `<rect class="${kind}" x="${x - boxWidth / 2}" y="${y - boxHeight / 2}" width="${boxWidth}" height="${boxHeight}" rx="8"/>` +
    `<text class="name" x="${x}" y="${y + 5}">${wordOf(state)}</text>`
  );
};

const style = `
  svg { background: #fff; font-family: system-ui, sans-serif; }
  path { fill: none; stroke: #667; stroke-width: 1.2; marker-end: url(#tip); }
  rect { stroke: #334; stroke-width: 1.2; fill: #f3f4f8; }
  rect.live { fill: #d9f2df; }
  rect.clock { fill: #fff4d6; stroke-dasharray: 5 3; }
  text { text-anchor: middle; fill: #112; }
  .name { font-size: 14px; font-weight: 600; }
  .verb { font-size: 12px; paint-order: stroke; stroke: #fff; stroke-width: 5px; }`;

/** The picture of all states and the verbs that lead from one to another. */
export function workflowSvg(tables) {
  const drawn = ways(tables).map(([from, to, verbs]) =>
    from === to ? loop(spots[from], verbs.join(", ")) : arc(spots[from], spots[to], verbs.join(", ")),
  );
  return `${[
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1140 640" role="img" aria-label="The workflow of an article">',
    `<style>${style}\n</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z" style="fill:#667;stroke:none;marker-end:none"/></marker></defs>',
    ...drawn.map(([line]) => line),
    ...tables.states.map(boxOf),
    ...drawn.map(([, label]) => label),
    "</svg>",
  ].join("\n")}\n`;
}

/** The table of verbs: from where, to where, and who may at least. */
export function workflowTable(tables) {
  const { verbs, states, statesAfter, permissions } = tables;
  const from = (verb) => states.filter((state) => statesAfter(state, verb).length > 0);
  const to = (verb) => [...new Set(from(verb).flatMap((state) => statesAfter(state, verb)))];
  const words = (list) => list.map(wordOf).join(", ");
  const roleOf = (verb) => wordOf(permissions[`article:${verb}`]);
  const rows = verbs.map((verb) => [`\`${verb}\``, words(from(verb)), words(to(verb)), roleOf(verb)]);
  return aligned([["Verb", "From", "To", "Least role"], ...rows]);
}

// As prettier would write it.
function aligned(rows) {
  const widths = rows[0].map((_head, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row, fill = " ") => `| ${row.map((cell, column) => cell.padEnd(widths[column], fill)).join(" | ")} |`;
  const [head, ...body] = rows.map((row) => line(row));
  return [
    head,
    line(
      widths.map(() => ""),
      "-",
    ),
    ...body,
  ].join("\n");
}

const [opening, closing] = ["<!-- workflow -->", "<!-- /workflow -->"];

/** The page with its table renewed. */
export function withTable(page, table) {
  const [start, end] = [page.indexOf(opening), page.indexOf(closing)];
  if (start < 0 || end < start) throw new Error("The page has no place for the table.");
  return `${page.slice(0, start + opening.length)}\n\n${table}\n\n${page.slice(end)}`;
}
