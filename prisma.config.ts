import { defineConfig } from "prisma/config";

/** Prisma's own settings. The database address is handed to the engine by src/database/migrate, never from here. */
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
