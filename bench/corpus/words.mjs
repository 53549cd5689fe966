import { randomFrom } from "./random.mjs";

// Everyday words of news first; the rare ones are names and terms put together from syllables.
const common = `the of to and in a said on for that with as was is at by from has have it be had are will an not after
its were who they this would been their he she more but which about one over than new when up also could two out last
year people first years years' state government minister police city country election vote party leader president
court judge law bill budget tax market bank price growth trade deal talks border war peace army attack fire flood storm
rain heat water power energy oil gas climate science study research university school students teachers health hospital
doctors patients drug vaccine virus cases report officials spokesman statement week month monday tuesday wednesday
thursday friday saturday sunday morning night day days hours company companies business workers jobs strike union pay
percent million billion shares investors profit sales industry factory technology software data network phone internet
users security privacy rules plan plans project bridge road railway station airport flight ship harbour island coast
river mountain forest farm farmers food wheat fish team season match goal league coach player players championship
olympic medal race film music book museum theatre artist director festival actor award family children women men home
house housing street town village region north south east west capital international foreign national local public
private former early late high low large small long short major key top best worst against between during before since
under while because although however according told reporters announced agreed called expected reached signed opened
closed rose fell cut raised won lost left returned began ended continued remains include including among around across
support opposition committee parliament senate council mayor governor commission agency authority evidence trial charges
prison investigation accident crash rescue emergency services victims community church history future change crisis
decision policy reform rights freedom protest crowd march campaign debate poll results majority coalition treaty summit
meeting visit speech letter interview question answer problem solution risk chance hope fear`.split(/\s+/);

const syllables = `ka lo mi ter van ro se dun pel ba cri sto ne qui fa gor hel ju wy zan tor len mar ost bel dra fen
gil har iv jor kes lun mor nis`.split(/\s+/);

const rare = 5_500;

function vocabulary() {
  const random = randomFrom(20_230_101);
  const words = new Set(common);
  while (words.size < common.length + rare) {
    const count = random.between(2, 4);
    words.add(Array.from({ length: count }, () => random.pick(syllables)).join(""));
  }
  return [...words];
}

/** All words of the corpus, the frequent ones first. */
export const vocabularyWords = vocabulary();

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Writes words, names, sentences and paragraphs with the numbers of a generator. */
export function writerOf(random) {
  const word = () => vocabularyWords[Math.floor(random.next() ** 2.2 * vocabularyWords.length)];
  const phrase = (count) => capital(Array.from({ length: count }, word).join(" "));
  const name = () => capital(vocabularyWords[common.length + random.below(rare)]);
  return {
    phrase: (least, most) => phrase(random.between(least, most)),
    fullName: () => `${name()} ${name()}`,
    paragraph: () => Array.from({ length: random.between(3, 5) }, () => `${phrase(random.between(9, 18))}.`).join(" "),
  };
}

/** Searches of two words people might type: neither everywhere nor nowhere. */
export function searchTerms(count) {
  const at = (place) => vocabularyWords[place % vocabularyWords.length];
  return Array.from({ length: count }, (_, n) => `${at(180 + n * 3)} ${at(260 + n * 7)}`);
}
