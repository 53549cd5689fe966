import type { z } from "zod";
import type { Fault } from "../../kernel/errors/index.ts";

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = z.core.$ZodRawIssue<Extract<Issue, { code: Code }>>;

const articleFor = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);
const unitOf: Readonly<Record<string, string>> = { string: " characters", array: " entries" };

/** Sentences for what zod finds by itself; checks of our own bring theirs. */
const sentences: { readonly [Code in Issue["code"]]?: (issue: IssueOf<Code>) => string } = {
  invalid_type: ({ expected, input }) =>
    input === undefined ? "Is missing." : `Must be ${expected === "int" ? "a whole number" : articleFor(expected)}.`,
  invalid_value: ({ values, input }) =>
    input === undefined ? "Is missing." : `Must be ${values.map(String).join(", ")}.`.replace(/, (?=[^,]*$)/, " or "),
  too_big: ({ maximum, origin }) => `Must not exceed ${Number(maximum).toLocaleString("en")}${unitOf[origin] ?? ""}.`,
  too_small: ({ minimum, origin }) => `Must have at least ${String(minimum)}${unitOf[origin] ?? ""}.`,
  invalid_union: ({ discriminator = "entry" }) => `Is no ${discriminator} known here.`,
  invalid_format: ({ format }) => (format === "date" ? "Must be a calendar day, yyyy-mm-dd." : "Is not spelled right."),
};

/** The sentence of an issue, where zod's own would be the only one. */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  const sentence = sentences[issue.code] as ((issue: z.core.$ZodRawIssue) => string) | undefined;
  return sentence?.(issue);
}

function toKeys(path: readonly PropertyKey[]): readonly (string | number)[] {
  return path.map((key) => (typeof key === "symbol" ? String(key) : key));
}

/** The faults an issue stands for: an unexpected key is one fault each, at the key. */
export function faultsOf(issue: Issue): readonly Fault[] {
  const path = toKeys(issue.path);
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: "Is not expected here." }));
}
