// Words newsrooms leave where something is still to come ("to come" is written TK so that no real word matches).
const placeholder = /\b(?:(?:TK)+|X{3,4}|LOREM IPSUM)\b/giu;

/** The placeholders in a text, each once. Short ones count in capitals only. */
export function placeholdersIn(text: string): readonly string[] {
  const found = [...text.matchAll(placeholder)].map(([word]) => word);
  return [...new Set(found.filter((word) => word === word.toUpperCase() || /lorem/i.test(word)))];
}
