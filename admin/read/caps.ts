/** A name of the house in capitals, so that `--kind opinion` means OPINION; the use case says which names there are. */
export const caps = <T>(text: string | undefined): T | undefined =>
  text?.trim().toUpperCase().replace(/-/g, "_") as T | undefined;
