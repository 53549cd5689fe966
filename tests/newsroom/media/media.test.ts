import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import sharp from "sharp";
import { rehearse, type Desk } from "../../../src/newsroom/desk.ts";
import {
  addMedia,
  creditMedia,
  describeMedia,
  findMedia,
  listMedia,
  mediaStore,
} from "../../../src/newsroom/media/index.ts";
import { prepareNewsroom } from "../../../src/newsroom/setup/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aMedium, deskOf } from "../../support/factories.ts";

const house = testDatabase();
let folder: string;
let desk: Desk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-media-"));
  desk = { ...deskOf(house.db, "REPORTER"), files: mediaStore(folder) };
  await prepareNewsroom({ database: house, embedded: false });
});
afterAll(() => rm(folder, { recursive: true }));

const picture = (width = 30, height = 20, background = "#3060a0") =>
  sharp({ create: { width, height, channels: 3, background } });
const parts = ({ credits }: { credits: readonly { role: string; name: string }[] }) =>
  credits.map(({ role, name }) => [role, name]);

describe("a credit line", () => {
  it("is kept byte for byte, and read into parts that know their agencies", async () => {
    const line = " IDA  WHARTON/\u00a0Pool/ AFP ";
    const medium = await addMedia(desk, { creditLine: line });
    expect(medium.creditLine).toBe(line);
    expect(parts(medium)).toEqual([
      ["photographer", "IDA WHARTON"],
      ["pool", "Pool"],
      ["agency", "AFP"],
    ]);
    expect(medium.credits[2]).toMatchObject({ agency: { name: "AFP", country: "FR" }, start: 21, end: 24 });
    const first = medium.credits[0]!;
    expect(line.slice(first.start, first.end)).toBe("IDA  WHARTON");
  });

  it("changes with its parts, and is read again with agencies that became known", async () => {
    const { id } = await addMedia(desk, { creditLine: "Ida Wharton/ Lakeside Wire" });
    const agency = await house.db.agency.create({ data: { name: "Lakeside Wire", kind: "agency" } });
    await house.db.agencyAlias.create({
      data: { folded: "lakeside wire", alias: "Lakeside Wire", agencyId: agency.id },
    });
    const line = "Ida Wharton/ Lakeside Wire";
    const again = await creditMedia(desk, { media: id, line, expectedVersion: 1 });
    expect(again).toMatchObject({ version: 2, credits: [{}, { role: "agency", agencyId: agency.id }] });
    const other = await creditMedia(desk, { media: id, line: "Handout" });
    expect(parts(other)).toEqual([["handout", "Handout"]]);
    const late = creditMedia(desk, { media: id, line: "Late", expectedVersion: 2 });
    await expect(late).rejects.toMatchObject({ code: "MEDIA_STALE", details: { currentVersion: 3 } });
  });

  it("may be empty, and is refused only where it cannot be stored", async () => {
    expect((await addMedia(desk, {})).credits).toEqual([]);
    for (const creditLine of ["a\0b", "\ud800", "x".repeat(2001)]) {
      await expect(addMedia(desk, { creditLine })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        details: { faults: [{ path: ["creditLine"] }] },
      });
    }
    const odd = "e\u0301\t\u0007/ \u202eAP\r\n";
    expect((await addMedia(desk, { creditLine: odd })).creditLine).toBe(odd);
  });
});

describe("a picture file", () => {
  it("is known by its content and kept under a generated name", async () => {
    const file = await picture().jpeg().toBuffer();
    const medium = await addMedia(desk, { file, alt: "A blue field", creditLine: "Ida Wharton" });
    expect(medium).toMatchObject({ mime: "image/jpeg", width: 30, height: 20, bytes: file.length });
    expect(medium.storageKey).toMatch(/^[0-9a-f]{64}\.jpg$/);
    expect(await readFile(join(folder, "media", medium.storageKey ?? ""))).toEqual(file);
    expect(await readdir(join(folder, "media"))).toEqual([medium.storageKey]);
    expect(desk.files?.locate(medium.storageKey ?? "")).toBe(join(folder, "media", medium.storageKey ?? ""));
    expect(await findMedia(desk, medium.storageKey ?? "")).toMatchObject({ id: medium.id });
  });

  it("has a name that nobody learns from having the same picture", async () => {
    const file = await picture(9, 9).png().toBuffer();
    const { sha256, storageKey } = await addMedia(desk, { file });
    expect(sha256).toBe(createHash("sha256").update(file).digest("hex"));
    expect(storageKey).not.toContain(sha256?.slice(0, 8));
  });

  it("is stored once, however often and at whatever moment it comes", async () => {
    const file = await picture(11, 7).png().toBuffer();
    const media = await Promise.all([1, 2, 3].map((n) => addMedia(desk, { file, caption: `Copy ${String(n)}` })));
    expect(new Set(media.map(({ id }) => id)).size).toBe(1);
    expect(await house.db.media.count({ where: { sha256: media[0]!.sha256 } })).toBe(1);
  });

  it("is measured as it is looked at", async () => {
    const file = await picture(40, 10).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await addMedia(desk, { file })).toMatchObject({ width: 10, height: 40 });
  });

  it("leaves nothing behind after a rehearsal", async () => {
    const before = await readdir(join(folder, "media"));
    const file = await picture(5, 5).png().toBuffer();
    const medium = await rehearse(desk, (open) => addMedia(open, { file }));
    expect(medium.width).toBe(5);
    expect(await readdir(join(folder, "media"))).toEqual(before);
    await expect(findMedia(desk, medium.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused when it is no PNG or JPEG, damaged or too large", async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 200, height: 100, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    const bad: readonly (readonly [RegExp, Uint8Array])[] = [
      [/no known kind/, Buffer.from("<script>alert(1)</script>")],
      [/no known kind/, new Uint8Array(0)],
      [/image\/gif/, await picture().gif().toBuffer()],
      [/image\/webp/, await picture().webp().toBuffer()],
      [/damaged/, whole.subarray(0, whole.length / 2)],
      [/damaged/, (await picture(300, 300).png().toBuffer()).subarray(0, 60)],
      [/50 megapixels/, await picture(10_000, 5_001).png().toBuffer()],
      [/larger than 20 MB/, Buffer.alloc(20 * 1024 * 1024 + 1)],
    ];
    for (const [reason, file] of bad) {
      const refusal = addMedia(desk, { file });
      await expect(refusal).rejects.toMatchObject({ code: "UNSUPPORTED_FILE", message: expect.stringMatching(reason) });
    }
  });

  it("is refused where no files are kept, or for a medium that is no picture", async () => {
    const file = await picture(6, 6).png().toBuffer();
    await expect(addMedia(deskOf(house.db), { file })).rejects.toMatchObject({ code: "UNSUPPORTED_FILE" });
    await expect(addMedia(desk, { file, kind: "AUDIO" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it.each(["../secret.png", "/etc/passwd", "a.png", `${"a".repeat(64)}.svg`, ""])("has no place under %j", (key) => {
    expect(desk.files?.locate(key)).toBeNull();
  });
});

describe("words about a medium", () => {
  it("change one by one", async () => {
    const { id } = await aMedium(house.db);
    const changed = await describeMedia(desk, { media: id, caption: "Boats at low tide.", expectedVersion: 1 });
    expect(changed).toMatchObject({ alt: "Boats in a harbour", caption: "Boats at low tide.", version: 2 });
    const decorative = describeMedia(desk, { media: id, decorative: true });
    await expect(decorative).rejects.toMatchObject({ code: "INVALID_INPUT", details: { faults: [{ path: ["alt"] }] } });
    expect(await describeMedia(desk, { media: id, decorative: true, alt: null })).toMatchObject({ alt: null });
    // No reader sees it yet, so there is nothing to tell.
    expect(await house.db.change.count({ where: { entityId: id } })).toBe(0);
  });

  it("are found in the list, the newest first", async () => {
    const first = await aMedium(house.db, { caption: "A heron on a pier" });
    const second = await aMedium(house.db, { caption: "Another heron" });
    const { media } = await listMedia(desk, { q: "HERON" });
    expect(media.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await listMedia(desk, { q: "heron", first: 1, after: second.id })).toMatchObject({
      media: [{ id: first.id }],
      hasMore: false,
    });
  });
});
