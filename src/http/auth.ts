import type { FastifyRequest } from "fastify";
import type { Database } from "../database/client.ts";
import type { Config } from "../kernel/config/index.ts";
import { DatelineError } from "../kernel/errors/index.ts";
import { systemClock } from "../kernel/clock.ts";
import { authenticate } from "../newsroom/access/index.ts";
import type { Desk } from "../newsroom/desk.ts";

/** Whether a request carries any proof of who sends it; such answers are never shared. */
export const isAuthenticated = ({ headers }: FastifyRequest): boolean =>
  headers.authorization !== undefined || headers.cookie !== undefined;

type House = Pick<Config, "zone" | "fourEyes">;

/** The desk of whoever sent the request. Throws UNAUTHENTICATED without a token that is good now. */
export async function deskOf(
  request: FastifyRequest,
  { db }: Pick<Database, "db">,
  { zone, fourEyes }: House,
): Promise<Desk> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  const actor = token === undefined ? null : await authenticate(db, token);
  if (actor === null) throw new DatelineError("UNAUTHENTICATED");
  return { actor, db, zone, fourEyes, now: systemClock, origin: { door: "GRAPHQL", requestId: request.id } };
}
