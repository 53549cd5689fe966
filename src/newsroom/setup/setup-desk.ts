import type { PrismaClient } from "../../database/generated/client.ts";
import { systemClock } from "../../kernel/clock.ts";
import { systemActor } from "../access/index.ts";
import type { Desk, Origin } from "../desk.ts";

/** The system at work on its own database, before anybody can act. */
export const setupDesk = (db: PrismaClient, origin: Origin = { door: "SETUP" }): Desk => ({
  ...{ actor: systemActor, db, now: systemClock, origin },
  zone: "UTC",
});
