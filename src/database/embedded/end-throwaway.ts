import { tryAttach } from "./attach.ts";
import { goodbye } from "./goodbye.ts";

/** Ends a throwaway database at once, whoever uses it, and waits until nothing is left of it. */
export async function endThrowaway(dataDir: string): Promise<void> {
  const attachment = await tryAttach({ dataDir, throwaway: null }, () => undefined);
  if (attachment) await goodbye(attachment.socket, "stop");
}
