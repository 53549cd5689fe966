import { describe, expect, it } from "@jest/globals";
import stringWidth from "string-width";
import { listOf, recordOf, changed } from "../../../admin/print/answer.ts";
import { written } from "../../../admin/print/formats.ts";
import type { Look } from "../../../admin/print/look.ts";
import type { View } from "../../../admin/print/view.ts";

interface Boat {
  readonly id: string;
  readonly name: string;
  readonly built: Date | null;
  readonly crew: readonly string[];
}

const view: View<Boat> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "name", of: ({ name }) => name, cut: "first" },
  { name: "builtAt", of: ({ built }) => built },
  { name: "crew", of: ({ crew }) => crew, cut: "last" },
];

const heron: Boat = { id: "b1", name: "Heron", built: new Date("2026-01-31T23:30:00Z"), crew: ["Ida", "Jon"] };
const crane: Boat = { id: "b2", name: "鶴".repeat(40), built: null, crew: [] };
const plain = (text: string): string => text;
const look = (width: number | null): Look => ({
  width,
  ...{ dim: plain, bold: plain, added: plain, removed: plain, coloured: false },
  zone: "Europe/Berlin",
});

describe("A format for programs", () => {
  const vile = { ...heron, name: "He\u001b[31mron \u009b2J\u202egnp\u0007" };

  it.each(["json", "ndjson", "csv", "yaml"] as const)("gives a terminal nothing to obey: %s", async (format) => {
    const text = await written(listOf(view, [vile]), format, null, look(80));
    expect(text).not.toMatch(/[\p{Cc}\u202e](?<!\n)/u);
    expect(text).toContain("2J\\u202egnp");
  });

  it("still means the same as JSON, and is untouched in a pipe", async () => {
    const [shown, piped] = [80, null].map((width) => written(listOf(view, [vile]), "json", null, look(width)));
    expect(JSON.parse(await shown!)).toEqual(JSON.parse(await piped!));
    expect(await written(listOf(view, [vile]), "csv", ["name"], look(null))).toContain(vile.name);
  });
});

describe("A table", () => {
  it("has a heading, columns that line up, and the newsroom's clock", async () => {
    const table = await written(listOf(view, [heron]), "table", null, look(null));
    expect(table).toBe("NAME   BUILT AT          CREW\nHeron  2026-02-01 00:30  Ida, Jon\n");
  });

  it("fits the terminal, wide letters counted, and cuts what may be cut first", async () => {
    const table = await written(listOf(view, [heron, crane]), "table", null, look(50));
    const lines = table.trimEnd().split("\n");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(50);
    expect(table).toContain("…");
    expect(table).toContain("Ida, Jon");
  });

  it("is not cut where it goes into a file or a pipe", async () => {
    const table = await written(listOf(view, [crane]), "table", null, look(null));
    expect(table).toContain(crane.name);
    expect(table).not.toContain("…");
  });

  it("is empty when there is nothing", async () => {
    expect(await written(listOf(view, []), "table", null, look(80))).toBe("");
  });
});

describe("The formats for programs", () => {
  const answer = listOf(view, [heron, crane]);

  it.each([
    ["json", JSON.stringify([jsonOf(heron), jsonOf(crane)], null, 2) + "\n"],
    ["ndjson", `${JSON.stringify(jsonOf(heron))}\n${JSON.stringify(jsonOf(crane))}\n`],
    ["csv", `id,name,builtAt,crew\nb1,Heron,2026-01-31T23:30:00.000Z,"[""Ida"",""Jon""]"\nb2,${crane.name},,[]\n`],
    ["ids", "b1\nb2\n"],
    ["count", "2\n"],
  ] as const)("write %s", async (format, text) => {
    expect(await written(answer, format, null, look(40))).toBe(text);
  });

  it("write YAML", async () => {
    expect(await written(listOf(view, [heron]), "yaml", ["name", "crew"], look(40))).toBe(
      "- name: Heron\n  crew:\n    - Ida\n    - Jon\n",
    );
  });

  it("keep a spreadsheet from running a headline as a formula", async () => {
    const sly = { ...heron, name: "=1+1" };
    expect(await written(listOf(view, [sly]), "csv", ["name"], look(40))).toBe("name\n'=1+1\n");
  });

  it("give one object for one thing", async () => {
    expect(JSON.parse(await written(recordOf(view, heron), "json", null, look(40)))).toEqual(jsonOf(heron));
  });

  it("give only the fields asked for, in that order", async () => {
    expect(await written(answer, "csv", ["crew", "ID"], look(40))).toBe('crew,id\n"[""Ida"",""Jon""]",b1\n[],b2\n');
  });

  it("refuse a field there is not, naming those there are", async () => {
    await expect(written(answer, "json", ["mast"], look(40))).rejects.toMatchObject({
      code: "BAD_USAGE",
      fix: "The fields are id, name, builtAt, crew.",
    });
  });
});

describe("A change", () => {
  it("shows what differs, old and new", async () => {
    const answer = changed(view, heron, { ...heron, name: "Grey Heron", crew: [] }, ["Renamed."]);
    const quiet = "name  Heron → Grey Heron\ncrew  Ida, Jon → nothing\n";
    expect(await written(answer, "table", null, look(80))).toBe(quiet);
    expect(answer.notes).toEqual(["Renamed."]);
  });

  it("says so when nothing did", () => {
    expect(changed(view, heron, { ...heron }, ["Renamed."]).notes).toEqual(["Nothing changed."]);
  });

  it("shows all that a new thing holds", async () => {
    expect(await written(changed(view, null, heron, []), "table", null, look(80))).toBe(
      "name     Heron\nbuiltAt  2026-02-01 00:30\ncrew     Ida, Jon\n",
    );
  });
});

function jsonOf({ id, name, built, crew }: Boat): object {
  return { id, name, builtAt: built?.toISOString() ?? null, crew };
}
