import { Arg, Ctx, Mutation, Resolver, type ClassType } from "type-graphql";
import * as articles from "../../../newsroom/articles/index.ts";
import type { Desk } from "../../../newsroom/desk.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription } from "../shared/naming.ts";
import { ArticlePayload, settleArticle, settleTakeDown, type Answer } from "./article-payload.ts";
import { editOf } from "./article-names.ts";
import type { ArticleEditInput } from "./article.input.ts";
import * as input from "./move.input.ts";

type Seen = Parameters<typeof articles.articleToEdit>[1];
type Act<Given> = (desk: Desk, given: Omit<Given, keyof ArticleEditInput> & Seen) => Promise<articles.ArticleRow>;

/** A resolver class of one mutation: it finds the article, and hands everything else to the use case. */
function mutation<Given extends ArticleEditInput>(
  name: string,
  description: string,
  inputType: ClassType<Given>,
  act: Act<Given>,
  settling: typeof settleArticle = settleArticle,
) {
  @Resolver()
  class MoveResolver {
    @Mutation(() => ArticlePayload, { name, description })
    move(
      @Arg("input", () => inputType, { description: inputDescription }) given: Given,
      @Ctx() context: DeskContext,
    ): Answer {
      const { article, expectedVersion, ...rest } = given;
      return settling(context, article, async () =>
        act(context.desk, { ...rest, ...(await editOf(context.desk, { article, expectedVersion })) }),
      );
    }
  }
  return MoveResolver;
}

const kept = "Why; kept at the desk.";
const why = "Why, if there is something to say; kept at the desk.";

type Mover = (desk: Desk, given: articles.MoveForReason) => Promise<articles.ArticleRow>;

/** A mutation that takes an article and a reason: `submitArticle` with `SubmitArticleInput`, and so on. */
function moved(
  verb: string,
  description: string,
  act: Mover,
  { reason = why, settling = settleArticle }: { reason?: string; settling?: typeof settleArticle } = {},
) {
  const name = `${verb}Article`;
  const inputName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const inputType = input.moveInput(inputName, description, reason, reason === why);
  // Where a reason is needed the schema has asked for it already; the use case asks again.
  return mutation(name, description, inputType, (desk, given) => act(desk, given as articles.MoveForReason), settling);
}

/** One mutation a verb of the workflow. */
export const moveResolvers = [
  moved("submit", "Hands a draft to the editors.", articles.submitArticle),
  moved("return", "Gives an article back to its author.", articles.returnArticle, { reason: "What to do about it." }),
  moved("approve", "Says that a reviewed article may be published.", articles.approveArticle),
  mutation(
    "scheduleArticle",
    "Sets the time from which readers have a revision: the first one, or the next one of a published article.",
    input.ScheduleArticleInput,
    articles.scheduleArticle,
  ),
  moved("unschedule", "Takes off the schedule what is still ahead.", articles.unscheduleArticle),
  mutation(
    "publishArticle",
    "Makes a revision public, at once or from a time on.",
    input.PublishArticleInput,
    articles.publishArticle,
  ),
  moved("hold", "Takes an article aside: readers do not find it.", articles.holdArticle, { reason: kept }),
  mutation(
    "releaseArticle",
    "Gives a held article back to the readers.",
    input.ReleaseArticleInput,
    articles.releaseArticle,
  ),
  moved(
    "unpublish",
    "Takes an article from the readers, or off the schedule: its path answers that it is gone.",
    articles.unpublishArticle,
    { reason: kept, settling: settleTakeDown },
  ),
  mutation(
    "republishArticle",
    "Gives an article that was taken down back to the readers.",
    input.RepublishArticleInput,
    articles.republishArticle,
  ),
  mutation(
    "killArticle",
    "Withdraws an article for ever.",
    input.KillArticleInput,
    articles.killArticle,
    settleTakeDown,
  ),
  moved("spike", "Puts an article no reader has seen into the bin.", articles.spikeArticle, {
    settling: settleTakeDown,
  }),
  moved("unspike", "Takes an article out of the bin, back to where it was.", articles.unspikeArticle),
  mutation(
    "setEmbargo",
    "Forbids publication before a time, or until the embargo is lifted.",
    input.SetEmbargoInput,
    articles.setEmbargo,
  ),
  mutation("liftEmbargo", "Ends an embargo before its time.", input.LiftEmbargoInput, articles.liftEmbargo),
  mutation(
    "setExpiry",
    "Sets the time from which readers no longer have an article.",
    input.SetExpiryInput,
    articles.setExpiry,
  ),
] as const;
