import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/client.ts";
import { DatelineError } from "../kernel/errors/index.ts";
import { mayServe, mediaStore } from "../newsroom/media/index.ts";

/**
 * Serves picture files under their generated names; a file never changes, so it may be kept for ever. That of a killed
 * medium is not found.
 */
export async function mountMedia(app: FastifyInstance, dataDir: string, { db }: Pick<Database, "db">): Promise<void> {
  const root = join(dataDir, "media");
  const files = mediaStore(dataDir);
  // A list of the names would show what is not published yet.
  await mkdir(root, { recursive: true, mode: 0o711 });
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false, dotfiles: "deny", index: false });
  app.get<{ Params: { name: string } }>("/media/:name", async (request, reply) => {
    const { name } = request.params;
    // Names are generated: nothing else is ever looked up.
    if (files.locate(name) === null || !(await mayServe(db, name))) throw new DatelineError("NOT_FOUND");
    reply.header("cache-control", "public, max-age=31536000, immutable");
    reply.header("content-security-policy", "default-src 'none'; sandbox");
    reply.header("cross-origin-resource-policy", "cross-origin");
    return reply.sendFile(name);
  });
}
