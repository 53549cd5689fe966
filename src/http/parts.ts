import type { Database } from "../database/client.ts";
import type { Config } from "../kernel/config/index.ts";
import type { Log } from "../kernel/log.ts";

/** What the server stands on. */
export interface HttpParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
}
