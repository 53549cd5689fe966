import type { AuditRow, Verdict } from "../../src/newsroom/audit/index.ts";
import { folded, momentIn, type Look, type Value, type View } from "../print/index.ts";

type Facts = Readonly<Record<string, Value>>;

const hex = (bytes: Uint8Array | undefined): string | null => (bytes ? Buffer.from(bytes).toString("hex") : null);
const factsOf = (value: AuditRow["before"]): Facts | null =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;

/** How an audit row is printed. */
export const auditView: View<AuditRow> = [
  { name: "id", of: ({ id }) => String(id) },
  { name: "at", of: ({ at }) => at },
  { name: "actor", of: ({ actorName }) => actorName, cut: "next" },
  { name: "actorId", of: ({ actorId }) => actorId, quiet: true },
  { name: "door", of: ({ door }) => door },
  { name: "action", of: ({ action }) => action, cut: "last" },
  { name: "entity", of: ({ entityType, entityId }) => `${entityType}:${entityId}`, show: subjectOf, cut: "first" },
  { name: "reason", of: ({ reason }) => reason, cut: "first" },
  { name: "before", of: ({ before }) => before, quiet: true },
  { name: "after", of: ({ after }) => after, quiet: true },
  { name: "osUser", of: ({ osUser }) => osUser, quiet: true },
  { name: "requestId", of: ({ requestId }) => requestId, quiet: true },
  { name: "seq", of: ({ link }) => (link ? Number(link.seq) : null), quiet: true },
  { name: "hash", of: ({ link }) => hex(link?.hash), quiet: true },
];

const labels = ["slug", "path", "email", "keyPrefix", "name", "displayName", "creditLine"] as const;

// What a row tells of its subject says more to a person than an id.
function subjectOf({ entityType, entityId, before, after }: AuditRow): string {
  const facts = { ...factsOf(before), ...factsOf(after) };
  const label = labels.map((name) => facts[name]).find((value) => typeof value === "string" && value !== "");
  return `${entityType} ${typeof label === "string" ? label : entityId}`;
}

/** How the verdict on the chain is printed. */
export const verdictView: View<Verdict> = [
  { name: "holds", of: ({ fault }) => fault === null },
  { name: "checked", of: ({ checked }) => checked },
  { name: "head", of: ({ head }) => head && `${head.seq}:${head.hash}` },
  { name: "brokenAt", of: ({ fault }) => fault?.seq?.toString() ?? null, quiet: true },
  { name: "row", of: ({ fault }) => fault?.eventId?.toString() ?? null, quiet: true },
  { name: "fault", of: ({ fault }) => fault?.says ?? null },
];

/** An audit row as a person reads it: who did what and why, then what it changed, old above new. */
export function auditPage(row: AuditRow, look: Look): string {
  const lines = (text: string, indent = ""): string =>
    folded(text, look, indent.length)
      .map((line) => `${indent}${line}`)
      .join("\n");
  const who = row.osUser === null ? row.actorName : `${row.actorName} (${row.osUser} at the machine)`;
  const facts = [
    `${momentIn(look.zone, row.at)} (${look.zone}), door ${row.door}${row.requestId ? `, request ${row.requestId}` : ""}`,
    `${row.entityType} ${row.entityId}`,
    row.link ? `link ${row.link.seq} ${hex(row.link.hash) ?? ""}` : "stands in no link: see desk audit verify",
  ];
  return [
    look.bold(lines(`${row.action}  by ${who}`)),
    ...facts.map((fact) => look.dim(lines(fact))),
    ...(row.reason === null ? [] : [lines(`Because: ${row.reason}`)]),
    ...changesOf(row).map(([mark, text]) => (mark === "+" ? look.bold : plain)(lines(text, `${mark} `))),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

const plain = (text: string): string => text;

type Change = readonly [mark: "-" | "+" | " ", text: string];

function changesOf({ before, after }: AuditRow): Change[] {
  const [old, now] = [factsOf(before) ?? {}, factsOf(after) ?? {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => changeOf(name, old, now));
}

function changeOf(name: string, old: Facts, now: Facts): Change[] {
  const told = (facts: Facts): string => `${name}: ${written(facts[name])}`;
  const [was, is] = [name in old, name in now];
  if (was && is && told(old) === told(now)) return [[" ", told(now)]];
  return [...(was ? [["-", told(old)] as const] : []), ...(is ? [["+", told(now)] as const] : [])];
}

const written = (value: Value): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));
