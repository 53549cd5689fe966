import { spot, type Check, type Spot } from "./check.ts";
import type { ArticlePicture, MediumFacts, PictureUse } from "./picture.ts";
import { restrictionIn } from "./usage-terms.ts";

const DAY = 86_400_000;
const soonInDays = 7;

interface Shown extends PictureUse {
  readonly medium: MediumFacts;
}

const shown = ({ pictures }: ArticlePicture): readonly Shown[] =>
  pictures.flatMap((use) => (use.medium === null ? [] : [{ ...use, medium: use.medium }]));

/** A check that looks at each picture; one that is shown twice is told at its first place. */
const ofPictures = (look: (use: Shown, article: ArticlePicture) => string | null) => (article: ArticlePicture) =>
  firstOfEach(shown(article)).flatMap((use) => spotAt(use, look(use, article)));

/** A check that looks at each place where a picture is shown. */
const ofPlaces = (look: (use: Shown) => string | null, part: string) => (article: ArticlePicture) =>
  shown(article).flatMap((use) => spotAt(use, look(use), part));

const spotAt = ({ place }: PictureUse, says: string | null, part?: string): readonly Spot[] =>
  says === null ? [] : [{ place: part === undefined ? place : [...place, part], says }];

const firstOfEach = (uses: readonly Shown[]): readonly Shown[] =>
  uses.filter(({ medium }, at) => uses.findIndex((other) => other.medium.id === medium.id) === at);

const isOver = ({ state, rightsExpireAt }: MediumFacts, at: Date): boolean =>
  state === "EXPIRED" || (rightsExpireAt !== null && rightsExpireAt <= at);

// Rights that outlast the article are long enough.
const endsSoon = ({ rightsExpireAt }: MediumFacts, { at, expiresAt }: ArticlePicture): boolean =>
  rightsExpireAt !== null &&
  rightsExpireAt.getTime() <= at.getTime() + soonInDays * DAY &&
  (expiresAt === null || expiresAt > rightsExpireAt);

// The lead may open the gallery.
const isAgain = (use: Shown, before: Shown): boolean =>
  use.medium.id === before.medium.id && !(use.role === "GALLERY" && before.role === "LEAD");

const lacksAlt = ({ alt, medium }: Shown): boolean => !medium.decorative && (alt ?? "").trim() === "";

const termsOf = ({ usageTerms, instructions }: MediumFacts): string =>
  [usageTerms, instructions].filter(Boolean).join("; ");
const quoted = (text: string): string => `"${text.length > 160 ? `${text.slice(0, 159)}…` : text}"`;

/** Checks of pictures and their rights. */
export const mediaChecks = {
  PICTURE_UNKNOWN: {
    severity: "ERROR",
    finds: "The text shows a picture the library does not have.",
    fix: "Choose another picture for that block, or remove the block.",
    find: ({ pictures }) =>
      pictures.flatMap(({ place, medium }) => spot(medium === null, place, "The library has no such picture.")),
  },
  MEDIA_KILLED: {
    severity: "ERROR",
    finds: "A picture was killed.",
    fix: "Take the picture off, or put another in its place.",
    find: ofPictures(({ medium }) => (medium.state === "KILLED" ? "The picture was killed." : null)),
  },
  CREDIT_MISSING: {
    severity: "ERROR",
    finds: "A picture, the lead or any other, has no credit line.",
    fix: "Give the picture its credit line.",
    find: ofPictures(({ medium }) => (medium.creditLine.trim() === "" ? "The picture has no credit line." : null)),
  },
  ALT_TEXT_MISSING: {
    severity: "ERROR",
    finds: "A picture with a file has no alternative text and is not marked as decorative.",
    because: "Who cannot see it would be told nothing, and there is always a way out: a sentence, or decorative.",
    fix: "Describe the picture, or mark it as decorative.",
    find: ofPlaces(
      (use) => (use.medium.hasFile && lacksAlt(use) ? "The picture has no alternative text." : null),
      "alt",
    ),
  },
  ALT_TEXT_AWAITED: {
    severity: "NOTE",
    finds: "A picture without a file has no alternative text yet.",
    because: "Nobody can describe a picture that has not come.",
    fix: "Describe the picture when its file comes.",
    find: ofPlaces(
      (use) => (!use.medium.hasFile && lacksAlt(use) ? "The picture has no file and no alternative text yet." : null),
      "alt",
    ),
  },
  RIGHTS_EXPIRED: {
    severity: "ERROR",
    finds: "The rights to a picture have run out at the time of publication.",
    fix: "Renew the rights, or put another picture in its place.",
    find: ofPictures(({ medium }, { at }) => (isOver(medium, at) ? "The rights to the picture have run out." : null)),
  },
  RIGHTS_ENDING: {
    severity: "WARNING",
    finds: `The rights to a picture end within ${String(soonInDays)} days of publication, and before the article does.`,
    because: "The picture would vanish from the page on that day.",
    fix: "Renew the rights, set an expiry before, or accept that the picture goes.",
    find: ofPictures(({ medium }, article) =>
      !isOver(medium, article.at) && endsSoon(medium, article)
        ? `The rights to the picture end on ${medium.rightsExpireAt?.toISOString() ?? ""}.`
        : null,
    ),
  },
  USAGE_RESTRICTED: {
    severity: "WARNING",
    finds: 'The usage terms or instructions of a picture restrict it ("OUT", "no archive", "editorial use only" …).',
    because: "Only a person can say whether this use is inside the terms.",
    fix: "Read the terms; accept them if this use keeps to them, or take another picture.",
    find: ofPictures(({ medium }) =>
      restrictionIn(termsOf(medium)) === null ? null : `The picture is restricted: ${quoted(termsOf(medium))}.`,
    ),
  },
  USAGE_TERMS: {
    severity: "NOTE",
    finds: "A picture comes with usage terms or instructions.",
    fix: "Read them.",
    find: ofPictures(({ medium }) => {
      const terms = termsOf(medium);
      return terms !== "" && restrictionIn(terms) === null ? `The picture comes with terms: ${quoted(terms)}.` : null;
    }),
  },
  PICTURE_DOUBLED: {
    severity: "WARNING",
    finds: "The same picture is shown more than once, other than as the lead and in the gallery.",
    because: "Mostly a slip, now and then on purpose.",
    fix: "Take one of them off, or accept it.",
    find: (article) => {
      const uses = shown(article);
      return uses
        .filter((use, at) => uses.slice(0, at).some((before) => isAgain(use, before)))
        .flatMap(({ place }) => spot(true, place, "The same picture is shown before."));
    },
  },
} as const satisfies Record<string, Check>;
