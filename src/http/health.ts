import type { FastifyInstance } from "fastify";
import type { Database } from "../database/client.ts";
import { DatelineError } from "../kernel/errors/index.ts";

/** `/livez`: the process answers. `/readyz`: the database does too. Neither tells more, and neither is cached. */
export function mountHealth(app: FastifyInstance, { pool }: Pick<Database, "pool">): void {
  app.get("/livez", async (_request, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    await pool.query("SELECT 1").catch((cause: unknown) => {
      throw new DatelineError("DATABASE_UNREACHABLE", { cause });
    });
    return reply.header("cache-control", "no-store").send({ status: "ok" });
  });
}
