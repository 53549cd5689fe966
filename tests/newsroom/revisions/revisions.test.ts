import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { User } from "../../../src/database/generated/client.ts";
import type { Block } from "../../../src/domain/blocks/index.ts";
import { isEmptyDiff } from "../../../src/domain/revisions/index.ts";
import {
  createArticle,
  findArticle,
  placeMedia,
  publishArticle,
  reviseArticle,
  type ArticleRow,
} from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { addLink } from "../../../src/newsroom/links/index.ts";
import {
  compareRevisions,
  findRevision,
  listRevisions,
  restoreRevision,
} from "../../../src/newsroom/revisions/index.ts";
import { createTopic } from "../../../src/newsroom/topics/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aMedium, aSection, aUser, deskAs, fresh } from "../../support/factories.ts";

jest.setTimeout(120_000);
const house = testDatabase();
const of = { section: "", topic: "", medium: "" };
let [mara, jon]: User[] = [];
let desk: Desk;

beforeAll(async () => {
  [mara, jon] = [await aUser(house.db), await aUser(house.db)];
  desk = deskAs(house.db, mara);
  of.section = (await aSection(house.db)).id;
  of.topic = (await createTopic(desk, { type: "KEYWORD", name: "Ferries" })).id;
  of.medium = (await aMedium(house.db)).id;
});

const paragraph = (id: string, text: string): Block => ({ id, type: "paragraph", text, spans: [] });
const body = ["One.", "Two.", "Three.", "Four."].map((text, index) => paragraph(`p${String(index + 1)}`, text));
const aDraft = (given: object = {}): Promise<ArticleRow> =>
  createArticle(desk, { headline: fresh("Ferry leaves"), sectionId: of.section, blocks: body, ...given });
const seen = ({ id, version }: ArticleRow) => ({ id, expectedVersion: version });
const revise = (article: ArticleRow, changes: object, as: Desk = desk, more: object = {}): Promise<ArticleRow> =>
  reviseArticle(as, { ...seen(article), changes, ...more });
const textOf = ({ headRevision }: Pick<ArticleRow, "headRevision">) =>
  (headRevision.blocks as unknown as { text: string }[]).map(({ text }) => text);
const autosaved = { revisionKind: "AUTOSAVE" } as const;

describe("the history of an article", () => {
  it("comes in pages, says what points where and what changed in short", async () => {
    const first = await aDraft();
    const live = await publishArticle(desk, seen(first));
    const second = await revise(live, { kicker: "Sea", blocks: [...body.slice(1), paragraph("p5", "Five.")] });
    const third = await addLink(desk, { ...seen(second), headline: "A teaser" });
    const page = await listRevisions(desk, third, { first: 2 });
    expect(page.hasMore).toBe(true);
    expect(page.lines.map(({ revision, marks, changed }) => [revision.number, marks, changed])).toEqual([
      [3, ["HEAD"], ["1 link"]],
      [2, [], ["kicker", "2 blocks"]],
    ]);
    const rest = await listRevisions(desk, third, { first: 2, after: page.lines.at(-1)!.id });
    expect(rest).toMatchObject({ hasMore: false, lines: [{ marks: ["LIVE"], changed: [] }] });
    await expect(listRevisions(desk, await aDraft(), { after: rest.lines[0]!.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("compares what readers have with the newest, or any two", async () => {
    const live = await publishArticle(desk, seen(await aDraft()));
    const second = await revise(live, { blocks: [body[3], paragraph("p1", "One, two."), body[2]] });
    const third = await revise(second, { topics: [of.topic], bylines: [{ name: "Nia Okoro" }] });
    const { from, to, diff } = await compareRevisions(desk, third, {});
    expect([from.number, to.number]).toEqual([1, 3]);
    expect(diff.lists).toMatchObject({
      blocks: [
        { key: "p4", change: "MOVED" },
        { key: "p2", change: "REMOVED" },
        { key: "p1", change: "CHANGED", fields: [{ name: "text" }] },
      ],
      bylines: [{ change: "ADDED", label: "Nia Okoro" }],
      topics: [{ change: "ADDED", label: "Ferries" }],
    });
    expect((await compareRevisions(desk, third, { from: 2, to: 3 })).diff.lists.blocks).toEqual([]);
    await expect(compareRevisions(desk, third, { from: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("brings an older revision back as a new one: words, byline, media, links and topics", async () => {
    const words = {
      topics: [of.topic],
      bylines: [{ name: "Nia Okoro" }],
      media: [{ mediaId: of.medium, role: "LEAD" }],
    };
    const first = await aDraft({ ...words, links: [{ headline: "A teaser" }] });
    const live = await publishArticle(desk, seen(first));
    const bare = await revise(live, { topics: [], bylines: [], blocks: [paragraph("p9", "Nine.")] });
    const back = await restoreRevision(desk, { ...seen(bare), revision: 1 });
    expect(back.headRevision).toMatchObject({
      ...{ number: 3, kind: "RESTORE", basedOnId: first.headRevisionId, note: "Brings back revision 1" },
      bylines: [{ nameAsWritten: "Nia Okoro" }],
      placements: [{ mediaId: of.medium }],
      links: [{ headline: "A teaser" }],
      topics: [{ topicId: of.topic }],
    });
    expect(back.liveRevisionId).toBe(live.liveRevisionId);
    expect(isEmptyDiff((await compareRevisions(desk, back, { from: 1, to: 3 })).diff)).toBe(true);
    expect(await restoreRevision(desk, { ...seen(back), revision: 3 })).toMatchObject({ version: back.version });
    await expect(restoreRevision(desk, { ...seen(back), revision: 77 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(restoreRevision(desk, { ...seen(bare), revision: 1 })).rejects.toMatchObject({
      code: "ARTICLE_STALE",
    });
  });

  it("keeps the blocks somebody typed anew what they were, as far as their words stand", async () => {
    const marked = { ...paragraph("m", "Bold words."), spans: [{ start: 0, end: 4, kind: "strong" }] };
    const draft = await aDraft({ blocks: [body[0], marked, body[1]] });
    const typed = await revise(draft, { bodyText: "Zero.\n\nOne.\n\nBold words.\n\nTwo and a half." });
    const { blocks } = typed.headRevision;
    expect(blocks).toMatchObject([{ text: "Zero." }, { id: "p1" }, marked, { id: "p2", text: "Two and a half." }]);
  });
});

describe("an autosave", () => {
  it("takes the place of the same person's autosave before it, and of nothing else", async () => {
    const draft = await aDraft();
    const one = await revise(draft, { kicker: "a" }, desk, autosaved);
    const two = await revise(one, { kicker: "ab" }, desk, autosaved);
    const three = await revise(two, { kicker: "abc" }, desk, autosaved);
    const numbers = async () => (await listRevisions(desk, three, {})).lines.map(({ revision }) => revision.number);
    expect(await numbers()).toEqual([4, 1]);
    expect(three.headRevision).toMatchObject({ kicker: "abc", basedOnId: draft.headRevisionId });
    const others = await revise(three, { kicker: "jon" }, deskAs(house.db, jon!), autosaved);
    const saved = await revise(others, { kicker: "saved" });
    await revise(saved, { kicker: "again" }, desk, autosaved);
    expect(await numbers()).toEqual([7, 6, 5, 4, 1]);
  });

  it("stays while readers, a schedule or another revision hold it", async () => {
    const auto = await revise(await aDraft(), { kicker: "live" }, desk, autosaved);
    const live = await publishArticle(desk, seen(auto));
    const later = await revise(live, { kicker: "later" }, desk, autosaved);
    const at = new Date(Date.now() + 3_600_000);
    const scheduled = await publishArticle(desk, { ...seen(later), at });
    const newest = await revise(scheduled, { kicker: "newest" }, desk, autosaved);
    expect(newest).toMatchObject({
      liveRevision: { number: 2 },
      nextRevision: { number: 3 },
      headRevision: { number: 4 },
    });
    expect(await findRevision(desk, newest.id, 2)).toMatchObject({ kicker: "live" });
  });

  it("leaves no false base behind: a save on one that is gone is a conflict, never a guess", async () => {
    const draft = await aDraft();
    const one = await revise(draft, { kicker: "gone" }, desk, autosaved);
    await revise(one, { kicker: "stands" }, desk, autosaved);
    const late = revise(one, { headline: "Late" }, deskAs(house.db, jon!), { merge: true });
    await expect(late).rejects.toMatchObject({
      code: "ARTICLE_STALE",
      details: { base: null, theirs: { revision: 3 } },
    });
  });
});

describe("a conflict", () => {
  it("tells base, theirs and yours with every place that differs", async () => {
    const draft = await aDraft({ kicker: "Sea" });
    const theirs = await revise(draft, { kicker: "Harbour", blocks: [paragraph("p1", "Theirs."), ...body.slice(1)] });
    const mine = revise(draft, { kicker: "Port", headline: "Mine" }, deskAs(house.db, jon!));
    await expect(mine).rejects.toMatchObject({
      code: "ARTICLE_STALE",
      details: {
        ...{ base: { revision: 1 }, theirs: { revision: 2 }, yours: { revision: null, headline: "Mine" } },
        ...{ expectedVersion: 1, currentVersion: 2, changedBy: mara!.displayName },
        places: [
          { part: "kicker", key: null, base: "Sea", theirs: "Harbour", yours: "Port", clashes: true },
          { part: "headline", base: draft.headRevision.headline, yours: "Mine", clashes: false },
          { part: "blocks", key: "p1", base: "One.", theirs: "Theirs.", yours: "One.", clashes: false },
        ],
      },
    });
    expect((await findArticle(desk, draft.id)).version).toBe(theirs.version);
  });

  it("is merged when asked, and only where nothing clashes", async () => {
    const draft = await aDraft();
    const theirs = await revise(draft, { blocks: [paragraph("p1", "Theirs."), ...body.slice(1)] });
    await placeMedia(desk, { ...seen(theirs), mediaId: of.medium, role: "LEAD" });
    const yours = { headline: "Yours", blocks: [...body.slice(0, 3), paragraph("p4", "Yours.")] };
    const merged = await revise(draft, yours, deskAs(house.db, jon!), { merge: true });
    expect(merged.headRevision).toMatchObject({ headline: "Yours", number: 4, placements: [{ mediaId: of.medium }] });
    expect(textOf(merged)).toEqual(["Theirs.", "Two.", "Three.", "Yours."]);
    const clash = revise(draft, { headline: "Late", blocks: [paragraph("p1", "Late."), ...body.slice(1)] }, desk, {
      merge: true,
    });
    await expect(clash).rejects.toMatchObject({
      code: "ARTICLE_STALE",
      details: {
        places: expect.arrayContaining([expect.objectContaining({ part: "blocks", key: "p1", clashes: true })]),
      },
    });
    expect((await findArticle(desk, draft.id)).version).toBe(merged.version);
  });

  it("merges links and media alike, and never a version that is still to come", async () => {
    const draft = await aDraft();
    await revise(draft, { headline: "Theirs" });
    const placed = await placeMedia(desk, { ...seen(draft), merge: true, mediaId: of.medium, role: "LEAD" });
    expect(placed.headRevision).toMatchObject({ headline: "Theirs", placements: [{ role: "LEAD" }] });
    const linked = await addLink(desk, { ...seen(draft), merge: true, headline: "A teaser" });
    expect(linked.headRevision).toMatchObject({
      headline: "Theirs",
      placements: [{}],
      links: [{ headline: "A teaser" }],
    });
    const ahead = revise({ ...linked, version: 99 }, { headline: "Ahead" }, desk, { merge: true });
    await expect(ahead).rejects.toMatchObject({ code: "ARTICLE_STALE", details: { base: null } });
    const verb = publishArticle(desk, seen(draft));
    await expect(verb).rejects.toMatchObject({
      details: { base: { revision: 1 }, theirs: { revision: 4 }, yours: null },
    });
  });
});

describe("eight editors saving one article at once", () => {
  it("lose no text: each merges, and tries again where two met", async () => {
    const draft = await aDraft();
    const editors = await Promise.all(Array.from({ length: 8 }, () => aUser(house.db, "REPORTER")));
    const rounds = [0, 1];
    await Promise.all(
      editors.map(async (user, index) => {
        for (const round of rounds) {
          // Everybody goes on from the very first version: the worst that can be.
          const mine = paragraph(
            `e${String(index)}-${String(round)}`,
            `Editor ${String(index)} wrote ${String(round)}.`,
          );
          await reviseArticle(deskAs(house.db, user), {
            ...seen(draft),
            merge: true,
            changes: { blocks: body.toSpliced((index % 4) + 1, 0, mine) },
          });
        }
      }),
    );
    const after = await findArticle(desk, draft.id);
    const texts = textOf(after);
    const written = editors.flatMap((_, index) =>
      rounds.map((round) => `Editor ${String(index)} wrote ${String(round)}.`),
    );
    expect([...texts].sort()).toEqual([...body.map((block) => (block as { text: string }).text), ...written].sort());
    expect(after).toMatchObject({ version: 17, headRevision: { number: 17 } });
  });

  it("without a merge, one wins and seven are told, with their own words in hand", async () => {
    const draft = await aDraft();
    const saves = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => revise(draft, { headline: `Editor ${String(index)}` })),
    );
    const refused = saves.flatMap((one, index) =>
      one.status === "rejected" ? [{ index, reason: one.reason as unknown }] : [],
    );
    expect(refused).toHaveLength(7);
    for (const { index, reason } of refused) {
      expect(reason).toMatchObject({
        code: "ARTICLE_STALE",
        details: { yours: { headline: `Editor ${String(index)}` } },
      });
    }
  });
});
