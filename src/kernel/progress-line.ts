/** How far some work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being done, such as "writing articles". */
  readonly doing: string;
}

/** One line that grows while work goes on: redrawn in place on a terminal, printed at the end anywhere else. */
export interface ProgressLine {
  readonly at: (progress: Progress) => void;
  readonly end: (summary: string) => void;
}

/** A line on stdout for one piece of work. */
export function progressLine(title: string): ProgressLine {
  const out = process.stdout;
  const draw = (text: string): void => void out.write(`\r\u001B[K· ${title}: ${text}`);
  return {
    at: ({ done, total, doing }) => {
      if (out.isTTY) draw(`${String(Math.floor((100 * done) / Math.max(1, total)))} % (${doing})`);
    },
    end: (summary) => {
      if (out.isTTY) draw(`${summary}\n`);
      else out.write(`· ${title}: ${summary}\n`);
    },
  };
}
