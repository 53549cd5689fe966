import { beforeAll, describe, expect, it } from "@jest/globals";
import { createArticle } from "../../../src/newsroom/articles/index.ts";
import { prepareNewsroom } from "../../../src/newsroom/setup/index.ts";
import { deskSession } from "../../support/desk-session.ts";
import { deskOf } from "../../support/factories.ts";
import { testServer } from "../../support/server.ts";

const session = deskSession();
const { desk, json } = session;
const server = testServer(session.database);
const state = { token: "" };

interface Line {
  readonly code: string;
  readonly severity: string;
  readonly place: string;
}
interface Found {
  readonly code: string;
  readonly severity: string;
  readonly path: readonly string[];
  readonly fix: string;
}

const headline = `The ferry ${"sails on ".repeat(14)}at noon`;

beforeAll(async () => {
  await prepareNewsroom({ database: session.database, embedded: false });
  state.token = await server.tokenOf("EDITOR");
  await json(["section", "create", "Harbour"]);
});

const ask = async (query: string, variables: object = {}): Promise<unknown> => {
  const { data, errors } = await server.ask("/desk/graphql", query, variables, state.token);
  expect(errors).toEqual([]);
  return data;
};

const preflight = async (name: string) => {
  const data = await ask(
    "query ($name: ID!) { article(name: $name) { preflight { ready findings { code severity path message fix } outlook { path words } } } }",
    { name },
  );
  return (data as { article: { preflight: { ready: boolean; findings: readonly Found[] } } }).article.preflight;
};

const publish = async (input: object) => {
  const data = await ask(
    "mutation ($input: PublishArticleInput!) { act: publishArticle(input: $input) { subject { state } problems { code path message fix details } } }",
    { input },
  );
  return (data as { act: { subject: { state: string } | null; problems: readonly Record<string, unknown>[] } }).act;
};

/** A draft somebody wrote; its slug. */
async function aDraft(headline: string): Promise<string> {
  const { db } = session.database;
  const { id: sectionId } = await db.section.findFirstOrThrow({ where: { slug: "harbour" } });
  const blocks = [{ type: "paragraph", id: "p1", text: "It left.", spans: [] }];
  return (await createArticle(deskOf(db), { headline, sectionId, blocks })).slug;
}

const placeOf = (path: readonly string[]): string => path.join(".").replace(/\.(\d+)/g, "[$1]");

describe("desk article check", () => {
  it("gives the answer of the desk API, and publishing refuses with the very same", async () => {
    const { slug } = await json(
      ["article", "create", "--headline", headline, "--section", "harbour", "--slug", "ferry", "--file", "-"],
      "It left. TK\n",
    );
    const checked = await desk(["article", "check", String(slug), "--json"]);
    const lines = JSON.parse(checked.stdout) as Line[];
    expect(lines.map(({ code }) => code)).toEqual([
      ...["HEADLINE_LONG", "PLACEHOLDER_TEXT", "STANDFIRST_MISSING", "BYLINE_MISSING"],
    ]);

    const api = await preflight("ferry");
    expect(api.ready).toBe(false);
    const asLines = api.findings.map(({ code, severity, path }) => ({ code, severity, place: placeOf(path) }));
    expect(lines).toMatchObject(asLines);

    const byCommand = await desk(["article", "publish", "ferry", "--json"]);
    const refusal = JSON.parse(byCommand.stderr) as { code: string; details: { findings: readonly Found[] } };
    expect(refusal.code).toBe("WARNINGS_STAND");
    expect(refusal.details.findings).toEqual(api.findings.map((one) => expect.objectContaining({ code: one.code })));

    const byApi = await publish({ article: "ferry", expectedVersion: 1, revision: 1 });
    expect(byApi.subject?.state).toBe("DRAFT");
    expect(byApi.problems).toMatchObject([
      { code: "WARNINGS_STAND", path: ["headline"], fix: api.findings[0]?.fix },
      { code: "WARNINGS_STAND", path: ["blocks", "0"], details: { findings: [{}, {}, {}, {}] } },
    ]);
    // Checking ends as publishing would.
    expect([checked.code, byCommand.code]).toEqual([4, 4]);
  });

  it("shows a person each finding with its place and fix, and the command that accepts the warnings", async () => {
    const { stdout, stderr, code } = await desk(["article", "check", "ferry"]);
    expect(code).toBe(4);
    expect(stdout).toContain("WARNING HEADLINE_LONG\n");
    expect(stdout).toContain("[blocks[0]]");
    expect(stdout).toContain("→ Shorten the headline, or accept it.");
    expect(stderr).toContain('desk article publish ferry --accept HEADLINE_LONG="why" --accept PLACEHOLDER_TEXT="why"');
  });

  it("says what is left to do: to publish, or nothing where readers have the very same", async () => {
    const slug = await aDraft("A short crossing");
    expect((await desk(["article", "check", slug])).stderr).toContain(`Publish it: desk article publish ${slug}`);
    await json(["article", "schedule", slug, "--at", "2099-03-01 06:00"]);
    expect((await desk(["article", "check", slug])).stderr).toContain(`Publish it: desk article publish ${slug}`);
    await json(["article", "publish", slug]);
    expect((await desk(["article", "check", slug])).stderr).toContain("It is published as it stands.");
    await json(["article", "set", slug, "headline=A shorter crossing"]);
    expect((await desk(["article", "check", slug])).stderr).toContain("Publish it");
  });

  it("is followed by a publication that accepts the warnings, at either door", async () => {
    const vague = await desk(["article", "publish", "ferry", "--accept", "HEADLINE_LONG"]);
    expect([vague.code, vague.stderr]).toEqual([2, expect.stringContaining("does not accept a warning")]);
    const accepting = ["--accept", "headline-long=It sails on.", "--accept", "PLACEHOLDER_TEXT=A flight."];
    expect(await json(["article", "publish", "ferry", ...accepting])).toMatchObject({ state: "PUBLISHED" });
    const audit = await session.database.db.auditEvent.findMany({ where: { action: "article:accept-warning" } });
    expect(audit.map(({ reason }) => reason).sort()).toEqual(["A flight.", "It sails on."]);

    const again = await aDraft(`${headline}, again`);
    const acceptedWarnings = [{ code: "HEADLINE_LONG", reason: "It sails on." }];
    const done = await publish({ article: again, expectedVersion: 1, revision: 1, acceptedWarnings });
    expect(done).toEqual({ subject: { state: "PUBLISHED" }, problems: [] });
  });

  it("ends with 0 and the command to publish with when nothing stands in the way", async () => {
    const slug = await aDraft("The ferry sails");
    const sound = await desk(["article", "check", slug]);
    expect([sound.code, sound.stderr]).toEqual([0, expect.stringContaining(`desk article publish ${slug}`)]);
    expect(sound.stdout).toContain("The ferry sails\n/harbour/");
  });
});
