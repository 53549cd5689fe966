import { beforeAll, describe, expect, it } from "@jest/globals";
import { newId } from "../../../src/kernel/ids.ts";
import { prepareNewsroom } from "../../../src/newsroom/setup/index.ts";
import { testDatabase } from "../../support/database.ts";
import { testServer } from "../../support/server.ts";

const house = testDatabase();
const server = testServer(house);
const tokens = { editor: "", reporter: "", head: "" };

beforeAll(async () => {
  await prepareNewsroom({ database: house, embedded: false });
  tokens.editor = await server.tokenOf("EDITOR");
  tokens.reporter = await server.tokenOf("REPORTER");
  tokens.head = await server.tokenOf("DESK_HEAD");
});

const desk = (query: string, variables: object = {}, token: string = tokens.editor) =>
  server.ask("/desk/graphql", query, variables, token);

const article = `subject { id version state slug head { number headline bodyText relatedLinks { key headline isUnresolved url target { slug } } media { role media { creditLine creditParts { role name } } } } live { number } }
  problems { code message fix path details }`;

interface Payload {
  readonly subject: {
    readonly id: string;
    readonly version: number;
    readonly head: { readonly number: number; readonly relatedLinks: readonly { readonly key: string }[] };
  } | null;
  readonly problems: readonly { readonly code: string; readonly path: readonly string[] }[];
}

async function act(mutation: string, input: object, token?: string): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await desk(
    `mutation ($input: ${type}!) { act: ${mutation}(input: $input) { ${article} } }`,
    { input },
    token,
  );
  expect(errors).toEqual([]);
  return (data as { act: Payload }).act;
}

const subjectOf = ({ subject, problems }: Payload) => {
  expect(problems).toEqual([]);
  if (subject === null) throw new Error("no subject");
  return subject;
};

async function aDraft(headline: string) {
  return subjectOf(await act("createArticle", { section: "quayside", words: { headline, bodyText: "One.\n\nTwo." } }));
}

beforeAll(async () => {
  const made = await desk(
    'mutation { createSection(input: { name: "Quayside" }) { subject { path } problems { code } } }',
  );
  expect(made.errors).toEqual([]);
  expect(made.data).toEqual({ createSection: { subject: { path: "quayside" }, problems: [] } });
});

describe("the desk's door", () => {
  it.each(["", "Bearer nonsense", "dl_aaaaaaaa_bbbb"])("is shut without a good token: %p", async (token) => {
    const { status, errors, headers } = await server.ask(
      "/desk/graphql",
      "{ __schema { queryType { name } } }",
      {},
      token,
    );
    expect([status, errors[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  it("never lets its answers be kept", async () => {
    const { headers, data } = await desk("{ me { name role permissions } }");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(data).toMatchObject({ me: { role: "EDITOR", permissions: expect.arrayContaining(["article:publish"]) } });
  });

  it("is shut again for a user who was disabled", async () => {
    const token = await server.tokenOf("ADMIN");
    expect((await desk("{ me { name } }", {}, token)).status).toBe(200);
    const boss = await server.tokenOf("ADMIN");
    const { email } = await house.db.user.findFirstOrThrow({ where: { role: "ADMIN" }, orderBy: { id: "asc" } });
    const disable = "mutation ($user: ID!) { disableUser(input: { user: $user }) { problems { code } } }";
    expect((await desk(disable, { user: email }, boss)).data).toEqual({ disableUser: { problems: [] } });
    expect((await desk("{ me { name } }", {}, token)).status).toBe(401);
  });
});

describe("an article at the desk", () => {
  it("is written, revised, published by its revision, and read in any state", async () => {
    const { id, head } = await aDraft("Crane lifts");
    const revised = subjectOf(
      await act("reviseArticle", { article: id, expectedVersion: 1, words: { headline: "Crane lifts again" } }),
    );
    expect(revised).toMatchObject({ version: 2, head: { number: 2, bodyText: "One.\n\nTwo." } });
    const first = await act("publishArticle", { article: id, expectedVersion: 2, revision: head.number });
    expect(first.subject).toMatchObject({ state: "PUBLISHED", live: { number: 1 }, head: { number: 2 } });
    const found = await desk(
      "query ($name: ID!) { article(name: $name) { slug path revisions { number headline } } }",
      { name: "crane-lifts" },
    );
    expect(found.data).toMatchObject({ article: { slug: "crane-lifts", revisions: [{ number: 2 }, { number: 1 }] } });
  });

  it("answers a stale save with both sides and keeps nothing of it", async () => {
    const { id } = await aDraft("Crane stalls");
    await act("reviseArticle", { article: id, expectedVersion: 1, words: { headline: "Crane stalls twice" } });
    const stale = await act("reviseArticle", { article: id, expectedVersion: 1, words: { headline: "Mine" } });
    expect(stale).toMatchObject({
      subject: { version: 2, head: { headline: "Crane stalls twice" } },
      problems: [{ code: "ARTICLE_STALE", path: [], details: { expectedVersion: 1, currentVersion: 2 } }],
    });
  });

  it("is refused with a path to each fault", async () => {
    const words = {
      headline: "Crane falls",
      blocks: [
        { id: "a", type: "paragraph", text: "x", spans: [{ start: 0, end: 1, kind: "link", href: "javascript:1" }] },
      ],
    };
    const { subject, problems } = await act("createArticle", { section: "quayside", words });
    expect(subject).toBeNull();
    expect(problems).toMatchObject([{ code: "INVALID_INPUT", path: ["blocks", "0", "spans", "0", "href"] }]);
  });

  it("takes null for empty in every field that may be null", async () => {
    const { id } = await aDraft("Crane empties");
    const nothing = { bodyText: null, bylines: null, topics: null, kicker: null };
    const bare = await act("reviseArticle", { article: id, expectedVersion: 1, words: nothing });
    expect(subjectOf(bare)).toMatchObject({ version: 2, head: { bodyText: "" } });
    const placed = await act("placeArticle", {
      ...{ article: id, expectedVersion: 2, facts: { secondarySections: null } },
    });
    expect(subjectOf(placed)).toMatchObject({ version: 3 });
    const nowhere = await act("placeArticle", { article: id, expectedVersion: 3, facts: { section: null } });
    expect(nowhere.problems).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  it("goes on the schedule, comes off it, and leaves the readers only with a reason", async () => {
    const { id } = await aDraft("Crane waits");
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const planned = await act("publishArticle", { article: id, expectedVersion: 1, revision: 1, at });
    expect(planned.subject).toMatchObject({ state: "SCHEDULED" });
    const live = await act("publishArticle", { article: id, expectedVersion: 2, revision: 1 });
    expect(live.subject).toMatchObject({ state: "PUBLISHED" });
    const silent = await act("unpublishArticle", { article: id, expectedVersion: 3, reason: " " }, tokens.head);
    expect(silent.problems).toMatchObject([{ code: "INVALID_INPUT", path: ["reason"] }]);
    const gone = await act("unpublishArticle", { article: id, expectedVersion: 3, reason: "wrong crane" }, tokens.head);
    expect(gone.subject).toMatchObject({ state: "UNPUBLISHED" });
  });

  it("lets a role do what its permissions say, and says which one it takes", async () => {
    const { id } = await aDraft("Crane guarded");
    const refused = await act("publishArticle", { article: id, expectedVersion: 1, revision: 1 }, tokens.reporter);
    expect(refused.problems).toMatchObject([{ code: "FORBIDDEN", fix: expect.stringContaining("EDITOR") }]);
  });

  it("carries media with their parsed credit", async () => {
    const made = await desk(
      'mutation { addMedia(input: { creditLine: "ADA EXAMPLE/ POOL/ AFP" }) { subject { id creditParts { role name } } problems { code } } }',
    );
    const { subject } = (made.data as { addMedia: { subject: { id: string } } }).addMedia;
    const { id } = await aDraft("Crane pictured");
    const placed = await act("placeMedia", { article: id, expectedVersion: 1, media: subject.id, role: "LEAD" });
    expect(placed.subject?.head).toMatchObject({
      media: [
        {
          role: "LEAD",
          media: {
            creditParts: [
              { role: "PHOTOGRAPHER", name: "ADA EXAMPLE" },
              { role: "POOL" },
              { role: "AGENCY", name: "AFP" },
            ],
          },
        },
      ],
    });
    const bare = await act("removeMedia", { article: id, expectedVersion: 2, media: subject.id });
    expect(bare.subject?.head).toMatchObject({ media: [] });
  });

  it("is not found under a name nobody has, alike for every door", async () => {
    const missing = await act("reviseArticle", { article: newId(), expectedVersion: 1, words: {} });
    expect(missing).toMatchObject({ subject: null, problems: [{ code: "NOT_FOUND" }] });
    expect((await desk('{ article(name: "nobody-wrote-this") { id } }')).data).toEqual({ article: null });
  });
});

describe("links at the desk", () => {
  it("are added, moved, removed, and teasers resolved", async () => {
    const [{ id }, target] = [await aDraft("Pier opens"), await aDraft("Pier history")];
    await act("addLink", { article: id, expectedVersion: 1, toArticle: target.id });
    await act("addLink", {
      article: id,
      expectedVersion: 2,
      toUrl: "https://example.org/pier",
      headline: "The pier's site",
    });
    const three = subjectOf(
      await act("addLink", { article: id, expectedVersion: 3, headline: "Pier band plays", position: 0 }),
    );
    expect(three.head.relatedLinks).toMatchObject([
      { isUnresolved: true },
      { target: { slug: "pier-history" } },
      { url: "https://example.org/pier" },
    ]);
    const key = three.head.relatedLinks[0]?.key;
    const moved = subjectOf(await act("moveLink", { article: id, expectedVersion: 4, key, position: 2 }));
    expect(moved.head.relatedLinks[2]?.key).toBe(key);
    const band = await aDraft("Pier band plays");
    const listed = await desk("query ($a: ID) { unresolvedTeasers(article: $a) { key version candidates { id } } }", {
      a: id,
    });
    expect(listed.data).toEqual({ unresolvedTeasers: [{ key, version: 5, candidates: [{ id: band.id }] }] });
    const resolved = await act("resolveTeaser", { article: id, expectedVersion: 5, key, target: band.id });
    expect(resolved.subject?.head).toMatchObject({ number: 6 });
    const doubled = await act("addLink", { article: id, expectedVersion: 6, toArticle: band.id });
    expect(doubled.problems).toMatchObject([{ code: "LINK_DOUBLED" }]);
    const fewer = subjectOf(await act("removeLink", { article: id, expectedVersion: 6, key }));
    expect(fewer.head.relatedLinks).toHaveLength(2);
  });
});

describe("sections, contributors and topics at the desk", () => {
  it("are managed with the same rules", async () => {
    const { data } = await desk(`mutation {
      east: createSection(input: { name: "East Quay", parent: "quayside" }) { subject { path version } problems { code } }
      again: createSection(input: { name: "East Quay", parent: "quayside" }) { subject { path } problems { code } }
      cycle: moveSection(input: { section: "quayside", under: "quayside/east-quay", expectedVersion: 1 }) { subject { path } problems { code } }
      renamed: renameSection(input: { section: "quayside/east-quay", name: "Eastern Quay", expectedVersion: 1 }) { subject { name path } problems { code } }
      who: createContributor(input: { displayName: "Ada Example", email: "ada@example.org" }) { subject { slug email } problems { code } }
      blog: createTopic(input: { type: BLOG, name: "Harbour notes" }) { subject { type slug } problems { code } }
    }`);
    expect(data).toMatchObject({
      east: { subject: { path: "quayside/east-quay" }, problems: [] },
      again: { problems: [{ code: "ALREADY_EXISTS" }] },
      cycle: { subject: { path: "quayside" }, problems: [{ code: "SECTION_CYCLE" }] },
      renamed: { subject: { name: "Eastern Quay" }, problems: [] },
      who: { subject: { slug: "ada-example" }, problems: [] },
      blog: { subject: { type: "BLOG", slug: "harbour-notes" }, problems: [] },
    });
  });
});
