import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { findArticle, listCorrections, type ArticleRow, type CorrectionRow } from "../../../newsroom/articles/index.ts";
import { CorrectionKind } from "../../../newsroom/vocabulary.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { nameOf, naming } from "../shared/naming.ts";
import { PageArgs, pageOf, pageQuery, pageTypeOf } from "../shared/page.ts";
import { ArticleType, CorrectionType } from "./article.type.ts";

const CorrectionPage = pageTypeOf("CorrectionPage", "corrections", "newest first", () => CorrectionType);

@ArgsType()
class CorrectionsArgs extends PageArgs {
  @Field(() => CorrectionKind, { nullable: true, description: "Only those of this kind." })
  declare readonly kind: CorrectionKind | null;

  @Field(() => ID, { nullable: true, description: `Only those under this article. ${naming}` })
  declare readonly article: string | null;
}

/** Reading corrections at the desk. */
@Resolver(() => CorrectionType)
export class CorrectionResolver {
  @Query(() => CorrectionPage, { description: "Public notes under articles in any state, newest first." })
  async corrections(@Args(() => CorrectionsArgs) args: CorrectionsArgs, @Ctx() { desk }: DeskContext) {
    const { first, after, kind, article } = args;
    const articleId = article ? (await findArticle(desk, nameOf(article))).id : null;
    const found = await listCorrections(desk, pageQuery({ first, after }, { kind, articleId }));
    return pageOf("Correction", found.corrections, found.hasMore);
  }

  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() { id }: CorrectionRow): string {
    return globalId("Correction", id);
  }

  @FieldResolver(() => ArticleType, { description: "The article it stands under." })
  article(@Root() correction: Listed, @Ctx() { desk }: DeskContext): ArticleRow | Promise<ArticleRow> {
    return correction.article ?? findArticle(desk, correction.articleId);
  }
}

/** A correction; one that was read with its article does not bring it along. */
type Listed = Omit<CorrectionRow, "article" | "author"> & Partial<Pick<CorrectionRow, "article">>;
