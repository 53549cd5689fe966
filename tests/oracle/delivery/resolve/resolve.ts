import { lastSegment, normalisePath } from "../../../../src/domain/slug/index.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { articleById, articleIdOfSlug, type LiveArticle } from "../articles/index.ts";
import { asked, momentOf, type Reader } from "../reader.ts";
import { sectionAt, sectionById, type Section } from "../sections/index.ts";
import { redirectsFrom, wasOnceSeen, type StoredRedirect } from "./resolve.store.ts";

/** The thing asked for stands elsewhere. */
export interface Moved {
  readonly noun: "redirect";
  /** Where to: a path of ours, or an absolute address. */
  readonly to: string;
  readonly status: 301 | 308;
}

/** Readers once saw something here, and no longer may. */
export interface Gone {
  readonly noun: "gone";
  readonly path: string;
}

/** What a path leads to. */
export type Resolution = LiveArticle | Section | Moved | Gone;

/** So many redirects are followed before a path is given up. */
const mostHops = 5;

/** What a path, old or new, or a full address leads to; null when there is nothing readers may know of. */
export async function resolvePath(reader: Reader, path: string): Promise<Resolution | null> {
  const plain = normalisePath(path);
  return plain === null ? null : follow(reader, plain, mostHops);
}

/** The live article a path leads to, over whatever redirects, or null. */
export async function articleAt(reader: Reader, path: string): Promise<LiveArticle | null> {
  const found = await resolvePath(reader, path);
  const there = found?.noun === "redirect" && found.to.startsWith("/") ? await resolvePath(reader, found.to) : found;
  return there?.noun === "article" ? there : null;
}

/** The section a path leads or once led to, or null. */
export async function sectionWas(reader: Reader, path: string): Promise<Section | null> {
  const found = await resolvePath(reader, path);
  const there = found?.noun === "redirect" && found.to.startsWith("/") ? await resolvePath(reader, found.to) : found;
  return there?.noun === "section" ? there : null;
}

async function follow(reader: Reader, path: string, hops: number): Promise<Resolution | null> {
  const section = await sectionAt(reader, path);
  if (section !== null) return section;
  const id = await articleIdNamed(reader, path);
  const article = id === null ? null : await articleById(reader, id);
  if (article?.path === path) return article;
  const redirects = await asked(() => redirectsFrom(reader.db, pathAndAbove(path)));
  const exact = redirects.find(({ fromPath }) => fromPath === path);
  if (exact !== undefined) return led(reader, exact, path, hops);
  if (article !== null) return moved(article.path);
  if (id !== null) return farewell(reader, id, path);
  const prefixes = redirects.filter(({ isPrefix }) => isPrefix);
  const longest = prefixes.sort((a, b) => b.fromPath.length - a.fromPath.length)[0];
  return longest === undefined ? null : led(reader, longest, path, hops);
}

// The last segment of a path names the article, by a slug it has or had, or by its id.
async function articleIdNamed(reader: Reader, path: string): Promise<string | null> {
  const name = lastSegment(path);
  if (name === null) return null;
  return isId(name) ? name : articleIdOfSlug(reader, name);
}

async function led(reader: Reader, redirect: StoredRedirect, path: string, hops: number): Promise<Resolution | null> {
  const { toArticleId, toSectionId, toPath, status } = redirect;
  if (status === 410) return { noun: "gone", path };
  if (toArticleId !== null) return toArticle(reader, toArticleId, path);
  const section = toSectionId === null ? null : await sectionById(reader, toSectionId);
  const rest = redirect.isPrefix ? path.slice(redirect.fromPath.length) : "";
  const to = (section === null ? toPath : `/${section.path}`) ?? null;
  return to === null ? null : onward(reader, joined(to, rest), { redirect, path, hops: hops - 1 });
}

// Two slashes at the beginning would lead readers to whatever site the rest names.
const joined = (to: string, rest: string): string => (rest === "" ? to : to.replace(/\/$/, "") + rest);

interface Hop {
  readonly redirect: StoredRedirect;
  readonly path: string;
  readonly hops: number;
}

// The place it leads to may itself have moved or gone: readers get the end of the way, in one step.
async function onward(reader: Reader, to: string, { redirect, path, hops }: Hop): Promise<Resolution | null> {
  const plain = normalisePath(to);
  if (hops < 0) return null;
  if (plain === null || !to.startsWith("/")) return moved(to, redirect.status);
  const end = await follow(reader, plain, hops);
  if (end === null) return (await knownNowhere(reader, redirect, plain)) ? null : moved(to, redirect.status);
  if (end.noun === "gone") return { noun: "gone", path };
  return end.noun === "redirect" ? end : moved(plain, redirect.status);
}

// A path of the website itself may be unknown to us. One that names an article readers may not see is not to be told,
// and one that leads on and yet nowhere is a circle.
async function knownNowhere(reader: Reader, { toSectionId }: StoredRedirect, plain: string): Promise<boolean> {
  if (toSectionId !== null || (await articleIdNamed(reader, plain)) !== null) return true;
  return (await asked(() => redirectsFrom(reader.db, [plain]))).length > 0;
}

async function toArticle(reader: Reader, id: string, path: string): Promise<Resolution | null> {
  const article = await articleById(reader, id);
  return article === null ? farewell(reader, id, path) : moved(article.path);
}

async function farewell(reader: Reader, id: string, path: string): Promise<Gone | null> {
  const at = await momentOf(reader);
  return (await asked(() => wasOnceSeen(reader.db, id, at))) ? { noun: "gone", path } : null;
}

const moved = (to: string, status = 301): Moved => ({ noun: "redirect", to, status: status === 308 ? 308 : 301 });

/** A path and every path above it: "/a/b/c", "/a/b", "/a". */
function pathAndAbove(path: string): readonly string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  return segments.map((_, index) => `/${segments.slice(0, segments.length - index).join("/")}`);
}
