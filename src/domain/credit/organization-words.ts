import { foldLoosely } from "./view.ts";

const split = (text: string): readonly string[] => text.split(",").map((entry) => entry.trim());

const lists = {
  state: `Ministry, Ministère, Ministerio, Ministero, Ministério, Ministerium, Office, Police, Polizei, Policía, Polícia, Polizia,
    Army, Armée, Ejército, Navy, Forces, Force, Bundeswehr, Government, Governo, Gobierno, Gouvernement, Regierung, Presidency,
    Presidential, Presidencia, Presidência, Présidence, Command, Department, Dept, Brigade, Council, Kremlin, Parliament, Senate,
    Senado, Congress, Embassy, Defence, Defense, Commission, Authority, Committee, Customs, Protection, Federal, Administration,
    Bureau, Board, County, City, District, Prefeitura, Sheriff, Fire, Rescue, Feuerwehr, Corps, Security, Intelligence,
    Secretariat, Municipality, Republic, Militia, Battalion, Regiment, Squadron, Directorate, Affairs, Border, Patrol,
    служба, Министерство, МЧС, Міністерство, Bundesregierung, Élysée, Quirinale, Palazzo, Vatican`,
  body: `University, Universität, Université, Universidad, Universidade, Museum, Museums, Club, Center, Centre, Institute, Institut,
    Instituto, Hospital, Foundation, Fundación, Stiftung, Society, Association, Federation, Union, League, Trust, Family, School,
    College, Zoo, Observatory, Laboratory, Laboratories, Labs, Party, Campaign, Organization, Organisation, Airport, Stadium, Theatre`,
  trade: `Inc, Ltd, LLC, GmbH, Corp, Corporation, PLC, PBC, Company, Bros, Agency, Agentur, Agence, Agencia, Agência, Service,
    Services, Group, Technologies, Airlines, Airways, Industries, Motors, Relations, Communications, Publicity, International,
    Global, World, National`,
  media: `News, Studios, Studio, Pictures, Images, Image, Archive, Archives, Media, TV, Television, Broadcasting, Channel, Radio,
    Network, Productions, Films, Entertainment, Times, Chronicle, Herald, Tribune, Journal, Gazette, Guardian, Magazine, Newspaper,
    Newspapers, Telegraph, Weekly, Zeitung, Verlag, Press, Photos, Photography, Collection, Library, Gallery, Design, Video,
    Newsroom, Graphics, Copyright, Publishing`,
  names: `NASA, NOAA, ESA, ITV, BBC, CNN, Netflix, Disney, Paramount, Universal, JPL, Caltech, SpaceX, Roscosmos, Lucasfilm, Pexels,
    Pixabay, UNICEF, UNESCO, UNHCR`,
  phrases: `Press Service, Air Force, Coast Guard, White House, Downing Street, Red Cross, Red Crescent, Adobe Stock, Planet Labs`,
};
const entries = Object.values(lists).flatMap((list) => split(list).map(foldLoosely));
const single = new Set(entries.filter((entry) => !entry.includes(" ")));
const phrases = entries.filter((entry) => entry.includes(" "));

// Capitals alone tell these from people called Rai, Un or Ard; in a line all in capitals they tell nothing.
const acronyms = new Set(
  split(`AG, ARD, ABC, CBS, NBC, PBS, NPR, RTL, ZDF, RAI, TVE, NHK, CCTV, CGTN, KCTV, HBO, MGM, ITN, UN, NATO, WHO, IAEA, FIFA, UEFA,
    FBI, CIA, NHS, IDF, MOD, USGS, USAF, USMC, ESO, JAXA, ISRO, MSSS, DVIDS, PR, AFPTV, UGC, CSA, DW, NDR, WDR, SWR, MDR, ORF, SRF, VOA, RFE, RFI, PIB, IRGC`),
);

// Alone these name a body; beside a further word they may be anyone's family name.
const wholeNames = new Set(
  split(`DR, privat, Staff, Maxar, Bettmann, Storyful, Google, Apple, Microsoft, Tesla, Amazon, Marvel, Pixar, Warner, Hubble, Greenpeace,
    Hezbollah, Hamas, STScI, Al Jazeera`).map(foldLoosely),
);

// No name of a person holds these; "Bank of England", "Video obtained by …" and "The Washington Post" do.
const smallWords = new Set("the of by from with for obtained".split(" "));
// In capitals these are names too (To, On, In, An), small they are not.
const smallOnly = new Set("in at on to for by as our".split(" "));
const plainArticles = new Set("die das los las les".split(" "));
const chineseOrJapanese = /(?:社|局|省|庁|署|新聞|大学|大學|公司|电视台|電視台|委员会|委員会|事務所|協会|协会|网)$/u;
const webAddress = /^\S+\.[a-z]{2,6}$/;

/** True for a bare web address such as "example.com". */
export function isWebAddress(text: string): boolean {
  return webAddress.test(text);
}

/**
 * True when a word of the text says that this is a body and no person: Ministry, Press Service, Images, Ltd, a web
 * address.
 */
export function hasOrganizationWord(text: string): boolean {
  const folded = foldLoosely(text).replace(/['’]s\b/g, "");
  const list = wordsOf(folded);
  return (
    list.some((word) => single.has(word) || smallWords.has(word)) ||
    (list.length > 1 && plainArticles.has(list[0] ?? "")) ||
    phrases.some((phrase) => ` ${folded} `.includes(` ${phrase} `)) ||
    wholeNames.has(folded) ||
    wordsOf(text).some((word) => smallOnly.has(word)) ||
    hasAcronym(text) ||
    chineseOrJapanese.test(text) ||
    isWebAddress(text)
  );
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s\-–/&,()]+/).map((word) => word.replace(/^[."“'’]+|[."”'’]+$/g, ""));
}

function hasAcronym(text: string): boolean {
  const list = wordsOf(text.trim());
  const shouted = list.length > 1 && text === text.toUpperCase();
  return !shouted && list.some((word) => acronyms.has(word));
}
