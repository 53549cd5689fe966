import type { Finding } from "../doctor/finding.ts";
import { folded, type Look } from "../print/index.ts";

/** Findings as lines, each with what to do below it. */
export const doctorText = (findings: readonly Finding[], look: Look): string =>
  findings.map((finding) => findingText(finding, look)).join("");

function findingText({ check, status, says, fix }: Finding, look: Look): string {
  const margin = `${status.padEnd(6)}${check.padEnd(15)}`;
  const [first = "", ...rest] = [says, ...(fix === null ? [] : [`→ ${fix}`])].flatMap((text) =>
    folded(text, look, margin.length),
  );
  const head = `${status === "ok" ? look.dim(margin) : look.bold(margin)}${first}`;
  return [head, ...rest.map((line) => `${" ".repeat(margin.length)}${line}`)].map((line) => `${line}\n`).join("");
}
