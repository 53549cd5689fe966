import type { Block } from "../blocks/index.ts";
import type { Embargo, WorkflowState } from "../lifecycle/index.ts";
import type { Standing } from "./standing.ts";

/** A place in an article, from its root: `["media", 0, "alt"]`. Keys are spelled as at the desk API. */
export type Place = readonly (string | number)[];

/** An article as it would be from a moment on, with every fact the checks ask for. Loaded once; the checks ask nobody. */
export interface ArticlePicture extends Embargo {
  /** The moment of publication the checks speak of. */
  readonly at: Date;
  readonly state: WorkflowState;
  readonly section: { readonly name: string; readonly visible: boolean };
  /** The path it has, or would get at that moment. */
  readonly path: string;
  /** Where a redirect that stands at that very path leads, when not to this article. */
  readonly pathLeadsTo: string | null;
  readonly expiresAt: Date | null;
  readonly language: string;
  readonly headline: string;
  readonly standfirst: string | null;
  /** All words readers would see, each with its place. */
  readonly words: readonly { readonly place: Place; readonly text: string }[];
  readonly blocks: readonly Block[];
  readonly bylines: readonly string[];
  readonly datelineRaw: string | null;
  readonly pictures: readonly PictureUse[];
  readonly links: readonly LinkUse[];
}

/** One showing of a medium: at the head, in the text or in the gallery. */
export interface PictureUse {
  readonly place: Place;
  readonly role: "LEAD" | "INLINE" | "GALLERY";
  /** The alternative text it would be shown with. */
  readonly alt: string | null;
  /** Null when the text names a medium there is not. */
  readonly medium: MediumFacts | null;
}

/** What the checks ask of a medium. */
export interface MediumFacts {
  readonly id: string;
  readonly creditLine: string;
  readonly caption: string | null;
  readonly hasFile: boolean;
  readonly decorative: boolean;
  readonly state: "ACTIVE" | "EXPIRED" | "KILLED";
  readonly rightsExpireAt: Date | null;
  readonly usageTerms: string | null;
  readonly instructions: string | null;
}

/** One link to something else: a related link, or an entry of a box in the text. */
export interface LinkUse {
  readonly place: Place;
  /** What readers would see of it. */
  readonly label: string;
  readonly target: LinkTarget;
}

/** Where a link leads: an article, an address outside, or nowhere known yet (a teaser). */
export type LinkTarget =
  | { readonly to: "article"; readonly slug: string; readonly standing: Standing }
  | { readonly to: "address"; readonly url: string; readonly dead: boolean }
  | { readonly to: "nothing" };
