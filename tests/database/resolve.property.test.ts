import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { newId } from "../../src/kernel/ids.ts";
import { openReader, type Reader } from "../oracle/delivery/reader.ts";
import { articleAt, resolvePath, sectionWas } from "../oracle/delivery/resolve/index.ts";
import { testDatabase } from "../support/database.ts";
import { layRedirects } from "../support/redirects.ts";
import { minutes, plant, type Seedling } from "../support/newspaper.ts";

const house = testDatabase();
const paths: string[] = [];
const ids = { articles: [] as string[], sections: [] as string[] };

const states: readonly Omit<Seedling, "sectionId">[] = [
  {},
  { formerSlugs: ["an-old-name"] },
  { publishedAt: null },
  { publishedAt: minutes(30), formerSlugs: ["never-seen"] },
  { facts: { expiresAt: minutes(20) } },
  { facts: { state: "UNPUBLISHED" }, formerSlugs: ["was-here"] },
  { facts: { state: "KILLED" } },
  { publishedAt: minutes(40), facts: { state: "UNPUBLISHED" } },
  { facts: { embargoHold: true } },
  { facts: { embargoUntil: minutes(10) } },
];

beforeAll(async () => {
  const [top, below] = await newSections();
  ids.sections.push(top, below);
  for (const [index, given] of states.entries())
    ids.articles.push(
      (await plant(house.db, { sectionId: index % 2 ? top : below, slug: `story-${index}`, ...given })).id,
    );
  const articles = await house.db.article.findMany({ include: { section: true } });
  for (const { slug, section, pathDate, id } of articles) {
    const day = (pathDate ?? new Date(0)).toISOString().slice(0, 10).replaceAll("-", "/");
    paths.push(`/${section.path}/${day}/${slug}`, `/elsewhere/${slug}`, `/${slug}`, `/x/${id}`);
  }
  paths.push(
    "/",
    "/news",
    "/news/harbour",
    "/an-old-name",
    "/never-seen",
    "/a/was-here",
    "/gone",
    "/a",
    "/a/b",
    "/a/b/c",
  );
  paths.push(
    "/b",
    "/b/tide",
    "/old",
    "/old/harbour",
    "/nowhere",
    `/${newId()}`,
    "/00000000-0000-0000-0000-000000000000",
  );
}, 60_000);

async function newSections(): Promise<[string, string]> {
  const top = await house.db.section.create({ data: { slug: "news", name: "News", position: 0 } });
  const data = { slug: "harbour", name: "Harbour", position: 0, parentId: top.id, visible: false };
  return [top.id, (await house.db.section.create({ data })).id];
}

const redirect = fc.record({
  from: fc.nat(60),
  isPrefix: fc.boolean(),
  status: fc.constantFrom(301, 301, 308, 410),
  to: fc.oneof(
    fc.record({ article: fc.nat(states.length - 1) }),
    fc.record({ section: fc.nat(1) }),
    fc.record({ path: fc.nat(60) }),
    fc.record({ path: fc.nat(60), tail: fc.constantFrom("?from=old", "#top", "/", "//") }),
    fc.record({ text: fc.constantFrom("https://other.example/a", "//other.example/a", "/A/B/c", "mailto:desk") }),
  ),
});
type Redirected = typeof redirect extends fc.Arbitrary<infer Value> ? Value : never;

const at = <Thing>(list: readonly Thing[], index: number): Thing => list[index % list.length] as Thing;

async function lay(redirects: readonly Redirected[]): Promise<void> {
  await house.db.redirect.deleteMany();
  const rows = redirects.map(({ from, isPrefix, status, to }) => ({
    ...{
      fromPath: at(
        paths.filter((path) => path !== "/"),
        from,
      ),
      isPrefix,
      status,
      origin: "MANUAL" as const,
    },
    ...(status === 410 ? {} : targetOf(to)),
  }));
  const sound = rows.filter((row) => !("toPath" in row) || row.toPath !== row.fromPath);
  await layRedirects(house.db, sound);
}

function targetOf(to: Redirected["to"]) {
  if ("article" in to) return { toArticleId: at(ids.articles, to.article) };
  if ("section" in to) return { toSectionId: at(ids.sections, to.section) };
  return { toPath: "text" in to ? to.text : `${at(paths, to.path)}${"tail" in to ? to.tail : ""}` };
}

/** What the database makes of a path. */
async function found(path: string, moment: Date) {
  const { rows } = await house.pool.query(
    `select (select json_build_array(r.noun, case when r.noun in ('article', 'section') then r.id end, r.goes_to, r.status)
      from resolve_path($1, $2) r) as leads, article_was($1, $2) as article, section_was($1, $2) as section`,
    [path, moment],
  );
  return rows[0] as unknown;
}

/** What the obvious way through the base tables makes of it. */
async function wanted(reader: Reader, path: string) {
  const end = await resolvePath(reader, path);
  const isPlace = end?.noun === "article" || end?.noun === "section";
  const [to, status] = end?.noun === "redirect" ? [end.to, end.status] : [null, null];
  return {
    leads: end === null ? null : [end.noun, isPlace ? end.id : null, to, status],
    article: (await articleAt(reader, path))?.id ?? null,
    section: (await sectionWas(reader, path))?.id ?? null,
  };
}

describe("where a path leads", () => {
  it("is the same in one look-up as over every table, at any moment and over any redirects", async () => {
    const ways = new Set<string>();
    const same = async (redirects: readonly Redirected[], asked: readonly number[], later: number): Promise<void> => {
      await lay(redirects);
      // Nothing changes until the next redirects are laid, so one reading does for all the paths.
      const reader = openReader({ db: house.db, lens: { at: minutes(later) }, siteUrl: "https://news.example" });
      for (const path of asked.map((index) => at(paths, index))) {
        const end = await wanted(reader, path);
        expect({ path, ...((await found(path, minutes(later))) as object) }).toEqual({ path, ...end });
        ways.add(String(end.leads?.[0] ?? "nothing"));
      }
    };
    const some = fc.array(redirect, { maxLength: 14 });
    const asked = fc.array(fc.nat(60), { minLength: 6, maxLength: 12 });
    await fc.assert(fc.asyncProperty(some, asked, fc.constantFrom(-10, 0, 15, 35, 50), same), { numRuns: 60 });
    expect([...ways].toSorted()).toEqual(["article", "gone", "nothing", "redirect", "section"]);
  }, 180_000);
});
