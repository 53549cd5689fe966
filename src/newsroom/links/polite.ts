import { setTimeout as sleep } from "node:timers/promises";

const hostsAtOnce = 8;

/** Things with an address, gathered by its host. */
export function byHost<T extends { readonly url: string }>(all: readonly T[]): readonly (readonly T[])[] {
  const hosts = new Map<string, T[]>();
  for (const one of all) {
    const { host } = new URL(one.url);
    hosts.set(host, [...(hosts.get(host) ?? []), one]);
  }
  return [...hosts.values()];
}

/** How politely to go about it. */
export interface Politeness {
  /** Milliseconds between two visits to one host. */
  readonly pause: number;
  /** Ends the round after the visits that are being paid just now. */
  readonly signal?: AbortSignal;
}

/** Pays a visit to everything: one at a time per host, with a pause between, and eight hosts at once. */
export async function inTurns<T>(
  hosts: readonly (readonly T[])[],
  { pause, signal }: Politeness,
  visit: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...hosts];
  const guest = async (): Promise<void> => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) {
      for (const [index, one] of host.entries()) {
        if (signal?.aborted) return;
        if (index > 0 && pause > 0) await sleep(pause, undefined, signal ? { signal } : {}).catch(() => undefined);
        if (!signal?.aborted) await visit(one);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, guest));
}
