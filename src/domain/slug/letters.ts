/** Letters that normal form NFKD does not take apart into ASCII and accents, as "letter:spelling". */
const latin = "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ı:i ĸ:k ŋ:ng ŧ:t ə:a ɓ:b ɗ:d ƙ:k ƴ:y ơ:o ư:u";

/** After the common passport and press spellings; й, ё and the like stand here because decomposing would lose them. */
const cyrillic =
  "а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh " +
  "щ:shch ъ: ы:y ь: э:e ю:yu я:ya є:ye і:i ї:i ґ:g ў:u ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz " +
  "ә:a ғ:gh қ:q ң:ng ө:o ұ:u ү:u һ:h ӏ:";

const greek = "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o";

/** How each lower case letter that needs a table is spelled in ASCII; the empty text for signs that have no sound. */
export const asciiFor: ReadonlyMap<string, string> = new Map(
  [latin, cyrillic, greek]
    .flatMap((table) => table.split(" "))
    .map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]),
);
