import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import pg from "pg";
import { listChanges, type ChangeRow } from "../../../src/newsroom/changes/index.ts";
import { rootFolder } from "../../../src/kernel/host/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aUser, deskOf } from "../../support/factories.ts";

jest.setTimeout(300_000);
const house = testDatabase();
const head = () => deskOf(house.db, "DESK_HEAD");
const who = { email: "" };

beforeAll(async () => {
  who.email = (await aUser(house.db, "DESK_HEAD")).email;
});

/** A writer whose transaction may stay open as long as the test likes. */
async function writer() {
  const client = new pg.Client({ connectionString: house.url });
  await client.connect();
  return client;
}
const emitting = "SELECT emit_change('updated', 'topic', gen_random_uuid(), $2::timestamptz, ARRAY[$1])";
const emit = (client: Pick<pg.Client, "query">, tag: string, due: Date | null = null) =>
  client.query(emitting, [tag, due]);

/** Everything there is behind a number, page by page. */
async function allAfter(after: string): Promise<readonly ChangeRow[]> {
  const { changes, hasMore } = await listChanges(head(), { after, first: 7 });
  return hasMore ? [...changes, ...(await allAfter(String(changes.at(-1)?.number)))] : changes;
}
const lastNumber = async () => String((await allAfter("0")).at(-1)?.number ?? 0n);
const tagsOf = (changes: readonly ChangeRow[]) => changes.map(({ tags }) => tags[0]);

describe("the changes that are due", () => {
  it("come once and in a fixed order, what was committed late behind what was told before", async () => {
    const [late, quick] = [await writer(), await writer()];
    const from = await lastNumber();
    await late.query("BEGIN");
    await emit(late, "begun-first");
    await emit(quick, "committed-first");
    const first = await allAfter(from);
    expect(tagsOf(first)).toEqual(["committed-first"]);
    await late.query("COMMIT");
    const second = await allAfter(String(first[0]?.number));
    expect(tagsOf(second)).toEqual(["begun-first"]);
    // Its row is older and its time is earlier: by either, whoever had taken the other one would have missed it.
    expect(second[0]!.seq < first[0]!.seq).toBe(true);
    expect(tagsOf(await allAfter(from))).toEqual(["committed-first", "begun-first"]);
    await Promise.all([late.end(), quick.end()]);
  });

  it("are told when the clock has reached them, and not if the plan was taken back before", async () => {
    const from = await lastNumber();
    const [soon, far] = [new Date(Date.now() + 2_500), new Date(Date.now() + 3_600_000)];
    await emit(house.pool, "soon", soon);
    await emit(house.pool, "far", far);
    await emit(house.pool, "taken-back", far);
    await emit(house.pool, "now");
    expect(tagsOf(await allAfter(from))).toContain("now");
    await house.pool.query("DELETE FROM change WHERE tags = '{taken-back}'");
    await pause(Math.max(0, soon.getTime() - Date.now()) + 50);
    expect(tagsOf(await allAfter(from)).toSorted()).toEqual(["now", "soon"]);
  });

  it("keep their numbers, whoever tries", async () => {
    await emit(house.pool, "kept");
    await allAfter("0");
    for (const change of ["number = number + 1000", "number = NULL", "tags = '{}'"]) {
      await expect(house.pool.query(`UPDATE change SET ${change}`)).rejects.toThrow(/never changed/);
    }
  });

  it("wait for nobody: a row that somebody holds is passed over, and told later", async () => {
    const from = await lastNumber();
    const other = await writer();
    await emit(other, "held");
    await other.query("BEGIN");
    await other.query("SELECT FROM change WHERE tags = '{held}' FOR UPDATE");
    await emit(house.pool, "meanwhile");
    expect(tagsOf(await allAfter(from))).toEqual(["meanwhile"]);
    await other.query("COMMIT");
    expect(tagsOf(await allAfter(from))).toEqual(["meanwhile", "held"]);
    await other.end();
  });

  it.each([["x"], ["-1"], ["1.5"]])("are not told behind %j", async (after) => {
    await expect(listChanges(head(), { after })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

const bin = join(rootFolder, "dist/admin/desk.js");

/** A reader in a process of its own, that goes on behind a number and keeps what it reads. */
function follow(after: string, taken: string[]) {
  const words = ["change", "list", "--after", after, "--follow", "--as", who.email];
  const child = spawn(process.execPath, [bin, ...words], { env: { ...process.env, DATABASE_URL: house.url } });
  const read = { rest: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    // What is cut off in the middle of a line was never taken.
    const lines = (read.rest + text).split("\n");
    read.rest = lines.pop() ?? "";
    taken.push(...lines);
  });
  return child;
}
const idOf = (line: string): string => (JSON.parse(line) as { id: string }).id;
const tagOf = (line: string): string => (JSON.parse(line) as { tags: string[] }).tags[0] ?? "";

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + 240_000; !met();) {
    if (Date.now() > end) throw new Error("It never came to that.");
    await pause(50);
  }
}

/** Writes in transactions that overlap: each is committed long after others that began later. */
async function overlapping(tags: readonly string[]): Promise<void> {
  const clients = await Promise.all([1, 2, 3, 4].map(writer));
  await Promise.all(
    clients.map(async (client, lane) => {
      for (const [round, tag] of tags.filter((_, index) => index % clients.length === lane).entries()) {
        await client.query("BEGIN");
        await emit(client, tag, round % 3 === 0 ? new Date(Date.now() + 2_100) : null);
        await pause(20 + lane * 130);
        await client.query("COMMIT");
      }
      await client.end();
    }),
  );
}

describe("two who follow the changes", () => {
  it("miss none, though one is killed in the middle and goes on behind the last it took", async () => {
    const from = await lastNumber();
    const tags = Array.from({ length: 48 }, (_, index) => `t${String(index)}`);
    const [steady, cut, resumed]: [string[], string[], string[]] = [[], [], []];
    const whole = follow(from, steady);
    const killed = follow(from, cut);
    await emit(house.pool, "begins");
    await until(() => cut.length > 0);
    const written = overlapping(tags);
    await until(() => cut.length > 8);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    const second = follow(idOf(cut.at(-1) ?? ""), resumed);
    await written;
    const ours = (lines: readonly string[]) => lines.map(tagOf).filter((tag) => tag !== "rails");
    await until(() => Math.min(ours(steady).length, ours([...cut, ...resumed]).length) > tags.length);
    for (const child of [whole, second]) {
      child.kill("SIGINT");
      await once(child, "exit");
    }
    expect([...cut, ...resumed]).toEqual(steady);
    // Opening a newsroom for the first time makes its rails.
    expect(ours(steady).toSorted()).toEqual(["begins", ...tags].toSorted());
    const numbers = steady.map((line) => Number(idOf(line)));
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    // The test is of nothing unless the rows were numbered in another order than they were written.
    const seqs = (await allAfter(from)).map(({ seq }) => seq);
    expect(seqs).not.toEqual(seqs.toSorted((one, other) => Number(one - other)));
  });
});
