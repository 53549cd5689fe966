import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { globalId } from "../../../kernel/global-id.ts";
import { findArticle, type ArticleRow } from "../../../newsroom/articles/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import {
  createPreview,
  listPreviews,
  revokePreview,
  type CreatedPreview,
  type PreviewRecord,
} from "../../../newsroom/preview/index.ts";
import { ArticleType } from "../articles/article.type.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { CreatePreviewInput, RevokePreviewInput } from "./preview.input.ts";
import { CreatedPreviewType, PreviewType } from "./preview.type.ts";

const CreatePreviewPayload = payloadOf("CreatePreviewPayload", "preview", () => CreatedPreviewType);
const PreviewPayload = payloadOf("PreviewPayload", "preview", () => PreviewType);

/** Showing an article before readers have it. */
@Resolver(() => PreviewType)
export class PreviewResolver {
  @Mutation(() => CreatePreviewPayload, {
    description: "Makes a token that shows one article, whatever its state, in the newest revision when it is read.",
  })
  createPreview(
    @Arg("input", () => CreatePreviewInput, { description: inputDescription }) given: CreatePreviewInput,
    @Ctx() { desk }: DeskContext,
  ): Promise<Settled<CreatedPreview>> {
    return settle(async () => {
      const { article, ...rest } = given;
      return createPreview(desk, { articleId: (await findArticle(desk, nameOf(article))).id, ...onlyGiven(rest) });
    });
  }

  @Mutation(() => PreviewPayload, { description: "Ends a preview at once." })
  revokePreview(
    @Arg("input", () => RevokePreviewInput, { description: inputDescription }) given: RevokePreviewInput,
    @Ctx() { desk }: DeskContext,
  ): Promise<Settled<PreviewRecord>> {
    return settle(() => revokePreview(desk, { preview: nameOf(given.preview) }));
  }

  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() preview: PreviewRecord): string {
    return globalId("Preview", preview.id);
  }

  @FieldResolver(() => String, { nullable: true, description: "Who made it; null when the system did." })
  createdBy(@Root() preview: PreviewRecord): string | null {
    return preview.createdBy?.displayName ?? null;
  }
}

/** What stands beside a new token. */
@Resolver(() => CreatedPreviewType)
export class CreatedPreviewResolver {
  @FieldResolver(() => PreviewType, { description: "The preview as it is kept." })
  preview(@Root() created: CreatedPreview): PreviewRecord {
    return created.preview;
  }
}

/** The previews of an article. */
@Resolver(() => ArticleType)
export class ArticlePreviewsResolver {
  @FieldResolver(() => [PreviewType], { description: "Its previews, the newest first." })
  previews(
    @Root() article: ArticleRow,
    @Arg("ended", () => Boolean, { defaultValue: false, description: "Also those that open nothing any more." })
    ended: boolean,
    @Ctx() { desk }: DeskContext,
  ): Promise<readonly PreviewRecord[]> {
    return listPreviews(desk, { articleId: article.id, ended });
  }
}
