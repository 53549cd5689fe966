import { foldKey, foldLoosely } from "./view.ts";

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);
const setOf = (text: string): ReadonlySet<string> => new Set(words(text).map(foldLoosely));

const markerSpellings = {
  pool: `Pool, Pools, Pool Photo, Pool Photos, Pool Picture, Pool Image, Pool Foto, Pool Video, 代表撮影`,
  handout: `Handout, Handouts, Hand out, Hand-out, Handout Photo, Handout Image, Handout Picture, Handout Video, HO, H.O.,
    Supplied, Supplied Photo, Supplied Image, Photo Supplied, Provided, Provided Photo, Photo Provided, Submitted Photo,
    Contributed Photo, zVg, z.V.g., Divulgação`,
  file: `File, Files, File Photo, File Photos, File Picture, File Image, File Pic, File Footage, Archive, Archives, Archiv,
    Archivbild, Archivfoto, Archive Photo, Archive Picture, Archive Image, Foto de archivo, Imagen de archivo, Archivo,
    Arquivo, Archivio, Arkiv, Arkivfoto, Arkivbild, Archieffoto, Photo d'archives, Photo d’archives, Архив, Архивное фото,
    資料写真, 資料, 资料图, 资料图片, 資料照片, 자료사진`,
  screengrab: `Screengrab, Screen grab, Screen-grab, Screenshot, Screen shot, Screencap, Screen capture, Video grab,
    Videograb, Frame grab, Image grab, TV grab, Captura de pantalla, Reprodução, Capture d'écran, Capture d’écran`,
} as const;

/** The markers that say how a picture was come by. */
export type MarkerRole = keyof typeof markerSpellings;

const markerNames = { pool: "Pool", handout: "Handout", file: "File", screengrab: "Screengrab" } as const;

/** Marker by folded spelling. */
export const markers: ReadonlyMap<string, { readonly role: MarkerRole; readonly name: string }> = new Map(
  (Object.keys(markerSpellings) as MarkerRole[]).flatMap((role) =>
    words(markerSpellings[role]).map((spelling) => [foldLoosely(spelling), { role, name: markerNames[role] }] as const),
  ),
);

const platformSpellings: Readonly<Record<string, string>> = {
  X: "X, Twitter, X/Twitter, Twitter/X, X (Twitter), x.com, twitter.com, mobile.twitter.com",
  Instagram: "Instagram, instagram.com",
  Facebook: "Facebook, facebook.com",
  TikTok: "TikTok, Tik Tok, tiktok.com",
  Telegram: "Telegram, t.me",
  YouTube: "YouTube, You Tube, youtube.com",
  Weibo: "Weibo, Sina Weibo, 微博",
  WeChat: "WeChat, Weixin, 微信",
  "Wikimedia Commons": "Wikimedia Commons, Wikimedia, Wikipedia, Wikicommons, commons.wikimedia.org",
  Flickr: "Flickr, flickr.com",
  "Social media": "Social media, Social networks, Redes sociales",
  Bluesky: "Bluesky",
  LinkedIn: "LinkedIn",
  Reddit: "Reddit",
  Snapchat: "Snapchat",
  Threads: "Threads",
  "Truth Social": "Truth Social",
  Vimeo: "Vimeo",
  VK: "VK, VKontakte",
  WhatsApp: "WhatsApp",
};

/** Canonical platform by folded spelling. */
export const platforms: ReadonlyMap<string, string> = new Map(
  Object.entries(platformSpellings).flatMap(([name, spellings]) =>
    words(spellings).map((spelling) => [foldLoosely(spelling), name] as const),
  ),
);

/** What may follow a platform's name without changing what it is. */
export const platformNouns = setOf("user, account, post, page, video, photo, story, channel, live, feed");

/** What may follow an agency's name without changing what it is. */
export const pictureNouns = setOf("photo, photos, foto, fotos, picture, pictures, pix");

/** What may end a company's name without changing who it is. */
export const companyEndings = setOf("inc, inc., ltd, ltd., llc, gmbh, plc, corp, corp.");

/** Nouns that label a credit even without a colon ("Photo Ana Lum / AFP"). */
export const bareNouns = setOf(
  "photo, photos, foto, fotos, photograph, photographie, fotografia, фото, 사진, 写真, 照片, 图, 图片",
);

/** Every word a label is made of; a run of nothing else before ":" or "by" is a label. */
export const labelWords =
  setOf(`photo, photos, photograph, photographs, photography, photographed, photographer, photographers, photographie,
  photographe, fotografia, fotografie, fotograf, fotografin, fotografo, foto, fotos, pic, pics, picture, pictures, image, images,
  imagen, imagem, immagine, bild, bilder, bildquelle, bildnachweis, bildrechte, titelbild, symbolbild, symbolfoto, credit, credits,
  credito, creditos, crediti, source, sources, quelle, fuente, fonte, composite, montage, illustration, illustrations, d'illustration, d’illustration, graphic,
  graphics, grafik, video, still, cover, lead, main, header, featured, mandatory, both, all, top, bottom, left, right, above,
  below, centre, center, middle, inset, clockwise, from, art, artwork, map, chart, visual, links, rechts,
  oben, unten, l, r, l-r, фото, изображение, источник, світлина, 写真, 撮影, 图, 图片, 圖, 摄影, 照片, 来源, 사진, 출처, صورة, الصورة, تصوير`);

/** Words for a place on a composed picture; a second one in a line opens a new group. */
export const placeWords = setOf(
  "left, right, top, bottom, above, below, centre, center, middle, inset, links, rechts, oben, unten, l, r",
);

/** Prepositions that end a label: "Photo by", "Foto von", "Photo de". */
export const byWords = setOf("by, von, de, par, di, av, af, door, por, from, od, από");

/** Phrases that label a credit and fit no pattern. */
export const labelPhrases: readonly string[] = [
  "photo credit should read",
  "photo credits should read",
  "credit...",
  "credit…",
];

/** What photographers write in place of a source; it names nobody. */
export const ownWork = setOf(
  "own work, œuvre personnelle, travail personnel, eigenes werk, trabajo propio, obra do próprio",
);

/** The words that close a credit line and name nobody: rights, house notes, a page's own buttons. */
export const closingWords: readonly string[] = [
  "tpx images of the day",
  "mandatory credit",
  "no resales",
  "no archives",
  "no sales",
  "hide caption",
  "toggle caption",
  "all rights reserved",
  "alle rechte vorbehalten",
  "tous droits réservés",
  "todos los derechos reservados",
  "todos os direitos reservados",
  "tutti i diritti riservati",
].map(foldKey);
