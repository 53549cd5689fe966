import { medians } from "../measure.mjs";
import { whole } from "./table.mjs";

const names = {
  static: "Static bytes",
  sql: "Hand-written SQL",
  dateline: "Dateline",
  postgraphile: "PostGraphile 5",
  textbook: "TypeGraphQL + Prisma",
};
const order = ["sql", "dateline", "postgraphile", "textbook", "static"];
const geometry = { width: 760, left: 210, right: 90, bar: 18, gap: 6, head: 34 };

/** Requests a second as a bar chart, an SVG that reads on light and on dark pages. */
export function chart({ reads, cached, at }) {
  const panels = [
    ...(reads
      ? ["Article", "Section", "Home"].map((screen) => panelOf(`${screen}, uncached`, reads.runs[screen], false))
      : []),
    ...(cached ? [panelOf("Article, cached", cached.runs["POST, zipf"], true)] : []),
  ];
  let y = 52;
  const drawn = panels.map((panel) => {
    const top = y;
    y += geometry.head + panel.bars.length * (geometry.bar + geometry.gap) + 8;
    return drawPanel(panel, top);
  });
  return svg(y + 18, [title(at), ...drawn]);
}

function panelOf(title, systems, withStatic) {
  const bars = order.filter((name) => systems[name] !== undefined && (withStatic || name !== "static"));
  return { title, bars: bars.map((name) => ({ name, rps: medians(systems[name]).rps })) };
}

function drawPanel({ title, bars }, top) {
  const most = Math.max(...bars.map(({ rps }) => rps));
  const room = geometry.width - geometry.left - geometry.right;
  const rows = bars.map(({ name, rps }, n) => {
    const y = top + geometry.head + n * (geometry.bar + geometry.gap);
    const width = Math.max(1, (room * rps) / most).toFixed(1);
    const middle = y + geometry.bar / 2 + 4;
    return [
      `<text x="${geometry.left - 10}" y="${middle}" text-anchor="end">${names[name]}</text>`,
      `<rect class="${name}" x="${geometry.left}" y="${y}" width="${width}" height="${geometry.bar}" rx="2"/>`,
      `<text class="figure" x="${geometry.left + Number(width) + 8}" y="${middle}">${whole(rps)}</text>`,
    ].join("");
  });
  return `<text class="panel" x="${geometry.left}" y="${top + 22}">${title}</text>${rows.join("")}`;
}

const title = (at) =>
  `<text class="title" x="20" y="28">Requests a second, more is better</text><text class="note" x="20" y="46">medians of interleaved rounds on one machine, ${at}</text>`;

const style = `text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-size:16px;font-weight:600}.panel{font-weight:600}.note,.figure{fill:#57606a}
rect{fill:#afb8c1}.dateline{fill:#0969da}.sql,.static{fill:#8c959f}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.note,.figure{fill:#9198a1}rect{fill:#484f58}.dateline{fill:#4493f8}.sql,.static{fill:#6e7681}}`;

const svg = (height, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${geometry.width} ${height}" width="${geometry.width}" height="${height}" role="img" aria-label="Requests a second of Dateline beside floors and peers"><style>${style}</style>${parts.join("\n")}</svg>\n`;
