import { Field, ObjectType } from "type-graphql";
import { DatelineError, type ErrorCode } from "../../../kernel/errors/index.ts";
import type { ConflictFacts } from "../../../newsroom/articles/index.ts";
import { ErrorCodeEnum } from "../../shared/error-code.ts";
import { JSONObject } from "../../shared/scalars.ts";
import { conflictIn, ConflictType } from "./conflict.ts";

/** An expected refusal, as data: what is wrong, where, and what to do. */
@ObjectType("Problem", { description: "Why an act was refused: what is wrong, where, and what to do." })
export class ProblemType {
  @Field(() => ErrorCodeEnum, { description: "Stable code of the refusal." })
  declare readonly code: ErrorCode;

  @Field(() => String, { description: "One sentence for a person." })
  declare readonly message: string;

  @Field(() => String, { description: "The way out: what to do next." })
  declare readonly fix: string;

  @Field(() => [String], {
    description: "Keys and indexes from the root of the input to the place; empty for the whole.",
  })
  declare readonly path: readonly string[];

  @Field(() => JSONObject, {
    nullable: true,
    description: "Facts that help to go on, such as both versions of a conflict.",
  })
  declare readonly details: Record<string, unknown> | null;

  @Field(() => ConflictType, {
    nullable: true,
    description: "Where somebody else's edit stands in the way: all sides of it.",
  })
  declare readonly conflict: ConflictFacts | null;
}

/** A refusal as its fields say it. */
type Problem = Pick<ProblemType, keyof ProblemType>;

/** The answer of a mutation: the subject as it now stands, or the problems that kept it from changing. */
export interface Settled<T> {
  readonly subject: T | null;
  readonly problems: readonly Problem[];
}

// These are no answers to an act but to the request or the house: they stay errors.
const thrown: ReadonlySet<ErrorCode> = new Set(["UNAUTHENTICATED", "INTERNAL", "CONFIG_INVALID"]);

/**
 * Runs an act; an expected refusal becomes problems, with the subject as it stands where `current` can tell.
 * Anything unexpected is thrown on, and masked at the door.
 */
export async function settle<T>(act: () => Promise<T>, current?: () => Promise<T | null>): Promise<Settled<T>> {
  try {
    return { subject: await act(), problems: [] };
  } catch (error) {
    if (!(error instanceof DatelineError) || error.entry.http >= 500 || thrown.has(error.code)) throw error;
    return { subject: (await current?.().catch(() => null)) ?? null, problems: problemsOf(error) };
  }
}

/** One refusal in short, where many things were tried and each has its own. */
export const problemOf = (error: DatelineError): Problem => ({
  ...{ code: error.code, message: error.message, fix: error.fix, path: [], details: null, conflict: null },
});

function problemsOf({ code, message, fix, details: { faults, ...facts } }: DatelineError): readonly Problem[] {
  const details = Object.keys(facts).length > 0 ? facts : null;
  const told = { code, details, conflict: conflictIn(facts) };
  if (faults === undefined || faults.length === 0) return [{ ...told, message, fix, path: [] }];
  return faults.map((fault) => ({
    ...{ ...told, message: fault.message, fix: fault.fix ?? fix },
    path: fault.path.map(String),
  }));
}
