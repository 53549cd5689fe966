import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { Kind, parse } from "graphql";
import { rootFolder } from "../../src/kernel/host/index.ts";
import { testDatabase } from "../support/database.ts";
import { sampleNewsroom } from "../support/sample.ts";
import { testServer } from "../support/server.ts";

const house = testDatabase(sampleNewsroom);
const server = testServer(house);

const doors = { reader: "/graphql", desk: "/desk/graphql" } as const;
const filesOf = (door: string): string[] => readdirSync(join(rootFolder, "schema/operations", door));
const textOf = (door: string, file: string): string =>
  readFileSync(join(rootFolder, "schema/operations", door, file), "utf8");

const path = "/international-news";

/** What each operation is asked with; those that are not here need nothing. */
const variables: Readonly<Record<string, () => Promise<object>>> = {
  ArticleScreen: async () => ({ by: { id: (await anArticle()).id } }),
  OfflineArticles: async () => ({ ids: [(await anArticle()).id] }),
  ResolvePath: async () => ({ path: (await anArticle()).path }),
  SectionScreen: async () => ({ path }),
};

async function anArticle(): Promise<{ readonly id: string; readonly path: string }> {
  const query =
    "query ($path: String!) { section(by: { path: $path }) { articles(first: 1) { nodes: edges { node { id path } } } } }";
  const { data } = await server.ask(doors.reader, query, { path });
  const { section } = data as { section: { articles: { nodes: { node: { id: string; path: string } }[] } } };
  const [first] = section.articles.nodes;
  if (first === undefined) throw new Error("The sample has no live article there.");
  return first.node;
}

const all = Object.keys(doors).flatMap((door) =>
  filesOf(door)
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => [door as keyof typeof doors, file] as const),
);

// In the order an editor would go: the version each step names is the one the step before left.
const steps = [
  ...[
    "DeskOverview",
    "ArticleOnDesk",
    "LinksOnDesk",
    "WriteArticle",
    "ReviseArticle",
    "CheckArticle",
    "PublishArticle",
  ],
  ...["AddLink", "SubmitArticle", "ApproveArticle", "ReturnArticle", "LockArticle", "AutosaveArticle", "UnlockArticle"],
  ...["RestoreRevision", "ArticleHistory", "CompareRevisions", "ScheduleArticle", "UnscheduleArticle", "SpikeArticle"],
  ...["UnspikeArticle", "SetEmbargo", "LiftEmbargo", "SetExpiry", "CreatePreview", "RevokePreview", "CorrectArticle"],
  ...["CorrectionsOnDesk", "HoldArticle", "ReleaseArticle", "UnpublishArticle", "RepublishArticle", "KillArticle"],
  "ChangesOnDesk",
];
const answers = new Map<string, unknown>();
/** What a step is asked with that only a step before can tell. */
const told: Readonly<Record<string, () => object>> = {
  RevokePreview: () => {
    const made = answers.get("CreatePreview") as { subject: { preview: { id: string } } };
    return { input: { preview: made.subject.preview.id } };
  },
};
const who: { token?: string } = {};
const named = (door: string): string[] =>
  filesOf(door).flatMap((file) => (file.endsWith(".graphql") ? [basename(file, ".graphql")] : []));

describe("A published operation", () => {
  it.each(named("reader"))("for readers, %s, runs on the sample and finds something", async (name) => {
    const asked = (await variables[name]?.()) ?? {};
    const { status, data, errors } = await server.ask(doors.reader, textOf("reader", `${name}.graphql`), asked);
    expect([status, errors]).toEqual([200, []]);
    expect(Object.values(data as object)).not.toContain(null);
  });

  it.each(named("reader").filter((name) => filesOf("reader").includes(`${name}.json`)))(
    "for readers, %s, runs with the variables beside it",
    async (name) => {
      const asked = JSON.parse(textOf("reader", `${name}.json`)) as object;
      const { status, data, errors } = await server.ask(doors.reader, textOf("reader", `${name}.graphql`), asked);
      expect([status, errors]).toEqual([200, []]);
      expect(Object.values(data as object)).not.toContain(null);
    },
  );

  it("for the desk stands in the list of steps", () => {
    expect(named("desk").sort()).toEqual([...steps].sort());
  });

  it.each(steps)("for the desk, %s, runs on the sample without a problem", async (name) => {
    const beside = filesOf("desk").includes(`${name}.json`) ? textOf("desk", `${name}.json`) : "{}";
    const token = (who.token ??= await server.tokenOf("DESK_HEAD"));
    const asked = told[name]?.() ?? (JSON.parse(beside) as object);
    const { data, errors } = await server.ask(doors.desk, textOf("desk", `${name}.graphql`), asked, token);
    expect(errors).toEqual([]);
    const [answer] = Object.values(data as Record<string, { problems?: unknown } | null>);
    expect(answer).not.toBeNull();
    expect(answer?.problems ?? []).toEqual([]);
    answers.set(name, answer);
  });

  it.each(all)("of the %s, %s, is one operation and bears the name of its file", (door, file) => {
    const operations = parse(textOf(door, file)).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toMatchObject([{ name: { value: basename(file, ".graphql") } }]);
  });
});
