import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { createTopic, findTopic, listTopics, updateTopic, type TopicRecord } from "../../../newsroom/topics/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { TopicType } from "../../../newsroom/vocabulary.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { PageArgs, pageOf, pageQuery, pageTypeOf } from "../shared/page.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { CreateTopicInput, TopicObjectType, UpdateTopicInput } from "./topic.type.ts";

@ArgsType()
class TopicsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those with this in their name." })
  declare readonly q: string | null;

  @Field(() => TopicType, { nullable: true, description: "Only those of this type." })
  declare readonly type: TopicType | null;
}

const TopicPage = pageTypeOf("TopicPage", "topics", "by name", () => TopicObjectType);

const TopicPayload = payloadOf("TopicPayload", "topic", () => TopicObjectType);

type Answer = Promise<Settled<TopicRecord>>;

/** Topics at the desk. */
@Resolver(() => TopicObjectType)
export class TopicResolver {
  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() topic: TopicRecord): string {
    return globalId("Topic", topic.id);
  }

  @Query(() => TopicPage, { description: "Topics by name, of one type or all." })
  async topics(@Args(() => TopicsArgs) args: TopicsArgs, @Ctx() { desk }: DeskContext) {
    const { topics, hasMore } = await listTopics(desk, pageQuery(args, { q: args.q, type: args.type }));
    return pageOf("Topic", topics, hasMore);
  }

  @Mutation(() => TopicPayload, { description: "Makes a topic." })
  createTopic(
    @Arg("input", () => CreateTopicInput, { description: inputDescription }) given: CreateTopicInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => createTopic(desk, onlyGiven(given)));
  }

  @Mutation(() => TopicPayload, { description: "Changes what is said of a topic." })
  updateTopic(
    @Arg("input", () => UpdateTopicInput, { description: inputDescription }) given: UpdateTopicInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    const topic = nameOf(given.topic);
    return settle(
      () => updateTopic(desk, { ...onlyGiven(given), topic }),
      () => findTopic(desk, topic),
    );
  }
}
