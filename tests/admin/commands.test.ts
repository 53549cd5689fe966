import { describe, expect, it } from "@jest/globals";
import { commands } from "../../admin/commands/index.ts";
import type { VerbEntry } from "../../admin/run/verb.ts";

const verbs = commands.flatMap((entry): [string, VerbEntry][] =>
  "verbs" in entry ? entry.verbs.map((verb) => [`${entry.name} ${verb.name}`, verb]) : [[entry.name, entry]],
);

describe("The table of commands", () => {
  it("holds every noun and verb once", () => {
    const names = verbs.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        ...["section create", "section list", "section tree", "section rename", "section move"],
        ...["article create", "article list", "article show", "article set", "article publish"],
        ...["article submit", "article return", "article approve", "article schedule", "article unschedule"],
        ...["article hold", "article release", "article republish", "article kill", "article spike", "article unspike"],
        ...["article embargo", "article expire"],
        ...["article unpublish", "article history", "media add", "media list", "media show", "media credit"],
        ...["credit parse", "link add", "link list", "link move", "link remove", "link unresolved"],
        ...["contributor create", "contributor list", "topic create", "topic list", "rail show"],
        ...["user create", "user list", "token create", "token revoke", "import text", "doctor"],
      ]),
    );
  });

  it.each(verbs)("gives two examples for %s", async (name, entry) => {
    const { verb } = await entry.load();
    expect(verb.examples).toHaveLength(2);
    for (const example of verb.examples) expect(example).toContain(`desk ${name}`);
  });

  it.each(verbs)("lets %s be rehearsed if it writes", async (name, entry) => {
    const { verb } = await entry.load();
    const reads =
      /list|tree|show|history|backs|unresolved|parse|doctor|verify|used|moved|link check$|article (check|corrections|diff)$/.test(
        name,
      );
    expect(verb.writes ?? false).toBe(!reads);
  });
});
