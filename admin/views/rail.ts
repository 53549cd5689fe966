import type { ShownRail } from "../../src/delivery/index.ts";
import { folded, momentIn, safe, type Look, type View } from "../print/index.ts";

/** How the rails beside an article are printed. */
export const railView: View<ShownRail> = [
  { name: "key", of: ({ key }) => key },
  { name: "title", of: ({ title }) => title },
  { name: "isEmpty", of: ({ items }) => items.length === 0 },
  {
    name: "items",
    of: ({ items }) => items.map(({ id, slug, headline, publishedAt }) => ({ id, slug, headline, publishedAt })),
    show: ({ items }) => items.map(({ slug }) => slug).join(", "),
  },
];

/** The rails as readers get them, each with its articles in order, or that it is empty. */
export const railsText = (rails: readonly ShownRail[], look: Look): string =>
  rails.map((rail) => railText(rail, look)).join("\n");

function railText({ key, title, items }: ShownRail, look: Look): string {
  const top = `${look.bold(safe(title))}  ${look.dim(key)}`;
  if (items.length === 0) return `${top}\n   empty, and readers are told so\n`;
  const lines = items.flatMap(({ headline, slug, publishedAt }, index) => [
    ...folded(`${index + 1}. ${headline}`, look).map((line, at) => (at === 0 ? line : `   ${line}`)),
    look.dim(`   ${momentIn(look.zone, new Date(publishedAt))}  ${slug}`),
  ]);
  return `${[top, ...lines].join("\n")}\n`;
}
