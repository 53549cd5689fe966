export { addCorrection, type AddCorrection } from "./add-correction.ts";
export { articleToEdit, lockedArticle, touched } from "./article-to-edit.ts";
export { linkInput, editInput, mergeInput, whichRevision } from "./articles.input.ts";
export { expectNotFinal } from "./articles.rules.ts";
export { isArticle, sectionsOf, versionOf, type ArticleRow } from "./articles.store.ts";
export { changeSlug, type ChangeSlug } from "./change-slug.ts";
export { revisionOf } from "./chosen-revision.ts";
export type { ConflictFacts, ConflictPlace, ConflictSide } from "./conflict.ts";
export { correctArticle, type CorrectArticle } from "./correct-article.ts";
export { createArticle, type CreateArticle } from "./create-article.ts";
export { lockOf, pathOf, stateOf } from "./describe.ts";
export { editText, type TextSeen } from "./edit-text.ts";
export { liftEmbargo, setEmbargo, type LiftEmbargo, type SetEmbargo } from "./embargo.ts";
export { findArticle } from "./find-article.ts";
export type { CorrectionRow } from "./corrections.store.ts";
export { listCorrections, type CorrectionPage, type ListCorrections } from "./list-corrections.ts";
export { listArticles, revisionsByIds, type ArticlePage, type ListArticles } from "./list-articles.ts";
export { allowedVerbs } from "./may-move.ts";
export {
  approveArticle,
  holdArticle,
  killArticle,
  releaseArticle,
  returnArticle,
  spikeArticle,
  submitArticle,
  unpublishArticle,
  unscheduleArticle,
  unspikeArticle,
  type MoveForReason,
} from "./move-article.ts";
export { placeArticle, type PlaceArticle } from "./place-article.ts";
export { placeMedia, removeMedia, type PlaceMedia, type RemoveMedia } from "./place-media.ts";
export { preflightArticle, type Preflight, type PreflightArticle } from "./preflight-article.ts";
export {
  publishArticle,
  republishArticle,
  scheduleArticle,
  type PublishArticle,
  type RepublishArticle,
  type ScheduleArticle,
} from "./publish-article.ts";
export { reviseArticle, type ReviseArticle } from "./revise-article.ts";
export { draftOf, type DraftLink, type RevisionDraft } from "./revision-draft.ts";
export { revisionPage, type RevisionRow } from "./revisions.store.ts";
export { setExpiry, type SetExpiry } from "./set-expiry.ts";
export { addressId, draftLink } from "./words.ts";
export { amend, mustBeBlocks } from "./write-revision.ts";
