import { z } from "zod";
import { webClient, type WebClient } from "../../kernel/web/index.ts";
import type { Progress } from "../../kernel/progress-line.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit, wholeNewsroom } from "../records/index.ts";
import { reading } from "../reading.ts";
import { addressAfter, type AddressRecord } from "./address.rules.ts";
import { addressesInUse, keepFinding } from "./addresses.store.ts";
import { placesByAddress, type AddressPlace } from "./places.ts";
import { byHost, inTurns } from "./polite.ts";

const checkInput = z.strictObject({
  /** Only the addresses this article links to, whenever they were last looked at. */
  articleId: z.uuid().optional(),
  /** Addresses looked at within so many hours are left out, so that a run goes on where one was broken off. */
  olderThanHours: z.int().min(0).max(8760).default(20),
  /** At most so many. */
  limit: z.int().min(1).optional(),
  /** False to look without keeping what was found. */
  keep: z.boolean().default(true),
});

/** Which addresses to check. */
export type CheckExternal = z.input<typeof checkInput>;

/** An address, as it was and as the check found it. */
export interface CheckedAddress {
  readonly id: string;
  readonly url: string;
  readonly before: AddressRecord;
  readonly after: AddressRecord;
  /** Where it stands. */
  readonly places: readonly AddressPlace[];
}

/** How to go about it; tests hand in a client that may reach their own server. */
export interface CheckManner {
  readonly client?: WebClient;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run after the addresses that are being asked just now. */
  readonly signal?: AbortSignal;
  /** Milliseconds between two questions to one host. */
  readonly pause?: number;
}

const politePause = 1_000;

/**
 * Asks every address outside that related links and texts lead to whether it still answers, each once; one at a time per
 * host, eight hosts at once. Each finding is kept by itself, outside any transaction. Throws INVALID_INPUT, FORBIDDEN.
 */
export async function checkExternal(
  desk: Desk,
  given: CheckExternal = {},
  { client = webClient(), onProgress, signal, pause = politePause }: CheckManner = {},
): Promise<readonly CheckedAddress[]> {
  must(desk.actor, "link:manage");
  const input = checked(checkInput, given);
  const rows = (await reading(() => addressesInUse(desk.db, choiceOf(input, desk.now())))).slice(0, input.limit);
  const found: Omit<CheckedAddress, "places">[] = [];
  try {
    await inTurns(byHost(rows), { pause, ...(signal && { signal }) }, async (row) => {
      const after = addressAfter(row, await client.probe(row.url), desk.now());
      const isNews = !input.keep || (await reading(() => keepFinding(desk.db, row, after)));
      if (isNews) found.push({ id: row.id, url: row.url, before: row, after });
      onProgress?.({ done: found.length, total: rows.length, doing: "checking addresses" });
    });
  } finally {
    await client.close();
  }
  if (input.keep && found.length > 0) await record(desk, input.articleId, found);
  const ids = found.map(({ id }) => id);
  const places = await placesByAddress(desk.db, ids);
  return found.map((one) => ({ ...one, places: places.get(one.id) ?? [] }));
}

function choiceOf({ articleId, olderThanHours }: z.output<typeof checkInput>, at: Date) {
  return articleId === undefined ? { before: new Date(at.getTime() - olderThanHours * 3_600_000 + 1) } : { articleId };
}

const record = (
  desk: Desk,
  articleId: string | undefined,
  found: readonly Pick<CheckedAddress, "after">[],
): Promise<void> =>
  withTransaction(desk, (open) => {
    const entity = articleId === undefined ? wholeNewsroom : ({ entityType: "article", entityId: articleId } as const);
    const dead = found.filter(({ after }) => after.state === "DEAD").length;
    return recordAudit(open, { action: "link:check-external", ...entity, after: { checked: found.length, dead } });
  });
