import { targetPath, type RedirectRow } from "../../src/newsroom/redirects/index.ts";
import type { View } from "../print/index.ts";

/** How a redirect is printed. */
export const redirectView: View<RedirectRow> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "from", of: ({ fromPath }) => fromPath, cut: "first" },
  { name: "to", of: targetPath, show: (row) => targetPath(row) ?? "gone", cut: "first" },
  { name: "prefix", of: ({ isPrefix }) => isPrefix },
  { name: "origin", of: ({ origin }) => origin },
  { name: "status", of: ({ status }) => status, quiet: true },
  { name: "date", of: ({ createdAt }) => createdAt },
];
