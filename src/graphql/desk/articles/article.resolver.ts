import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Verb, WorkflowState } from "../../../domain/lifecycle/index.ts";
import {
  allowedVerbs,
  findArticle,
  listArticles,
  pathOf,
  stateOf,
  type ArticleRow,
  type RevisionRow,
} from "../../../newsroom/articles/index.ts";
import { findSection, type SectionRecord } from "../../../newsroom/sections/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import { SectionType } from "../sections/section.type.ts";
import type { DeskContext } from "../shared/context.ts";
import { nameOf, naming } from "../shared/naming.ts";
import { orNull } from "../shared/or-null.ts";
import { PageArgs, pageOf, pageQuery, pageTypeOf } from "../shared/page.ts";
import { ArticleType, CorrectionType } from "./article.type.ts";
import { RevisionType } from "./revision.type.ts";

const ArticlePage = pageTypeOf("ArticlePage", "articles", "those touched last first", () => ArticleType);

@ArgsType()
class ArticlesArgs extends PageArgs {
  @Field(() => WorkflowState, { nullable: true, description: "Only those in this state." })
  declare readonly state: WorkflowState | null;

  @Field(() => ID, { nullable: true, description: `Only those of this section. ${naming}` })
  declare readonly section: string | null;

  @Field(() => String, { nullable: true, description: "Only those with these words in the newest headline." })
  declare readonly q: string | null;
}

/** Reading articles at the desk. */
@Resolver(() => ArticleType)
export class ArticleResolver {
  @Query(() => ArticleType, {
    nullable: true,
    description: "The article a name means, in any state; null when there is none.",
  })
  article(
    @Arg("name", () => ID, { description: naming }) name: string,
    @Ctx() { desk }: DeskContext,
  ): Promise<ArticleRow | null> {
    return orNull(findArticle(desk, nameOf(name)));
  }

  @Query(() => ArticlePage, { description: "Articles in any state, those touched last first." })
  async articles(@Args(() => ArticlesArgs) args: ArticlesArgs, @Ctx() { desk }: DeskContext) {
    const { first, after, state, section, q } = args;
    const sectionId = section ? (await findSection(desk, nameOf(section))).id : null;
    const { articles, hasMore } = await listArticles(desk, pageQuery({ first, after }, { state, q, sectionId }));
    return pageOf("Article", articles, hasMore);
  }

  @FieldResolver(() => ID, { description: "Opaque id, the same for ever." })
  id(@Root() article: ArticleRow): string {
    return globalId("Article", article.id);
  }

  @FieldResolver(() => WorkflowState, {
    description: "Where it stands in the workflow now; scheduled is worked out by the clock.",
  })
  state(@Root() article: ArticleRow, @Ctx() { desk }: DeskContext): WorkflowState {
    return stateOf(article, desk.now());
  }

  @FieldResolver(() => [Verb], { description: "What the one who asks may do with it now." })
  allowedVerbs(@Root() article: ArticleRow, @Ctx() { desk }: DeskContext): Promise<readonly Verb[]> {
    return allowedVerbs(desk, article);
  }

  @FieldResolver(() => String, { nullable: true, description: "Its path on the site, once it has a publication date." })
  path(@Root() article: ArticleRow): string | null {
    return pathOf(article);
  }

  @FieldResolver(() => SectionType, { description: "The section it belongs to." })
  section(@Root() article: ArticleRow): SectionRecord {
    return article.section;
  }

  @FieldResolver(() => [SectionType], { description: "Other sections it also stands in." })
  secondarySections(@Root() article: ArticleRow): readonly SectionRecord[] {
    return article.secondarySections.map(({ section }) => section);
  }

  @FieldResolver(() => RevisionType, { description: "The newest revision." })
  head(@Root() article: ArticleRow): RevisionRow {
    return article.headRevision;
  }

  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "The revision published last; readers see it while the article is live.",
  })
  live(@Root() article: ArticleRow, @Ctx() { revisions }: DeskContext): Promise<RevisionRow | null> | null {
    return article.liveRevisionId === null ? null : revisions.load(article.liveRevisionId);
  }

  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "The revision that becomes the live one at `nextAt`.",
  })
  next(@Root() article: ArticleRow, @Ctx() { revisions }: DeskContext): Promise<RevisionRow | null> | null {
    return article.nextRevisionId === null ? null : revisions.load(article.nextRevisionId);
  }

  @FieldResolver(() => [CorrectionType], { description: "Public notes under it, oldest first." })
  corrections(@Root() article: ArticleRow): ArticleRow["corrections"] {
    return article.corrections;
  }
}
