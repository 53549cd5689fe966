import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { verifyPreview } from "../../../src/newsroom/preview/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { plant, type Planted } from "../../support/newspaper.ts";
import { testServer } from "../../support/server.ts";

jest.setTimeout(120_000);
const house = testDatabase();
const server = testServer(house);
const of = {} as { draft: Planted; reporter: string; colleague: string };

beforeAll(async () => {
  of.draft = await plant(house.db, { sectionId: (await aSection(house.db)).id, publishedAt: null });
  of.reporter = await server.tokenOf("REPORTER");
  of.colleague = await server.tokenOf("REPORTER");
});

async function desk<T>(query: string, variables: object, token = of.reporter): Promise<T> {
  const { data, errors } = await server.ask("/desk/graphql", query, variables, token);
  expect(errors).toEqual([]);
  return data as T;
}

interface Made {
  readonly token: string;
  readonly preview: { readonly id: string; readonly note: string | null; readonly createdBy: string | null };
}
interface Answer<Subject> {
  readonly act: {
    readonly subject: Subject | null;
    readonly problems: readonly { readonly code: string; readonly path: readonly string[] }[];
  };
}

const create = (input: object, token?: string) =>
  desk<Answer<Made>>(
    `mutation ($input: CreatePreviewInput!) { act: createPreview(input: $input) {
      subject { token preview { id note createdBy expiresAt } } problems { code path } } }`,
    { input: { article: of.draft.slug, ...input } },
    token,
  );
const revoke = (preview: string, token?: string) =>
  desk<Answer<{ id: string; revokedAt: string | null }>>(
    `mutation ($input: RevokePreviewInput!) { act: revokePreview(input: $input) {
      subject { id revokedAt } problems { code path } } }`,
    { input: { preview } },
    token,
  );
const listed = async (ended: boolean): Promise<readonly string[]> => {
  const query = "query ($name: ID!, $ended: Boolean!) { article(name: $name) { previews(ended: $ended) { id } } }";
  const { article } = await desk<{ article: { previews: readonly { id: string }[] } }>(query, {
    ...{ name: of.draft.slug, ended },
  });
  return article.previews.map(({ id }) => id);
};
const made = async (input: object = {}): Promise<Made> => {
  const { act } = await create(input);
  if (act.subject === null) throw new Error("no preview");
  return act.subject;
};

describe("previews at the desk's API", () => {
  it("are made with a token that opens the article and stands nowhere else", async () => {
    const { token, preview } = await made({ minutes: 30, note: "for the lawyers" });
    expect(preview).toMatchObject({ note: "for the lawyers", createdBy: expect.any(String) });
    expect(await verifyPreview(house.db, token)).toMatchObject({ articleId: of.draft.id, state: "DRAFT" });
    expect(await listed(false)).toContain(preview.id);
  });

  it("say what is wrong with a wish", async () => {
    expect(await create({ minutes: 99_999 })).toMatchObject({
      act: { subject: null, problems: [{ code: "INVALID_INPUT", path: ["minutes"] }] },
    });
    expect((await create({ article: "no-such-article" })).act.problems).toMatchObject([{ code: "NOT_FOUND" }]);
    const { errors } = await server.ask(
      "/desk/graphql",
      'mutation { createPreview(input: { article: "x" }) { problems { code } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });

  it("are ended by whoever made them, and by a colleague", async () => {
    for (const token of [of.reporter, of.colleague]) {
      const { token: key, preview } = await made();
      const { act } = await revoke(preview.id, token);
      expect(act).toMatchObject({ subject: { id: preview.id, revokedAt: expect.any(String) }, problems: [] });
      expect(await verifyPreview(house.db, key)).toBeNull();
      expect([(await listed(false)).includes(preview.id), (await listed(true)).includes(preview.id)]).toEqual([
        false,
        true,
      ]);
      expect((await revoke(preview.id)).act).toEqual(act);
    }
    expect((await revoke("0198f2a4-0000-7000-8000-000000000000")).act.problems).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  it("open nothing once their time is over, and can still be ended", async () => {
    const { token, preview } = await made();
    expect(await verifyPreview(house.db, token)).not.toBeNull();
    const over = "update preview_token set expires_at = created_at + interval '1 millisecond' where id::text = $1";
    const [, id] = Buffer.from(preview.id, "base64url").toString().split(":");
    expect((await house.pool.query(over, [id])).rowCount).toBe(1);
    expect(await verifyPreview(house.db, token)).toBeNull();
    expect([(await listed(false)).includes(preview.id), (await listed(true)).includes(preview.id)]).toEqual([
      false,
      true,
    ]);
    expect((await revoke(preview.id)).act.problems).toEqual([]);
  });
});
