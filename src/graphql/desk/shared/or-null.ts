import { DatelineError } from "../../../kernel/errors/index.ts";

/** What was found, or null where there is no such thing; every other error goes on. */
export const orNull = <T>(finding: Promise<T>): Promise<T | null> =>
  finding.catch((error: unknown) => {
    if (error instanceof DatelineError && error.code === "NOT_FOUND") return null;
    throw error;
  });
