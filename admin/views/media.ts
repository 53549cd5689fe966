import type { MediaRecord } from "../../src/newsroom/media/index.ts";
import { inBrief, type View } from "../print/index.ts";
import { creditText } from "./credit.ts";

// The beginning of an id that nothing else shares in practice: the millisecond, and four digits of chance.
const TELLING = 18;

/** How a medium is printed. */
export const mediaSheet: View<MediaRecord> = [
  { name: "id", of: ({ id }) => id },
  { name: "kind", of: ({ kind }) => kind },
  { name: "state", of: ({ state }) => state },
  { name: "file", of: ({ storageKey }) => storageKey, show: fileText },
  { name: "credit", of: ({ creditLine }) => creditLine, cut: "last" },
  {
    name: "parts",
    of: ({ credits }) => credits.map(({ role, name, agency }) => ({ role, name, agency: agency?.name ?? null })),
    show: ({ credits }) => creditText(credits),
    cut: "last",
  },
  { name: "alt", of: ({ alt }) => alt, cut: "next" },
  { name: "caption", of: ({ caption }) => caption, cut: "first" },
  { name: "source", of: ({ sourceName }) => sourceName },
  { name: "copyright", of: ({ copyrightNotice }) => copyrightNotice },
  { name: "usageTerms", of: ({ usageTerms }) => usageTerms },
  { name: "supplierRef", of: ({ supplierRef }) => supplierRef },
  { name: "rightsExpireAt", of: ({ rightsExpireAt }) => rightsExpireAt },
  { name: "digitalSourceType", of: ({ digitalSourceType }) => digitalSourceType },
  { name: "mime", of: ({ mime }) => mime, quiet: true },
  { name: "bytes", of: ({ bytes }) => bytes, quiet: true },
  { name: "width", of: ({ width }) => width, quiet: true },
  { name: "height", of: ({ height }) => height, quiet: true },
  { name: "version", of: ({ version }) => version },
];

/** How a medium is printed in a list. */
export const mediaLine: View<MediaRecord> = inBrief(mediaSheet, ["id", "file", "credit", "caption"]).map((column) =>
  column.name === "id" ? { ...column, show: ({ id }) => id.slice(0, TELLING) } : column,
);

function fileText({ storageKey, mime, width, height }: MediaRecord): string {
  if (storageKey === null) return "waits for its file";
  return `${mime?.replace("image/", "") ?? "file"} ${width ?? "?"}×${height ?? "?"}`;
}
