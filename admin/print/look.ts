import type { WriteStream } from "node:tty";
import { styleText } from "node:util";

/** What a text for a person has to fit: the width of the terminal, its colours, the newsroom's clock. */
export interface Look {
  /** Columns of the terminal; null where nothing must be cut. */
  readonly width: number | null;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  /** Words that came: green, or in {+ +} where there are no colours. */
  readonly added: (text: string) => string;
  /** Words that went: red and struck out, or in [- -] where there are no colours. */
  readonly removed: (text: string) => string;
  readonly coloured: boolean;
  readonly zone: string;
}

type Style = "dim" | "bold" | "green" | "red" | "strikethrough";

/** The look of stdout: only a terminal has a width, and colours unless they are not wanted. */
export function lookOf(stream: WriteStream, { zone, colour }: { zone: string; colour: boolean }): Look {
  const width = stream.isTTY ? stream.columns : null;
  const coloured = colour && stream.isTTY && stream.hasColors();
  const paint =
    (...style: Style[]) =>
    (text: string) =>
      coloured ? styleText(style, text, { validateStream: false }) : text;
  const added = coloured ? paint("green") : (text: string) => `{+${text}+}`;
  const removed = coloured ? paint("red", "strikethrough") : (text: string) => `[-${text}-]`;
  return { width, dim: paint("dim"), bold: paint("bold"), added, removed, coloured, zone };
}
