import { parseGlobalId } from "../../../kernel/global-id.ts";

/** The name the newsroom understands: the plain id behind an opaque one, or the slug, path or id as given. */
export const nameOf = (given: string): string => parseGlobalId(given)?.id ?? given;

/** How every argument that names something is described. */
export const naming = "Its id, the beginning of its id (8 digits or more), its slug or path.";

/** How every list of names is described. */
export const namingEach = "Each by its id, the beginning of its id (8 digits or more), its slug or path.";

/** How every expected version is described. */
export const versioning = "The version last seen; another one is a conflict, and nothing is changed.";

/** How the wish to merge is described. */
export const merging =
  "True to join it with what came since the version seen, where both touched different places; else a conflict.";

/** How the one argument of every mutation is described. */
export const inputDescription = "What to do, and to what.";
