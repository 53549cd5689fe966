import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { globalId } from "../../../kernel/global-id.ts";
import { findArticle, type ArticleRow } from "../../../newsroom/articles/index.ts";
import type { Desk } from "../../../newsroom/desk.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { adoptLinkBack, hideLinkBack, linkBacks, unhideLinkBack } from "../../../newsroom/links/index.ts";
import { ArticlePayload, settleArticle, type Answer } from "../articles/article-payload.ts";
import { editOf } from "../articles/article-names.ts";
import { ArticleType } from "../articles/article.type.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { AdoptLinkBackInput, LinkBackInput } from "./link.input.ts";
import { LinkBackType } from "./link.type.ts";

const fromOf = async (desk: Desk, { from }: { readonly from: string }) => (await findArticle(desk, nameOf(from))).id;

/** What an article makes of those that ask it to link back. */
@Resolver(() => ArticleType)
export class LinkBackResolver {
  @FieldResolver(() => [LinkBackType], {
    description: "Articles that ask this one to link back, in the order readers get them; 500 at most.",
  })
  async linkBacks(@Root() { id }: ArticleRow, @Ctx() { desk }: DeskContext) {
    return (await linkBacks(desk, id)).map((back) => ({ ...back, id: globalId("Article", back.id) }));
  }

  @Mutation(() => ArticlePayload, {
    description: "Hides a link back from readers at once, whatever becomes of the other article's link.",
  })
  hideLinkBack(
    @Arg("input", () => LinkBackInput, { description: inputDescription }) given: LinkBackInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () =>
      hideLinkBack(desk, { ...(await editOf(desk, given)), from: await fromOf(desk, given) }),
    );
  }

  @Mutation(() => ArticlePayload, {
    description: "Shows a hidden link back again, at once, while the other article asks for it.",
  })
  unhideLinkBack(
    @Arg("input", () => LinkBackInput, { description: inputDescription }) given: LinkBackInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () =>
      unhideLinkBack(desk, { ...(await editOf(desk, given)), from: await fromOf(desk, given) }),
    );
  }

  @Mutation(() => ArticlePayload, {
    description: "Makes a link back one of the article's own links, in a new revision.",
  })
  adoptLinkBack(
    @Arg("input", () => AdoptLinkBackInput, { description: inputDescription }) given: AdoptLinkBackInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const place = onlyGiven({ position: given.position });
      return adoptLinkBack(desk, { ...(await editOf(desk, given)), ...place, from: await fromOf(desk, given) });
    });
  }
}
