import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of a request wherever it is worked on. */
interface RequestScope {
  readonly requestId: string;
}

const scope = new AsyncLocalStorage<RequestScope>();

const under = { way: 0 };

/** Runs the work of one request, so that its errors can name it. */
export async function inRequest<Result>(requestId: string, work: () => Promise<Result>): Promise<Result> {
  under.way += 1;
  try {
    return await scope.run({ requestId }, work);
  } finally {
    under.way -= 1;
    // Node 20 follows every promise of the process while the scope is open; most requests need none.
    if (under.way === 0) scope.disable();
  }
}

/** The id of the request being worked on; null outside of one. */
export const currentRequestId = (): string | null => scope.getStore()?.requestId ?? null;
