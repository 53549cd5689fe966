import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  bylinesOf,
  correctionsOf,
  leadMediaOf,
  mediaOf,
  railsOf,
  relatedLinksOf,
  secondarySectionsOf,
  sectionOf,
  topicsOf,
  type Byline,
  type Correction,
  type LiveArticle,
  type Section,
  type ShownLink,
  type ShownRail,
} from "../../../delivery/index.ts";
import { formatByline, type PrintedByline } from "../../../domain/byline/index.ts";
import type { DeliveryContext } from "../context.ts";
import { RailType } from "../rails/rail.type.ts";
import { SectionType } from "../sections/section.type.ts";
import { ArticleType } from "./article.type.ts";
import { BylineType, CorrectionType, MediaType, TopicType } from "./parts.type.ts";
import { asByline, asMedia, asTopic, type GivenByline, type GivenMedia, type GivenTopic } from "./parts.ts";
import { RelatedLinkInterface } from "./related-link.interface.ts";

const printed = (bylines: readonly Byline[], { language }: LiveArticle): PrintedByline =>
  formatByline(
    bylines.map(({ nameAsWritten, role, contributor }) => ({
      name: nameAsWritten,
      role,
      isOrganisation: contributor?.kind === "ORGANISATION",
    })),
    language,
  );

/** What an article is joined to. */
@Resolver(() => ArticleType)
export class ArticleEdgesResolver {
  @FieldResolver(() => [BylineType], { description: "Who made it, in order." })
  async bylines(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly GivenByline[]> {
    return (await bylinesOf(reader, article)).map(asByline);
  }

  @FieldResolver(() => String, { nullable: true, description: "The byline as printed under the headline." })
  async bylineText(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<string | null> {
    return printed(await bylinesOf(reader, article), article).head || null;
  }

  @FieldResolver(() => [String], { description: "The lines about further hands, printed at the foot." })
  async bylineNotes(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly string[]> {
    return printed(await bylinesOf(reader, article), article).foot;
  }

  @FieldResolver(() => MediaType, { nullable: true, description: "The picture (or other medium) it leads with." })
  async leadMedia(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<GivenMedia | null> {
    const lead = await leadMediaOf(reader, article);
    return lead === null ? null : asMedia(lead);
  }

  @FieldResolver(() => [MediaType], { description: "All its media: the lead, those in the text, the gallery." })
  async media(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly GivenMedia[]> {
    return (await mediaOf(reader, article)).map(asMedia);
  }

  @FieldResolver(() => [RelatedLinkInterface], {
    description: "Its related links in the editors' order, then the articles that asked to be linked back.",
  })
  relatedLinks(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly ShownLink[]> {
    return relatedLinksOf(reader, article);
  }

  @FieldResolver(() => [TopicType], { description: "What it is about, the most important first." })
  async topics(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly GivenTopic[]> {
    return (await topicsOf(reader, article)).map(asTopic);
  }

  @FieldResolver(() => SectionType, { description: "The section it stands in." })
  section(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<Section> {
    return sectionOf(reader, article);
  }

  @FieldResolver(() => [SectionType], { description: "Other sections it also stands in." })
  secondarySections(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly Section[]> {
    return secondarySectionsOf(reader, article);
  }

  @FieldResolver(() => [CorrectionType], { description: "What had to be put right, oldest first." })
  corrections(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly Correction[]> {
    return correctionsOf(reader, article);
  }

  @FieldResolver(() => [RailType], {
    description: "The rails beside it, worked out now: pinned articles first, then filled; never the article itself.",
  })
  async rails(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly ShownRail[]> {
    return railsOf(reader, { articleId: article.id, section: await sectionOf(reader, article) });
  }
}
