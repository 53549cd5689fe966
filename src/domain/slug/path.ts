/** The calendar day of an instant in an IANA time zone, as "yyyy-mm-dd". Throws RangeError for an unknown zone. */
export function dayInZone(instant: Date, zone: string): string {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: "year" | "month" | "day") => parts.get(name) ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** What an article's display path is made of. */
export interface ArticlePathParts {
  /** Path of its section without a leading slash, e.g. "world/europe". */
  readonly sectionPath: string;
  readonly firstPublishedAt: Date;
  /** IANA zone of the newsroom; "UTC" when the date is the stored day of the path. */
  readonly zone: string;
  readonly slug: string;
}

/** The display path `/{section path}/{yyyy}/{mm}/{dd}/{slug}`. Throws RangeError for an unknown zone. */
export function articlePath({ sectionPath, firstPublishedAt, zone, slug }: ArticlePathParts): string {
  return `/${sectionPath}/${dayInZone(firstPublishedAt, zone).replaceAll("-", "/")}/${slug}`;
}

/** The path of a section below another (null for the top), without a leading slash: "world", "world/europe". */
export function sectionPath(parentPath: string | null, slug: string): string {
  return parentPath === null ? slug : `${parentPath}/${slug}`;
}

const longestPath = 2048;
const origin = /^https?:\/\/[^/?#\\]+/i;
const anyScheme = /^[a-z][a-z0-9+.-]*:/i;
/** What is a path as look-ups compare it already; most are. */
const plainPath = /^(?:\/[a-z0-9-]+)+$/;
const unfit = /[\s\p{Cc}\p{Surrogate}\\/%?#]/u;

function decodedSegment(segment: string): string | null {
  try {
    const plain = decodeURIComponent(segment).normalize("NFC").toLowerCase().normalize("NFC");
    return unfit.test(plain) || plain === "." || plain === ".." ? null : plain;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/**
 * A path as look-ups compare it: from a full http(s) address or a path, without query, hash, doubled and trailing
 * slashes, percent-decoded once, lower case, with a leading slash ("/" for the front page). Null for what can be no
 * path of ours: another scheme, "..", hidden slashes, control characters or spaces, broken percent signs, over 2,048
 * units. Normalising twice changes nothing more.
 */
export function normalisePath(input: string): string | null {
  if (input.length <= longestPath && plainPath.test(input)) return input;
  const given = input.trim();
  const path = given.replace(origin, "").replace(/[?#].*$/su, "");
  if (given === "" || given.length > longestPath || given.startsWith("//") || anyScheme.test(path)) return null;
  const segments = path.split("/").filter((segment) => segment !== "");
  const plain = segments.map(decodedSegment);
  return plain.includes(null) ? null : `/${plain.join("/")}`;
}

/** The last segment of a path, by which articles are found; null when there is none. */
export function lastSegment(path: string): string | null {
  return path.split("/").findLast((segment) => segment !== "") ?? null;
}
