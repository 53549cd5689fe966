import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { onlyGiven } from "../../../newsroom/input.ts";
import {
  addMedia,
  creditMedia,
  describeMedia,
  findMedia,
  listMedia,
  type MediaRecord,
} from "../../../newsroom/media/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { orNull } from "../shared/or-null.ts";
import { PageArgs, pageOf, pageQuery, pageTypeOf } from "../shared/page.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { AddMediaInput, CreditMediaInput, CreditPartType, DescribeMediaInput, MediaType } from "./media.type.ts";

@ArgsType()
class MediaArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "Only those with this in credit line, caption or alternative text.",
  })
  declare readonly q: string | null;
}

const MediaPage = pageTypeOf("MediaPage", "media", "the newest first", () => MediaType);

const MediaPayload = payloadOf("MediaPayload", "medium", () => MediaType);

type Answer = Promise<Settled<MediaRecord>>;

/** Media at the desk. */
@Resolver(() => MediaType)
export class MediaResolver {
  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() media: MediaRecord): string {
    return globalId("Media", media.id);
  }

  @FieldResolver(() => [CreditPartType], { description: "The parts of its credit line, in reading order." })
  creditParts(@Root() media: Pick<MediaRecord, "credits">): readonly CreditPartType[] {
    return media.credits;
  }

  @Query(() => MediaPage, { description: "Media, the newest first." })
  async mediaList(@Args(() => MediaArgs) args: MediaArgs, @Ctx() { desk }: DeskContext) {
    const { media, hasMore } = await listMedia(desk, pageQuery(args, { q: args.q }));
    return pageOf("Media", media, hasMore);
  }

  @Query(() => MediaType, {
    nullable: true,
    description: "The medium with this id, or the beginning of it; null when there is none.",
  })
  media(
    @Arg("name", () => ID, { description: "Its id or the beginning of it." }) name: string,
    @Ctx() { desk }: DeskContext,
  ) {
    return orNull(findMedia(desk, nameOf(name)));
  }

  @Mutation(() => MediaPayload, {
    description: "Makes a medium that may wait for its file; its credit stands at once.",
  })
  addMedia(
    @Arg("input", () => AddMediaInput, { description: inputDescription }) given: AddMediaInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => addMedia(desk, onlyGiven(given)));
  }

  @Mutation(() => MediaPayload, { description: "Sets the credit line; its parts are worked out anew." })
  creditMedia(
    @Arg("input", () => CreditMediaInput, { description: inputDescription }) given: CreditMediaInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    const media = nameOf(given.media);
    return settle(
      () => creditMedia(desk, { ...onlyGiven(given), media }),
      () => findMedia(desk, media),
    );
  }

  @Mutation(() => MediaPayload, { description: "Changes caption and alternative text." })
  describeMedia(
    @Arg("input", () => DescribeMediaInput, { description: inputDescription }) given: DescribeMediaInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    const media = nameOf(given.media);
    return settle(
      () => describeMedia(desk, { ...onlyGiven(given), media }),
      () => findMedia(desk, media),
    );
  }
}

/** The edges of a part of a credit line. */
@Resolver(() => CreditPartType)
export class CreditPartResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The canonical name of the agency, where it is a known one.",
  })
  agency(@Root() part: { readonly agency?: { readonly name: string } | null }): string | null {
    return part.agency?.name ?? null;
  }
}
