import type { LinkBack } from "../../src/newsroom/links/index.ts";
import type { View } from "../print/index.ts";

/** How those who ask an article to link back are printed, in the order readers get them. */
export const linkBackView: View<LinkBack> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "from", of: ({ slug }) => slug, cut: "next" },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
  { name: "state", of: ({ state }) => state },
  { name: "kind", of: ({ kind }) => kind },
  { name: "standing", of: ({ standing }) => standing.toLowerCase() },
];
