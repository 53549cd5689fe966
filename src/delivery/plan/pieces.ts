import { sql, type RawBuilder } from "kysely";

export { sql };

/** A piece of SQL with its parameters. */
export type Sql = RawBuilder<unknown>;
