import { readersOn } from "../../../src/database/readers.ts";
import { liveAt } from "../../../src/delivery/index.ts";
import { askOracle, type Oracle, type Told } from "../../oracle/oracle.ts";
import type { TestDatabase } from "../../support/database.ts";
import { amongOthers, ask } from "../../support/delivery.ts";
import type { Question } from "./question/write.ts";

/** When the plan is asked, and whether alone. */
interface Asking {
  readonly at: Date;
  readonly alone: boolean;
}

type Path = Told["errors"][number]["path"];

/** How far an error's path leads before it ends in nothing. */
function nothingAt(data: unknown, path: Path): Path {
  const step = path[0];
  if (data === null || data === undefined || step === undefined) return [];
  return [step, ...nothingAt((data as Record<string | number, unknown>)[step], path.slice(1))];
}

const keys = (errors: readonly object[]): ReadonlySet<string> => new Set(errors.map((error) => JSON.stringify(error)));

/**
 * An answer as text, the order of its keys included. Of the faults behind one missing value a server need only tell
 * one, and no rule says which: each has to be one the oracle knows of, and every place left empty has to have one.
 */
function text({ data, errors }: Told, known: ReadonlySet<string>): string {
  const invented = errors.filter((error) => !known.has(JSON.stringify(error)));
  const empty = [...keys(errors.map(({ path }) => nothingAt(data, path)))].sort();
  return JSON.stringify({ invented: invented.map((error) => JSON.stringify(error)), empty, data }, null, 1);
}

/** What the oracle tells. */
export const toldByOracle = (oracle: Oracle, { db }: TestDatabase, question: Question, at: Date): Promise<Told> =>
  askOracle(oracle, db, { ...question, at });

/** What the plan tells one who asks alone, or who goes together with others. */
async function toldByPlan(house: TestDatabase, { query, variables }: Question, { at, alone }: Asking): Promise<Told> {
  const source = alone ? readersOn(house.pool) : amongOthers(house.pool);
  const { data, errors } = await ask(house, query, variables, { lens: liveAt(at), source });
  return {
    data,
    errors: errors.map(({ path = [], extensions }) => ({ path, code: String(extensions?.["code"]) })),
  };
}

/** Asks both. Null when they tell the same; else what a person needs to see why not. */
export async function difference(
  oracle: Oracle,
  house: TestDatabase,
  question: Question,
  asking: Asking,
): Promise<string | null> {
  const { at } = asking;
  const [told, planned] = await Promise.all([
    toldByOracle(oracle, house, question, at),
    toldByPlan(house, question, asking),
  ]);
  const known = keys(told.errors);
  const [expected, given] = [text(told, known), text(planned, known)];
  if (expected === given) return null;
  const lines = [expected.split("\n"), given.split("\n")] as const;
  const first = lines[0].findIndex((line, index) => line !== lines[1][index]);
  const near = (of: readonly string[]) => of.slice(Math.max(0, first - 6), first + 6).join("\n");
  return [
    `${question.query}\n${JSON.stringify(question.variables)} at ${at.toISOString()}`,
    `--- the oracle, near the first difference (line ${String(first)})\n${near(lines[0])}`,
    `--- the plan\n${near(lines[1])}`,
  ].join("\n");
}
