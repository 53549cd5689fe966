import { describe, expect, it } from "@jest/globals";
import { readTime } from "../../../admin/read/time.ts";

const clock = { zone: "Europe/Berlin", now: new Date("2026-07-01T15:00:00Z") };
const read = (text: string): string => readTime(text, clock).toISOString();

describe("A time, as people write it", () => {
  it.each([
    ["+30m", "2026-07-01T15:30:00.000Z"],
    ["+2d", "2026-07-03T15:00:00.000Z"],
    ["18:00", "2026-07-01T16:00:00.000Z"],
    ["09:00", "2026-07-02T07:00:00.000Z"],
    ["2026-12-24", "2026-12-23T23:00:00.000Z"],
    ["2026-12-24 06:30", "2026-12-24T05:30:00.000Z"],
    ["2026-07-24T06:30", "2026-07-24T04:30:00.000Z"],
    ["2026-07-24T06:30Z", "2026-07-24T06:30:00.000Z"],
    ["2026-07-24T06:30:15+05:30", "2026-07-24T01:00:15.000Z"],
  ])("%s is %s", (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it("keeps to the clock on the days it is put forward and back", () => {
    expect(read("2026-03-29 01:59")).toBe("2026-03-29T00:59:00.000Z");
    expect(read("2026-03-29 03:00")).toBe("2026-03-29T01:00:00.000Z");
    expect(read("2026-10-25 03:00")).toBe("2026-10-25T02:00:00.000Z");
  });

  it.each(["soon", "2026-02-30", "25:00", "2026-07-01 24:61", "1", "", "+1y"])("refuses %j", (text) => {
    expect(() => read(text)).toThrow("is no time we understand");
  });
});
