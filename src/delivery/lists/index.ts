export { connection, cursorSlot, type PagedList } from "./connection.ts";
export type { Place } from "./cursor.ts";
export { branchOf, listedNow, liveNow } from "./listed.ts";
export { connectionRecords, nodesWanted, pageProject, type ReadPage } from "./paged.ts";
export { fetchedSize, pageRange, wishedSize, type PageWish } from "./page.ts";
