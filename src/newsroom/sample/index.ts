export { loadSampleOnce, type SampleHome } from "./load-sample-once.ts";
export { loadSample, newsroomIsEmpty, type LoadSample, type SampleCounts, type SampleProgress } from "./load-sample.ts";
