export { createPreview, type CreatedPreview } from "./create-preview.ts";
export { listPreviews } from "./list-previews.ts";
export type { PreviewRecord } from "./preview.store.ts";
export { revokePreview } from "./revoke-preview.ts";
export { verifyPreview, type Previewed } from "./verify-preview.ts";
