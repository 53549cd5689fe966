import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { articleVerbs } from "../../admin/commands/page.ts";
import type { Answer } from "../../admin/print/index.ts";
import type { Call } from "../../admin/run/call.ts";
import { readersOn } from "../../src/database/readers.ts";
import type { Verb, WorkflowState } from "../../src/domain/lifecycle/index.ts";
import type { Role } from "../../src/newsroom/access/index.ts";
import { testDatabase } from "../support/database.ts";
import { aSection, aUser } from "../support/factories.ts";
import type { Planted } from "../support/newspaper.ts";
import { doorVerbs, likeExpected, roles, standing, states } from "../support/workflow.ts";

jest.setTimeout(120_000);
const house = testDatabase();
const emails = new Map<Role, string>();
const articles = new Map<WorkflowState, Planted>();

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db);
  for (const role of roles) emails.set(role, (await aUser(house.db, role)).email);
  for (const state of states) articles.set(state, await standing(house.db, sectionId, state));
}, 120_000);

/** A command line as it arrives at a verb, without a process around it. */
function callOf(words: readonly string[], options: Readonly<Record<string, string | boolean>>): Call {
  const text = (name: string) => (typeof options[name] === "string" ? options[name] : undefined);
  return {
    ...{ words, text, texts: () => [], whole: () => undefined },
    word: (index) => words[index] ?? "",
    flag: (name) => options[name] === true,
    newsroom: { db: house.db, readers: readersOn(house.pool), embedded: false, close: async () => undefined },
  };
}

/** Lets a role rehearse a verb on an article in every state, all in one command. */
async function rehearsal(role: Role, name: Verb): Promise<Answer> {
  const entry = articleVerbs.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`There is no desk article ${name}.`);
  const { verb } = await entry.load();
  const words = states.map((state) => articles.get(state)?.slug ?? "");
  // As a program asks: what a person is told besides goes to the terminal.
  const options = { as: emails.get(role) ?? "", reason: "the matrix", at: "+60m", dryRun: true, json: true };
  // Publishing at once is another verb than publishing at a time.
  return verb.run(callOf(words, name === "publish" ? { ...options, at: false } : options));
}

describe("at the desk command, by the tables of the workflow and of permissions,", () => {
  const cases = roles.flatMap((role) => doorVerbs.map((verb) => [role, verb] as const));

  it.each(cases)("a %s may %s in exactly the states it may be done in", async (role, verb) => {
    const { table, exit } = await rehearsal(role, verb);
    const outcomes = table.rows.map(({ values }) => (values["code"] ?? values["state"]) as string);
    expect(outcomes.map((outcome, index) => [states[index], outcome])).toEqual(
      likeExpected(outcomes, role, verb).map((outcome, index) => [states[index], outcome]),
    );
    expect(exit).toBe(outcomes.some((one) => one === "FORBIDDEN" || one === "WRONG_STATE") ? 7 : 0);
  });
});
