export { addMedia } from "./add-media.ts";
export { creditMedia } from "./credit-media.ts";
export { describeMedia } from "./describe-media.ts";
export { findMedia } from "./find-media.ts";
export { listMedia, type MediaPage } from "./list-media.ts";
export { mayServe } from "./may-serve.ts";
export { mediaStore, type MediaFiles } from "./media-files.ts";
export { type AddMedia, type CreditMedia, type DescribeMedia, type ListMedia } from "./media.rules.ts";
export type { MediaRecord } from "./media.store.ts";
