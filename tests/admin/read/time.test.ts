import { describe, expect, it } from "@jest/globals";
import { readMoment, readTime } from "../../../admin/read/time.ts";

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
    ["6am", "2026-07-02T04:00:00.000Z"],
    ["6:30 pm", "2026-07-01T16:30:00.000Z"],
    ["noon", "2026-07-02T10:00:00.000Z"],
    ["12am", "2026-07-01T22:00:00.000Z"],
    ["tomorrow 6am", "2026-07-02T04:00:00.000Z"],
    ["Tomorrow at 06:30", "2026-07-02T04:30:00.000Z"],
    ["today 4pm", "2026-07-01T14:00:00.000Z"],
    ["friday 9am", "2026-07-03T07:00:00.000Z"],
    ["wednesday 18:00", "2026-07-01T16:00:00.000Z"],
    ["wednesday 9am", "2026-07-08T07:00:00.000Z"],
    ["tomorrow midnight", "2026-07-01T22:00:00.000Z"],
  ])("%s is %s", (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it("keeps to the clock on the days it is put forward and back", () => {
    expect(read("2026-03-29 01:59")).toBe("2026-03-29T00:59:00.000Z");
    expect(read("2026-03-29 03:00")).toBe("2026-03-29T01:00:00.000Z");
    expect(read("2026-10-25 03:00")).toBe("2026-10-25T02:00:00.000Z");
  });

  it("refuses what the clock leaves out, and takes the first of what it shows twice, saying so", () => {
    expect(() => read("2026-03-29 02:30")).toThrow("There is no 02:30 on 2026-03-29 in Europe/Berlin");
    expect(readMoment("2026-10-25 02:30", clock)).toEqual({
      at: new Date("2026-10-25T00:30:00.000Z"),
      note: "2026-10-25 02:30 comes twice in Europe/Berlin; the first is meant, 2026-10-25T00:30:00.000Z.",
    });
    expect(readMoment("2026-10-25 03:30", clock).note).toBeNull();
    const newYork = { ...clock, zone: "America/New_York" };
    expect(readTime("2026-11-01 01:15", newYork).toISOString()).toBe("2026-11-01T05:15:00.000Z");
    expect(() => readTime("2026-03-08 02:00", newYork)).toThrow("is put forward over it");
    const samoa = { ...clock, zone: "Pacific/Apia" };
    expect(() => readTime("2011-12-30 12:00", samoa)).toThrow("There is no 12:00 on 2011-12-30");
  });

  it("reads a time on the clock of another zone", () => {
    const dubai = { ...clock, zone: "Asia/Dubai" };
    expect(readTime("2026-11-24 06:00", dubai).toISOString()).toBe("2026-11-24T02:00:00.000Z");
    expect(readTime("tomorrow 6am", dubai).toISOString()).toBe("2026-07-02T02:00:00.000Z");
  });

  it.each([
    "13pm",
    "0am",
    "tomorrow",
    "someday 6am",
    "tomorrow 25:00",
    "6",
    "soon",
    "2026-02-30",
    "25:00",
    "2026-07-01 24:61",
    "1",
    "",
    "+1y",
  ])("refuses %j", (text) => {
    expect(() => read(text)).toThrow("is no time we understand");
  });
});
