// Before everything else, for the reason given there.
import "./kernel/ticks.ts";

import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import closeWithGrace from "close-with-grace";
import { openDatabase, type Database } from "./database/client.ts";
import { connectionShares } from "./database/connection-shares.ts";
import { useEmbedded } from "./database/embedded/index.ts";
import { migrate } from "./database/migrate/index.ts";
import type { HttpServer } from "./http/index.ts";
import { loadConfig, type Config } from "./kernel/config/index.ts";
import { DatelineError, errorLine } from "./kernel/errors/index.ts";
import { createLog, silentLog, type Log } from "./kernel/log.ts";
import { progressLine } from "./kernel/progress-line.ts";

const STOP_WITHIN = 60_000;
const PORTS_TRIED = 100;
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

// Left to itself V8 lets the heap grow to four times what is in use before it looks for garbage. Looking earlier than at
// 2.6 times costs requests more than the memory is worth.
setFlagsFromString("--heap-growing-percent=160");

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (note: string): void => {
  say(`· ${note}`);
};

/** What has been opened so far; closed the other way round. */
const opened: (() => Promise<unknown>)[] = [];
const state: { log: Log; stopping: boolean } = { log: silentLog, stopping: false };

const grace = closeWithGrace({ delay: STOP_WITHIN, logger: false }, async ({ err, signal }) => {
  state.stopping = true;
  if (err) process.stderr.write(`${errorLine(err)}\n`);
  if (signal) say("\n· stopping");
  await closeAll();
  if (signal) say("Stopped.");
});

await main().catch(async (error: unknown) => {
  // What fails because we are being stopped is no news.
  if (state.stopping) return sleep(STOP_WITHIN);
  process.stderr.write(`${errorLine(error)}\n`);
  state.log.debug({ stack: error instanceof Error ? error.stack : null }, "the start failed");
  grace.uninstall();
  await closeAll();
  process.exit(error instanceof DatelineError ? error.entry.exit : 1);
});

async function main(): Promise<void> {
  const config = loadConfig();
  const embedded = config.databaseUrl === null;
  state.log = createLog(config.logLevel);
  if (config.dataDirWhy !== null) tell(config.dataDirWhy);
  const [database, { developmentToken, prepareNewsroom }, { startHttp }] = await Promise.all([
    openNewsroom(config),
    // Read from the disk while the database starts: together they take as long as the slower one.
    import("./newsroom/setup/index.ts"),
    import("./http/index.ts"),
  ]);
  await prepareNewsroom({ database, embedded });
  if (embedded) await openSample(config, database);
  tell("opening the doors");
  const server = await onFreePort(config, (port) =>
    startHttp({ config: { ...config, port }, database, log: state.log }),
  );
  opened.push(() => server.close());
  const trusted = embedded && LOOPBACK.test(config.host);
  welcome(config, server, trusted ? await developmentToken({ db: database.db, folder: config.dataDir }) : null);
}

async function openSample({ dataDir: folder, zone }: Config, { db }: Database): Promise<void> {
  const { loadSampleOnce } = await import("./newsroom/sample/index.ts");
  const shown = progressLine("loading the sample newsroom");
  const loaded = await loadSampleOnce({ db, folder, zone, onProgress: shown.at });
  if (loaded !== null) shown.end(`${loaded.articles} articles in ${loaded.sections} sections`);
}

async function openNewsroom(config: Config): Promise<Database> {
  const url = config.databaseUrl ?? (await openEmbedded(config));
  await migrate(url, { tell });
  const database = openDatabase(url, {
    log: state.log,
    connections: connectionShares(config.databaseConnections).desk,
  });
  opened.push(() => database.close());
  return database;
}

async function openEmbedded({ dataDir }: Config): Promise<string> {
  const embedded = await useEmbedded({ dataDir, log: state.log, tell });
  opened.push(() => embedded.release({ wait: true }));
  return embedded.url;
}

/** Opens the server on the wanted port; when nobody chose that one and it is taken, on the next free one. */
async function onFreePort(config: Config, open: (port: number) => Promise<HttpServer>): Promise<HttpServer> {
  const last = config.portSetByHand ? config.port : config.port + PORTS_TRIED;
  for (let port = config.port; ; port++) {
    try {
      await expectFree(port, config.host);
      const server = await open(port);
      if (port !== config.port) tell(`port ${config.port} is taken, so this is port ${port}`);
      return server;
    } catch (error) {
      if (port >= last || codeOf(error) !== "EADDRINUSE") throw listenFailed(error, port, config);
    }
  }
}

// Asked before the doors are built, which takes longer than asking.
function expectFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen({ port, host, exclusive: true }, () =>
      probe.close(() => {
        resolve();
      }),
    );
  });
}

function listenFailed(error: unknown, port: number, { host }: Config): unknown {
  const known: Readonly<Record<string, DatelineError>> = {
    EADDRINUSE: refusal(`Port ${port} is taken.`, "Stop what listens there, or set PORT to a free one."),
    EACCES: refusal(`This account may not open port ${port}.`, "Set PORT to one above 1023."),
    EADDRNOTAVAIL: refusal(`This machine has no address ${host}.`, "Set HOST to one it has, such as 127.0.0.1."),
    ENOTFOUND: refusal(`There is no machine named ${host}.`, "Set HOST to an address of this one, such as 127.0.0.1."),
  };
  return known[codeOf(error)] ?? error;
}

function refusal(says: string, fix: string): DatelineError {
  return new DatelineError("IN_USE", { says, fix });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function welcome(config: Config, server: HttpServer, token: string | null): void {
  const base = server.url.replace("127.0.0.1", "localhost");
  say(`\n${config.siteName} is open.\n`);
  say(`  For readers   ${base}/graphql`);
  say(`  For the desk  ${base}/desk/graphql`);
  if (token !== null) say(`  Desk token    ${token}   (for development only)`);
  say(`  Data          ${config.databaseUrl === null ? config.dataDir : "in the database of DATABASE_URL"}`);
  say(`\nNext, in another terminal:  ./desk article list\nCtrl-C stops.`);
}

async function closeAll(): Promise<void> {
  for (let close = opened.pop(); close; close = opened.pop()) {
    await close().catch((error: unknown) => {
      state.log.warn({ reason: String(error) }, "something did not close");
    });
  }
}
