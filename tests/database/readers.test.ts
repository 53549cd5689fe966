import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openReaders, type Readers } from "../../src/database/readers.ts";
import { silentLog } from "../../src/kernel/log.ts";
import { testDatabase } from "../support/database.ts";

const house = testDatabase();
let readers: Readers;
const statements: string[] = [];

beforeAll(() => {
  const nameOf = (text: string): string => {
    statements.push(text);
    return `s${String(text.length)}`;
  };
  readers = openReaders(house.url, { log: silentLog, connections: 4, statementTimeout: 5_000, nameOf });
});
afterAll(() => readers.close());

const alone = "select (100 / $1::int)::text as j";
const together = `select a.n::int as n, (100 / a.p1::int)::text as j
  from unnest($1::text[]) with ordinality as a(p1, n)`;

/** Asks for what 100 divided by each number is. */
const ask = async (...numbers: readonly unknown[]): Promise<readonly unknown[]> => {
  statements.length = 0;
  const asked = numbers.map((value) => ({ text: alone, values: [value], together: { text: together, rows: 1 } }));
  const told = await Promise.allSettled(asked.map((one) => readers.ask(one)));
  return told.map((one) => (one.status === "fulfilled" ? Number(one.value) : (one.reason as { code: string }).code));
};

/** Readers with a single connection. */
function single(statementTimeout: number) {
  const one = openReaders(house.url, { log: silentLog, connections: 1, statementTimeout, nameOf: () => undefined });
  return { one, asking: (text: string) => one.ask({ text, values: [] }) };
}

describe("Readers' connections", () => {
  it("tell everybody who goes together what was asked for", async () => {
    const numbers = Array.from({ length: 30 }, (_, n) => n + 1);
    expect(await ask(...numbers)).toEqual(numbers.map((number) => Math.floor(100 / number)));
    expect(statements.length).toBeLessThan(10);
    expect(new Set(statements)).toEqual(new Set([together]));
  });

  it("ask for one who comes alone by the statement for one", async () => {
    expect(await ask(4)).toEqual([25]);
    expect(statements).toEqual([alone]);
  });

  it("cut a connection that never answers, and go on with another", async () => {
    const { one, asking } = single(300);
    // The server's own limit is taken away, as if it could not be heard.
    await asking("select set_config('statement_timeout', '0', false) as j");
    const asked = [asking("select pg_sleep(60)::text as j"), asking("select 'next' as j")];
    const told = await Promise.allSettled(asked);
    await one.close();
    expect(told).toEqual([
      { status: "rejected", reason: expect.objectContaining({ code: "TIMED_OUT" }) },
      { status: "fulfilled", value: "next" },
    ]);
  });

  it("end in time, though a connection does not answer", async () => {
    const { one, asking } = single(300);
    await asking("select set_config('statement_timeout', '0', false) as j");
    const hung = asking("select pg_sleep(60)::text as j");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([one.close(), expect(hung).rejects.toMatchObject({ code: "TIMED_OUT" })]);
  });

  it("let nobody else ask on a connection that the database has ended", async () => {
    const { one, asking } = single(5_000);
    const ended = asking("select pg_terminate_backend(pg_backend_pid())::text as j");
    const told = await Promise.allSettled([ended, asking("select 'one' as j"), asking("select 'two' as j")]);
    await one.close();
    expect(told).toEqual([
      { status: "rejected", reason: expect.objectContaining({ code: "DATABASE_UNREACHABLE" }) },
      { status: "fulfilled", value: "one" },
      { status: "fulfilled", value: "two" },
    ]);
  });

  it("tell of a value that cannot be meant its sender only", async () => {
    expect(await ask(1, 2, "none", 4, 5)).toEqual([100, 50, "INVALID_INPUT", 25, 20]);
  });
});
