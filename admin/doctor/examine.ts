import { existsSync } from "node:fs";
import { openDatabase } from "../../src/database/client.ts";
import { inspectFolder, useEmbedded } from "../../src/database/embedded/index.ts";
import { inspectDatabase, type DatabaseState } from "../../src/database/migrate/index.ts";
import { loadConfig, type Config } from "../../src/kernel/config/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { silentLog } from "../../src/kernel/log.ts";
import { mediaStore } from "../../src/newsroom/media/index.ts";
import { inspectNewsroom, type NewsroomState } from "../../src/newsroom/setup/index.ts";
import { broken, odd, well, type Finding } from "./finding.ts";

/** Hears each finding as soon as it is made. */
type Tell = (finding: Finding) => void;

/** Looks at everything the newsroom stands on, changing nothing but that its own database may start. */
export async function examine(tell: Tell): Promise<void> {
  tell(well("node", `Node ${process.versions.node}`));
  const config = loadConfig();
  tell(well("configuration", config.databaseUrl === null ? "the embedded database" : "the database of DATABASE_URL"));
  if (!folder(config, tell)) return;
  const own = config.databaseUrl === null ? await useEmbedded({ dataDir: config.dataDir, log: silentLog }) : null;
  try {
    await database(own?.url ?? config.databaseUrl ?? "", config, tell);
  } finally {
    await own?.release();
  }
}

function folder({ dataDir, databaseUrl }: Config, tell: Tell): boolean {
  const { kind, open } = inspectFolder(dataDir);
  if (kind === "strange")
    tell(broken("data folder", `${dataDir} is not ours`, "Set DATELINE_DATA to a folder of your own."));
  else if (open.length > 0) {
    tell(broken("data folder", `others may read ${open.join(", ")}`, `chmod 600 ${open.join(" ")}`));
  } else if (kind === "none" && databaseUrl === null) {
    tell(odd("data folder", `there is no newsroom in ${dataDir} yet`, "npm start makes one."));
  } else tell(well("data folder", dataDir));
  return databaseUrl !== null || kind === "ours";
}

async function database(url: string, config: Config, tell: Tell): Promise<void> {
  const state = await inspectDatabase(url);
  tell(well("database", `Postgres ${state.server} answers`));
  for (const finding of migrations(state)) tell(finding);
  if (state.missing.length > 0) return;
  const open = openDatabase(url, { log: silentLog, connections: 2 });
  const newsroom = await inspectNewsroom(open).finally(() => open.close());
  for (const finding of contents(newsroom, config)) tell(finding);
}

function migrations({ missing, unfinished, differing }: DatabaseState): Finding[] {
  const open = [...missing, ...unfinished];
  if (open.length > 0) return [broken("migrations", `not applied: ${open.join(", ")}`, "npm start applies them.")];
  const same = well("catalogue", "tables, constraints and triggers as the migrations make them");
  const fix = "Somebody changed the database by hand: compare with prisma/migrations, and undo it.";
  const other = odd("catalogue", `differs in ${differing.length}: ${differing.slice(0, 5).join(", ")}`, fix);
  return [well("migrations", "all applied"), differing.length === 0 ? same : other];
}

function contents(state: NewsroomState, { dataDir }: Config): Finding[] {
  const files = mediaStore(dataDir);
  const lost = state.files.filter((key) => !existsSync(files.locate(key) ?? ""));
  return [
    state.agencies > 0
      ? well("agencies", `${state.agencies} known to credit lines`)
      : broken("agencies", "none is known, so credits are not recognised", "npm start seeds them."),
    state.rails > 0 ? well("rails", `${state.rails}`) : broken("rails", "there are none", "npm start seeds them."),
    state.users > 0
      ? well("users", `${state.users}`)
      : odd("users", "nobody may work here yet", "desk user create EMAIL --role admin"),
    state.missingRows + state.outOfStep === 0
      ? well("projections", "what readers see is what the articles say")
      : broken(
          "projections",
          `not in step with the articles: ${state.missingRows} rows, and ${state.outOfStep} of the articles looked at`,
          "desk doctor --rebuild",
        ),
    lost.length === 0
      ? well("media files", `${state.files.length} of ${state.files.length} there`)
      : broken(
          "media files",
          `${lost.length} missing, such as ${lost[0] ?? ""}`,
          `Restore them into ${dataDir}/media.`,
        ),
    state.unresolved === 0
      ? well("teasers", `every teaser of ${state.articles} articles has a target`)
      : odd("teasers", `${state.unresolved} without a target`, "desk link unresolved shows candidates."),
  ];
}

/** What an error that stopped the examination says as a finding. Anything but one of ours is thrown on. */
export function findingOf(error: unknown): Finding {
  if (!(error instanceof DatelineError)) throw error;
  return broken(error.code === "CONFIG_INVALID" ? "configuration" : "database", error.message, error.fix);
}
