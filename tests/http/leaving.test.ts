import { describe, expect, it } from "@jest/globals";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { openServer, post, send, type Reply } from "./cache/world.ts";

const house = testDatabase();

/** Asks over one kept connection, again and again, until nobody answers any more; tells how each reply ended. */
async function askedOn(ask: () => Promise<Reply>): Promise<{ replies: Reply[]; end: unknown }> {
  const replies: Reply[] = [];
  try {
    for (;;) replies.push(await ask());
  } catch (error) {
    return { replies, end: error };
  }
}

describe("A server that stops while clients keep asking", () => {
  it("answers each of them once more, and does not wait for the last one to lose interest", async () => {
    const server = await openServer(house);
    const { url } = server;
    // Never the same words: a reply is always under way, made by the database.
    const query = "query ($words: String!) { search(query: $words, first: 1) { edges { node { headline } } } }";
    const searched = (words: string) => post(url, { query, variables: { words } });
    const asking = [
      () => searched(newId()),
      () => searched(newId()),
      () => send(url, { method: "GET", path: "/readyz" }),
    ];
    const ends = asking.map(askedOn);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.close();
    for (const { replies, end } of await Promise.all(ends)) {
      expect(replies.length).toBeGreaterThan(1);
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
      expect(replies.at(0)?.headers.connection).toBe("keep-alive");
      expect(["ECONNREFUSED", "ECONNRESET"]).toContain((end as NodeJS.ErrnoException).code);
    }
  }, 20_000);
});
