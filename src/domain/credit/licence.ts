const deed = String.raw`(?:cc0|cc[ -]?by)(?:[ -](?:sa|nc|nd))*(?:[ -]?\d(?:\.\d)?)?(?:[ -](?:[a-z]{2,4}|international|unported|deed))?`;
const commons = String.raw`creative commons(?: [\p{L}\d .-]{1,60})?`;
const free = String.raw`public domain(?: mark)?(?: \d\.\d)?|gemeinfrei|domaine public|dominio p[uú]blico|dom[ií]nio p[uú]blico|pdm`;
const other = String.raw`gfdl|gnu fdl|ogl(?: v?\d(?:\.\d)?)?|open government licen[cs]e(?: v?\d(?:\.\d)?)?|(?:unsplash|pexels|pixabay) licen[cs]e`;
const address = String.raw`https?:\/\/creativecommons\.org\/\S+`;

const whole = new RegExp(`^(?:${deed}|cc|${commons}|${free}|${other}|${address})$`, "iu");
const tail = new RegExp(`[ ](?:${deed}|public domain|creative commons)$`, "iu");
const longest = 90;

/** True when the whole text names a licence: CC BY-SA 4.0, CC0, public domain. */
export function isLicence(text: string): boolean {
  return text.length <= longest && whole.test(text);
}

/** Where a licence written after a name without a separator begins ("Ana Lum CC BY 2.0"), or null. */
export function licenceTail(text: string): number | null {
  const from = Math.max(0, text.length - longest);
  const found = tail.exec(text.slice(from));
  return found === null || from + found.index === 0 ? null : from + found.index + 1;
}
