const month = String.raw`(?:jan|feb|fev|fév|mar|mär|apr|avr|abr|may|mai|maj|jun|juin|jul|juil|aug|aoû|ago|sep|set|oct|okt|out|nov|dec|dez|déc|dic)\p{L}{0,7}\.?`;
const said = String.raw`(?:last |first )?(?:updated|published|posted|modified|created|aktualisiert|veröffentlicht|stand:|publié|mis à jour|publicado|actualizado|aggiornato|pubblicato)(?!\p{L})`;
const day = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\p{L})`;
const figures = String.raw`\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\d{4}年|\d{1,2}月\d`;
const words = String.raw`${month} \d{1,4}|\d{1,2}(?:\.|st|nd|rd|th|º)? (?:de )?${month}(?!\p{L})|\d{1,3} (?:min|minutes?|minuten|hours?|days?) `;
const dated = new RegExp(String.raw`(?:^|[\s,;|(•·–—-])(?:${said}|${day}|${figures}|${words})`, "iu");
const bracketedAddress = /[([<][^()[\]<>]*(?:https?:\/\/|www\.|@)[^()[\]<>]*[)\]>]/g;
const address = /^(?:https?:\/\/|www\.)|@/;

/** A line of a byline without what names nobody: addresses, handles, and everything from a date or "Last updated" on. */
export function withoutRubbish(line: string): string {
  const words = line.replace(bracketedAddress, " ").split(/\s+/);
  const text = words.filter((word) => !address.test(word)).join(" ");
  const cut = text.search(dated);
  return cut === -1 ? text : text.slice(0, cut);
}
