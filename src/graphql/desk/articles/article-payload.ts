import { findArticle, type ArticleRow } from "../../../newsroom/articles/index.ts";
import { whereUsed, type Uses } from "../../../newsroom/links/index.ts";
import type { DeskContext } from "../shared/context.ts";
import { nameOf } from "../shared/naming.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { ArticleType } from "./article.type.ts";

/** What every mutation of an article answers. */
export const ArticlePayload = payloadOf("ArticlePayload", "article", () => ArticleType);

/** The answer of such a mutation. */
export type Answer = Promise<Settled<ArticleRow>>;

/** The answer of an act that takes an article from readers or colleagues: with where it was used before. */
export interface TakenDown extends Settled<ArticleRow> {
  readonly usedIn?: Uses;
}

/** An act that takes an article away: done or refused, it tells where the article is used. */
export async function settleTakeDown(
  context: DeskContext,
  name: string,
  act: () => Promise<ArticleRow>,
): Promise<TakenDown> {
  const told: { usedIn?: Uses } = {};
  const settled = await settleArticle(context, name, async () => {
    told.usedIn = await whereUsed(context.desk, (await findArticle(context.desk, nameOf(name))).id);
    return act();
  });
  return { ...settled, ...told };
}

/** An act on an article: a refusal shows the article as it stands. */
export const settleArticle = ({ desk }: DeskContext, name: string, act: () => Promise<ArticleRow>): Answer =>
  settle(act, () => findArticle(desk, nameOf(name)));
