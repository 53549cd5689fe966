import { beforeAll, expect, jest } from "@jest/globals";
import { testDatabase, type TestDatabase } from "./database.ts";
import { runDesk, type DeskRun } from "./desk-command.ts";

/** The desk command against a database of its own, with an admin who may do everything. */
export interface DeskSession {
  readonly database: TestDatabase;
  /** Runs a command as the admin, however it ends. */
  readonly desk: (words: readonly string[], input?: string) => Promise<DeskRun>;
  /** Runs a command as the admin, which must succeed, and reads the JSON it prints. */
  readonly json: <T = Record<string, unknown>>(words: readonly string[], input?: string) => Promise<T>;
}

/** The admin every session begins with. */
export const admin = "chief@news.example";

/** Opens a desk for one test file. Its tests run many commands, so they are given time. */
export function deskSession(): DeskSession {
  jest.setTimeout(180_000);
  const database = testDatabase();
  const desk = (words: readonly string[], input = ""): Promise<DeskRun> =>
    runDesk(words, { url: database.url, as: admin, input });
  beforeAll(async () => {
    const made = await runDesk(["user", "create", admin, "--role", "admin"], { url: database.url });
    expect(made).toMatchObject({ code: 0 });
  }, 60_000);
  return {
    database,
    desk,
    json: async (words, input) => {
      const { code, stdout, stderr } = await desk([...words, "--json"], input);
      expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
      return JSON.parse(stdout) as never;
    },
  };
}
