/** A Markdown table, its columns padded so that it reads as plain text; numbers to the right. */
export function table(heads, rows) {
  const cells = rows.map((row) => row.map(String));
  const widths = heads.map((head, column) => Math.max(3, head.length, ...cells.map((row) => row[column].length)));
  const right = heads.map((_, column) => cells.every((row) => /^(-|[<>~]?[\d.,]+( \w+)?x?)?$/.test(row[column])));
  const line = (row) =>
    `| ${row.map((cell, n) => (right[n] ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join(" | ")} |`;
  const rule = widths.map((width, n) => (right[n] ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [line(heads), line(rule), ...cells.map(line)].join("\n");
}

/** Requests/s, whole, with commas. */
export const whole = (value) => Math.round(value).toLocaleString("en");
/** A figure with three significant digits. */
export const short = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "-");
/** A ratio. */
export const times = (value) => (Number.isFinite(value) ? `${value.toFixed(2)}x` : "-");
