import { createPreview, type CreatedPreview } from "../../../src/newsroom/preview/index.ts";
import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { changed, type View } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { readMinutes } from "../../read/duration.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const doorOf = (site: string): string => `${site}/preview/graphql`;

const view = (site: string): View<CreatedPreview> => [
  { name: "address", of: ({ token }) => `${doorOf(site)}?token=${token}` },
  { name: "token", of: ({ token }) => token, quiet: true },
  { name: "article", of: ({ preview }) => preview.article.slug },
  { name: "note", of: ({ preview }) => preview.note },
  { name: "expires", of: ({ preview }) => preview.expiresAt },
  { name: "id", of: ({ preview }) => preview.id },
];

const query = (slug: string): string => `{ article(by: { slug: \\"${slug}\\" }) { headline standfirst bodyText } }`;

const curl = (site: string, { token, preview }: CreatedPreview): string =>
  `curl ${doorOf(site)} -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' ` +
  `-d '{"query":"${query(preview.article.slug)}"}'`;

/** `desk preview create ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [
    { flags: "--for <time>", help: "how long it lasts: 30m, 2h, 3d; a day if left out, 30 days at most" },
    { flags: "--note <text>", help: "whom it is for, or why" },
  ],
  examples: [
    "desk preview create harbour-bridge-reopens --for 2h",
    "desk preview create harbour-bridge-reopens --note 'for the lawyers' --json --fields token",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ desk, config, write }) => {
      const site = config.publicUrl ?? `http://localhost:${String(config.port)}`;
      const minutes = readMinutes("for", call.text("for"));
      const note = call.text("note");
      const { id: articleId } = await findArticle(desk, call.word(0));
      const created = await write((open) =>
        createPreview(open, {
          articleId,
          ...(minutes !== undefined && { minutes }),
          ...(note !== undefined && { note }),
        }),
      );
      return changed(view(site), null, created, [
        `Try it: ${curl(site, created)}`,
        "Whoever has the address sees the article, so pass it on as you would the text. It is never shown again.",
      ]);
    }),
};
