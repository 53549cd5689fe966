import type { Database } from "../../database/client.ts";
import { seedAgencies } from "../../domain/credit/index.ts";
import { createUser, Role } from "../access/index.ts";
import { withTransaction, type Origin } from "../desk.ts";
import { setupDesk } from "./setup-desk.ts";
import { isReady, isUser, seedAgenciesOnce, seedRailsOnce, takeSetupTurn } from "./setup.store.ts";

/** The admin of an embedded database: whoever sits at the machine, when nobody else is named. */
export const localAdmin = "admin@localhost";

/** What to prepare. */
export interface Preparation {
  readonly database: Pick<Database, "db" | "pool">;
  /** True for our own embedded Postgres, which belongs to whoever runs it: then there is a local admin. */
  readonly embedded: boolean;
  readonly origin?: Origin;
}

/**
 * Makes a migrated database fit to work with: the known agencies and the standing rails where there are none, and on
 * the embedded database the local admin. What is there already stays; several servers may do it at once.
 */
export async function prepareNewsroom({ database: { db, pool }, embedded, origin }: Preparation): Promise<void> {
  if (await isReady(pool, embedded ? localAdmin : null)) return;
  await withTransaction(setupDesk(db, origin), async (desk) => {
    await takeSetupTurn(desk.db);
    await seedAgenciesOnce(desk.db, seedAgencies);
    await seedRailsOnce(desk.db);
    if (embedded && !(await isUser(desk.db, localAdmin))) {
      await createUser(desk, { email: localAdmin, displayName: "Local admin", role: Role.ADMIN });
    }
  });
}
