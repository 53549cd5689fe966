import type { ASTVisitor, ValidationContext } from "graphql";
import { catalogue, DatelineError } from "../../kernel/errors/index.ts";
import { asGraphQLError } from "./errors.ts";
import { measure, type Size } from "./measure.ts";

/** What one request may ask for at most. */
export interface Limits extends Size {
  /** Tokens of the query text, counted while it is read: the cheapest guard, before anything else looks at it. */
  readonly tokens: number;
  /** Worst-case cost, with the variables the request brings (see cost.ts). */
  readonly cost: number;
}

/** Room for every screen in schema/operations several times over, and for the introspection of GraphiQL. */
export const usualLimits: Limits = {
  tokens: 2_000,
  depth: 16,
  aliases: 30,
  fields: 1_500,
  directives: 50,
  rootFields: 20,
  cost: 15_000,
};

const names: Readonly<Record<keyof Size, string>> = {
  depth: "levels",
  aliases: "aliases",
  fields: "fields, fragments filled in",
  directives: "directives",
  rootFields: "fields at the root",
};

/** The error that says which limit was broken and by how much. */
export function tooComplex(what: string, asked: number, limit: number): DatelineError {
  const says = `${catalogue.TOO_COMPLEX.says} It has ${String(asked)} ${what}; the limit is ${String(limit)}.`;
  return new DatelineError("TOO_COMPLEX", { says, details: { asked, limit } });
}

/** A validation rule that refuses documents larger than the limits. */
export const sizeRule =
  (limits: Limits) =>
  (context: ValidationContext): ASTVisitor => ({
    Document: (document) => {
      const size = measure(document);
      for (const [limit, what] of Object.entries(names) as [keyof Size, string][]) {
        if (size[limit] > limits[limit])
          context.reportError(asGraphQLError(tooComplex(what, size[limit], limits[limit])));
      }
    },
  });
