export { developmentToken } from "./development-token.ts";
export { localAdmin, prepareNewsroom, type Preparation } from "./prepare-newsroom.ts";
