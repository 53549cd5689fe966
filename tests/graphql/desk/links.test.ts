import { beforeAll, describe, expect, it } from "@jest/globals";
import { globalId } from "../../../src/kernel/global-id.ts";
import { createArticle, publishArticle, type ArticleRow } from "../../../src/newsroom/articles/index.ts";
import { addRedirect } from "../../../src/newsroom/redirects/index.ts";
import { testDatabase } from "../../support/database.ts";
import { ask } from "../../support/delivery.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";
import { testServer } from "../../support/server.ts";

const house = testDatabase();
const server = testServer(house);
const of = { sectionId: "", editor: "", head: "" };
const desk = () => deskOf(house.db);

beforeAll(async () => {
  of.sectionId = (await aSection(house.db)).id;
  of.editor = await server.tokenOf("EDITOR");
  of.head = await server.tokenOf("DESK_HEAD");
});

const blocks = [{ id: "p", type: "paragraph", text: "The quay is open.", spans: [] }];

async function live(headline: string, back?: ArticleRow): Promise<ArticleRow> {
  const links = back ? [{ target: { articleId: back.id }, reciprocal: true }] : [];
  const { id } = await createArticle(desk(), { headline: fresh(headline), sectionId: of.sectionId, blocks, links });
  return publishArticle(desk(), { id, expectedVersion: 1 });
}

async function act(name: string, type: string, input: object, ask: string, token = of.editor) {
  const query = `mutation ($input: ${type}!) { act: ${name}(input: $input) { problems { code details } ${ask} } }`;
  const { data, errors } = await server.ask("/desk/graphql", query, { input }, token);
  expect(errors).toEqual([]);
  return (data as { act: unknown }).act;
}

const readers = async ({ slug }: ArticleRow): Promise<unknown> => {
  const query = `query ($slug: String!) { article(by: { slug: $slug }) { relatedLinks { ... on ArticleLink { article { slug } } } } }`;
  const { data } = await server.ask("/graphql", query, { slug });
  return (data as { article: { relatedLinks: { article: { slug: string } }[] } }).article.relatedLinks.map(
    ({ article }) => article.slug,
  );
};

describe("links back for readers", () => {
  it("rest on the articles they come from, also where only their words are asked for", async () => {
    const target = await live("Target");
    const asking = await live("Asking", target);
    const query = "query ($slug: String!) { article(by: { slug: $slug }) { relatedLinks { headline } } }";
    const { data, tags } = await ask(house, query, { slug: target.slug });
    expect(data).toEqual({ article: { relatedLinks: [{ headline: asking.headRevision.headline }] } });
    expect(tags).toContain(`article:${asking.id}`);
  });
});

describe("links back at the desk API", () => {
  it("are listed, hidden, shown again and adopted, each with the article as it then stands", async () => {
    const target = await live("Target");
    const asking = await live("Asking", target);
    const edit = (expectedVersion: number) => ({ article: target.slug, expectedVersion, from: asking.slug });
    const shown = "subject { version linkBacks { id slug standing } head { relatedLinks { target { slug } } } }";
    const back = (standing: string) => [{ id: globalId("Article", asking.id), slug: asking.slug, standing }];
    expect(await readers(target)).toEqual([asking.slug]);
    expect(await act("hideLinkBack", "LinkBackInput", edit(2), shown)).toMatchObject({
      ...{ problems: [], subject: { version: 3, linkBacks: back("HIDDEN") } },
    });
    expect(await readers(target)).toEqual([]);
    expect(await act("hideLinkBack", "LinkBackInput", edit(2), shown)).toMatchObject({
      ...{ problems: [{ code: "ARTICLE_STALE" }], subject: { version: 3 } },
    });
    expect(await act("unhideLinkBack", "LinkBackInput", edit(3), shown)).toMatchObject({
      ...{ problems: [], subject: { version: 4, linkBacks: back("SHOWN") } },
    });
    expect(await readers(target)).toEqual([asking.slug]);
    expect(await act("adoptLinkBack", "AdoptLinkBackInput", { ...edit(4), position: 0 }, shown)).toMatchObject({
      problems: [],
      subject: { linkBacks: back("OWN"), head: { relatedLinks: [{ target: { slug: asking.slug } }] } },
    });
  });
});

describe("an article that goes", () => {
  const ask = "usedIn { articles { slug how reciprocal seen } rails { key } redirects { from } } subject { state }";

  it("tells where it was used, pins that go with it included; refused or done", async () => {
    const target = await live("Goes");
    const asking = await live("Stays", target);
    await addRedirect(desk(), { from: `/${target.slug}-once`, to: await pathOf(target) });
    const rail = { key: "pinned", titleTemplate: "Read on", position: 40, fill: "NONE" } as const;
    await house.db.rail.create({ data: { ...rail, pins: { create: { position: 0, articleId: target.id } } } });
    const usedIn = {
      articles: [{ slug: asking.slug, how: ["LINK"], reciprocal: true, seen: true }],
      rails: [{ key: "pinned" }],
      redirects: [{ from: `/${target.slug}-once` }],
    };
    const input = { article: target.slug, expectedVersion: 2, reason: "wrong" };
    expect(await act("unpublishArticle", "UnpublishArticleInput", input, ask)).toMatchObject({
      ...{ problems: [{ code: "FORBIDDEN" }], usedIn, subject: { state: "PUBLISHED" } },
    });
    expect(await act("unpublishArticle", "UnpublishArticleInput", input, ask, of.head)).toMatchObject({
      ...{ problems: [], usedIn, subject: { state: "UNPUBLISHED" } },
    });
    const killing = { ...input, expectedVersion: 3 };
    expect(await act("killArticle", "KillArticleInput", killing, ask, of.head)).toMatchObject({
      ...{ problems: [], usedIn, subject: { state: "KILLED" } },
    });
    const { id } = await createArticle(desk(), { headline: fresh("Bin"), sectionId: of.sectionId });
    const spiking = { article: id, expectedVersion: 1 };
    expect(await act("spikeArticle", "SpikeArticleInput", spiking, ask)).toMatchObject({
      ...{ problems: [], usedIn: { articles: [], rails: [], redirects: [] } },
    });
    expect(await act("unspikeArticle", "UnspikeArticleInput", { ...spiking, expectedVersion: 2 }, ask)).toMatchObject({
      ...{ problems: [], usedIn: null },
    });
  });

  const pathOf = async ({ slug }: ArticleRow): Promise<string> => {
    const query = "query ($slug: String!) { article(by: { slug: $slug }) { path } }";
    const { data } = await server.ask("/graphql", query, { slug });
    return (data as { article: { path: string } }).article.path;
  };
});
