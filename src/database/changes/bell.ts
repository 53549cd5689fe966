/** Wakes somebody who waits for the next event, or for a time to pass. */
export interface Bell {
  /** Wakes whoever waits, or lets the next wait end at once. */
  ring(): void;
  /** Ends the wait with an error, and every later one too. */
  break(error: Error): void;
  /** Waits for a ring, `milliseconds` at most. Rejects once the bell is broken. */
  wait(milliseconds: number): Promise<void>;
}

/** A bell nobody has rung yet. */
export function makeBell(): Bell {
  const state: { rung: boolean; broken: Error | null; wake: () => void } = {
    rung: false,
    broken: null,
    wake: () => undefined,
  };
  return {
    ring: () => {
      state.rung = true;
      state.wake();
    },
    break: (error) => {
      state.broken ??= error;
      state.wake();
    },
    wait: async (milliseconds) => {
      if (!state.rung && state.broken === null) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(0, milliseconds));
          state.wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      state.rung = false;
      if (state.broken !== null) throw state.broken;
    },
  };
}
