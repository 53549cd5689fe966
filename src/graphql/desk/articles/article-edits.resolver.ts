import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import {
  addCorrection,
  changeSlug,
  createArticle,
  placeArticle,
  placeMedia,
  removeMedia,
  reviseArticle,
} from "../../../newsroom/articles/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { findMedia } from "../../../newsroom/media/index.ts";
import { findSection } from "../../../newsroom/sections/index.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { settle } from "../shared/problem.ts";
import { ArticlePayload, settleArticle, type Answer } from "./article-payload.ts";
import { editOf, factsOf, wordsOf } from "./article-names.ts";
import * as input from "./article.input.ts";
import { PlaceMediaInput, RemoveMediaInput } from "./placement.input.ts";

/** Changing articles. */
@Resolver()
export class ArticleEditsResolver {
  @Mutation(() => ArticlePayload, { description: "Makes a draft." })
  createArticle(
    @Arg("input", () => input.CreateArticleInput, { description: inputDescription }) given: input.CreateArticleInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(async () => {
      const { section, words, ...facts } = given;
      const sectionId = (await findSection(desk, nameOf(section))).id;
      const found = await wordsOf(desk, words);
      return createArticle(desk, onlyGiven({ ...facts, ...found, headline: found.headline ?? "", sectionId }));
    });
  }

  @Mutation(() => ArticlePayload, { description: "Saves new words as the newest revision; readers notice nothing." })
  reviseArticle(
    @Arg("input", () => input.ReviseArticleInput, { description: inputDescription }) given: input.ReviseArticleInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const kind = given.autosave ? { revisionKind: "AUTOSAVE" as const } : {};
      const edit = { ...(await editOf(desk, given)), ...kind };
      return reviseArticle(desk, { ...edit, changes: await wordsOf(desk, given.words) });
    });
  }

  @Mutation(() => ArticlePayload, {
    description: "Changes its kind, its section or its secondary sections; readers notice at once.",
  })
  placeArticle(
    @Arg("input", () => input.PlaceArticleInput, { description: inputDescription }) given: input.PlaceArticleInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () =>
      placeArticle(desk, { ...(await editOf(desk, given)), ...(await factsOf(desk, given.facts)) }),
    );
  }

  @Mutation(() => ArticlePayload, { description: "Gives an article another slug." })
  changeSlug(
    @Arg("input", () => input.ChangeSlugInput, { description: inputDescription }) given: input.ChangeSlugInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () =>
      changeSlug(desk, { ...(await editOf(desk, given)), slug: given.slug }),
    );
  }

  @Mutation(() => ArticlePayload, { description: "Shows a medium on the newest revision." })
  placeMedia(
    @Arg("input", () => PlaceMediaInput, { description: inputDescription }) given: PlaceMediaInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const { article, expectedVersion, media, ...rest } = given;
      const mediaId = (await findMedia(desk, nameOf(media))).id;
      return placeMedia(desk, { ...(await editOf(desk, { article, expectedVersion })), mediaId, ...rest });
    });
  }

  @Mutation(() => ArticlePayload, { description: "Takes a medium off the newest revision." })
  removeMedia(
    @Arg("input", () => RemoveMediaInput, { description: inputDescription }) given: RemoveMediaInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const mediaId = (await findMedia(desk, nameOf(given.media))).id;
      return removeMedia(desk, { ...(await editOf(desk, given)), mediaId, ...onlyGiven({ role: given.role }) });
    });
  }

  @Mutation(() => ArticlePayload, { description: "Puts a public note under a published article." })
  addCorrection(
    @Arg("input", () => input.AddCorrectionInput, { description: inputDescription }) given: input.AddCorrectionInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const { article, expectedVersion, ...rest } = given;
      return addCorrection(desk, { ...(await editOf(desk, { article, expectedVersion })), ...rest });
    });
  }
}
