import { exits } from "./exits.ts";

/** Makes this process behave as a command does: Ctrl-C ends it with 130, and a reader that goes away ends it quietly. */
export function behaveAsCommand(): void {
  process.once("SIGINT", () => {
    process.stderr.write("\nInterrupted.\n");
    finish(exits.interrupted);
  });
  quietOnClosedPipe();
}

/** Ends the process once everything it said has left, whatever still lingers in the background. */
export function finish(exit: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(exit)));
}

/** A reader that has seen enough (`desk article list | head`) is no fault. */
function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
}
