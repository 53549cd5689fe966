import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { Verb, WorkflowState } from "../../../src/domain/lifecycle/index.ts";
import type { Role } from "../../../src/newsroom/access/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { minutes, type Planted } from "../../support/newspaper.ts";
import { testServer } from "../../support/server.ts";
import { doorVerbs, expected, likeExpected, roles, standing, states } from "../../support/workflow.ts";

jest.setTimeout(120_000);
const house = testDatabase();
const server = testServer(house);
const tokens = new Map<Role, string>();
const articles = new Map<WorkflowState, Planted>();
const of = { section: "" };

beforeAll(async () => {
  of.section = (await aSection(house.db)).id;
  for (const role of roles) tokens.set(role, await server.tokenOf(role));
  for (const state of states) articles.set(state, await standing(house.db, of.section, state));
}, 120_000);

const reasons = new Set<Verb>(["return", "hold", "unpublish", "kill"]);

/** What each verb is given besides the article. */
const besides = (verb: Verb): object => ({
  ...(reasons.has(verb) && { reason: "the matrix" }),
  ...((verb === "publish" || verb === "schedule" || verb === "republish") && { revision: 1 }),
  ...(verb === "schedule" && { at: minutes(60).toISOString() }),
});

/** Says a verb to an article in every state, in one request; what has moved is replaced for the next one. */
async function outcomesOf(role: Role, verb: Verb): Promise<readonly string[]> {
  const name = `${verb}Article`;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const named = states.map((state) => [`$${state}: ${type}!`, `${state}: ${name}(input: $${state}) { ${told} }`]);
  const query = `mutation (${named.map(([first]) => first).join(", ")}) { ${named.map(([, act]) => act).join(" ")} }`;
  const inputs = states.map((state) => [
    state,
    { article: articles.get(state)?.id, expectedVersion: 1, ...besides(verb) },
  ]);
  const { data, errors } = await server.ask(
    "/desk/graphql",
    query,
    Object.fromEntries(inputs) as object,
    tokens.get(role),
  );
  expect(errors).toEqual([]);
  const answers = data as Record<WorkflowState, Answer>;
  const outcomes = states.map((state) => answers[state].problems[0]?.code ?? answers[state].subject?.state ?? "");
  const moved = states.filter((state) => answers[state].problems.length === 0);
  for (const state of moved) articles.set(state, await standing(house.db, of.section, state));
  return outcomes;
}

const told = "subject { state } problems { code }";

interface Answer {
  readonly subject: { readonly state: string } | null;
  readonly problems: readonly { readonly code: string }[];
}

const mapped = (outcomes: readonly unknown[]) => outcomes.map((outcome, index) => [states[index], outcome]);

describe("over HTTP, by the tables of the workflow and of permissions,", () => {
  const cases = roles.flatMap((role) => doorVerbs.map((verb) => [role, verb] as const));

  it.each(cases)("a %s may %s in exactly the states it may be done in", async (role, verb) => {
    const outcomes = await outcomesOf(role, verb);
    expect(mapped(outcomes)).toEqual(mapped(likeExpected(outcomes, role, verb)));
  });

  it("shows everybody in every state what they may do, and no more", async () => {
    for (const role of roles) {
      for (const state of states) {
        const query = "query ($name: ID!) { article(name: $name) { allowedVerbs } }";
        const { data } = await server.ask("/desk/graphql", query, { name: articles.get(state)?.id }, tokens.get(role));
        const { allowedVerbs } = (data as { article: { allowedVerbs: readonly string[] } }).article;
        const due = doorVerbs.filter((verb) => {
          const [first = ""] = expected(role, verb, state);
          return first !== "FORBIDDEN" && first !== "WRONG_STATE";
        });
        const named = new Set(allowedVerbs.map((verb) => (verb === "UPDATE" ? "PUBLISH" : verb).toLowerCase()));
        const meant = due.filter(
          (verb) =>
            !(verb === "publish" && state === "UNPUBLISHED") && !(verb === "unpublish" && state === "SCHEDULED"),
        );
        expect([role, state, [...named].toSorted()]).toEqual([role, state, meant.toSorted()]);
      }
    }
  });
});
