export { loadSample, newsroomIsEmpty, type LoadSample, type SampleCounts, type SampleProgress } from "./load-sample.ts";
