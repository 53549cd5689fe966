import { describe, expect, it } from "@jest/globals";
import {
  isAsPublished,
  lifecycle,
  stateAfter,
  verbsFrom,
  workflowState,
  WorkflowState,
  type Verb,
} from "../../../src/domain/lifecycle/index.ts";

describe("the lifecycle", () => {
  it("knows nine states, and every way leads to one of them", () => {
    const states = Object.keys(WorkflowState);
    expect(states).toHaveLength(9);
    expect(Object.keys(lifecycle).sort()).toEqual([...states].sort());
    for (const exits of Object.values(lifecycle))
      for (const state of Object.values(exits)) expect(states).toContain(state);
  });

  it("reaches every state from a draft", () => {
    const reached = new Set<WorkflowState>(["DRAFT"]);
    for (const state of reached) for (const verb of verbsFrom(state)) reached.add(stateAfter(state, verb) ?? state);
    expect([...reached].sort()).toEqual(Object.keys(WorkflowState).sort());
  });

  it("ends with a kill, and lets nothing spiked or killed be published", () => {
    expect(verbsFrom("KILLED")).toEqual([]);
    for (const verb of ["publish", "schedule", "republish"] as const satisfies Verb[]) {
      expect(stateAfter("SPIKED", verb)).toBeNull();
      expect(stateAfter("KILLED", verb)).toBeNull();
    }
  });

  it("shows what is published for a time ahead as scheduled", () => {
    const at = new Date("2026-03-01T06:00:00Z");
    const [before, after] = [new Date(at.getTime() - 1), new Date(at.getTime() + 1)];
    expect(workflowState({ state: "PUBLISHED", publishedAt: at }, before)).toBe("SCHEDULED");
    expect(workflowState({ state: "PUBLISHED", publishedAt: at }, at)).toBe("PUBLISHED");
    expect(workflowState({ state: "PUBLISHED", publishedAt: at }, after)).toBe("PUBLISHED");
    expect(workflowState({ state: "DRAFT", publishedAt: null }, at)).toBe("DRAFT");
  });

  it("takes for published, as it stands, what readers have by the clock, and nothing that is to be replaced", () => {
    const at = new Date("2026-03-01T06:00:00Z");
    const [before, after] = [new Date(at.getTime() - 1), new Date(at.getTime() + 1)];
    const clock = { state: "PUBLISHED", publishedAt: before, updatedAt: null, expiresAt: null } as const;
    const free = { embargoUntil: null, embargoHold: false, nextIsMinor: false };
    const alone = { ...clock, ...free, liveRevisionId: "one", nextRevisionId: null, nextAt: null };
    const followed = { ...alone, nextRevisionId: "two", nextAt: at };
    const asPublished = (article: typeof alone | typeof followed, when: Date) =>
      ["one", "two"].filter((revision) => isAsPublished(article, revision, when));
    expect(asPublished(alone, after)).toEqual(["one"]);
    expect(asPublished(followed, before)).toEqual([]);
    expect(asPublished(followed, at)).toEqual(["two"]);
    expect(asPublished(followed, after)).toEqual(["two"]);
  });
});
