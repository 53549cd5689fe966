import { blocksToText, type Block } from "../../src/domain/blocks/index.ts";
import { lockOf, pathOf, stateOf, type ArticleRow } from "../../src/newsroom/articles/index.ts";
import { folded as lines, momentIn, safe, type Look } from "../print/index.ts";
import { lockText } from "./article.ts";
import { creditText } from "./credit.ts";

/** An article as a person at the desk reads it: its standing, then the page of its newest revision or another one. */
export function articlePage(article: ArticleRow, at: Date, look: Look): string {
  const parts = [head(article, look), standing(article, at, look), ...pictures(article, look)];
  const blocks = article.headRevision.blocks as unknown as readonly Block[];
  const body = blocksToText(blocks)
    .split("\n")
    .map((line) => folded(line, look));
  const rest = [body.join("\n"), related(article, at, look), corrections(article, look)];
  return `${[...parts, ...rest].filter(Boolean).join("\n\n")}\n`;
}

const folded = (text: string, look: Look, indent = ""): string =>
  lines(text, look, indent.length)
    .map((line) => `${indent}${line}`)
    .join("\n");

function head({ headRevision }: ArticleRow, look: Look): string {
  const { kicker, headline, standfirst, bylines, datelinePlace } = headRevision;
  const byline = bylines.map(({ nameAsWritten }) => nameAsWritten).join(", ");
  return [
    kicker && look.dim(folded(kicker, look)),
    folded(headline, look).split("\n").map(look.bold).join("\n"),
    standfirst && folded(standfirst, look),
    byline && folded(`By ${byline}`, look),
    datelinePlace && folded(datelinePlace, look),
  ]
    .filter(Boolean)
    .join("\n");
}

function standing(article: ArticleRow, at: Date, look: Look): string {
  const { section, kind, version, headRevision, liveRevision, nextRevision, slug, id } = article;
  const live = liveRevision ? `, readers see ${liveRevision.number}` : "";
  const next = nextRevision ? `, then ${nextRevision.number}` : "";
  const topics = headRevision.topics.map(({ topic }) => topic.name).join(", ");
  const facts = [
    `${stateOf(article, at)}  ${section.path}  ${kind}  version ${version}, revision ${headRevision.number}${live}${next}`,
    times(article, look),
    lockText(lockOf(article, at), look.zone),
    pathOf(article) ?? slug,
    id,
    topics && `Topics: ${topics}`,
  ];
  return facts
    .filter(Boolean)
    .map((line) => look.dim(safe(line)))
    .join("\n");
}

function times({ publishedAt, updatedAt, nextAt, embargoUntil, embargoHold, expiresAt }: ArticleRow, { zone }: Look) {
  const named = {
    published: publishedAt,
    updated: updatedAt,
    next: nextAt,
    "embargo until": embargoUntil,
    expires: expiresAt,
  };
  const told = Object.entries(named).flatMap(([name, moment]) => (moment ? [`${name} ${momentIn(zone, moment)}`] : []));
  const all = embargoHold ? [...told, "held by an embargo without end"] : told;
  return all.length === 0 ? "" : `${all.join(", ")} (${zone})`;
}

function pictures({ headRevision }: ArticleRow, look: Look): string[] {
  return headRevision.placements.map(({ role, media, captionOverride }) => {
    const file = media.storageKey ? `${media.width ?? "?"}×${media.height ?? "?"}` : "waits for its file";
    const caption = captionOverride ?? media.caption ?? "";
    const title = `[${role} ${media.kind.toLowerCase()}, ${file}] ${caption}`.trimEnd();
    const parts = media.credits.length > 0 ? ` (${creditText(media.credits)})` : "";
    return [folded(title, look), folded(`${media.creditLine || "no credit line"}${parts}`, look, "  ")].join("\n");
  });
}

function related({ headRevision }: ArticleRow, at: Date, look: Look): string {
  let heading: string | null = null;
  const entries = headRevision.links.flatMap(({ headline, summary, target, externalAddress, ...link }, index) => {
    const title = headline ?? target?.headRevision.headline ?? "";
    const where = target ? targetText(target, at) : (externalAddress?.url ?? "unresolved: no address known");
    const above = link.heading === heading ? [] : [look.bold(folded(link.heading ?? "Related", look))];
    heading = link.heading;
    const text = [folded(`${index + 1}. ${title}`, look), look.dim(folded(`→ ${where}`, look, "   "))];
    return [...above, ...text, ...(summary ? [folded(summary, look, "   ")] : [])];
  });
  if (entries.length === 0) return "";
  return headRevision.links[0]?.heading ? entries.join("\n") : [look.bold("Related"), ...entries].join("\n");
}

type Target = NonNullable<ArticleRow["headRevision"]["links"][number]["target"]>;

function targetText(target: Target, at: Date): string {
  const state = stateOf(target, at);
  return state === "PUBLISHED" ? target.slug : `${target.slug} (${state.toLowerCase()}: readers see no link)`;
}

function corrections({ corrections: notes }: ArticleRow, look: Look): string {
  return notes
    .map(({ kind, text, publishedAt }) => folded(`${kind}, ${momentIn(look.zone, publishedAt)}: ${text}`, look))
    .join("\n");
}
