import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of a request wherever it is worked on. */
interface RequestScope {
  readonly requestId: string;
}

const scope = new AsyncLocalStorage<RequestScope>();

/** Runs the work of one request, so that its errors can name it. */
export const inRequest = <Result>(requestId: string, work: () => Promise<Result>): Promise<Result> =>
  scope.run({ requestId }, work);

/** The id of the request being worked on; null outside of one. */
export const currentRequestId = (): string | null => scope.getStore()?.requestId ?? null;
