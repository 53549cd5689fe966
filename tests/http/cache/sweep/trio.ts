import type { HttpServer } from "../../../../src/http/index.ts";
import type { Asked } from "../../../delivery/invalidation/answers.ts";
import type { TestDatabase } from "../../../support/database.ts";
import { openPlain, openServer, post, until } from "../world.ts";

/** Two servers that keep answers and one that computes each anew, over one database, and what all of them are asked. */
export interface Trio {
  readonly house: TestDatabase;
  readonly keepers: readonly HttpServer[];
  readonly plain: HttpServer;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** Milliseconds a busy machine may take to get somewhere. */
const PATIENCE = 60_000;

/** Opens the three. Of what they may be asked, only what is answered without an error is taken: the rest is never kept. */
export async function openTrio(house: TestDatabase, wanted: readonly Asked[]): Promise<Trio> {
  const plain = await openPlain(house);
  const keepers = [await openServer(house), await openServer(house)];
  const texts = await answersOf(plain, wanted);
  const asked = wanted.filter((_, index) => texts[index]?.startsWith('{"data"') === true);
  const close = async (): Promise<void> => {
    await Promise.all([plain, ...keepers].map((server) => server.close()));
  };
  return { house, keepers, plain, asked, close };
}

/** Asks a server everything, one after the other, as bytes. */
async function answersOf({ url }: HttpServer, asked: readonly Asked[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { query, variables } of asked) texts.push((await post(url, { query, variables })).text);
  return texts;
}

const count = ({ counters }: HttpServer, which: "hits" | "drops"): number => counters?.[which] ?? 0;

/** Waits until a server has heard all that was committed so far: changes are told in order, and this one is the last. */
async function caughtUp({ house, keepers }: Trio): Promise<void> {
  const probe = { query: '{ article(by: { slug: "the-probe" }) { id } }' };
  const dropped = await Promise.all(
    keepers.map(async (server) => {
      await until(() => keeps(server, () => post(server.url, probe)), PATIENCE);
      return count(server, "drops");
    }),
  );
  await house.pool.query("select emit_change('x', 'probe', gen_random_uuid(), now(), array['slug:the-probe'])");
  await Promise.all(
    keepers.map((server, index) => until(() => count(server, "drops") > (dropped[index] ?? 0), PATIENCE)),
  );
}

async function keeps(server: HttpServer, ask: () => Promise<unknown>, many = 1): Promise<boolean> {
  const before = count(server, "hits");
  await ask();
  return count(server, "hits") === before + many;
}

/** Has both servers keep the answer to everything; gives what they keep. Throws when they will not. */
export async function warmed(trio: Trio): Promise<readonly string[]> {
  await caughtUp(trio);
  const kept = await Promise.all(
    trio.keepers.map(async (server) => {
      let texts: readonly string[] = [];
      const askAll = async () => (texts = await answersOf(server, trio.asked));
      await until(() => keeps(server, askAll, trio.asked.length), PATIENCE);
      return texts;
    }),
  );
  return kept[0] ?? [];
}

/** What was found on both servers once they had heard. */
export interface Found {
  /** Questions that a server answered otherwise than one that computes anew. */
  readonly wrong: readonly string[];
  /** How many answers the change made differ. */
  readonly differing: number;
  /** By server: answers that were served from kept bytes afterwards. */
  readonly survived: readonly number[];
}

/** Asks everything again and compares it with what it was, and with what it is. */
export async function compared(trio: Trio, before: readonly string[]): Promise<Found> {
  const { keepers, plain, asked } = trio;
  const hits = keepers.map((server) => count(server, "hits"));
  const given = await Promise.all(keepers.map((server) => answersOf(server, asked)));
  const survived = keepers.map((server, index) => count(server, "hits") - (hits[index] ?? 0));
  const fresh = await answersOf(plain, asked);
  const nameOf = (index: number): string => asked[index]?.name ?? "";
  return {
    wrong: given.flatMap((texts) => texts.flatMap((text, index) => (text === fresh[index] ? [] : [nameOf(index)]))),
    differing: fresh.filter((text, index) => text !== before[index]).length,
    survived,
  };
}

/** Waits until both have dropped something after an act or a moment; gives the milliseconds it took the slower one. */
export async function heard({ keepers }: Trio, act: () => Promise<unknown>, within: number): Promise<number> {
  const drops = keepers.map((server) => count(server, "drops"));
  await act();
  const took = keepers.map((server, index) => until(() => count(server, "drops") > (drops[index] ?? 0), within));
  return Math.max(...(await Promise.all(took)));
}
