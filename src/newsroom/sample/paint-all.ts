import { paint } from "./pictures/index.ts";
import type { SampleMedium } from "./sample.schema.ts";

const atOnce = 4;

/** Paints the pictures of those media that have one, by key, a few at a time; `tell` hears how many are done. */
export async function paintAll(
  media: readonly SampleMedium[],
  tell: (done: number) => void,
): Promise<ReadonlyMap<string, Buffer>> {
  const painted = new Map<string, Buffer>();
  for (let from = 0; from < media.length; from += atOnce) {
    const few = media.slice(from, from + atOnce);
    await Promise.all(few.map(async (medium) => hang(painted, medium)));
    tell(Math.min(from + atOnce, media.length));
  }
  return painted;
}

async function hang(painted: Map<string, Buffer>, { key, paint: painting }: SampleMedium): Promise<void> {
  if (painting !== undefined) painted.set(key, await paint(painting));
}
