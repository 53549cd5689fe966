export { developmentToken } from "./development-token.ts";
export { inspectNewsroom, type NewsroomState } from "./inspect-newsroom.ts";
export { rebuildProjections, type Rebuilt } from "./rebuild-projections.ts";
export { localAdmin, prepareNewsroom, type Preparation } from "./prepare-newsroom.ts";
