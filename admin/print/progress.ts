import type { WriteStream } from "node:tty";
import type { Progress } from "../../src/kernel/progress-line.ts";

/** A line that tells of progress: rewritten in place on a terminal, elsewhere one every few seconds. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Clears the line, so that what follows begins a new one. */
  readonly end: () => void;
}

const EVERY = 5_000;
const CLEAR = "\r\u001b[K";

/** Tells of progress on a stream. */
export function progressTo(stream: WriteStream): ProgressLine {
  const told = { at: Date.now() };
  const inPlace = ({ done, total, doing }: Progress): void => {
    stream.write(`${CLEAR}${doing} ${done}/${total}`);
  };
  const nowAndThen = ({ done, total, doing }: Progress): void => {
    if (Date.now() - told.at < EVERY) return;
    told.at = Date.now();
    stream.write(`${doing} ${done}/${total}\n`);
  };
  return {
    show: stream.isTTY ? inPlace : nowAndThen,
    end: () => {
      if (stream.isTTY) stream.write(CLEAR);
    },
  };
}
