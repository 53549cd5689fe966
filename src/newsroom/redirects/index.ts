export { addRedirect } from "./add-redirect.ts";
export { targetPath } from "./describe-redirect.ts";
export { listRedirects } from "./list-redirects.ts";
export { removeRedirect } from "./remove-redirect.ts";
export type { RedirectRow } from "./redirects.store.ts";
