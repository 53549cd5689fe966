import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { findArticle, lockOf, type ArticleRow } from "../../../newsroom/articles/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { breakLock, lockArticle, unlockArticle } from "../../../newsroom/locks/index.ts";
import { DateTime } from "../../shared/scalars.ts";
import { ArticlePayload, settleArticle } from "../articles/article-payload.ts";
import { ArticleType } from "../articles/article.type.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import type { Settled } from "../shared/problem.ts";
import { BreakLockInput, LockArticleInput, UnlockArticleInput } from "./lock.input.ts";

@ObjectType("ArticleLock", { description: "Who is at work on an article. It informs and keeps nobody out." })
class ArticleLockType {
  @Field(() => String, { description: "Who." })
  declare readonly by: string;

  @Field(() => Boolean, { description: "Whether that is you." })
  declare readonly isYours: boolean;

  @Field(() => DateTime, { description: "Since when." })
  declare readonly since: Date;

  @Field(() => DateTime, { description: "Until when; then it counts for nothing." })
  declare readonly until: Date;

  @Field(() => String, { nullable: true, description: "What colleagues should know." })
  declare readonly note: string | null;
}

type ArticleLock = Pick<ArticleLockType, keyof ArticleLockType>;
type Answer = Promise<Settled<ArticleRow>>;

/** Who is at work on what. */
@Resolver(() => ArticleType)
export class LockResolver {
  @FieldResolver(() => ArticleLockType, { nullable: true, description: "Who is at work on it now; null for nobody." })
  lock(@Root() article: ArticleRow, @Ctx() { desk }: DeskContext): ArticleLock | null {
    const lock = lockOf(article, desk.now());
    if (lock === null) return null;
    const { user, userId, since, until, note } = lock;
    return { by: user.displayName, isYours: userId === desk.actor.id, since, until, note };
  }

  @Mutation(() => ArticlePayload, { description: "Tells colleagues that one is at work on an article until a time." })
  lockArticle(
    @Arg("input", () => LockArticleInput, { description: inputDescription }) given: LockArticleInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { article, ...rest } = given;
    return settleArticle(context, article, async () =>
      lockArticle(context.desk, { ...(await idOf(context, article)), ...onlyGiven(rest) }),
    );
  }

  @Mutation(() => ArticlePayload, { description: "Gives one's own lock back." })
  unlockArticle(
    @Arg("input", () => UnlockArticleInput, { description: inputDescription }) { article }: UnlockArticleInput,
    @Ctx() context: DeskContext,
  ): Answer {
    return settleArticle(context, article, async () => unlockArticle(context.desk, await idOf(context, article)));
  }

  @Mutation(() => ArticlePayload, { description: "Takes a colleague's lock away, with a reason." })
  breakLock(
    @Arg("input", () => BreakLockInput, { description: inputDescription }) { article, reason }: BreakLockInput,
    @Ctx() context: DeskContext,
  ): Answer {
    return settleArticle(context, article, async () =>
      breakLock(context.desk, { ...(await idOf(context, article)), reason }),
    );
  }
}

const idOf = async ({ desk }: DeskContext, name: string) => ({ id: (await findArticle(desk, nameOf(name))).id });
