import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import { startHttp } from "../../src/http/index.ts";
import { readConfig } from "../../src/kernel/config/index.ts";
import { createLog } from "../../src/kernel/log.ts";
import { createToken, createUser, systemActor, type Role } from "../../src/newsroom/access/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import type { TestDatabase } from "./database.ts";

/** The answer of a GraphQL request, with what HTTP said. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** A real server over a test database. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly ask: (path: string, query: string, variables?: object, token?: string) => Promise<Answer>;
  /** A token of a fresh user with this role. */
  readonly tokenOf: (role: Role) => Promise<string>;
}

/** Serves a test database over HTTP while the tests of the file run. */
export function testServer(house: TestDatabase): TestServer {
  const state: { url?: string; dataDir?: string; close?: () => Promise<void> } = {};
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "dateline-test-"));
    // What a test writes it reads in the same moment; the cache has tests of its own.
    const config = { ...readConfig({}), port: 0, dataDir, cacheMegabytes: 0 };
    const server = await startHttp({ config, database: house.database, log: createLog("error") });
    state.url = server.url;
    state.dataDir = dataDir;
    state.close = async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    };
  }, 60_000);
  afterAll(async () => state.close?.());
  const url = () => state.url ?? "";
  return {
    get url() {
      return url();
    },
    get dataDir() {
      return state.dataDir ?? "";
    },
    ask: (path, query, variables = {}, token) => ask(`${url()}${path}`, { query, variables }, token),
    tokenOf: (role) => tokenOf(house, role),
  };
}

async function ask(url: string, body: object, token: string | undefined): Promise<Answer> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { "content-type": "application/json", ...authorization };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
  return { status: response.status, headers: response.headers, data, errors };
}

const users = { made: 0 };

async function tokenOf({ db }: TestDatabase, role: Role): Promise<string> {
  const desk: Desk = { actor: systemActor, db, now: () => new Date(), origin: { door: "SETUP" }, zone: "UTC" };
  users.made += 1;
  const email = `${role.toLowerCase()}${String(users.made)}@desk.example`;
  await createUser(desk, { email, role });
  return (await createToken(desk, { user: email, name: "test" })).token;
}
