import { z } from "zod";
import { isSlug } from "../domain/slug/index.ts";
import { textFault } from "../domain/text/index.ts";
import { invalid, type Fault } from "../kernel/errors/index.ts";

/** What a use case was given, checked. Throws INVALID_INPUT naming every fault with its path. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.flatMap((issue) => faultsOf(issue, [])));
}

/** One line of clean text, trimmed, from 1 to so many UTF-16 units; other normal forms are set to NFC. */
export const lineInput = (most: number) =>
  sized(most).refine((value) => !value.includes("\n"), "must stand on one line");

/** Clean text of one or more lines, trimmed, from 1 to so many UTF-16 units; other normal forms are set to NFC. */
export const proseInput = (most: number) => sized(most);

/** A slug as people choose one. */
export const slugInput = z.string().refine(isSlug, "must be lower-case letters, digits and single hyphens, at most 80");

/** The name of a thing: its id, the beginning of one, its slug or path. */
export const nameInput = z.string().trim().min(1, "must name something").max(2048, "is too long for a name");

/** Words to look for in names or headlines. */
export const searchInput = z.string().trim().normalize("NFC").max(200).superRefine(mustBeClean).optional();

/** The version the editor last saw. */
export const versionInput = z.int().min(1);

/** The fields somebody gave, without those left out: what a partial change writes. */
export const onlyGiven = <T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never;

function sized(most: number) {
  return z
    .string()
    .trim()
    .normalize("NFC")
    .min(1, "must not be empty")
    .max(most, `must have at most ${most} characters`)
    .superRefine(mustBeClean);
}

function mustBeClean(value: string, context: z.RefinementCtx): void {
  const fault = textFault(value);
  if (fault !== null) context.addIssue({ code: "custom", message: fault });
}

function faultsOf(issue: z.core.$ZodIssue, above: Fault["path"]): Fault[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === "number" ? key : String(key)))];
  if (issue.code !== "invalid_union") return [{ path, message: issue.message }];
  // Of several shapes a value may have, the one it comes nearest to says best what is wrong.
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return nearest.length === 0 ? [{ path, message: issue.message }] : nearest.flatMap((inner) => faultsOf(inner, path));
}
