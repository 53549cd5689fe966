const rightToLeft = new Set(["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);
const knownShape = /^[a-z]{2,3}(?:-|$)/i;
const longestTag = 35;

/** The way a language is written, as in the HTML `dir` attribute. */
export type Direction = "ltr" | "rtl";

function locale(tag: string): Intl.Locale | null {
  if (!knownShape.test(tag) || tag.length > longestTag) return null;
  try {
    return new Intl.Locale(tag);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether a text is a well-formed BCP 47 language tag with a two or three letter language, e.g. "en-GB". */
export function isLanguageTag(tag: string): boolean {
  return locale(tag) !== null;
}

/** The direction of a language by its (likely) script, e.g. "rtl" for "ar" and "az-Arab"; "ltr" when unknown. */
export function direction(language: string): Direction {
  return rightToLeft.has(locale(language)?.maximize().script ?? "") ? "rtl" : "ltr";
}

const nameless = new Set(["und", "zxx", "mis", "mul"]);

let names: Intl.DisplayNames | undefined;

/** Whether a language tag names a language the Unicode data knows by name: "en-GB" does, "qx" and "und" do not. */
export function isKnownLanguage(tag: string): boolean {
  const language = locale(tag)?.language;
  if (language === undefined || nameless.has(language)) return false;
  // Made when it is wanted: the data behind it take longer to load than this whole room.
  names ??= new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return names.of(language) !== undefined;
}
