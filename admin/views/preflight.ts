import type { Preflight } from "../../src/newsroom/articles/index.ts";
import { folded, type Look, type View } from "../print/index.ts";

type Finding = Preflight["findings"][number];

/** How a finding is printed for programs, and in lists. */
export const findingView: View<Finding> = [
  { name: "severity", of: ({ severity }) => severity },
  { name: "code", of: ({ code }) => code },
  { name: "place", of: placeOf },
  { name: "says", of: ({ message }) => message, cut: "first" },
  { name: "fix", of: ({ fix }) => fix, cut: "first" },
];

function placeOf({ path }: Finding): string {
  return path
    .map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

/** What readers would get, then the findings, each with its way out below it. */
export function preflightText({ findings, outlook, revision }: Preflight, look: Look): string {
  const { headline, path, words, pictures, picturesMissing, links, linksHidden } = outlook;
  const missing = picturesMissing > 0 ? ` (${String(picturesMissing)} more without a file or out of rights)` : "";
  const hidden = linksHidden > 0 ? ` (${String(linksHidden)} more readers would not see)` : "";
  const facts = `${path}, revision ${String(revision)}, words ${String(words)}, pictures ${String(pictures)}${missing}, links ${String(links)}${hidden}`;
  const head = [look.bold(headline), ...folded(facts, look).map(look.dim), ""].map((line) => `${line}\n`);
  return [...head, ...findings.map((finding) => findingText(finding, look))].join("");
}

function findingText(finding: Finding, look: Look): string {
  const { severity, code, message, fix } = finding;
  const lines = [`${message} [${placeOf(finding)}]`, `→ ${fix}`].flatMap((text) => folded(text, look, margin.length));
  const name = `${severity.padEnd(8)}${code}`;
  const title = severity === "NOTE" ? look.dim(name) : look.bold(name);
  return [title, ...lines.map((line) => `${margin}${line}`)].map((line) => `${line}\n`).join("");
}

const margin = " ".repeat(8);
