export { loadSampleOnce, type SampleHome } from "./load-sample-once.ts";
export { loadSample, newsroomIsEmpty, type LoadSample, type SampleCounts } from "./load-sample.ts";
