import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { mapDatabaseError } from "../database/errors.ts";
import { DatelineError } from "../kernel/errors/index.ts";
import type { Log } from "../kernel/log.ts";

/** Gives every refusal outside GraphQL the shape it has inside: `{ errors: [{ message, extensions }] }`. */
export function tellErrors(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler(async () => {
    throw new DatelineError("NOT_FOUND", { says: "There is nothing at this address.", fix: "The API is at /graphql." });
  });
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const ours = asOurs(error);
    if (ours.code === "INTERNAL") log.error({ requestId: request.id, reason: error.stack }, "a request failed");
    return refuse(ours, request, reply);
  });
}

/** Refuses an address that cannot be read, before any route or hook is reached. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  // No hook runs here, so what the hooks would have added is added by hand.
  reply.headers({ "x-request-id": request.id, "x-content-type-options": "nosniff" });
  void reply.send(refuse(asOurs(error), request, reply));
}

function refuse({ code, message, fix, entry }: DatelineError, request: FastifyRequest, reply: FastifyReply): string {
  if (entry.http === 503) reply.header("retry-after", "5");
  if (code === "UNAUTHENTICATED") reply.header("www-authenticate", "Bearer");
  reply.status(entry.http).header("cache-control", "private, no-store").type("application/json; charset=utf-8");
  return JSON.stringify({ errors: [{ message, extensions: { code, fix, requestId: request.id } }] });
}

/** What Fastify found wrong with a request, in our words. */
const byStatus: Readonly<Record<number, "BODY_TOO_LARGE" | "BAD_REQUEST" | "UNSUPPORTED_CONTENT">> = {
  413: "BODY_TOO_LARGE",
  400: "BAD_REQUEST",
  414: "BAD_REQUEST",
  415: "UNSUPPORTED_CONTENT",
};

function asOurs(error: FastifyError): DatelineError {
  const mapped = mapDatabaseError(error);
  if (mapped instanceof DatelineError) return mapped;
  return new DatelineError(byStatus[error.statusCode ?? 500] ?? "INTERNAL");
}
