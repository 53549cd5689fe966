import { jsonNull } from "../plan/index.ts";
import type { Planned } from "../plan/index.ts";

/** The answer to a key nothing can bear: nothing is asked of the database. */
export const nullAnswer: Planned = { rows: 0, statements: [], answer: async () => ({ json: jsonNull, faults: [] }) };
