import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatelineError, type Fault } from "../errors/index.ts";
import { defaultDataFolder, rootFolder, type DataFolder } from "../host/index.ts";
import type { LogLevel } from "../log.ts";
import { settings, type Settings } from "./settings.ts";

/** The configuration, checked once at the start; nothing else reads the environment. */
export interface Config {
  readonly port: number;
  /** A port somebody chose: when it is taken that is an error, not a reason to take the next. */
  readonly portSetByHand: boolean;
  readonly host: string;
  /** The address readers use, without a slash at its end; null means the one we listen on. */
  readonly publicUrl: string | null;
  /** A Postgres server; null means our own embedded one. */
  readonly databaseUrl: string | null;
  /** How many connections one process may hold in all. */
  readonly databaseConnections: number;
  /** Megabytes that finished answers may take; 0 keeps none. */
  readonly cacheMegabytes: number;
  /** The one folder our data lies in, absolute. */
  readonly dataDir: string;
  /** Says why the data does not lie in the usual place, where that is so. */
  readonly dataDirWhy: string | null;
  /** The newsroom's IANA time zone: dates in paths are dates there. */
  readonly zone: string;
  /** Whether nobody approves what they alone have written. */
  readonly fourEyes: boolean;
  readonly siteName: string;
  readonly logLevel: LogLevel;
  /** Email of the user the desk command acts as when `--as` is not given. */
  readonly deskUser: string | null;
}

/** Variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4000;

/** Reads `.env` of the checkout, then the environment, which wins. Throws CONFIG_INVALID with every mistake at once. */
export function loadConfig(): Config {
  const file = join(rootFolder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
}

/** Turns variables into the configuration. Throws CONFIG_INVALID with every mistake at once. */
export function readConfig(environment: Environment, root: string = rootFolder): Config {
  // An empty variable is one that was not set: that is how a shell unsets one for a single command.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw configInvalid(parsed.error.issues);
  return configOf(parsed.data, root);
}

function configOf(values: Settings, root: string): Config {
  const data = dataFolder(values.DATELINE_DATA, root);
  return {
    port: values.PORT ?? DEFAULT_PORT,
    portSetByHand: values.PORT !== undefined,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseConnections: values.DATABASE_CONNECTIONS,
    cacheMegabytes: values.CACHE_MEGABYTES,
    dataDir: data.path,
    dataDirWhy: data.why,
    zone: values.DATELINE_ZONE,
    fourEyes: values.FOUR_EYES === "on",
    siteName: values.SITE_NAME,
    logLevel: values.LOG_LEVEL,
    deskUser: values.DESK_USER ?? null,
  };
}

function dataFolder(chosen: string | undefined, root: string): DataFolder {
  return chosen === undefined ? defaultDataFolder(root) : { path: resolve(root, chosen), why: null };
}

function configInvalid(issues: readonly { path: PropertyKey[]; message: string }[]): DatelineError {
  const faults: Fault[] = issues.map(({ path, message }) => ({ path: path.map(String), message }));
  const list = faults.map((fault) => `${fault.path.join(".")} ${fault.message}`).join("; ");
  return new DatelineError("CONFIG_INVALID", { says: `The configuration has mistakes: ${list}.`, details: { faults } });
}
