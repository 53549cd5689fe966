import type { PrismaClient } from "../../database/generated/client.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { systemClock } from "../../kernel/clock.ts";
import type { Progress } from "../../kernel/progress-line.ts";
import { systemActor } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { mediaStore } from "../media/index.ts";
import { loadSample, newsroomIsEmpty, type SampleCounts } from "./load-sample.ts";

/** Where the sample goes. */
export interface SampleHome {
  readonly db: PrismaClient;
  /** The data folder, for the pictures. */
  readonly folder: string;
  /** The newsroom's time zone (IANA). */
  readonly zone: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** Loads the sample newsroom where nobody has written anything yet; null where somebody has, another start included. */
export async function loadSampleOnce({ db, folder, zone, onProgress }: SampleHome): Promise<SampleCounts | null> {
  const desk: Desk = {
    ...{ actor: systemActor, db, zone, now: systemClock, origin: { door: "SETUP" } },
    files: mediaStore(folder),
  };
  if (!(await newsroomIsEmpty(desk))) return null;
  try {
    return await loadSample(desk, onProgress === undefined ? {} : { onProgress });
  } catch (error) {
    if (error instanceof DatelineError && error.code === "SAMPLE_REFUSED") return null;
    throw error;
  }
}
