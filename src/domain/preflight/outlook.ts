import { wordCount } from "../blocks/index.ts";
import { readingTimeSeconds } from "../text/index.ts";
import type { ArticlePicture, LinkUse, PictureUse } from "./picture.ts";

/** What readers would get: enough to notice the wrong article before it is out. */
export interface Outlook {
  readonly path: string;
  readonly headline: string;
  readonly standfirst: string | null;
  /** Names as written, in order. */
  readonly bylines: readonly string[];
  readonly words: number;
  readonly readingSeconds: number;
  /** Pictures readers would see. */
  readonly pictures: number;
  /** Pictures whose file has not come, or whose rights or life have ended. */
  readonly picturesMissing: number;
  /** Links and teasers readers would see. */
  readonly links: number;
  /** Links to what readers do not have. */
  readonly linksHidden: number;
}

/** What readers would get of an article. */
export function outlookOf(article: ArticlePicture): Outlook {
  const { path, headline, standfirst, bylines, blocks, language, pictures, links, at } = article;
  const words = wordCount(blocks, language);
  const seen = pictures.filter((use) => isSeen(use, at)).length;
  const led = links.filter(isShown).length;
  return {
    ...{ path, headline, standfirst, bylines, words },
    readingSeconds: readingTimeSeconds(words),
    ...{ pictures: seen, picturesMissing: pictures.length - seen },
    ...{ links: led, linksHidden: links.length - led },
  };
}

function isSeen({ medium }: PictureUse, at: Date): boolean {
  if (medium === null || !medium.hasFile || medium.state !== "ACTIVE") return false;
  return medium.rightsExpireAt === null || medium.rightsExpireAt > at;
}

const isShown = ({ target }: LinkUse): boolean => target.to !== "article" || target.standing === "live";
