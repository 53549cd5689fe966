import { Arg, Args, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { globalId } from "../../../kernel/global-id.ts";
import { correctArticle, type ArticleRow, type RevisionRow } from "../../../newsroom/articles/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import {
  compareRevisions,
  findRevision,
  listRevisions,
  restoreRevision,
  type ComparedRevisions,
  type RevisionLine,
} from "../../../newsroom/revisions/index.ts";
import { ArticlePayload, settleArticle } from "../articles/article-payload.ts";
import { editOf, wordsOf } from "../articles/article-names.ts";
import { ArticleType } from "../articles/article.type.ts";
import { RevisionLineType, RevisionType } from "../articles/revision.type.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription } from "../shared/naming.ts";
import { orNull } from "../shared/or-null.ts";
import { PageArgs, pageInfo, PageInfoType, pageQuery } from "../shared/page.ts";
import type { Settled } from "../shared/problem.ts";
import { ArticleDiffType } from "./diff.resolver.ts";
import { CorrectArticleInput, RestoreRevisionInput } from "./revision.input.ts";

@ObjectType("RevisionPage", { description: "A page of an article's history, newest first." })
class RevisionPageType {
  @Field(() => [RevisionLineType], { description: "The revisions." })
  declare readonly revisions: readonly RevisionLineType[];

  @Field(() => PageInfoType, { description: "Whether more follow." })
  declare readonly pageInfo: PageInfoType;
}

const lineOf = ({ revision, marks, changed }: RevisionLine) => {
  const { number, kind, headline, note, author, createdAt } = revision;
  const by = author?.displayName ?? null;
  return { id: globalId("Revision", revision.id), number, kind, headline, note, author: by, createdAt, marks, changed };
};

const numbered = (which: string) => ({ nullable: true, description: `The number of ${which}.` });

/** The history of an article. */
@Resolver(() => ArticleType)
export class HistoryResolver {
  @FieldResolver(() => RevisionPageType, { description: "Its revisions, newest first, a page at a time." })
  async history(@Root() article: ArticleRow, @Args(() => PageArgs) page: PageArgs, @Ctx() { desk }: DeskContext) {
    const { lines, hasMore } = await listRevisions(desk, article, pageQuery(page, {}));
    return { revisions: lines.map(lineOf), pageInfo: pageInfo("Revision", lines, hasMore) };
  }

  @FieldResolver(() => [RevisionLineType], {
    description: "Its newest revisions, 100 at most.",
    deprecationReason: "Use `history`, which comes in pages.",
  })
  async revisions(@Root() article: ArticleRow, @Ctx() { desk }: DeskContext) {
    return (await listRevisions(desk, article, { first: 100 })).lines.map(lineOf);
  }

  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "One revision by its number; null when there is none.",
  })
  revision(
    @Root() article: ArticleRow,
    @Arg("number", () => Int, { description: "Its number, from 1." }) number: number,
    @Ctx() { desk }: DeskContext,
  ): Promise<RevisionRow | null> {
    return orNull(findRevision(desk, article.id, number));
  }

  @FieldResolver(() => ArticleDiffType, {
    description: "What differs between two revisions; from the live one (or the one before) to the newest unless said.",
  })
  diff(
    @Root() article: ArticleRow,
    @Ctx() { desk }: DeskContext,
    @Arg("from", () => Int, numbered("the revision to compare with")) from: number | null,
    @Arg("to", () => Int, numbered("the revision to compare")) to: number | null,
  ): Promise<ComparedRevisions> {
    return compareRevisions(desk, article, { from, to });
  }

  @Mutation(() => ArticlePayload, {
    description: "Brings an older revision back as the newest; readers notice nothing.",
  })
  restoreRevision(
    @Arg("input", () => RestoreRevisionInput, { description: inputDescription }) given: RestoreRevisionInput,
    @Ctx() context: DeskContext,
  ): Promise<Settled<ArticleRow>> {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const { revision, note } = given;
      return restoreRevision(desk, { ...(await editOf(desk, given)), revision, ...onlyGiven({ note }) });
    });
  }

  @Mutation(() => ArticlePayload, {
    description:
      "Corrects what readers have, at once, with a public note; an open draft gets the correction merged in.",
  })
  correctArticle(
    @Arg("input", () => CorrectArticleInput, { description: inputDescription }) given: CorrectArticleInput,
    @Ctx() context: DeskContext,
  ): Promise<Settled<ArticleRow>> {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const { article, expectedVersion, words, ...note } = given;
      const edit = await editOf(desk, { article, expectedVersion });
      return correctArticle(desk, { ...edit, changes: await wordsOf(desk, words), ...onlyGiven(note) });
    });
  }
}
