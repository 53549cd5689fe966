/** Whether somebody pressed Ctrl-C while a long act was under way. */
export interface Interrupt {
  readonly wanted: () => boolean;
  /** Ctrl-C ends the command at once again. */
  readonly end: () => void;
}

/** From now on Ctrl-C only asks to stop: what is under way is finished, and the summary still printed. */
export function interruptible(): Interrupt {
  const state = { wanted: false };
  const others = process.listeners("SIGINT");
  const stop = (): void => {
    state.wanted = true;
  };
  process.removeAllListeners("SIGINT").on("SIGINT", stop);
  return {
    wanted: () => state.wanted,
    end: () => {
      process.off("SIGINT", stop);
      for (const other of others) process.once("SIGINT", other);
    },
  };
}
