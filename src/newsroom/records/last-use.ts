const NOTED_EVERY = 60_000;

/** Whether a use is worth a write: the last one noted is more than a minute old. */
export const isNewUse = (lastUsedAt: Date | null, at: Date): boolean =>
  lastUsedAt === null || at.getTime() - lastUsedAt.getTime() > NOTED_EVERY;
