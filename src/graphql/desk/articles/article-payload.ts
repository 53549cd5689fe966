import { findArticle, type ArticleRow } from "../../../newsroom/articles/index.ts";
import type { DeskContext } from "../shared/context.ts";
import { nameOf } from "../shared/naming.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { ArticleType } from "./article.type.ts";

/** What every mutation of an article answers. */
export const ArticlePayload = payloadOf("ArticlePayload", "article", () => ArticleType);

/** The answer of such a mutation. */
export type Answer = Promise<Settled<ArticleRow>>;

/** An act on an article: a refusal shows the article as it stands. */
export const settleArticle = ({ desk }: DeskContext, name: string, act: () => Promise<ArticleRow>): Answer =>
  settle(act, () => findArticle(desk, nameOf(name)));
