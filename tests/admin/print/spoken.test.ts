import { describe, expect, it } from "@jest/globals";
import { spoken } from "../../../admin/print/spoken.ts";

describe("A sentence that names a command", () => {
  it.each([
    ["Publish it: desk article publish bridge", "Publish it: ./desk article publish bridge"],
    ["desk link unresolved shows candidates.", "./desk link unresolved shows candidates."],
    ["Revise that one (desk article set bridge …).", "Revise that one (./desk article set bridge …)."],
    ["'desk token create' makes one.", "'./desk token create' makes one."],
    ["See desk article --help.", "See ./desk article --help."],
  ])("spells it as it has to be typed: %s", (text, typed) => {
    expect(spoken(text, "./desk")).toBe(typed);
  });

  it("leaves other desks alone", () => {
    expect(spoken("This door wants a valid desk token.", "./desk")).toBe("This door wants a valid desk token.");
    expect(spoken("On this database the desk does not know who acts.", "./desk")).not.toContain("./desk");
  });
});
