export {
  breakLock,
  lockArticle,
  unlockArticle,
  type BreakLock,
  type LockArticle,
  type UnlockArticle,
} from "./lock-article.ts";
