import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { HttpServer } from "../../../src/http/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";
import { openServer, post } from "./world.ts";

const house = testDatabase();
const state: { server?: HttpServer; due?: string } = {};

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db, { name: "Harbour", slug: "harbour" });
  const { id } = await plant(house.db, { sectionId, slug: "minister-resigns", publishedAt: minutes(4) });
  state.due = id;
  state.server = await openServer(house);
}, 120_000);
afterAll(() => state.server?.close());

/** What a reader is told of a key that shows nothing: how long that may be kept, and what it rests on besides the key. */
async function told(by: object, key: string): Promise<unknown> {
  const query = "query ($by: ArticleBy!) { article(by: $by) { headline } }";
  const { text, headers } = await post(state.server?.url ?? "", { query, variables: { by } });
  const [, failing] = /stale-if-error=(\d+)/.exec(String(headers["cache-control"])) ?? [];
  const tags = String(headers["surrogate-key"]).split(" ");
  return { text, soon: Number(failing) < 300, tags: tags.filter((tag) => !tag.includes(key)) };
}

describe("An article that is about to be published", () => {
  it("is not betrayed by how long its absence may be kept, however it is asked for", async () => {
    const path = "/harbour/2026/11/26";
    const pairs: readonly (readonly [object, string])[][] = [
      [
        [{ slug: "minister-resigns" }, "minister-resigns"],
        [{ slug: "minister-stays" }, "minister-stays"],
      ],
      [
        [{ path: `${path}/minister-resigns` }, "minister-resigns"],
        [{ path: `${path}/minister-stays` }, "minister-stays"],
      ],
      [state.due ?? "", newId()].map((id) => [{ id }, id] as const),
    ];
    for (const pair of pairs) {
      const [due, never] = await Promise.all(pair.map(([by, key]) => told(by, key)));
      expect(due).toMatchObject({ text: '{"data":{"article":null}}\n', soon: true });
      expect(never).toEqual(due);
    }
  });
});
