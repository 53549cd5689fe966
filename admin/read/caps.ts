/**
 * A name of the house in capitals, so that `--kind opinion` means OPINION. Whether there is such a name is for the use
 * case to say, so the caller asserts its type.
 */
export const caps = (text: string | undefined): string | undefined => text?.trim().toUpperCase().replace(/-/g, "_");
