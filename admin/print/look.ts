import type { WriteStream } from "node:tty";
import { styleText } from "node:util";

/** What a text for a person has to fit: the width of the terminal, its colours, the newsroom's clock. */
export interface Look {
  /** Columns of the terminal; null where nothing must be cut. */
  readonly width: number | null;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly zone: string;
}

/** The look of stdout: only a terminal has a width, and colours unless they are not wanted. */
export function lookOf(stream: WriteStream, { zone, colour }: { zone: string; colour: boolean }): Look {
  const width = stream.isTTY ? stream.columns : null;
  const coloured = colour && stream.isTTY && stream.hasColors();
  const paint = (style: "dim" | "bold") => (text: string) =>
    coloured ? styleText(style, text, { validateStream: false }) : text;
  return { width, dim: paint("dim"), bold: paint("bold"), zone };
}
